/**
 * Half a second, in ticks: a process that was busy meanwhile has still looked whether there is an
 * answer.
 */
const TICK_MS = 100
const TICKS = 5

/** A wait for the collector to fall silent. */
export interface Silence {
  /** Resolves when for half a second nothing has shown that there is a collector. */
  readonly begun: Promise<void>
  end(): void
}

/**
 * Whether a collector is there at all. Signs of life are a connection, TLS on it, and the beginning
 * of an answer.
 */
export class Liveness {
  #attempts = 0
  #isSilent = false
  #lastMs = 0
  readonly #listeners = new Set<() => void>()

  /** An attempt begins. Returns what is to be called at its end. */
  begin(): (isAnswered: boolean) => void {
    if (this.#attempts++ === 0 && !this.#isSilent) this.#lastMs = performance.now()
    const lastMs = this.#lastMs
    return (isAnswered) => {
      this.#attempts--
      if (isAnswered) this.sign()
      else if (this.#lastMs === lastMs) this.#isSilent = true
    }
  }

  sign(): void {
    this.#isSilent = false
    this.#lastMs = performance.now()
    for (const listener of this.#listeners) listener()
  }

  /**
   * Begins to wait for silence. Time without a sign before this call counts, except for the last
   * tick.
   */
  silence(): Silence {
    const quietMs = this.#attempts > 0 || this.#isSilent ? performance.now() - this.#lastMs : 0
    let ticks = Math.min(Math.floor(quietMs / TICK_MS), TICKS - 1)
    let timer: NodeJS.Timeout
    const restart = () => {
      ticks = 0
    }
    this.#listeners.add(restart)
    const begun = new Promise<void>((resolve) => {
      timer = setInterval(() => {
        if (++ticks >= TICKS) resolve()
      }, TICK_MS).unref()
    })
    return {
      begun,
      end: () => {
        clearInterval(timer)
        this.#listeners.delete(restart)
      },
    }
  }
}
