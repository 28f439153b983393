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

/** What has Heddle and an SDK that it cannot join in one process all the same. */
const WITHOUT_ITS_SDK =
  'Have it leave OpenTelemetry alone (Sentry: skipOpenTelemetrySetup: true in Sentry.init(); Elastic APM: opentelemetryBridgeEnabled: false; ' +
  'New Relic: NEW_RELIC_OPENTELEMETRY_ENABLED=false), and both run side by side'

/** @param joinable - whether `attach` would work @default true */
export function alreadyRegistered(joinable = true): HeddleRegistrationError {
  const { version } = apiGlobal()
  return new HeddleRegistrationError(
    `Another OpenTelemetry SDK has registered itself in this process${version ? ` (through @opentelemetry/api ${version})` : ''}. ` +
      (joinable
        ? 'Two SDKs cannot share one process, but Heddle can join it: set HEDDLE_ATTACH=true, or attach: true in start(). '
        : `Two SDKs cannot share one process, and Heddle cannot join this one, which is none of 2.x or 3.x. ${WITHOUT_ITS_SDK}. `) +
      'Else take the other one out (look for NODE_OPTIONS, --require, --import and NodeSDK in the app), or use the @heddle/* packages as parts of it.',
  )
}

export function cannotJoin(provider: object): HeddleRegistrationError {
  const name = provider.constructor && className(provider)
  return new HeddleRegistrationError(
    `Heddle cannot join ${name ? `a ${name}` : 'this provider'}: it is none of OpenTelemetry's SDK 2.x or 3.x. ` +
      `${WITHOUT_ITS_SDK}; or use the @heddle/* packages as parts of it.`,
  )
}
