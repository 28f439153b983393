import type { SendOutcome } from '../send/sender'
import type { CollectorHealth } from './collector-health'

/** Least silence after which batches in flight count as in danger. */
const LEAST_MS = 2_000
/** Grace after a blocked event loop: answers that have already arrived are read first. */
const SECOND_LOOK_MS = 100

/**
 * Notices a collector that has fallen silent: for two seconds, and for twice as long as answers
 * have taken lately, no request in flight came to an end. So a collector that is always slow does
 * not count as silent.
 */
export class SilenceDetector {
  #pending = 0
  #timer: NodeJS.Timeout | undefined
  readonly #health: CollectorHealth
  readonly #onSilence: () => void

  constructor(health: CollectorHealth, onSilence: () => void) {
    this.#health = health
    this.#onSilence = onSilence
  }

  /** A request is in flight from now on. Returns what is to be called with its outcome. */
  begin(): (outcome: SendOutcome) => void {
    const start = performance.now()
    if (this.#pending++ === 0) this.#listen()
    return (outcome) => {
      this.#pending--
      this.#health.ended(outcome, performance.now() - start)
      this.#listen()
    }
  }

  #listen(): void {
    clearTimeout(this.#timer)
    if (this.#pending > 0) this.#after(Math.max(LEAST_MS, 2 * this.#health.usualMs), () => this.#checkOnceMore())
  }

  #checkOnceMore(): void {
    this.#after(SECOND_LOOK_MS, () => {
      this.#listen()
      this.#onSilence()
    })
  }

  #after(ms: number, work: () => void): void {
    this.#timer = setTimeout(work, ms).unref()
  }
}
