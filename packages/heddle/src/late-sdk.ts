const REFUSED = /Attempted duplicate registration of API: (\w+)/

let isSaid = false

/**
 * Of each thing that another SDK registers after us, the API complains with a stack. Here that becomes one sentence.
 *
 * @returns what is to be said in place of the message: nothing at all when it has been said; `undefined` when the message is another one
 */
export function explainLateSdk(message: string): string | undefined {
  if (!REFUSED.test(message)) return undefined
  if (isSaid) return ''
  isSaid = true
  return (
    'another OpenTelemetry SDK (NodeSDK, Sentry, a vendor’s) was started after Heddle. This process is Heddle’s, so what that SDK exports to ' +
    'gets nothing but what it records through providers of its own. Take one of the two out'
  )
}
