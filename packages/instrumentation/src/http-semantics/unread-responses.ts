import { AsyncResource } from 'node:async_hooks'
import type { Span } from '@opentelemetry/api'
import { reportOnce } from '../report'

/**
 * The key under which a span that may never end holds its would-be end, by `performance.now()`, for
 * the export of unfinished spans at process end. A registered symbol: the reader may belong to
 * another package.
 */
const ENDS_AT = Symbol.for('heddle.span.ends-at')

interface Waiting {
  readonly span: Span & { [ENDS_AT]?: (() => number | undefined) | undefined }
  /** When the response was last seen to continue, by `performance.now()`. */
  readonly at: number
  /** Whether somebody reads the response after all. */
  readonly isRead: () => boolean
}

/** How long a response may wait for its reader. */
const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 10_000
/** The most responses that wait at a time. Beyond it, the oldest counts as abandoned. */
const MAX_WAITING = 1_000

/**
 * Responses whose body nobody reads: they never end, and their spans would never be exported. After
 * half a minute such a span ends, with the time of the last read. By the conventions a span does
 * not wait for the clean-up of a response that was not read to its end.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span-duration
 */
export class UnreadResponses {
  readonly #waiting = new Map<Span, Waiting>()
  // Created at process start: a timer created in a request keeps that request's contexts alive.
  readonly #resource = new AsyncResource('heddle.unread-responses')
  readonly #patienceMs: number
  readonly #lookEveryMs: number
  #timer: NodeJS.Timeout | undefined

  /** @default patienceMs 30_000, lookEveryMs 10_000 */
  constructor({ patienceMs = PATIENCE_MS, lookEveryMs = LOOK_EVERY_MS } = {}) {
    this.#patienceMs = patienceMs
    this.#lookEveryMs = lookEveryMs
  }

  /** From now on, nobody reads the response. */
  add(span: Span, isRead = () => false): void {
    const at = performance.now()
    const waiting: Waiting = { span, at, isRead }
    waiting.span[ENDS_AT] = () => (isRead() ? undefined : at)
    this.#waiting.set(span, waiting)
    if (this.#waiting.size > MAX_WAITING) this.#end(this.#waiting.values().next().value!)
    this.#timer ??= this.#resource.runInAsyncScope(() => setTimeout(() => this.#look(), this.#lookEveryMs).unref())
  }

  /**
   * The response is read, or has ended.
   * @returns since when it has waited, by `performance.now()`; `undefined` if it has not
   */
  remove(span: Span): number | undefined {
    if (this.#waiting.size === 0) return undefined
    const waiting = this.#waiting.get(span)
    if (waiting === undefined) return undefined
    this.#waiting.delete(span)
    waiting.span[ENDS_AT] = undefined
    return waiting.at
  }

  #look(): void {
    this.#timer = undefined
    const latest = performance.now() - this.#patienceMs
    for (const waiting of this.#waiting.values()) {
      if (waiting.at > latest) break
      this.#end(waiting)
    }
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#look(), this.#lookEveryMs).unref()
  }

  #end({ span, at, isRead }: Waiting): void {
    this.remove(span)
    try {
      if (!isRead() && span.isRecording()) span.end(at)
    } catch (error) {
      reportOnce('the span of a response that nobody read could not be ended', error)
    }
  }
}

/** The unread responses of this process. */
export const unreadResponses = new UnreadResponses()
