import { isAnswer, type SendOutcome } from '../send/sender'
import { Liveness, type Silence } from './liveness'

/** Share of the usual duration of an answer that is kept at each next answer. */
const MEMORY = 0.9

/**
 * How the collector is doing, in one place for all who send to it: the retry loops, the silence
 * detector and the overflow of a signal report here what they see, and read here what the others
 * have seen. All times are in milliseconds, those of an instant by `performance.now()`.
 *
 * Nothing is decided here: the retry loops decide when to try again, the silence detector what
 * silence is, and the overflow what goes to disk.
 */
export class CollectorHealth {
  readonly #liveness = new Liveness()
  #nextAttempt = 0
  #refusingSince: number | undefined
  #usual = 0
  #failing = false
  #ending = false

  /** When the next first attempt is due. */
  get notBefore(): number {
    return this.#nextAttempt
  }

  /** Whether the last attempt found that nothing listens. */
  get isRefusing(): boolean {
    return this.#refusingSince !== undefined
  }

  /** For how long nothing has been listening. */
  get refusedMs(): number {
    return this.#refusingSince === undefined ? 0 : performance.now() - this.#refusingSince
  }

  /** How long answers have taken lately. */
  get usualMs(): number {
    return this.#usual
  }

  /** Whether batches go to disk, and only the replay asks the collector. */
  get isFailing(): boolean {
    return this.#failing
  }

  /**
   * Whether each request has one more attempt, and no further ones: the pipeline is shutting down.
   */
  get isLastAttempt(): boolean {
    return this.#ending
  }

  /** An attempt begins. Returns what is to be called with its outcome. */
  beginAttempt(): (outcome: SendOutcome) => void {
    const end = this.#liveness.begin()
    return (outcome) => {
      end(outcome.kind !== 'retry')
      this.#noteRefusal(outcome)
    }
  }

  /** A sign of life: a connection, or the beginning of an answer. */
  sign(): void {
    this.#liveness.sign()
  }

  /** Resolves when for half a second there was no sign that there is a collector. */
  silence(): Silence {
    return this.#liveness.silence()
  }

  /** A request, with all its retries, ended after `durationMs`. */
  ended(outcome: SendOutcome, durationMs: number): void {
    if (isAnswer(outcome)) this.#usual = Math.max(durationMs, this.#usual * MEMORY)
  }

  /** The collector is to be left alone for so long from now on. */
  postpone(delayMs: number): void {
    this.#nextAttempt = performance.now() + delayMs
  }

  /** {@link postpone}, unless the next attempt is due even later. */
  postponeAtLeast(delayMs: number): void {
    this.#nextAttempt = Math.max(this.#nextAttempt, performance.now() + delayMs)
  }

  /** The next attempt is due at once. */
  expedite(): void {
    this.#nextAttempt = 0
  }

  fail(): void {
    this.#failing = true
  }

  /** Returns false if the collector was not failing. */
  recover(): boolean {
    const failing = this.#failing
    this.#failing = false
    return failing
  }

  /** Whatever is sent from now on has one attempt. */
  finish(): void {
    this.#ending = true
  }

  #noteRefusal(outcome: SendOutcome): void {
    const isRefused = outcome.kind === 'retry' && outcome.unreached === true
    this.#refusingSince = isRefused ? (this.#refusingSince ?? performance.now()) : undefined
    if (outcome.kind !== 'retry') this.#nextAttempt = 0
  }
}
