import type { OtlpProtocol, SpoolOptions } from '@heddle/otlp'

/** How records travel: OTLP over gRPC, or over HTTP as protobuf or JSON. */
export type Protocol = OtlpProtocol

/** Certificates for a collector behind TLS, as PEM. */
export interface TlsOptions {
  /** Authorities to trust instead of the system's. `OTEL_EXPORTER_OTLP_CERTIFICATE` names a file. */
  readonly ca?: string | Buffer | undefined
  /** The client's certificate, for mutual TLS. Needs `key`. `OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE` names a file. */
  readonly cert?: string | Buffer | undefined
  /** The client's private key. Needs `cert`. `OTEL_EXPORTER_OTLP_CLIENT_KEY` names a file. */
  readonly key?: string | Buffer | undefined
  /** No TLS for a gRPC endpoint without a scheme. With `http://` or `https://`, that decides. @default false */
  readonly insecure?: boolean | undefined
}

/** When a batch is sent: at whichever bound is reached first. */
export interface BatchOptions {
  /** Records. @default 2_048, at most a quarter of `maxQueueItems`; 512 for exporters of your own */
  readonly maxItems?: number | undefined
  /** Encoded bytes. Not for exporters of your own, which do not know them. @default 524_288 */
  readonly maxBytes?: number | undefined
  /** Age of the oldest record, in milliseconds. 0 is taken as 1. @default 1_000; 5_000 for span exporters of your own */
  readonly maxDelayMs?: number | undefined
}

/** Where one signal goes, and how. Whatever is left out comes from `export`, then from the environment. */
export interface SignalExportOptions {
  /**
   * HTTP: the full URL for this signal, to which nothing is appended. gRPC: `http(s)://host:port`, `host:port`,
   * `unix:path`, `dns:…`; with `https://` and no port 443, with `http://` and no port 4317.
   */
  readonly endpoint?: string | undefined
  /** @default 'grpc' for an endpoint on port 4317 or with `unix:` or `dns:`, else 'http/protobuf' */
  readonly protocol?: Protocol | undefined
  /** Sent with each request, e.g. for authorisation. Never shown in a message of ours. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  /** @default 'none' */
  readonly compression?: 'gzip' | 'none' | undefined
  /** For one request, in milliseconds; 0 is no limit. @default 10_000 */
  readonly timeoutMs?: number | undefined
  readonly tls?: TlsOptions | undefined
  /** For exporters of your own, too. */
  readonly batch?: BatchOptions | undefined
  /** Bytes of encoded records held in memory while they wait for the collector. @default 67_108_864 */
  readonly maxQueueBytes?: number | undefined
  /** Records held, as a second bound, for exporters of your own too. @default unlimited; 2_048 for those */
  readonly maxQueueItems?: number | undefined
}

/** Where spans and log records go: for both, and for each by itself. */
export interface ExportOptions extends SignalExportOptions {
  /**
   * The collector; for HTTP a base URL to which `/v1/traces` and `/v1/logs` are appended.
   * @default 'http://localhost:4318', or 'http://localhost:4317' when the protocol is 'grpc'
   */
  readonly endpoint?: string | undefined
  /** `false`: no spans are exported. */
  readonly traces?: SignalExportOptions | false | undefined
  /** `false`: no log records are exported. */
  readonly logs?: SignalExportOptions | false | undefined
  /**
   * Keeps on disk what cannot be sent, through an outage and from one process to the next. `false`: in memory alone.
   * Processes that share a `dir` must send to the same place. Its `journal` is written while all is well, too, so that a `kill -9` takes
   * the last 100 ms alone; `HEDDLE_SPOOL_JOURNAL` is its variable.
   * @default `dir` from `HEDDLE_SPOOL_DIR`, else one for this service in the user's state directory; off when `HEDDLE_SPOOL` is false
   */
  readonly spool?: Partial<SpoolOptions> | false | undefined
}

/** An official `SpanExporter` or `LogRecordExporter`, or any object of their shape. */
export interface ExporterLike {
  export(items: unknown[], done: (result: { code: number; error?: Error }) => void): void
  shutdown(): Promise<void>
  forceFlush?(): Promise<void>
}

/** Exporters of one signal: official ones, `'otlp'` for ours. An empty list exports nothing. */
export type SignalExporterOptions = 'otlp' | ExporterLike | readonly ('otlp' | ExporterLike)[]
