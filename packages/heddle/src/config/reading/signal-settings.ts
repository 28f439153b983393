import type { EnvironmentReader } from './environment'
import type { Problems } from './problems'

export type Signal = 'traces' | 'logs'

/**
 * The sources of one signal's settings, in order: its own option in code (`export.traces.…`), the
 * general one in code (`export.…`), its own variable, the general variable. Each setting sees its
 * own `Options` of a signal.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export interface SignalSettings<Options extends object> {
  readonly signal: Signal
  readonly own: Options
  readonly general: Options
  readonly env: EnvironmentReader
  readonly problems: Problems
}

/** The option in code: the signal's own, else the general one. */
export function inCode<Options extends object, K extends keyof Options>(
  { own, general }: SignalSettings<Options>,
  key: K,
): Options[K] {
  return own[key] ?? general[key]
}

/** The full name of the option that {@link inCode} answers with. */
export function nameInCode<Options extends object>(
  { signal, own }: SignalSettings<Options>,
  key: keyof Options & string,
): string {
  return own[key] === undefined ? `export.${key}` : `export.${signal}.${key}`
}

/** The names of an OTLP variable, in their order. */
export function variableNames({ signal }: { readonly signal: Signal }, name: string): [own: string, general: string] {
  return [`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${name}`, `OTEL_EXPORTER_OTLP_${name}`]
}

/** The name of a variable of the signal's batch processor. */
export function batchVariable({ signal }: { readonly signal: Signal }, name: string): string {
  return `${signal === 'traces' ? 'OTEL_BSP' : 'OTEL_BLRP'}_${name}`
}
