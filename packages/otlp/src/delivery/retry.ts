import type { ContentType, RetryableFailure, Sender, SendOutcome } from '../send/sender'
import { CollectorHealth } from './collector-health'
import type { Hold } from './hold'
import type { Overflow } from './overflow'

/** Longest wait that a collector can impose with Retry-After or RetryInfo. */
const MAX_SERVER_DELAY_MS = 60_000
/**
 * How long connections must be refused before a pending `flush` gives up. A collector that is just
 * being restarted is often back by then, and no script should end noticeably later because there is
 * no collector at all.
 */
const REFUSAL_MS = 200
/** Pause after {@link RetryingSender.unref}, for a process that lives on. */
const UNREF_PAUSE_MS = 1_000

/** Waits between attempts, and when a request is given up. */
export interface RetryPolicy {
  readonly initialDelayMs: number
  readonly maxDelayMs: number
  readonly maxElapsedMs: number
}

/** Optional parts of a {@link RetryingSender}. */
export interface RetryParts {
  readonly onRetry?: (message: string) => void
  /**
   * Takes requests from here when the collector is failing. Without it, requests wait in memory
   * alone.
   */
  readonly overflow?: Pick<Overflow, 'isActive' | 'hasRoom'> | undefined
  /** Shared by all who send to the same collector. */
  readonly health?: CollectorHealth
  /** Keeps the process alive while a request is in flight. Without it, nothing does. */
  readonly hold?: Hold | undefined
  readonly random?: () => number
}

/** Told whenever a request has to be tried again, unless the process gave it up. */
export interface RetryListener {
  stalled(): void
}

/** A pending flush, for which waiting requests are tried at once. */
interface Expedite {
  /** Resolves when nothing listens at the other end, and has not for a moment. */
  readonly refused: Promise<void>
  end(): void
}

/**
 * The one owner of retries: sends again what the next stage says may be sent again, after the
 * larger of a jittered exponential backoff and the collector's own word, until the request was
 * delivered, was rejected, or has been tried for too long. Where there is an overflow with room, it
 * gives up after the first retry, and the outcome is `retry`.
 */
export class RetryingSender implements Sender {
  readonly #pauses = new Set<() => void>()
  readonly #expedites = new Set<() => void>()
  readonly #health: CollectorHealth
  #listener: RetryListener | undefined
  #closed = false
  readonly #next: Sender
  readonly #policy: RetryPolicy
  readonly #parts: RetryParts

  constructor(next: Sender, policy: RetryPolicy, parts: RetryParts = {}) {
    this.#next = next
    this.#policy = policy
    this.#parts = parts
    this.#health = parts.health ?? new CollectorHealth()
    next.onSign = () => this.#health.sign()
  }

  async send(request: Buffer, contentType?: ContentType): Promise<SendOutcome> {
    const health = this.#health
    const start = performance.now()
    // The collector may have asked another sender to wait.
    if (health.notBefore > start && !health.isLastAttempt) {
      if (this.#isKnownUnreachable) return { kind: 'retry', message: 'nothing listens', unreached: true }
      await this.#pause(health.notBefore - start)
    }
    for (let attempt = 0; ; attempt++) {
      if (this.#closed) return { kind: 'rejected', reason: 'shutdown', message: 'shut down' }
      const outcome = await this.#attempt(request, contentType)
      if (outcome.kind !== 'retry') return outcome
      const delayMs = this.#delayMs(attempt, outcome.afterMs)
      health.postpone(delayMs)
      if (this.#goesToOverflow(outcome, attempt)) return outcome
      const isRefused = outcome.unreached === true && this.#isAwaited
      const graceMs = isRefused ? this.#graceMs : 0
      if (isRefused && graceMs === 0) this.#tellWaiters()
      if (health.isLastAttempt && graceMs === 0)
        return { kind: 'rejected', reason: 'shutdown', message: outcome.message }
      if (performance.now() - start + delayMs > this.#policy.maxElapsedMs) {
        health.expedite()
        return { kind: 'rejected', reason: 'retry_exhausted', message: outcome.message }
      }
      if (!outcome.givenUp) {
        this.#parts.onRetry?.(outcome.message)
        this.#listener?.stalled()
      }
      await this.#pause(graceMs > 0 ? graceMs : delayMs)
      if (this.#parts.overflow?.isActive) return outcome
    }
  }

  /** Sets who is told of each request that has to be tried again. */
  follow(listener: RetryListener): void {
    this.#listener = listener
  }

  /** Tries at once what is waiting to be tried again. */
  wake(): void {
    this.#health.expedite()
    this.#resume()
  }

  /**
   * To be called when the overflow becomes active: requests that wait here end with `retry`, and
   * the wait goes on there.
   */
  releaseToOverflow(): void {
    this.#resume()
  }

  /**
   * {@link wake}. Until the returned flush ends, a collector that refuses connections is not waited
   * for.
   */
  expedite(): Expedite {
    let tell = () => {}
    const refused = new Promise<void>((resolve) => {
      tell = resolve
    })
    this.#expedites.add(tell)
    this.wake()
    return { refused, end: () => this.#expedites.delete(tell) }
  }

  /** Gives each request one more attempt and no further ones. */
  finish(): void {
    this.#health.finish()
    this.wake()
  }

  unref(): void {
    this.#health.postponeAtLeast(UNREF_PAUSE_MS)
    this.#next.unref?.()
  }

  close(): void {
    this.#closed = true
    this.finish()
    this.#next.close()
  }

  async #attempt(request: Buffer, contentType: ContentType | undefined): Promise<SendOutcome> {
    const endAttempt = this.#health.beginAttempt()
    const endHold = this.#parts.hold?.begin()
    const outcome = await this.#next.send(request, contentType)
    endHold?.()
    endAttempt(outcome)
    return outcome
  }

  /** Whether a flush or a shutdown waits for outcomes. */
  get #isAwaited(): boolean {
    return this.#expedites.size > 0 || this.#health.isLastAttempt
  }

  /**
   * Whether a flush is pending and another request has just found that nothing listens: a request
   * that has a place on disk goes there untried.
   */
  get #isKnownUnreachable(): boolean {
    return this.#expedites.size > 0 && this.#health.isRefusing && this.#parts.overflow?.hasRoom === true
  }

  /**
   * The first retry is made in memory, as most failures are over by then; but not while someone
   * waits for a collector that is not there.
   */
  #goesToOverflow({ unreached }: RetryableFailure, attempt: number): boolean {
    const { overflow } = this.#parts
    if (overflow?.hasRoom !== true) return false
    const isRefused = unreached === true && this.#expedites.size > 0
    return attempt > 0 || this.#health.isLastAttempt || overflow.isActive || isRefused
  }

  /**
   * How long a pending flush should still wait for a collector that refuses connections. With a
   * disk, not at all.
   */
  get #graceMs(): number {
    return this.#parts.overflow === undefined ? Math.max(0, REFUSAL_MS - this.#health.refusedMs) : 0
  }

  /** Tells pending flushes that nothing listens. */
  #tellWaiters(): void {
    for (const tell of this.#expedites) tell()
  }

  #delayMs(attempt: number, serverMs = 0): number {
    const { random = Math.random } = this.#parts
    const ceiling = Math.min(this.#policy.maxDelayMs, this.#policy.initialDelayMs * 2 ** attempt)
    const backoff = ceiling * (0.5 + random() / 2)
    return Math.max(backoff, serverMs > 0 ? Math.min(serverMs, MAX_SERVER_DELAY_MS) : 0)
  }

  #resume(): void {
    for (const resume of this.#pauses) resume()
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const resume = () => {
        clearTimeout(timer)
        this.#pauses.delete(resume)
        resolve()
      }
      const timer = setTimeout(resume, delayMs).unref()
      this.#pauses.add(resume)
    })
  }
}
