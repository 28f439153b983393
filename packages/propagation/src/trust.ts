import { diag } from '@opentelemetry/api'

/**
 * What to believe of a caller:
 * - `accept`: its trace goes on here, with its sampling decision and its baggage.
 * - `link`: a new trace begins, with a link to the caller's span; its sampling decision and baggage are ignored. Its
 *   correlation ids are recorded and the request id is echoed, but they are not sent on.
 * - `ignore`: as if it had sent nothing.
 */
export type TrustPolicy = 'accept' | 'link' | 'ignore'

export const TRUST_POLICIES: readonly TrustPolicy[] = ['accept', 'link', 'ignore']

/**
 * The policy for one request. The carrier is what was given to `extract`: our http instrumentation gives the request, the
 * official one its headers. The parameter's type is yours to name: `(request: IncomingMessage) => 'link'`.
 */
export type TrustFunction = (carrier: never) => TrustPolicy

/** A policy function that cannot fail: whatever goes wrong means `ignore`, and is reported once. */
export function guardedTrust(trust: TrustFunction): (carrier: unknown) => TrustPolicy {
  let reported = false
  const distrust = (problem: string, detail: unknown): TrustPolicy => {
    if (!reported) diag.error(`@heddle/propagation: ${problem}; the request is ignored`, detail)
    reported = true
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
