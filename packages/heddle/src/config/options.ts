import type { ServiceIdentity } from '@heddle/identity'
import type { IncomingRequest } from '@heddle/instrumentation/http'
import type { Level } from '@heddle/logger'
import type { CorrelationHeaders, PropagationFormat, TrustPolicy } from '@heddle/propagation'
import type { SpanCallbacks } from '@heddle/span-callbacks'
import type { Context, Link, Sampler, TextMapPropagator } from '@opentelemetry/api'

/** How records travel: OTLP over gRPC, or over HTTP as protobuf or JSON. */
export type Protocol = 'grpc' | 'http/protobuf' | 'http/json'

/** Certificates for a collector behind TLS, as PEM. */
export interface TlsOptions {
  /** Authorities to trust instead of the system's. `OTEL_EXPORTER_OTLP_CERTIFICATE` names a file. */
  readonly ca?: string | Buffer
  /** The client's certificate, for mutual TLS. `OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE` names a file. */
  readonly cert?: string | Buffer
  /** The client's private key. `OTEL_EXPORTER_OTLP_CLIENT_KEY` names a file. */
  readonly key?: string | Buffer
}

/** Where one signal goes, and how. Whatever is left out comes from `export`, then from the environment. */
export interface SignalExportOptions {
  /** The full URL for this signal; for HTTP nothing is appended to it. */
  readonly endpoint?: string
  /** @default grpc on port 4317, else http/protobuf */
  readonly protocol?: Protocol
  /** Sent with each request, e.g. for authorisation. Never shown in a message of ours. */
  readonly headers?: Readonly<Record<string, string>>
  /** @default 'none' */
  readonly compression?: 'gzip' | 'none'
  /** For one request, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number
  readonly tls?: TlsOptions
  readonly batch?: BatchOptions
  /** Bytes of encoded records held in memory while they wait for the collector. */
  readonly maxQueueBytes?: number
}

/** When a batch is sent: at whichever bound is reached first. */
export interface BatchOptions {
  /** Records. @default 512 */
  readonly maxItems?: number
  /** Encoded bytes. */
  readonly maxBytes?: number
  /** Age of the oldest record, in milliseconds. @default 1_000 */
  readonly maxDelayMs?: number
}

export interface ExportOptions extends SignalExportOptions {
  /** The collector's base URL; for HTTP, `/v1/traces` and `/v1/logs` are appended. @default 'http://localhost:4318' */
  readonly endpoint?: string
  readonly traces?: SignalExportOptions | false
  readonly logs?: SignalExportOptions | false
}

/** An official `SpanProcessor`, or any object of its shape. */
export interface SpanProcessorLike {
  onStart(span: unknown, parentContext: Context): void
  onEnd(span: unknown): void
  forceFlush(): Promise<void>
  shutdown(): Promise<void>
}

/** An official `LogRecordProcessor`, or any object of its shape. */
export interface LogRecordProcessorLike {
  onEmit(record: unknown, context?: Context): void
  forceFlush(): Promise<void>
  shutdown(): Promise<void>
}

/** An official `SpanExporter` or `LogRecordExporter`, or any object of their shape. */
export interface ExporterLike {
  export(items: unknown[], done: (result: { code: number; error?: Error }) => void): void
  shutdown(): Promise<void>
  forceFlush?(): Promise<void>
}

/** An official `ResourceDetector`. */
export interface ResourceDetectorLike {
  detect(config?: unknown): { attributes?: Record<string, unknown> }
}

/** An official `Instrumentation`, ours or OpenTelemetry contrib's. */
export interface InstrumentationLike {
  readonly instrumentationName: string
  enable(): void
  disable(): void
  setTracerProvider(provider: unknown): void
  setMeterProvider(provider: unknown): void
  setLoggerProvider?(provider: unknown): void
}

/** Settings of the HTTP, fetch, Express and Fastify instrumentation. */
export interface HttpOptions {
  /** `hop`: one server span a request. `all`: also one for each middleware, hook and handler. @default 'hop' */
  readonly spans?: 'hop' | 'all'
  /** Requests that are not traced, e.g. health checks: exact paths, or patterns of them. @default none */
  readonly ignorePaths?: readonly (string | RegExp)[]
  /** Decides for one request; one that throws is reported once and ignores nothing. */
  readonly ignoreRequest?: (request: IncomingRequest) => boolean
  /** Query parameters to redact besides the signatures that the semantic conventions list. */
  readonly redactQueryParameters?: readonly string[]
  /** Request headers to record as `http.request.header.<name>`. @default none */
  readonly captureRequestHeaders?: readonly string[]
  /** Response headers to record as `http.response.header.<name>`. @default none */
  readonly captureResponseHeaders?: readonly string[]
}

/** How a trace enters and leaves the process. */
export interface PropagationOptions {
  /** Formats by name, and official propagators. @default ['tracecontext', 'baggage'] */
  readonly formats?: readonly (PropagationFormat | TextMapPropagator)[]
  /** Names of the correlation headers; giving this turns the `correlation` format on. */
  readonly correlation?: { readonly headers?: CorrelationHeaders }
  /** Send the request id back in the response. @default false */
  readonly echoRequestId?: boolean
  /** What to believe of an incoming request; a function decides for one request. @default 'accept' */
  readonly trust?: TrustPolicy | ((request: IncomingRequest) => TrustPolicy)
}

/** Bounds on what one span or log record may hold, as the OpenTelemetry specification names them. */
export interface LimitOptions {
  /** Characters of a string value. @default unlimited */
  readonly attributeValueLength?: number
  /** @default 128 */
  readonly attributeCount?: number
  /** @default 128 */
  readonly eventCount?: number
  /** @default 128 */
  readonly linkCount?: number
  /** @default 128 */
  readonly attributePerEventCount?: number
  /** @default 128 */
  readonly attributePerLinkCount?: number
}

/** Everything that can be said in code. It comes before the environment, which comes before the defaults. */
export interface HeddleOptions {
  /** Who is speaking. @default from `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, the app's package.json, the host */
  readonly service?: ServiceIdentity
  /** Called in the life of spans and logs; one that throws is isolated, counted and reported once. */
  readonly on?: SpanCallbacks
  readonly export?: ExportOptions
  /**
   * Official exporters. They take the place of ours for their signal; name `'otlp'` beside them to keep ours too.
   * @example exporters: { logs: ['otlp', new OTLPLogExporter()] }
   */
  readonly exporters?: {
    readonly traces?: ExporterLike | readonly (ExporterLike | 'otlp')[]
    readonly logs?: ExporterLike | readonly (ExporterLike | 'otlp')[]
  }
  readonly spanProcessors?: readonly SpanProcessorLike[]
  readonly logRecordProcessors?: readonly LogRecordProcessorLike[]
  readonly resourceDetectors?: readonly ResourceDetectorLike[]
  /** More instrumentations, e.g. OpenTelemetry contrib's for a database. */
  readonly instrumentations?: readonly InstrumentationLike[]
  /** An official sampler, or a ratio from 0 to 1 that respects the caller's decision. @default everything */
  readonly sampler?: Sampler | number
  readonly propagation?: PropagationOptions
  readonly http?: HttpOptions
  /** Bridges of the loggers that the app already uses. */
  readonly bridges?: { readonly pino?: boolean | { readonly addIds?: boolean } }
  readonly limits?: LimitOptions
  /** The level of `heddle.logger()`. @default 'info' */
  readonly logLevel?: Level | 'silent'
  /** How long a shutdown may take, in milliseconds. @default 2_000 */
  readonly shutdownTimeoutMs?: number
  /** @default true, unless `OTEL_SDK_DISABLED` is true */
  readonly enabled?: boolean
}

/** Links that the trust policy left in an extracted context. */
export type LinksOf = (context: Context) => Link[]
