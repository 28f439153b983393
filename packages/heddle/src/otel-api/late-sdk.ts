const REFUSED = /^Error: @opentelemetry\/api: Attempted duplicate registration of API: /
const BY_SENTRY = /[\\/]@sentry[\\/]/

let isSaid = false

/**
 * The API complains, with a stack, of each object that another SDK tries to register after us. Here
 * one sentence replaces those complaints, once.
 *
 * @returns any other message unchanged; `undefined` for a message that is not to be repeated
 */
export function explainLateSdk(message: string): string | undefined {
  if (!REFUSED.test(message)) return message
  if (isSaid) return undefined
  isSaid = true
  if (BY_SENTRY.test(message)) {
    return (
      'Sentry was started after Heddle, and the traces of this process are Heddle’s: Sentry gets errors, with the ids of Heddle’s spans, and no ' +
      'traces. Set skipOpenTelemetrySetup: true in Sentry.init(), and it no longer tries; or take one of the two out'
    )
  }
  return (
    'another OpenTelemetry SDK (NodeSDK, a vendor’s) was started after Heddle. It cannot own this process too: what it exports to ' +
    'gets only what is made through its own providers, and the rest is Heddle’s. Load it before Heddle and set HEDDLE_ATTACH=true, ' +
    'and Heddle works on its providers; or take one of the two out'
  )
}
