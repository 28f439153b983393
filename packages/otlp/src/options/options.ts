import type { MeterProvider } from '@opentelemetry/api'
import type { ResourceLike } from '../telemetry'
import type { SpoolOptions } from './spool'

/** The transports and encodings of the OTLP specification. */
export type OtlpProtocol = 'grpc' | 'http/protobuf' | 'http/json'

/**
 * TLS of a connection. Without it, an `https` endpoint is verified against the certificates that
 * Node.js trusts.
 */
export interface TlsOptions {
  /** PEM of the certificate authorities to trust instead of Node.js's own. */
  readonly ca?: string | Buffer | undefined
  /** PEM of the client certificate chain, for mutual TLS. Needs `key`. */
  readonly cert?: string | Buffer | undefined
  /** PEM of the client certificate's private key. Needs `cert`. */
  readonly key?: string | Buffer | undefined
  /**
   * For a gRPC endpoint without a scheme: connect without TLS. With a scheme, the scheme decides.
   * @default false
   */
  readonly insecure?: boolean | undefined
}

/** When a batch is complete: as soon as one of these is reached. */
export interface BatchOptions {
  /** Spans or log records in a batch. @default 2_048, at most a quarter of `maxQueueItems` */
  readonly maxItems?: number | undefined
  /** Encoded size of a batch, at most 48 MiB; a larger single item goes alone. @default 524_288 */
  readonly maxBytes?: number | undefined
  /** Age of a batch's oldest item, in milliseconds. @default 1_000 */
  readonly maxDelayMs?: number | undefined
}

/**
 * How a request is retried when the OTLP specification allows it for its answer, or for the lack of
 * one.
 */
export interface RetryOptions {
  /**
   * Longest first wait, in milliseconds. It doubles with every attempt; the actual wait is a random
   * 50 to 100 % of it.
   * @default 1_000
   */
  readonly initialDelayMs?: number | undefined
  /**
   * Longest wait between two attempts, in milliseconds, unless the collector asks for more (at most
   * 60 s are granted).
   * @default 30_000
   */
  readonly maxDelayMs?: number | undefined
  /**
   * How long one batch is tried, in milliseconds, before it is dropped and counted as
   * `retry_exhausted`.
   * @default 300_000
   */
  readonly maxElapsedMs?: number | undefined
}

/** Where and how one signal is sent. */
export interface SignalOptions {
  /**
   * HTTP: the whole URL, such as `http://localhost:4318/v1/traces`. gRPC: `http(s)://host:port`,
   * `unix:path`, or `host:port`.
   */
  readonly endpoint: string
  /** Transport and encoding. Required, as there is no default that works everywhere. */
  readonly protocol: OtlpProtocol
  /**
   * HTTP headers or gRPC metadata, sent with every request. Their values never appear in messages.
   * A name or value that HTTP does not allow is refused with an `OtlpOptionsError`.
   * @default {}
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** @default 'none', as the specification has it */
  readonly compression?: 'gzip' | 'none' | undefined
  /**
   * Timeout of one attempt, from connecting to the end of the answer, in milliseconds.
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined
  /**
   * TLS of the connection. Material that Node.js cannot read is refused with an `OtlpOptionsError`.
   * @default the authorities that Node.js trusts
   */
  readonly tls?: TlsOptions | undefined
  /** When a batch is complete. @default 2_048 items, 512 KiB or 1 s */
  readonly batch?: BatchOptions | undefined
  /** How failed requests are retried. @default waits of 1 s to 30 s, for 300 s */
  readonly retry?: RetryOptions | undefined
  /**
   * Bytes of closed batches held in memory, waiting or in flight. When full, new batches are
   * dropped and counted.
   * @default 67_108_864
   */
  readonly maxQueueBytes?: number | undefined
  /**
   * Items in those batches, as a second bound; a batch is never larger.
   * @default unlimited, `maxQueueBytes` is the bound
   */
  readonly maxQueueItems?: number | undefined
  /**
   * Requests in flight at once. More than 1 gives up the order of delivery for throughput.
   * @default 1
   */
  readonly maxInFlight?: number | undefined
}

/** Something that an operator should know, in plain words and without secrets. */
export interface Problem {
  /** Stable: `<signal>_<what>`, such as `traces_unreachable`. */
  readonly code: string
  /**
   * One sentence with signal and endpoint, and one on what to do about the problem where that is
   * known.
   */
  readonly message: string
}

/** Options of {@link createOtlpPipeline}. */
export interface OtlpPipelineOptions {
  /**
   * The resource that every request carries. It is encoded once per signal, at the first send,
   * which waits up to 5 s for its asynchronous attributes.
   */
  readonly resource: ResourceLike
  /** Where spans go. Without it, the span processor does nothing. */
  readonly traces?: SignalOptions | undefined
  /** Where log records go. Without it, the log record processor does nothing. */
  readonly logs?: SignalOptions | undefined
  /**
   * Keeps on disk what cannot be sent now. Without this option, telemetry is held in memory alone.
   */
  readonly spool?: SpoolOptions | undefined
  /**
   * Gets the ledger as OpenTelemetry's own metrics about an SDK, `otel.sdk.*`.
   * @default the global meter provider, whenever one is registered
   */
  readonly meterProvider?: MeterProvider | undefined
  /**
   * Called once for each kind of problem. What it throws is ignored.
   * @default `diag.warn` of `@opentelemetry/api`
   */
  readonly onProblem?: ((problem: Problem) => void) | undefined
}
