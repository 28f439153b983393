import { type Context, ROOT_CONTEXT } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'

/**
 * OpenTelemetry's context manager, which remembers in addition out of which context something is being thrown. By the
 * time an uncaught exception is reported, what was thrown synchronously has left its context: a crash could not be told
 * from which request it came.
 */
export class ThrowSiteContextManager extends AsyncLocalStorageContextManager {
  /** What is active outside all contexts. */
  root = ROOT_CONTEXT
  private thrownFrom: Context | undefined

  override active(): Context {
    const active = super.active()
    return active === ROOT_CONTEXT ? this.root : active
  }

  override with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    run: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    this.thrownFrom = undefined
    let isThrown = true
    // Not caught and thrown again: Node prints, above the stack of a crash, the line that threw last.
    try {
      const result = super.with(context, run, thisArg, ...args)
      isThrown = false
      this.thrownFrom = undefined
      return result
    } finally {
      if (isThrown && this.thrownFrom === undefined) {
        this.thrownFrom = context
        try {
          this.forgetLater()
        } catch {
          // The stack is at its end. What is thrown here would take the place of the app's own.
        }
      }
    }
  }

  /** The innermost context that something has just been thrown out of, if nobody seems to have caught it. */
  get throwSite(): Context | undefined {
    return this.thrownFrom
  }

  /** What is not reported by then was caught. A rejection is reported after all microtasks. */
  private forgetLater(): void {
    setImmediate(() => {
      this.thrownFrom = undefined
    }).unref()
  }
}
