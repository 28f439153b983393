import { diag } from '@opentelemetry/api'

/**
 * How far to trust a caller:
 * - `accept`: its trace continues here, with its sampling decision and its baggage.
 * - `link`: a new trace begins, with a link to the caller's span; its sampling decision and baggage
 *   are ignored. Its correlation ids are recorded and the request id is echoed, but they are not
 *   sent on.
 * - `ignore`: as if it had sent no headers.
 */
export type TrustPolicy = 'accept' | 'link' | 'ignore'

export const TRUST_POLICIES: readonly TrustPolicy[] = ['accept', 'link', 'ignore']

/**
 * Returns the policy for one request. The carrier is the argument of `extract`: Heddle's http
 * instrumentation passes the request, the official one its headers. Annotate the parameter
 * yourself: `(request: IncomingMessage) => 'link'`.
 */
export type TrustFunction = (carrier: never) => TrustPolicy

/**
 * Wraps a policy function so that it cannot fail: an error or an invalid result means `ignore`, and
 * is reported once.
 */
export function guardedTrust(trust: TrustFunction): (carrier: unknown) => TrustPolicy {
  let hasReported = false
  const distrust = (problem: string, detail: unknown): TrustPolicy => {
    if (!hasReported) diag.error(`@heddle/propagation: ${problem}; the request is ignored`, detail)
    hasReported = true
    return 'ignore'
  }
  return (carrier) => {
    try {
      const policy = trust(carrier as never)
      return TRUST_POLICIES.includes(policy) ? policy : distrust('the trust function returned no policy', policy)
    } catch (error) {
      return distrust('the trust function threw', error)
    }
  }
}
