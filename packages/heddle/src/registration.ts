import {
  type Context,
  type ContextManager,
  context,
  propagation,
  type TextMapPropagator,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { type LoggerProvider, logs } from '@opentelemetry/api-logs'
import { apiGlobal } from './api-global'
import { followAppApi } from './app-api'

/** The process already belongs to another OpenTelemetry SDK, or to another version of the API. */
export class HeddleRegistrationError extends Error {
  readonly code = 'HEDDLE_REGISTRATION'
  override readonly name = 'HeddleRegistrationError'
}

export interface Globals {
  readonly tracerProvider: TracerProvider
  readonly loggerProvider: LoggerProvider
  /** `root` is what is active outside all contexts. */
  readonly contextManager: ContextManager & { root: Context }
  readonly propagator: TextMapPropagator
}

/**
 * Makes these the process's own. The API refuses a second comer with a `false`; here it becomes an error that says what
 * to do. Returns the function that gives the process back.
 *
 * @throws HeddleRegistrationError
 */
export function registerGlobals(globals: Globals): () => void {
  const { contextManager, propagator, tracerProvider, loggerProvider } = globals
  // Asked before trying: of a registration that it refuses the API prints a stack. It also refuses all that come through
  // another version of it than the first one did.
  if (isTaken() || !context.setGlobalContextManager(contextManager)) throw alreadyRegistered()
  propagation.setGlobalPropagator(propagator)
  trace.setGlobalTracerProvider(tracerProvider)
  logs.setGlobalLoggerProvider(loggerProvider)
  const stopFollowing = followAppApi(globals)
  return () => {
    stopFollowing()
    logs.disable()
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
