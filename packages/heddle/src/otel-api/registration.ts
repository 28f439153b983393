import { context, propagation, trace } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import { handOverToAppCopy } from './app-copy'
import { addToApiGlobal, apiGlobal, type Globals, putIntoApiGlobal } from './global'

/**
 * `start()` throws this error when another OpenTelemetry SDK is registered in the process. Its
 * `code` is `HEDDLE_REGISTRATION`; nothing of Heddle is installed then.
 */
export class HeddleRegistrationError extends Error {
  readonly code = 'HEDDLE_REGISTRATION'
  override readonly name = 'HeddleRegistrationError'
}

/**
 * Registers `globals` for the process. Where the API returns `false` to a second registration, this
 * function throws an error that says what to do. A process in which a copy of the API has only set
 * its `diag` logger or its meter provider is still free. Returns the function that unregisters.
 *
 * @throws HeddleRegistrationError when another SDK is registered
 */
export function registerGlobals(globals: Globals): () => void {
  const { contextManager, propagator, tracerProvider, loggerProvider } = globals
  if (isTaken()) throw alreadyRegistered()
  addToApiGlobal(() => {
    context.setGlobalContextManager(contextManager)
    propagation.setGlobalPropagator(propagator)
    trace.setGlobalTracerProvider(tracerProvider)
  })
  putIntoApiGlobal({ logs: loggerProvider })
  logs.setGlobalLoggerProvider(loggerProvider)
  const stopFollowing = handOverToAppCopy(globals)
  return () => {
    stopFollowing()
    logs.disable()
    putIntoApiGlobal({ logs: undefined })
    trace.disable()
    propagation.disable()
    context.disable()
  }
}

function isTaken(): boolean {
  const registered = apiGlobal()
  return [registered.context, registered.propagation, registered.trace].some((part) => part !== undefined)
}

function alreadyRegistered(): HeddleRegistrationError {
  const { version } = apiGlobal()
  return new HeddleRegistrationError(
    `Another OpenTelemetry SDK has registered itself in this process${version ? ` (through @opentelemetry/api ${version})` : ''}. ` +
      'Two SDKs cannot share one process: take the other one out (look for NODE_OPTIONS, --require, --import and ' +
      'NodeSDK in the app), or use the @heddle/* packages as parts of it.',
  )
}
