import type { Sender, SendOutcome } from './sender'

/** Longest wait that a collector can impose with Retry-After or RetryInfo. */
const MAX_SERVER_DELAY_MS = 60_000

/** How a request that may be retried is retried. */
export interface RetryPolicy {
  readonly initialDelayMs: number
  readonly maxDelayMs: number
  readonly maxElapsedMs: number
}

/**
 * The one owner of retries: sends again what the next stage says may be sent again, after the larger of a jittered exponential backoff
 * and the collector's own word, until the request was delivered, was rejected, or has been tried for too long. While `canHandBack` says
 * that there is a better place than memory to wait in, it gives up after the first retry, and the outcome is `retry`.
 */
export class RetryingSender implements Sender {
  private readonly pauses = new Set<() => void>()
  private lastAttempt = false
  private closed = false

  constructor(
    private readonly next: Sender,
    private readonly policy: RetryPolicy,
    private readonly onRetry: (message: string) => void,
    private readonly canHandBack: () => boolean = () => false,
    private readonly random: () => number = Math.random,
  ) {}

  async send(request: Buffer): Promise<SendOutcome> {
    const start = performance.now()
    for (let attempt = 0; ; attempt++) {
      if (this.closed) return { kind: 'rejected', reason: 'shutdown', message: 'shut down' }
      const outcome = await this.next.send(request)
      if (outcome.kind !== 'retry') return outcome
      // The first retry is made in any case: most failures are over by then, and not worth a write to disk.
      if ((attempt > 0 || this.lastAttempt) && this.canHandBack()) return outcome
      if (this.lastAttempt) return { kind: 'rejected', reason: 'shutdown', message: outcome.message }
      const delayMs = this.delayMs(attempt, outcome.afterMs)
      if (performance.now() - start + delayMs > this.policy.maxElapsedMs) {
        return { kind: 'rejected', reason: 'retry_exhausted', message: outcome.message }
      }
      this.onRetry(outcome.message)
      await this.pause(delayMs)
    }
  }

  /** Tries at once what is waiting to be tried again. */
  wake(): void {
    for (const resume of this.pauses) resume()
  }

  /** Gives everything one more attempt and no further ones. */
  finish(): void {
    this.lastAttempt = true
    this.wake()
  }

  close(): void {
    this.closed = true
    this.finish()
    this.next.close()
  }

  private delayMs(attempt: number, serverMs = 0): number {
    const ceiling = Math.min(this.policy.maxDelayMs, this.policy.initialDelayMs * 2 ** attempt)
    const backoff = ceiling * (0.5 + this.random() / 2)
    return Math.max(backoff, serverMs > 0 ? Math.min(serverMs, MAX_SERVER_DELAY_MS) : 0)
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
