import { type Context, createContextKey } from '@opentelemetry/api'

// The key of `@opentelemetry/core`, which all its versions and copies share. The functions are not
// imported from there, since each of its lines asks for one minor version of the API and would have
// the app choose between it and us.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING')

/** The context in which nothing is traced. */
export function suppressTracing(context: Context): Context {
  return context.setValue(SUPPRESS_TRACING, true)
}
