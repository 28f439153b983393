import type { Context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'

/**
 * OpenTelemetry's context manager, which remembers in addition in which context an error was thrown. By the time an
 * uncaught exception is reported, what was thrown synchronously has left its context: a crash could not be told from
 * which request it came.
 */
export class ThrowSiteContextManager extends AsyncLocalStorageContextManager {
  private readonly sites = new WeakMap<object, Context>()

  override with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    run: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    try {
      return super.with(context, run, thisArg, ...args)
    } catch (error) {
      this.remember(error, context)
      throw error
    }
  }

  /** The context in which it was thrown, if it was thrown through {@link with} and is an object. */
  siteOf(thrown: unknown): Context | undefined {
    return isObject(thrown) ? this.sites.get(thrown) : undefined
  }

  /** The innermost context is the first to see it. */
  private remember(thrown: unknown, context: Context): void {
    if (isObject(thrown) && !this.sites.has(thrown)) this.sites.set(thrown, context)
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
