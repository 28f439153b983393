// Where every copy of version 1 of `@opentelemetry/api` keeps what was registered, and by which version.
const API_GLOBAL = Symbol.for('opentelemetry.js.api.1')

interface ApiGlobal {
  readonly version?: string
  readonly diag?: unknown
  readonly context?: unknown
  readonly propagation?: unknown
  readonly trace?: unknown
}

/** What copies of `@opentelemetry/api` have registered in this process so far. */
export function apiGlobal(): ApiGlobal {
  return (globalThis as Record<symbol, ApiGlobal | undefined>)[API_GLOBAL] ?? {}
}
