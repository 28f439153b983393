import type { HrTime, SpanContext } from '@opentelemetry/api'

/**
 * A set of attributes as the SDKs hand them over. Values of any shape are read totally: nothing in
 * them can throw out of the encoder.
 */
export type AttributesLike = Readonly<Record<string, unknown>>

/** An OpenTelemetry instrumentation scope. Records of one scope object travel together. */
export interface ScopeLike {
  readonly name: string
  readonly version?: string | undefined
  readonly schemaUrl?: string | undefined
  readonly attributes?: AttributesLike | undefined
  readonly droppedAttributesCount?: number | undefined
}

/** An OpenTelemetry resource: `Resource` of `@opentelemetry/resources` is one. */
export interface ResourceLike {
  readonly attributes: AttributesLike
  readonly schemaUrl?: string | undefined
  readonly asyncAttributesPending?: boolean | undefined
  waitForAsyncAttributes?(): Promise<void>
}

/** An event of a span. */
export interface EventLike {
  readonly name: string
  readonly time: HrTime
  readonly attributes?: AttributesLike | undefined
  readonly droppedAttributesCount?: number | undefined
}

/** A link of a span. */
export interface LinkLike {
  readonly context: SpanContext
  readonly attributes?: AttributesLike | undefined
  readonly droppedAttributesCount?: number | undefined
}

/**
 * An ended span: `ReadableSpan` of `@opentelemetry/sdk-trace-base` 2.x and of
 * `@opentelemetry/sdk-trace` 3.x is one.
 */
export interface SpanLike {
  readonly name: string
  readonly kind: number
  spanContext(): SpanContext
  readonly parentSpanContext?: SpanContext | undefined
  readonly startTime: HrTime
  readonly endTime: HrTime
  readonly status: { readonly code: number; readonly message?: string | undefined }
  readonly attributes: AttributesLike
  readonly events: readonly EventLike[]
  readonly links: readonly LinkLike[]
  readonly instrumentationScope: ScopeLike
  readonly droppedAttributesCount: number
  readonly droppedEventsCount: number
  readonly droppedLinksCount: number
}

/**
 * An emitted log record: `ReadableLogRecord` and `SdkLogRecord` of `@opentelemetry/sdk-logs` are
 * such.
 */
export interface LogRecordLike {
  readonly hrTime: HrTime
  readonly hrTimeObserved: HrTime
  readonly spanContext?: SpanContext | undefined
  readonly severityNumber?: number | undefined
  readonly severityText?: string | undefined
  readonly body?: unknown
  readonly eventName?: string | undefined
  readonly attributes: AttributesLike
  readonly instrumentationScope: ScopeLike
  readonly droppedAttributesCount: number
}

/**
 * The signals that are exported, and what one item of each is. A row more has the compiler ask for
 * a row of `SIGNALS`.
 */
export interface SignalItems {
  readonly traces: SpanLike
  readonly logs: LogRecordLike
}

export type SignalName = keyof SignalItems
