import type { Context, ContextManager, TextMapPropagator, TracerProvider } from '@opentelemetry/api'
import type { LoggerProvider } from '@opentelemetry/api-logs'
import { installedApiVersions } from './installed-version'

// Every copy of version 1 of `@opentelemetry/api` keeps here what was registered, and by which
// version.
const API_GLOBAL = Symbol.for('opentelemetry.js.api.1')

/** What copies of `@opentelemetry/api` have registered. `logs` is known to those from 1.10 on. */
interface ApiGlobal {
  readonly version?: string
  readonly diag?: unknown
  readonly context?: unknown
  readonly propagation?: unknown
  readonly trace?: unknown
  readonly metrics?: unknown
  readonly logs?: unknown
}

/** What is registered for the process. */
export interface Globals {
  readonly tracerProvider: TracerProvider
  readonly loggerProvider: LoggerProvider
  /** `root` is what is active outside all contexts. */
  readonly contextManager: ContextManager & { rootContext: Context }
  readonly propagator: TextMapPropagator
}

/** Read at the first registration, which is at the start: that is who calls. */
let installed: readonly string[] | undefined
const globals = globalThis as { [API_GLOBAL]?: ApiGlobal | undefined }

/** What copies of `@opentelemetry/api` have registered in this process so far. */
export function apiGlobal(): ApiGlobal {
  return globals[API_GLOBAL] ?? {}
}

/**
 * Runs `register`, which registers through some copy of the API, as if that copy were the first:
 * the API refuses a copy whose version differs from the first one's. Registrations are added to the
 * existing ones, or with `keep` only those that did not exist.
 *
 * The version that remains decides who sees the registrations: copies with the same major version
 * and no newer minor one. So this keeps the newest minor version that is known to be, or to come,
 * in the process. If two are equal, the first stays: only that copy may go on to register.
 */
export function addToApiGlobal(register: () => void, { keep = false } = {}): void {
  const before = apiGlobal()
  delete globals[API_GLOBAL]
  try {
    register()
  } finally {
    const added = apiGlobal()
    installed ??= installedApiVersions()
    const version = newestMinor(before.version, ...installed, added.version)
    // `version` last: it is read-only in what 1.10 made.
    globals[API_GLOBAL] = { ...(keep ? added : before), ...(keep ? before : added), version: version! }
  }
}

/** Adds a part that no copy of the API registers for us. */
export function putIntoApiGlobal(parts: ApiGlobal): void {
  globals[API_GLOBAL] = { ...apiGlobal(), ...parts }
}

function newestMinor(...versions: readonly (string | undefined)[]): string | undefined {
  let newest: string | undefined
  for (const version of versions) {
    if (version !== undefined && (newest === undefined || minorOf(version) > minorOf(newest))) newest = version
  }
  return newest
}

function minorOf(version: string): number {
  return Number(/^1\.(\d+)\.\d+$/.exec(version)?.[1] ?? -1)
}
