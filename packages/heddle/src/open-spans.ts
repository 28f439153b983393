import { type Context, type HrTime, type SpanContext, SpanStatusCode } from '@opentelemetry/api'
import { hrTime, hrTimeDuration } from '@opentelemetry/core'
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node'

/** Marks a span that was given out because the process, or Heddle, ended before it did. */
export const UNFINISHED = 'heddle.unfinished'

/** Why the process ends, if it crashes. */
export interface Failure {
  /** The span that was active. */
  readonly spanContext: SpanContext | undefined
  readonly message: string
}

// Spans that are begun and never ended are the app's leak: it must not become ours. Far more than a process has under way.
const MAX_OPEN = 10_000

/**
 * Knows the spans that have begun and not ended, so that the last requests of a process are not the ones that nobody can
 * look up. Stands before the other processors.
 */
export class OpenSpans implements SpanProcessor {
  private readonly open = new Set<Span>()

  /** @param processors those that ended spans are given to */
  constructor(private readonly processors: readonly SpanProcessor[]) {}

  get size(): number {
    return this.open.size
  }

  onStart(span: Span, _parentContext: Context): void {
    this.open.add(span)
    if (this.open.size > MAX_OPEN) for (const oldest of this.open) return void this.open.delete(oldest)
  }

  onEnd(span: ReadableSpan): void {
    this.open.delete(span as Span)
  }

  /**
   * Gives out what is open as if it ended now, marked with {@link UNFINISHED}. The spans themselves are left as they
   * are: should the app live on after all, each ends once more, in its own time.
   */
  giveOut(failure?: Failure): void {
    const spans = [...this.open]
    this.open.clear()
    const now = hrTime()
    for (const span of spans) {
      const unfinished = endedAt(now, span, failure)
      for (const processor of this.processors) processor.onEnd(unfinished)
    }
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}

/** Of the span that was active at a crash, the status is that of the crash, unless the app had set one. */
function endedAt(endTime: HrTime, span: Span & ReadableSpan, failure: Failure | undefined): ReadableSpan {
  const spanContext = span.spanContext()
  const isFailed = failure?.spanContext?.spanId === spanContext.spanId && span.status.code === SpanStatusCode.UNSET
  const { name, kind, parentSpanContext, startTime, attributes, links, events, resource, instrumentationScope } = span
  return {
    name,
    kind,
    spanContext: () => spanContext,
    ...(parentSpanContext && { parentSpanContext }),
    startTime,
    endTime,
    duration: hrTimeDuration(startTime, endTime),
    status: isFailed ? { code: SpanStatusCode.ERROR, message: failure.message } : span.status,
    attributes: { ...attributes, [UNFINISHED]: true },
    links,
    events,
    ended: true,
    resource,
    instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  }
}
