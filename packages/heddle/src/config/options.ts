import type { ServiceIdentity } from '@heddle/identity'
import type { IncomingRequest, OutgoingRequest, PropagationTarget } from '@heddle/instrumentation/http'
import type { Level } from '@heddle/logger'
import type { CorrelationHeaders, PropagationFormat, TrustPolicy } from '@heddle/propagation'
import type { SpanCallbacks } from '@heddle/span-callbacks'
import type { Context, Link, MeterProvider, Sampler, TextMapPropagator } from '@opentelemetry/api'
import type { ExportOptions, SignalExporterOptions } from './settings/export/options'
import type { LedgerOptions } from './settings/process/ledger'

/** The same options, each of which may also be given as `undefined`. */
export type OrUndefined<T> = { readonly [K in keyof T]?: T[K] | undefined }

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

/** An official `ResourceDetector`. */
export interface ResourceDetectorLike {
  detect(config?: unknown): { attributes?: Record<string, unknown> | undefined }
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

/** Settings of the HTTP, fetch, Express and Fastify instrumentation. A function among them that throws is reported once. */
export interface HttpOptions {
  /** `hop`: one server span a request. `all`: also one for each middleware, hook and handler. @default 'hop' */
  readonly spans?: 'hop' | 'all' | undefined
  /**
   * Served requests that are not traced, e.g. health checks: whole paths, without the query; beginnings, with a `*` at
   * the end; or patterns. Nothing below an ignored request is traced either. @default none
   */
  readonly ignorePaths?: readonly (string | RegExp)[] | undefined
  /** Ignores the served requests for which it returns `true`, like `ignorePaths`. */
  readonly ignoreRequest?: ((request: IncomingRequest) => boolean) | undefined
  /** Leaves the sent requests for which it returns `true` untouched: no span, no trace context. */
  readonly ignoreOutgoing?: ((request: OutgoingRequest) => boolean) | undefined
  /**
   * Where trace context and baggage may go with sent requests: hosts (`api.internal`, `localhost:8080`), all below a domain (`*.internal`),
   * or patterns for the URL. Everyone else gets neither; the span is there all the same. An empty list is nobody.
   * @default `HEDDLE_PROPAGATE_TO`, else everywhere
   */
  readonly propagateTo?: readonly PropagationTarget[] | undefined
  /** Query parameters to redact besides the signatures that the semantic conventions list. @default none */
  readonly redactQueryParameters?: readonly string[] | undefined
  /**
   * Methods that `http.request.method` may name; any other becomes `_OTHER`.
   * @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`, else the methods of RFC 9110, PATCH and QUERY
   */
  readonly knownMethods?: readonly string[] | undefined
  /**
   * Whether `Forwarded` and `X-Forwarded-*` decide the client's address, the server's name and the scheme. Only behind a
   * proxy that sets or strips them: anyone else can write what they like into them. @default false
   */
  readonly trustForwardedHeaders?: boolean | undefined
  /** Request headers to record as `http.request.header.<name>`. @default none */
  readonly captureRequestHeaders?: readonly string[] | undefined
  /** Response headers to record as `http.response.header.<name>`. @default none */
  readonly captureResponseHeaders?: readonly string[] | undefined
}

/** How a trace enters and leaves the process. */
export interface PropagationOptions {
  /** Formats by name, and official propagators. @default ['tracecontext', 'baggage'] */
  readonly formats?: readonly (PropagationFormat | TextMapPropagator)[] | undefined
  /** Names of the correlation headers; giving this turns the `correlation` format on. */
  readonly correlation?: { readonly headers?: OrUndefined<CorrelationHeaders> | undefined } | undefined
  /** Send the request id back in the response. @default false */
  readonly echoRequestId?: boolean | undefined
  /** What to believe of an incoming request; a function decides for one request. @default 'accept' */
  readonly trust?: TrustPolicy | ((request: IncomingRequest) => TrustPolicy) | undefined
}

/** Bounds on what one span or log record may hold, as the OpenTelemetry specification names them; `Infinity` for none. */
export interface LimitOptions {
  /** Characters of a string value. @default Infinity */
  readonly attributeValueLength?: number | undefined
  /** @default 128 */
  readonly attributeCount?: number | undefined
  /** @default 128 */
  readonly eventCount?: number | undefined
  /** @default 128 */
  readonly linkCount?: number | undefined
  /** @default 128 */
  readonly attributePerEventCount?: number | undefined
  /** @default 128 */
  readonly attributePerLinkCount?: number | undefined
}

/** Everything that can be said in code. It comes before the environment, which comes before the defaults. */
export interface HeddleOptions {
  /** Who is speaking. @default from `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, the app's package.json, the host */
  readonly service?: ServiceIdentity | undefined
  /** Called in the life of spans and logs; one that throws is isolated, counted and reported once. */
  readonly on?: OrUndefined<SpanCallbacks> | undefined
  readonly export?: ExportOptions | undefined
  /**
   * Official exporters. They take the place of ours for their signal; name `'otlp'` beside them to keep ours too. An empty
   * list exports nothing. @default `OTEL_TRACES_EXPORTER`, `OTEL_LOGS_EXPORTER`, else 'otlp'
   * @example exporters: { logs: ['otlp', new OTLPLogExporter()] }
   */
  readonly exporters?:
    | {
        readonly traces?: SignalExporterOptions | undefined
        readonly logs?: SignalExporterOptions | undefined
      }
    | undefined
  readonly spanProcessors?: readonly SpanProcessorLike[] | undefined
  readonly logRecordProcessors?: readonly LogRecordProcessorLike[] | undefined
  readonly resourceDetectors?: readonly ResourceDetectorLike[] | undefined
  /** More instrumentations, e.g. OpenTelemetry contrib's for a database; lists of them may be members too. */
  readonly instrumentations?: readonly (InstrumentationLike | readonly InstrumentationLike[])[] | undefined
  /** An official sampler, or a ratio from 0 to 1 that respects the caller's decision. @default everything */
  readonly sampler?: Sampler | number | undefined
  readonly propagation?: PropagationOptions | undefined
  readonly http?: HttpOptions | undefined
  /** Bridges of the loggers that the app already uses. */
  readonly bridges?: { readonly pino?: boolean | { readonly addIds?: boolean | undefined } | undefined } | undefined
  readonly limits?: LimitOptions | undefined
  readonly ledger?: LedgerOptions | undefined
  /**
   * An official meter provider, which is given the ledger as metrics by the semantic conventions `otel.sdk.*`.
   * @default the global one, whenever one is registered
   */
  readonly meterProvider?: MeterProvider | undefined
  /** The level of `heddle.logger()`. @default 'info' */
  readonly logLevel?: Level | 'silent' | undefined
  /** How long a shutdown may take, in milliseconds; 0 does not wait. @default 2_000 */
  readonly shutdownTimeoutMs?: number | undefined
  /** @default true, unless `OTEL_SDK_DISABLED` is true */
  readonly enabled?: boolean | undefined
}

/** Links that the trust policy left in an extracted context. */
export type LinksOf = (context: Context) => Link[]
