import type { ContentType, RetryableFailure, Sender, SendOutcome } from '../send/sender'
import { CollectorHealth } from './collector-health'
import type { Hold } from './hold'
import type { Overflow } from './overflow'

/** Longest wait that a collector can impose with Retry-After or RetryInfo. */
const MAX_SERVER_DELAY_MS = 60_000
/**
 * For how long nothing must be listening before someone who waits is told that it makes no sense. A collector that is just being restarted is
 * often back by then, and no script should end noticeably later because there is no collector at all.
 */
const REFUSAL_MS = 200
/** For how long nothing is tried again after the process was let end, if it lives on. */
const UNREF_PAUSE_MS = 1_000

/** How a request that may be retried is retried. */
export interface RetryPolicy {
  readonly initialDelayMs: number
  readonly maxDelayMs: number
  readonly maxElapsedMs: number
}

/** What a {@link RetryingSender} may be told beside its policy. */
export interface RetryParts {
  readonly onRetry?: (message: string) => void
  /** Without it, memory is all there is. */
  readonly overflow?: Pick<Overflow, 'isActive' | 'hasRoom'> | undefined
  /** Shared by all who send to the same collector. */
  readonly health?: CollectorHealth
  /** What keeps the process alive while a request is on its way. Without it, nothing does. */
  readonly hold?: Hold | undefined
  readonly random?: () => number
}

/** Told whenever a request has to be tried again, unless the process gave it up. */
export interface RetryListener {
  stalled(): void
}

/** Someone waits for the outcome. */
export interface Expedite {
  /** Resolves when nothing listens at the other end, and has not for a moment. */
  readonly refused: Promise<void>
  end(): void
}

/**
 * The one owner of retries: sends again what the next stage says may be sent again, after the larger of a jittered exponential backoff
 * and the collector's own word, until the request was delivered, was rejected, or has been tried for too long. Where there is a better place
 * than memory to wait in, it gives up after the first retry, and the outcome is `retry`.
 */
export class RetryingSender implements Sender {
  private readonly pauses = new Set<() => void>()
  private readonly expedites = new Set<() => void>()
  private readonly health: CollectorHealth
  private listener: RetryListener | undefined
  private closed = false

  constructor(
    private readonly next: Sender,
    private readonly policy: RetryPolicy,
    private readonly parts: RetryParts = {},
  ) {
    this.health = parts.health ?? new CollectorHealth()
    next.onSign = () => this.health.sign()
  }

  async send(request: Buffer, contentType?: ContentType): Promise<SendOutcome> {
    const { health } = this
    const start = performance.now()
    // Someone else may have been told to wait.
    if (health.notBefore > start && !health.isLastAttempt) {
      if (this.isKnownUnreachable) return { kind: 'retry', message: 'nothing listens', unreached: true }
      await this.pause(health.notBefore - start)
    }
    for (let attempt = 0; ; attempt++) {
      if (this.closed) return { kind: 'rejected', reason: 'shutdown', message: 'shut down' }
      const outcome = await this.attempt(request, contentType)
      if (outcome.kind !== 'retry') return outcome
      const delayMs = this.delayMs(attempt, outcome.afterMs)
      health.postpone(delayMs)
      if (this.goesToOverflow(outcome, attempt)) return outcome
      const isRefused = outcome.unreached === true && this.isAwaited
      const graceMs = isRefused ? this.graceMs : 0
      if (isRefused && graceMs === 0) this.tellWaiters()
      if (health.isLastAttempt && graceMs === 0)
        return { kind: 'rejected', reason: 'shutdown', message: outcome.message }
      if (performance.now() - start + delayMs > this.policy.maxElapsedMs) {
        health.expedite()
        return { kind: 'rejected', reason: 'retry_exhausted', message: outcome.message }
      }
      if (!outcome.givenUp) {
        this.parts.onRetry?.(outcome.message)
        this.listener?.stalled()
      }
      await this.pause(graceMs > 0 ? graceMs : delayMs)
      if (this.parts.overflow?.isActive) return outcome
    }
  }

  /** Whom to tell of what has to be tried again. */
  follow(listener: RetryListener): void {
    this.listener = listener
  }

  /** Tries at once what is waiting to be tried again. */
  wake(): void {
    this.health.expedite()
    this.resume()
  }

  /** To be called when everything begins to go to the better place: what waits here goes there too, and the wait goes on there. */
  releaseToOverflow(): void {
    this.resume()
  }

  /** {@link wake}, and while someone waits, a collector that refuses connections is not waited for. */
  expedite(): Expedite {
    let tell = () => {}
    const refused = new Promise<void>((resolve) => {
      tell = resolve
    })
    this.expedites.add(tell)
    this.wake()
    return { refused, end: () => this.expedites.delete(tell) }
  }

  /** Gives everything one more attempt and no further ones. */
  finish(): void {
    this.health.finish()
    this.wake()
  }

  unref(): void {
    this.health.postponeAtLeast(UNREF_PAUSE_MS)
    this.next.unref?.()
  }

  close(): void {
    this.closed = true
    this.finish()
    this.next.close()
  }

  private async attempt(request: Buffer, contentType: ContentType | undefined): Promise<SendOutcome> {
    const endAttempt = this.health.beginAttempt()
    const endHold = this.parts.hold?.begin()
    const outcome = await this.next.send(request, contentType)
    endHold?.()
    endAttempt(outcome)
    return outcome
  }

  /** Whether someone waits for the outcome of what is sent. */
  private get isAwaited(): boolean {
    return this.expedites.size > 0 || this.health.isLastAttempt
  }

  /** Someone waits, and someone else has found just now that nothing listens: what has a place on disk goes there untried. */
  private get isKnownUnreachable(): boolean {
    return this.expedites.size > 0 && this.health.isRefusing && this.parts.overflow?.hasRoom === true
  }

  /** The first retry is made in memory, as most failures are over by then; but not while someone waits for a collector that is not there. */
  private goesToOverflow({ unreached }: RetryableFailure, attempt: number): boolean {
    const { overflow } = this.parts
    if (overflow?.hasRoom !== true) return false
    const isRefused = unreached === true && this.expedites.size > 0
    return attempt > 0 || this.health.isLastAttempt || overflow.isActive || isRefused
  }

  /** How long someone who waits should still give a collector that refuses connections. Without a disk, it may just be restarting. */
  private get graceMs(): number {
    return this.parts.overflow === undefined ? Math.max(0, REFUSAL_MS - this.health.refusedMs) : 0
  }

  /** Nothing listens, so that it makes no sense to wait any longer. */
  private tellWaiters(): void {
    for (const tell of this.expedites) tell()
  }

  private delayMs(attempt: number, serverMs = 0): number {
    const { random = Math.random } = this.parts
    const ceiling = Math.min(this.policy.maxDelayMs, this.policy.initialDelayMs * 2 ** attempt)
    const backoff = ceiling * (0.5 + random() / 2)
    return Math.max(backoff, serverMs > 0 ? Math.min(serverMs, MAX_SERVER_DELAY_MS) : 0)
  }

  private resume(): void {
    for (const resume of this.pauses) resume()
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const resume = () => {
        clearTimeout(timer)
        this.pauses.delete(resume)
        resolve()
      }
      const timer = setTimeout(resume, delayMs).unref()
      this.pauses.add(resume)
    })
  }
}
