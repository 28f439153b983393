/** How long to wait, and for what. */
export interface WaitOptions {
  /** How long to wait, in milliseconds. @default 10_000 */
  readonly timeoutMs?: number
  /** The name of the awaited items in the error. @default 'what was asked for' */
  readonly what?: string
}

interface Waiter {
  check(): void
  fail(reason: string): void
}

/** Promises that are checked again at every arrival. */
export class Waiters {
  readonly #waiting = new Set<Waiter>()
  #failed: string | undefined

  /** @param describe - describes the arrivals, for the error of a failed wait */
  constructor(readonly describe: () => string) {}

  /**
   * Resolves with the result of `read` once it is neither `undefined` nor `false`; rejects with
   * what `read` throws.
   */
  wait<T>(read: () => T | undefined | false, options: WaitOptions = {}): Promise<T> {
    const { timeoutMs = 10_000, what = 'what was asked for' } = options
    return new Promise<T>((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(waiter)
      }
      const waiter: Waiter = {
        check: () => {
          try {
            const value = read()
            if (value === undefined || value === false) return
            settle()
            resolve(value)
          } catch (error) {
            settle()
            reject(error)
          }
        },
        fail: (reason) => {
          settle()
          reject(new Error(`${reason} while waiting for ${what}; ${this.describe()}`))
        },
      }
      const timer = setTimeout(() => waiter.fail(`${timeoutMs} ms passed`), timeoutMs)
      this.#waiting.add(waiter)
      waiter.check()
      if (this.#failed !== undefined) waiter.fail(this.#failed)
    })
  }

  notify(): void {
    for (const waiter of [...this.#waiting]) waiter.check()
  }

  /** Rejects every pending wait, and every later one whose items are not there already. */
  failAll(reason: string): void {
    this.#failed = reason
    for (const waiter of [...this.#waiting]) waiter.fail(reason)
  }
}
