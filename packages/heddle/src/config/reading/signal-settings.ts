import type { BatchOptions, ExportOptions, SignalExportOptions } from '../settings/export/options'
import type { EnvironmentReader } from './environment'
import type { Problems } from './problems'

export type Signal = 'traces' | 'logs'

/**
 * What was said about one signal, in order: its own option in code, the general one in code, its own variable, the
 * general one.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export class SignalSettings {
  readonly own: SignalExportOptions

  constructor(
    readonly signal: Signal,
    readonly general: ExportOptions,
    readonly env: EnvironmentReader,
    readonly problems: Problems,
  ) {
    this.own = general[signal] || {}
  }

  inCode<K extends keyof SignalExportOptions>(key: K): SignalExportOptions[K] {
    return this.own[key] ?? this.general[key]
  }

  /** Batches are the exception: each of their bounds is looked up by itself. */
  batchInCode(key: keyof BatchOptions): number | undefined {
    return this.own.batch?.[key] ?? this.general.batch?.[key]
  }

  /** The full name of the option that `inCode` answers with. */
  nameInCode(key: keyof SignalExportOptions): string {
    return this.own[key] === undefined ? `export.${key}` : `export.${this.signal}.${key}`
  }

  /** The names of an OTLP variable, in their order. */
  variables(name: string): readonly [own: string, general: string] {
    return [`OTEL_EXPORTER_OTLP_${this.signal.toUpperCase()}_${name}`, `OTEL_EXPORTER_OTLP_${name}`]
  }
}
