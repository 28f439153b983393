import { type Context, type HrTime, type SpanContext, SpanStatusCode } from '@opentelemetry/api'
import { hrTimeDuration } from '@opentelemetry/core'
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { EPOCH, epochOf, timeOf } from '../clock'
import { snapshotOf } from './span-snapshot'

/**
 * Marks a span that was exported unfinished, because the process, or Heddle, ended before the span
 * did.
 */
export const UNFINISHED = 'heddle.unfinished'

/** Why the process ends, if it crashes. */
export interface Failure {
  /** The span that was active. */
  readonly spanContext: SpanContext | undefined
  readonly message: string
}

// An app that never ends its spans leaks them. This list must not leak too: the bound is far above
// what a process has in flight.
const MAX_OPEN = 10_000

/**
 * `@heddle/instrumentation` sets this on the span of a response that nobody reads: a function that
 * returns when the span would have ended, by `performance.now()`.
 */
const ENDS_AT = Symbol.for('heddle.span.ends-at')

export const OLDER = Symbol('heddle.older-open-span')
export const NEWER = Symbol('heddle.newer-open-span')

/**
 * A span that may be in the list of the open ones. {@link HeddleSpan} has the links from its
 * construction on.
 */
export interface ListedSpan {
  readonly [EPOCH]?: number | undefined
  [OLDER]?: ListedSpan | undefined
  [NEWER]?: ListedSpan | undefined
}

/**
 * Lists the spans that have begun and not ended, so that the last requests of a process can be
 * looked up too. Stands before the other processors.
 *
 * The list is a ring from the oldest span to the newest, linked through the spans themselves:
 * adding each span to a `Set` and deleting it again costs 0.3 µs a request.
 */
export class OpenSpans implements SpanProcessor {
  readonly #ends: ListedSpan = {}
  #count = 0
  readonly #processors: readonly SpanProcessor[]
  readonly #onFirst: () => void

  /**
   * @param processors those that ended spans are given to
   * @param onFirst called when a span begins while none is open
   */
  constructor(processors: readonly SpanProcessor[], onFirst: () => void = () => {}) {
    this.#processors = processors
    this.#onFirst = onFirst

    this.#ends[OLDER] = this.#ends
    this.#ends[NEWER] = this.#ends
  }

  get size(): number {
    return this.#count
  }

  onStart(started: Span, _parentContext: Context): void {
    const span = started as ListedSpan
    const newest = this.#ends[OLDER]!
    span[OLDER] = newest
    span[NEWER] = this.#ends
    newest[NEWER] = span
    this.#ends[OLDER] = span
    if (++this.#count === 1) this.#onFirst()
    else if (this.#count > MAX_OPEN) this.#remove(this.#ends[NEWER]!)
  }

  onEnd(span: ReadableSpan): void {
    this.#remove(span as ListedSpan)
  }

  /**
   * Gives the processors a copy of each open span, as if the span ended now, marked with {@link
   * UNFINISHED}. The spans themselves stay as they are: should the app live on after all, each span
   * ends once more, in its own time.
   */
  exportUnfinished(failure?: Failure): void {
    for (const span of this.#takeAll()) {
      if (hasEnded(span as ListedSpan & Span)) continue
      const unfinished = endedAt(timeOf(epochOf(span)), span as ListedSpan & Span, failure)
      for (const processor of this.#processors) processor.onEnd(unfinished)
    }
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}

  #takeAll(): ListedSpan[] {
    const spans: ListedSpan[] = []
    while (this.#count > 0) {
      const oldest = this.#ends[NEWER]!
      spans.push(oldest)
      this.#remove(oldest)
    }
    return spans
  }

  /** Does nothing for a span that is not in the list any more. */
  #remove(span: ListedSpan): void {
    const older = span[OLDER]
    const newer = span[NEWER]
    if (older === undefined || newer === undefined) return
    older[NEWER] = newer
    newer[OLDER] = older
    // A span that someone keeps must not keep its neighbours.
    span[OLDER] = undefined
    span[NEWER] = undefined
    this.#count--
  }
}

/** Ends a span that only waited for a response which nobody reads: such a span is finished. */
function hasEnded(span: Span & { readonly [ENDS_AT]?: () => number | undefined }): boolean {
  const endsAt = span[ENDS_AT]?.()
  if (endsAt === undefined) return false
  span.end(endsAt)
  return true
}

/**
 * A copy of the span, ended. The span that was active at a crash gets the status of the crash,
 * unless the app had set one.
 */
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
