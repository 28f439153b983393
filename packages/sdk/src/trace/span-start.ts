import type { Attributes, Link, SpanContext, SpanKind, TimeInput } from '@opentelemetry/api'
import type { InstrumentationScope } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import type { SpanLimits } from './span-limits'
import type { SpanProcessors } from './span-processors'

/** The parts that all spans of one tracer share. */
export interface SpanOrigin {
  readonly scope: InstrumentationScope
  readonly resource: Resource
  readonly limits: SpanLimits
  readonly processors: SpanProcessors
  /** Whether no processor reads a span again after its `onEnd`. */
  readonly exportOnly: boolean
  readonly onException?: OnException | undefined
}

/** Returns whether the exception becomes an event of the span. */
export type OnException = (span: ReadableSpan, attributes: Attributes, time: TimeInput | undefined) => boolean

/** What the tracer has decided about one span. */
export interface SpanStart {
  readonly name: string
  readonly kind: SpanKind
  readonly spanContext: SpanContext
  readonly parentSpanContext: SpanContext | undefined
  readonly attributes: Attributes
  readonly links: readonly Link[] | undefined
  /** How many of the given links are not among `links`. */
  readonly droppedLinks: number
  /** As the official SDK does, `null` is taken for nothing too. */
  readonly startTime: TimeInput | undefined
  /** The epoch of the trace: see `currentEpoch`. */
  readonly epoch: number
  /** `performance.now()` at the start, for a span that was given no start time. */
  readonly tick: number
}
