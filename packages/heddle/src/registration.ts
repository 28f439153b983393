import {
  type ContextManager,
  context,
  propagation,
  type TextMapPropagator,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { type LoggerProvider, logs } from '@opentelemetry/api-logs'
import { apiGlobal } from './api-global'

/** The process already belongs to another OpenTelemetry SDK, or to another version of the API. */
export class HeddleRegistrationError extends Error {
  readonly code = 'HEDDLE_REGISTRATION'
  override readonly name = 'HeddleRegistrationError'
}

export interface Globals {
  readonly tracerProvider: TracerProvider
  readonly loggerProvider: LoggerProvider
  readonly contextManager: ContextManager
  readonly propagator: TextMapPropagator
}

/**
 * Makes these the process's own, all or none. The API refuses the second comer with a `false` and a debug message;
 * here it becomes an error that says what to do. Returns the function that gives the process back.
 *
 * @throws HeddleRegistrationError
 */
export function registerGlobals(globals: Globals): () => void {
  const { contextManager, propagator, tracerProvider, loggerProvider } = globals
  const undo: (() => void)[] = []
  const unregister = () => {
    for (const step of undo) step()
  }
  const own = (isOurs: boolean, disable: () => void) => {
    if (isOurs) undo.push(disable)
    return isOurs
  }
  const isFirst =
    own(context.setGlobalContextManager(contextManager), () => context.disable()) &&
    own(propagation.setGlobalPropagator(propagator), () => propagation.disable()) &&
    own(trace.setGlobalTracerProvider(tracerProvider), () => trace.disable()) &&
    own(logs.setGlobalLoggerProvider(loggerProvider) === loggerProvider, () => logs.disable())
  if (isFirst) return unregister
  // Only what is ours: the other SDK goes on as it was.
  unregister()
  const { version } = apiGlobal()
  throw new HeddleRegistrationError(
    `Another OpenTelemetry SDK has registered itself in this process${version ? ` (through @opentelemetry/api ${version})` : ''}. ` +
      'Two SDKs cannot share one process: take the other one out (look for NODE_OPTIONS, --require, --import and ' +
      'NodeSDK in the app), or use the @heddle/* packages as parts of it.',
  )
}
