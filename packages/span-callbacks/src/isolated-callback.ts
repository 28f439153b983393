import type { AsyncLocalStorage } from 'node:async_hooks'
import type { CallbackName } from './callbacks'

/**
 * The callbacks that the current work comes from, one bit each; `undefined` for the app's own work.
 */
type CallbackScope = AsyncLocalStorage<number>

interface IsolatedCallbackOptions<Source, Info> {
  readonly name: CallbackName
  readonly callback: (info: Info) => unknown
  readonly snapshot: (source: Source) => Info
  readonly scope: CallbackScope
  /** This callback's own bit in the scope. */
  readonly bit: number
  readonly onError: (error: unknown, callback: CallbackName) => void
}

/**
 * Bounds only the promises that `settled()` waits for: a rejection is handled however many promises
 * are pending.
 */
const MAX_PENDING = 1024

/**
 * A user's callback that can neither harm nor loop the code that it observes. Its error,
 * synchronous or asynchronous, is counted, and the first one is reported. Spans and logs that the
 * callback makes, before or after an `await`, carry its bit, and the callback is not called for
 * them.
 */
export class IsolatedCallback<Source, Info> {
  errors = 0
  readonly #options: IsolatedCallbackOptions<Source, Info>
  readonly #pending = new Set<Promise<void>>()

  constructor(options: IsolatedCallbackOptions<Source, Info>) {
    this.#options = options
  }

  /** @param origins - the callbacks that the source comes from, as bits */
  call(source: Source, origins: number): void {
    const { callback, snapshot, scope, bit } = this.#options
    if ((origins & bit) !== 0) return
    try {
      const result = scope.run(origins | bit, callback, snapshot(source))
      if (result !== undefined && result !== null) this.#follow(result)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Resolves when the promises that are pending now have settled; never rejects. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending)
  }

  #follow(result: unknown): void {
    if (typeof (result as PromiseLike<unknown>).then !== 'function') return
    const settled: Promise<void> = Promise.resolve(result)
      .then(
        () => {},
        (error) => this.#failed(error),
      )
      .finally(() => this.#pending.delete(settled))
    if (this.#pending.size < MAX_PENDING) this.#pending.add(settled)
  }

  #failed(error: unknown): void {
    this.errors++
    if (this.errors > 1) return
    try {
      this.#options.onError(error, this.#options.name)
    } catch {
      // `onError` itself has failed, so only the count tells.
    }
  }
}
