import type { Attributes, SpanKind, SpanStatus } from '@opentelemetry/api'
import type { LogAttributes, LogBody, SeverityNumber } from '@opentelemetry/api-logs'

/**
 * Called in the life of traces, spans and logs, on the spot. What they are given is a frozen snapshot with copies of the
 * attributes: they can change no id. One that throws or rejects is isolated, counted, and reported once. What a callback itself starts or logs is not
 * brought before the same callback again.
 */
export interface SpanCallbacks {
  /** A trace begins in this process, or one from outside comes in; before `spanStart` of the same span. */
  traceStart?(trace: TraceInfo): void | Promise<void>
  spanStart?(span: StartedSpan): void | Promise<void>
  spanEnd?(span: EndedSpan): void | Promise<void>
  log?(record: LogInfo): void | Promise<void>
}

export type CallbackName = keyof SpanCallbacks

export interface TraceInfo {
  readonly traceId: string
  /** Of the first span that this process has in the trace. */
  readonly spanId: string
  /** The name of that span when it starts; a server span often gets its route later. */
  readonly name: string
  /**
   * `local`: the trace begins here. `remote`: it was begun elsewhere and continues here, which one trace may do several
   * times in one process.
   */
  readonly origin: 'local' | 'remote'
  /** The span elsewhere that this one continues; only when `origin` is `remote`. */
  readonly remoteParentSpanId: string | undefined
  readonly sampled: boolean
}

interface SpanInfo {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly kind: SpanKind
  readonly sampled: boolean
  readonly attributes: Readonly<Attributes>
  /** Milliseconds since the epoch, with a fraction. */
  readonly startTimeMs: number
}

/** A span as it is when it starts. */
export interface StartedSpan extends SpanInfo {
  /** Adds attributes to the span itself, until it ends. `attributes` stays as it was at the start. */
  setAttributes(attributes: Attributes): void
}

/** A span as it is when it has ended. */
export interface EndedSpan extends SpanInfo {
  /** Milliseconds since the epoch, with a fraction. */
  readonly endTimeMs: number
  readonly durationMs: number
  readonly status: Readonly<SpanStatus>
  readonly eventCount: number
  readonly linkCount: number
}

/** A log record as it is when it is written. */
export interface LogInfo {
  /** Not copied: do not change it when it is an object. */
  readonly body: LogBody | undefined
  /** 1 to 24, as in the OpenTelemetry log data model. */
  readonly severity: SeverityNumber | undefined
  readonly severityText: string | undefined
  readonly eventName: string | undefined
  /** The record's own nested values are not copied: do not change them. */
  readonly attributes: Readonly<LogAttributes>
  /** Of the span that the log was written in. */
  readonly traceId: string | undefined
  readonly spanId: string | undefined
  /** Milliseconds since the epoch, with a fraction. */
  readonly timestampMs: number
}
