/**
 * Attributes as received; without a prototype, so that no key of the sender's reaches
 * `Object.prototype`.
 */
export type ReceivedAttributes = Readonly<Record<string, unknown>>

/** The OTLP signals that a receiver answers. Metrics are acknowledged and not kept. */
export type Signal = 'traces' | 'logs' | 'metrics'

/** How a request was sent. */
export type Protocol = 'grpc' | 'http/protobuf' | 'http/json'

/** The instrumentation scope of a span or log record; an unknown scope has the name `''`. */
export interface ReceivedScope {
  /** The scope's name; `''` when unknown. */
  readonly name: string
  /** The scope's version; `''` when absent. */
  readonly version: string
  /** The scope's attributes. */
  readonly attributes: ReceivedAttributes
}

/** An event of a span. */
export interface ReceivedEvent {
  /** The event's name. */
  readonly name: string
  /** Nanoseconds since the epoch. */
  readonly timeUnixNano: bigint
  /** The event's attributes. */
  readonly attributes: ReceivedAttributes
  /** Attributes that the sender dropped. */
  readonly droppedAttributesCount: number
}

/** A link from a span to another. */
export interface ReceivedLink {
  /** The trace id of the linked span. */
  readonly traceId: string
  /** The span id of the linked span. */
  readonly spanId: string
  /** W3C tracestate of the linked span; `''` when absent. */
  readonly traceState: string
  /** As {@link ReceivedSpan.flags}, for the linked span. */
  readonly flags: number
  /** The link's attributes. */
  readonly attributes: ReceivedAttributes
  /** Attributes that the sender dropped. */
  readonly droppedAttributesCount: number
}

/** A span's kind as OTLP names it; a number that OTLP does not define reads as `UNSPECIFIED`. */
export type ReceivedSpanKind = 'UNSPECIFIED' | 'INTERNAL' | 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER'

/** A span's status code as OTLP names it; a number that OTLP does not define reads as `UNSET`. */
export type ReceivedStatusCode = 'UNSET' | 'OK' | 'ERROR'

/**
 * A received span. Ids are lower-case hex, of the length that was sent. Integer attributes are
 * numbers while they are safe integers and bigints beyond; byte values are `Uint8Array`s.
 */
export interface ReceivedSpan {
  /** The trace that the span belongs to. */
  readonly traceId: string
  /** The span's id. */
  readonly spanId: string
  /** `undefined` for a root span. */
  readonly parentSpanId: string | undefined
  /**
   * W3C trace flags in the low 8 bits; bit 0x100 says whether `0x200` is known, and 0x200 that the
   * parent is remote.
   */
  readonly flags: number
  /** W3C tracestate; `''` when absent. */
  readonly traceState: string
  /** The span's name. */
  readonly name: string
  /** The span's kind. */
  readonly kind: ReceivedSpanKind
  /** Nanoseconds since the epoch. */
  readonly startTimeUnixNano: bigint
  /** 0 for a span that was sent unfinished. */
  readonly endTimeUnixNano: bigint
  /**
   * End minus start in milliseconds; negative if the sender's clock went backwards, `NaN` while
   * unfinished.
   */
  readonly durationMs: number
  /** The span's attributes. */
  readonly attributes: ReceivedAttributes
  /** The events, in the order of the request. */
  readonly events: readonly ReceivedEvent[]
  /** The links, in the order of the request. */
  readonly links: readonly ReceivedLink[]
  /** The status; its message is `''` when absent. */
  readonly status: { readonly code: ReceivedStatusCode; readonly message: string }
  /** Attributes that the sender dropped. */
  readonly droppedAttributesCount: number
  /** Events that the sender dropped. */
  readonly droppedEventsCount: number
  /** Links that the sender dropped. */
  readonly droppedLinksCount: number
  /** The attributes of the resource. */
  readonly resource: ReceivedAttributes
  /** The instrumentation scope. */
  readonly scope: ReceivedScope
  /** The schema of the span's own attributes (the scope's, not the resource's). */
  readonly schemaUrl: string
}

/** A received log record; ids, integers and bytes as in {@link ReceivedSpan}. */
export interface ReceivedLog {
  /** `undefined` when the log was written outside any trace. */
  readonly traceId: string | undefined
  /** `undefined` when the log was written outside any span. */
  readonly spanId: string | undefined
  /** W3C trace flags in the low 8 bits. */
  readonly flags: number
  /** 1 to 24 as the log data model defines them, 0 when absent. */
  readonly severityNumber: number
  /** The sender's own name of the severity; `''` when absent. */
  readonly severityText: string
  /** The body; `undefined` when absent. */
  readonly body: unknown
  /** The log's attributes. */
  readonly attributes: ReceivedAttributes
  /** `''` when the record is no event. */
  readonly eventName: string
  /** 0 when the sender gave no time. */
  readonly timeUnixNano: bigint
  /** Nanoseconds since the epoch; 0 when absent. */
  readonly observedTimeUnixNano: bigint
  /** Attributes that the sender dropped. */
  readonly droppedAttributesCount: number
  /** The attributes of the resource. */
  readonly resource: ReceivedAttributes
  /** The instrumentation scope. */
  readonly scope: ReceivedScope
  /** The schema of the log's own attributes (the scope's, not the resource's). */
  readonly schemaUrl: string
}

/** One request as it reached the receiver, refused or not. */
export interface ReceivedRequest {
  /** `undefined` for a path that belongs to no OTLP signal. */
  readonly signal: Signal | undefined
  /** `undefined` when the content type is none of OTLP's. */
  readonly protocol: Protocol | undefined
  /** The path of the URL, for gRPC that of the method. */
  readonly path: string
  /** HTTP headers or gRPC metadata, with names in lower case; `, ` joins several values. */
  readonly headers: Readonly<Record<string, string>>
  /** The size of the body as sent, before inflating, in bytes. */
  readonly bytes: number
  /** Whether the body was sent compressed. */
  readonly compressed: boolean
  /** The number of spans or log records in the request. */
  readonly count: number
  /** Why the receiver itself refused the request; `undefined` when it was well-formed. */
  readonly error: string | undefined
  /** The time of arrival in milliseconds of the process's monotonic clock (`performance.now()`). */
  readonly arrivedAtMs: number
}
