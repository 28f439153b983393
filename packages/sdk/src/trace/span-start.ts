import type { Attributes, Link, SpanContext, SpanKind, TimeInput } from '@opentelemetry/api'
import type { InstrumentationScope } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import type { SpanLimits } from './span-limits'
import type { SpanProcessors } from './span-processors'

/** What all spans of one tracer share. */
export interface SpanOrigin {
  readonly scope: InstrumentationScope
  readonly resource: Resource
  readonly limits: SpanLimits
  readonly processors: SpanProcessors
  /** That no processor looks at a span again after its `onEnd`. */
  readonly exportOnly: boolean
}

/** What the tracer has decided about one span. */
export interface SpanStart {
  readonly name: string
  readonly kind: SpanKind
  readonly spanContext: SpanContext
  readonly parentSpanContext: SpanContext | undefined
  readonly attributes: Attributes
  readonly links: readonly Link[] | undefined
  /** How many of those that were given are not among them. */
  readonly droppedLinks: number
  /** As the official SDK does, `null` is taken for nothing too. */
  readonly startTime: TimeInput | undefined
  /** What the times of its trace are told by. */
  readonly epoch: number
  /** When it starts, if no other time was given: what `performance.now()` said. */
  readonly tick: number
}
