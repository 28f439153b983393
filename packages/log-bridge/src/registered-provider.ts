import { type LoggerProvider, logs } from '@opentelemetry/api-logs'

// Every copy of version 1 of `@opentelemetry/api` keeps here what was registered. Since 1.10 the
// package has the Logs API, and a provider of the SDK 3.x is registered there alone.
const API_GLOBAL = Symbol.for('opentelemetry.js.api.1')

const globals = globalThis as { readonly [API_GLOBAL]?: { readonly logs?: LoggerProvider } }

/** The provider that is registered with `@opentelemetry/api`, else with `@opentelemetry/api-logs`. */
export function registeredLoggerProvider(): LoggerProvider {
  return globals[API_GLOBAL]?.logs ?? logs.getLoggerProvider()
}
