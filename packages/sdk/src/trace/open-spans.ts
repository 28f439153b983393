import { type Context, type HrTime, type SpanContext, SpanStatusCode } from '@opentelemetry/api'
import { hrTimeDuration } from '@opentelemetry/core'
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { EPOCH, epochOf, timeOf } from '../clock'
import { snapshotOf } from './span-snapshot'

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

/** Where the span of a response that nobody reads says when it would have ended, by `performance.now()`: `@heddle/instrumentation` puts it there. */
const ENDS_AT = Symbol.for('heddle.span.ends-at')

export const OLDER = Symbol('heddle.older-open-span')
export const NEWER = Symbol('heddle.newer-open-span')

/** A span that may be in the list of the open ones. {@link HeddleSpan} has the links from its construction on. */
export interface ListedSpan {
  readonly [EPOCH]?: number | undefined
  [OLDER]?: ListedSpan | undefined
  [NEWER]?: ListedSpan | undefined
}

/**
 * Knows the spans that have begun and not ended, so that the last requests of a process are not the ones that nobody can
 * look up. Stands before the other processors.
 *
 * They are a ring, from the oldest to the newest, that is linked through the spans themselves: to put each into a `Set` and to take it out
 * again costs 0.3 µs a request.
 */
export class OpenSpans implements SpanProcessor {
  private readonly ends: ListedSpan = {}
  private count = 0

  /**
   * @param processors those that ended spans are given to
   * @param onFirst called when a span begins while none is open
   */
  constructor(
    private readonly processors: readonly SpanProcessor[],
    private readonly onFirst: () => void = () => {},
  ) {
    this.ends[OLDER] = this.ends
    this.ends[NEWER] = this.ends
  }

  get size(): number {
    return this.count
  }

  onStart(started: Span, _parentContext: Context): void {
    const span = started as ListedSpan
    const newest = this.ends[OLDER]!
    span[OLDER] = newest
    span[NEWER] = this.ends
    newest[NEWER] = span
    this.ends[OLDER] = span
    if (++this.count === 1) this.onFirst()
    else if (this.count > MAX_OPEN) this.remove(this.ends[NEWER]!)
  }

  onEnd(span: ReadableSpan): void {
    this.remove(span as ListedSpan)
  }

  /**
   * Gives out what is open as if it ended now, marked with {@link UNFINISHED}. The spans themselves are left as they
   * are: should the app live on after all, each ends once more, in its own time.
   */
  giveOut(failure?: Failure): void {
    for (const span of this.takeAll()) {
      if (hasEnded(span as ListedSpan & Span)) continue
      const unfinished = endedAt(timeOf(epochOf(span)), span as ListedSpan & Span, failure)
      for (const processor of this.processors) processor.onEnd(unfinished)
    }
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}

  private takeAll(): ListedSpan[] {
    const spans: ListedSpan[] = []
    while (this.count > 0) {
      const oldest = this.ends[NEWER]!
      spans.push(oldest)
      this.remove(oldest)
    }
    return spans
  }

  /** Does nothing for a span that is not in the list any more. */
  private remove(span: ListedSpan): void {
    const older = span[OLDER]
    const newer = span[NEWER]
    if (older === undefined || newer === undefined) return
    older[NEWER] = newer
    newer[OLDER] = older
    // A span that someone keeps must not keep its neighbours.
    span[OLDER] = undefined
    span[NEWER] = undefined
    this.count--
  }
}

/** Ends what only waited for a response to be read that nobody reads: it is finished. */
function hasEnded(span: Span & { readonly [ENDS_AT]?: () => number | undefined }): boolean {
  const endsAt = span[ENDS_AT]?.()
  if (endsAt === undefined) return false
  span.end(endsAt)
  return true
}

/** Of the span that was active at a crash, the status is that of the crash, unless the app had set one. */
function endedAt(endTime: HrTime, span: Span & ReadableSpan, failure: Failure | undefined): ReadableSpan {
  const { status } = span
  const isFailed = failure?.spanContext?.spanId === span.spanContext().spanId && status.code === SpanStatusCode.UNSET
  return {
    ...snapshotOf(span),
    endTime,
    duration: hrTimeDuration(span.startTime, endTime),
    status: isFailed ? { code: SpanStatusCode.ERROR, message: failure.message } : status,
    attributes: { ...span.attributes, [UNFINISHED]: true },
    ended: true,
  }
}
