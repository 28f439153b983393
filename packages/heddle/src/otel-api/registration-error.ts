import { className } from '../config/reading/described'
import { apiGlobal } from './global'

/**
 * `start()` throws this error when another OpenTelemetry SDK is registered in the process, or when
 * the one that Heddle is to join cannot be joined. Its `code` is `HEDDLE_REGISTRATION`; nothing of
 * Heddle is installed then.
 */
export class HeddleRegistrationError extends Error {
  readonly code = 'HEDDLE_REGISTRATION'
  override readonly name = 'HeddleRegistrationError'
}

/** Whether an SDK is registered: a `diag` logger or a meter provider alone is none. */
export function isTaken(): boolean {
  const registered = apiGlobal()
  return [registered.context, registered.propagation, registered.trace].some((part) => part !== undefined)
}

export function alreadyRegistered(): HeddleRegistrationError {
  const { version } = apiGlobal()
  return new HeddleRegistrationError(
    `Another OpenTelemetry SDK has registered itself in this process${version ? ` (through @opentelemetry/api ${version})` : ''}. ` +
      'Two SDKs cannot share one process, but Heddle can join it: set HEDDLE_ATTACH=true, or attach: true in start(). Else take the other one out ' +
      '(look for NODE_OPTIONS, --require, --import and NodeSDK in the app), or use the @heddle/* packages as parts of it.',
  )
}

export function cannotJoin(provider: object): HeddleRegistrationError {
  const name = provider.constructor && className(provider)
  return new HeddleRegistrationError(
    `Heddle cannot join ${name ? `a ${name}` : 'this provider'}: it is none of OpenTelemetry's SDK 2.x or 3.x. ` +
      'Use the @heddle/* packages as parts of it.',
  )
}
