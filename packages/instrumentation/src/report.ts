import { diag } from '@opentelemetry/api'

const reported = new Set<string>()

/** Reports a failure that the app must not feel, once per process and kind of failure. */
export function reportOnce(failure: string, error: unknown): void {
  if (reported.has(failure)) return
  reported.add(failure)
  diag.error(`@heddle/instrumentation: ${failure}; further failures of this kind are not reported`, error)
}

/**
 * Wraps a user's function. Its error is reported once, and `fallback` is returned instead.
 *
 * @param name - the option's name, for the report
 */
export function isolated<Args extends unknown[], Result>(
  name: string,
  userFunction: (...args: Args) => Result,
  fallback: Result,
): (...args: Args) => Result {
  return (...args) => {
    try {
      return userFunction(...args)
    } catch (error) {
      reportOnce(`the option ${name} threw`, error)
      return fallback
    }
  }
}
