import { context, propagation, trace } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import { handOverToAppCopy } from './app-copy'
import { addToApiGlobal, apiGlobal, type Globals, putIntoApiGlobal } from './global'
import { alreadyRegistered, isTaken } from './registration-error'

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

/**
 * Registers, beside what another SDK has registered, what that one lacks. Returns the function that
 * leaves what was there before.
 *
 * @param isPropagatorOurs - whether our propagator takes the place of the other one's meanwhile
 */
export function registerBeside(globals: Globals, isPropagatorOurs: boolean): () => void {
  const { contextManager, propagator, tracerProvider, loggerProvider } = globals
  const before = apiGlobal()
  addToApiGlobal(
    () => {
      context.setGlobalContextManager(contextManager)
      propagation.setGlobalPropagator(propagator)
      trace.setGlobalTracerProvider(tracerProvider)
    },
    { keep: true },
  )
  putIntoApiGlobal({ logs: before.logs ?? loggerProvider, ...(isPropagatorOurs && { propagation: propagator }) })
  const hadLogs = logs.getLoggerProvider() === loggerProvider
  logs.setGlobalLoggerProvider(loggerProvider)
  const stopFollowing = handOverToAppCopy(globals, { isBeside: true })
  return () => {
    stopFollowing()
    if (!hadLogs && logs.getLoggerProvider() === loggerProvider) logs.disable()
    const { context, propagation, trace, logs: ofApi } = before
    putIntoApiGlobal({ context, propagation, trace, logs: ofApi })
  }
}
