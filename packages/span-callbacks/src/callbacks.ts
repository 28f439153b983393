import type { Attributes, SpanKind, SpanStatus } from '@opentelemetry/api'
import type { LogAttributes, LogBody, SeverityNumber } from '@opentelemetry/api-logs'

/**
 * Callbacks in the life of traces, spans and logs. They run synchronously, within the call that
 * they observe. Their argument is a frozen snapshot with a copy of the attributes: a callback can
 * change no id. A callback that throws or rejects is isolated; the error is counted, and the first
 * one is reported. A callback is not called for the spans and logs that it makes itself.
 */
export interface SpanCallbacks {
  /**
   * A trace begins in this process or arrives from outside; called before `spanStart` of the same
   * span.
   */
  traceStart?(trace: TraceInfo): void | Promise<void>
  /** A recording span starts. */
  spanStart?(span: StartedSpan): void | Promise<void>
  /** A recording span ends; its snapshot has the final name, status and attributes. */
  spanEnd?(span: EndedSpan): void | Promise<void>
  /** A log record is emitted. */
  log?(record: LogInfo): void | Promise<void>
}

/** The name of a callback of {@link SpanCallbacks}. */
export type CallbackName = keyof SpanCallbacks

/** A trace as its first span in this process shows it. */
export interface TraceInfo {
  /** 32 lower-case hexadecimal digits. */
  readonly traceId: string
  /** The span id of the first span that this process has in the trace. */
  readonly spanId: string
  /** The span's name at its start; a server span often gets its route later. */
  readonly name: string
  /**
   * `local`: the trace begins here. `remote`: the trace began elsewhere and continues here, which
   * one trace may do several times in one process.
   */
  readonly origin: 'local' | 'remote'
  /** The remote span that this span continues; set only when `origin` is `remote`. */
  readonly remoteParentSpanId: string | undefined
  /** Whether the trace is sampled. */
  readonly sampled: boolean
}

interface SpanInfo {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly kind: SpanKind
  readonly sampled: boolean
  /** Lists are copied, what is nested is not: do not change it. */
  readonly attributes: Readonly<Attributes>
  /** Milliseconds since the epoch, with a fraction. */
  readonly startTimeMs: number
}

/** A span at its start. */
export interface StartedSpan extends SpanInfo {
  /**
   * Adds attributes to the span itself, until it ends. `attributes` stays as it was at the start.
   */
  setAttributes(attributes: Attributes): void
}

/** A span at its end. */
export interface EndedSpan extends SpanInfo {
  /** Milliseconds since the epoch, with a fraction. */
  readonly endTimeMs: number
  /** Milliseconds from start to end, with a fraction. */
  readonly durationMs: number
  /** The final status. */
  readonly status: Readonly<SpanStatus>
  /** The number of events on the span. */
  readonly eventCount: number
  /** The number of links on the span. */
  readonly linkCount: number
}

/** A log record at its emission. */
export interface LogInfo {
  /** Not copied: do not change it when it is an object. */
  readonly body: LogBody | undefined
  /** 1 to 24, as in the OpenTelemetry log data model. */
  readonly severity: SeverityNumber | undefined
  /** The logger's own name of the severity. */
  readonly severityText: string | undefined
  /** The event name, when the record is an event. */
  readonly eventName: string | undefined
  /** Nested values are not copied: do not change them. */
  readonly attributes: Readonly<LogAttributes>
  /** The trace id of the span that was active when the log was emitted. */
  readonly traceId: string | undefined
  /** The id of that span. */
  readonly spanId: string | undefined
  /** Milliseconds since the epoch, with a fraction. */
  readonly timestampMs: number
}
