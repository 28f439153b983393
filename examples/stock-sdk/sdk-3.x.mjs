// OpenTelemetry JS 3.x, on Node 22.15 and later: npm install @opentelemetry/api@1.10
// @opentelemetry/context-async-hooks@3 @opentelemetry/sdk-trace@3 @opentelemetry/sdk-logs@3
// It has no `register()`: what that did is here.
import { context, logs, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { TracerProvider } from '@opentelemetry/sdk-trace'

export function startSdk({ resource, propagator, spanProcessors, logRecordProcessors }) {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  propagation.setGlobalPropagator(propagator)
  trace.setGlobalTracerProvider(new TracerProvider({ resource, spanProcessors }))
  logs.setGlobalLoggerProvider(new LoggerProvider({ resource, processors: logRecordProcessors }))
}
