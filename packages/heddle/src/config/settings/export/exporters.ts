import type { HeddleOptions } from '../../options'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'
import { type Signal, SignalSettings } from '../../reading/signal-settings'
import { resolveBatch, type StockBatchOptions, stockBatch } from './batch'
import { resolveTarget, type Target } from './export'
import type { ExporterLike } from './options'
import { type ResolvedSpool, resolveSpool } from './spool'
import type { ReadFile } from './tls'

/** The way out for one signal: ours, the console, the user's own exporters, in any combination. */
export interface ResolvedExporters {
  readonly traces: SignalExporters
  readonly logs: SignalExporters
  /** Where ours keeps what it cannot send. */
  readonly spool?: ResolvedSpool
}

export interface SignalExporters {
  readonly otlp?: Target
  readonly console: boolean
  readonly others: readonly ExporterLike[]
  /** Batching of the user's own exporters, for the stock batch processors. */
  readonly batch: StockBatchOptions
}

const NAMES = ['otlp', 'console', 'none'] as const

/** `exporters` in code, else `OTEL_TRACES_EXPORTER` and `OTEL_LOGS_EXPORTER`, else OTLP. */
export function resolveExporters(
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
  homedir: () => string,
): ResolvedExporters {
  const spool = resolveSpool(options.export?.spool, env, homedir)
  return {
    traces: resolveSignal('traces', options, env, problems, readFile),
    logs: resolveSignal('logs', options, env, problems, readFile),
    ...(spool && { spool }),
  }
}

function resolveSignal(
  signal: Signal,
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
): SignalExporters {
  const settings = new SignalSettings(signal, options.export ?? {}, env, problems)
  const batch = resolveBatch(settings)
  const inCode = options.exporters?.[signal]
  const named: readonly (ExporterLike | string)[] = inCode ? [inCode].flat() : exporterNames(signal, env, problems)
  const isOn = options.export?.[signal] !== false
  const otlp = isOn && named.includes('otlp') && resolveTarget(settings, batch, readFile)
  return {
    ...(otlp && { otlp }),
    console: isOn && named.includes('console'),
    others: named.filter((exporter) => typeof exporter === 'object'),
    batch: stockBatch(batch),
  }
}

function exporterNames(signal: Signal, env: EnvironmentReader, problems: Problems): readonly string[] {
  const variable = `OTEL_${signal.toUpperCase()}_EXPORTER`
  const names = env.list(variable)?.map((name) => name.toLowerCase())
  if (!names || names.length === 0) return ['otlp']
  const unknown = names.filter((name) => !(NAMES as readonly string[]).includes(name))
  if (unknown.length > 0) problems.add(variable, unknown.join(','), NAMES.join(', '))
  const isNone = names.includes('none')
  if (isNone && names.length > 1)
    problems.add(variable, names.join(','), 'otlp, console, several with commas; or none alone')
  return isNone ? [] : names
}
