import { type Context, createContextKey } from '@opentelemetry/api'

// The key of `@opentelemetry/core`, which all its versions and copies share. This package does not
// import `@opentelemetry/core`: each of its minor lines requires one minor version of the API, and
// the app would have to choose between it and Heddle.
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING')

/** Whether tracing is suppressed in this context. */
export function isTracingSuppressed(context: Context): boolean {
  return context.getValue(SUPPRESS_TRACING) === true
}
