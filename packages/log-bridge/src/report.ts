import { diag } from '@opentelemetry/api'

const reported = new Set<string>()

/**
 * Reports a failure that the app must not feel, once per process. `failure` is a constant, which
 * bounds the set.
 */
export function reportOnce(failure: string, error: unknown): void {
  if (reported.has(failure)) return
  reported.add(failure)
  diag.error(`@heddle/log-bridge: ${failure}; further failures of this kind are not reported`, error)
}
