import type { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'

let enabled: ThrowSiteContextManager | undefined

/** The context manager of this process, while it is registered. */
export function enabledContextManager(): ThrowSiteContextManager | undefined {
  return enabled
}

/**
 * OpenTelemetry's context manager, which remembers in addition out of which context something is
 * being thrown. By the time an uncaught exception is reported, what was thrown synchronously has
 * left its context: a crash could not be told from which request it came.
 *
 * A context is switched by {@link enter} and {@link leave} around the work, as Node's own
 * `AsyncLocalStorage.run()` does it since Node 24, and not by that method: each function that calls
 * the next one takes the place of one of the app's in an error's stack, which has ten.
 */
export class ThrowSiteContextManager extends AsyncLocalStorageContextManager {
  /** What is active outside all contexts. */
  rootContext = ROOT_CONTEXT
  /** What is active there while nobody has asked for the root context. @default `rootContext` */
  initialContext: Context | undefined
  #thrownFrom: Context | undefined
  // It is private to the class that this one extends, which has no way to switch without a frame.
  readonly #storage = (this as unknown as { _asyncLocalStorage: AsyncLocalStorage<Context | undefined> })
    ._asyncLocalStorage

  override enable(): this {
    enabled = this
    return super.enable()
  }

  override disable(): this {
    if (enabled === this) enabled = undefined
    return super.disable()
  }

  override active(): Context {
    const active = this.#storage.getStore()
    if (active === undefined) return this.initialContext ?? this.rootContext
    return active === ROOT_CONTEXT ? this.rootContext : active
  }

  override with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    run: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    const outer = this.enter(context)
    let isThrown = true
    // Not caught and thrown again: Node prints, above the stack of a crash, the line that threw
    // last.
    try {
      const result = thisArg === undefined || thisArg === null ? run(...args) : run.apply(thisArg, args)
      isThrown = false
      return result
    } finally {
      this.leave(outer, context, isThrown)
    }
  }

  /**
   * Makes a context the active one, for what the caller does next, synchronously, in a `try` whose
   * `finally` calls {@link leave}.
   *
   * @returns what to give to {@link leave}
   */
  enter(context: Context): Context | undefined {
    this.#thrownFrom = undefined
    const outer = this.#storage.getStore()
    this.#storage.enterWith(context)
    return outer
  }

  /**
   * Makes the context active that was so before. It needs no more of the stack than {@link enter}
   * did, so that it works where the stack is at its end.
   *
   * @param isThrown - whether something is being thrown out of `context`
   */
  leave(outer: Context | undefined, context: Context, isThrown: boolean): void {
    this.#storage.enterWith(outer)
    if (!isThrown) {
      this.#thrownFrom = undefined
    } else if (this.#thrownFrom === undefined) {
      this.#thrownFrom = context
      try {
        this.#forgetLater()
      } catch {
        // The stack is at its end. What is thrown here would take the place of the app's own.
      }
    }
  }

  /**
   * The innermost context that something has just been thrown out of, if nobody seems to have
   * caught it.
   */
  get throwSite(): Context | undefined {
    return this.#thrownFrom
  }

  /** What is not reported by then was caught. A rejection is reported after all microtasks. */
  #forgetLater(): void {
    setImmediate(() => {
      this.#thrownFrom = undefined
    }).unref()
  }
}
