import type { EnvironmentReader } from './environment'
import { checkedInteger, checkKeys } from './given'
import type { ExporterLike, HeddleOptions } from './options'
import { type ReadFile, resolveTarget, type Signal, type Target } from './otlp'
import type { Problems } from './problems'

/** The way out for one signal: ours, the console, the user's own exporters, in any combination. */
export interface ResolvedExporters {
  readonly traces: SignalExporters
  readonly logs: SignalExporters
}

export interface SignalExporters {
  readonly otlp?: Target
  readonly console: boolean
  readonly others: readonly ExporterLike[]
  /** Batching of the user's own exporters, for the stock batch processors. */
  readonly batch: StockBatchOptions
}

export interface StockBatchOptions {
  readonly maxExportBatchSize?: number
  readonly maxQueueSize?: number
  readonly scheduledDelayMillis?: number
  readonly exportTimeoutMillis?: number
}

const NAMES = ['otlp', 'console', 'none'] as const

/** `exporters` in code, else `OTEL_TRACES_EXPORTER` and `OTEL_LOGS_EXPORTER`, else OTLP. */
export function resolveExporters(
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
): ResolvedExporters {
  checkKeys('exporters', options.exporters ?? {}, ['traces', 'logs'], problems)
  return {
    traces: resolveSignal('traces', options, env, problems, readFile),
    logs: resolveSignal('logs', options, env, problems, readFile),
  }
}

function resolveSignal(
  signal: Signal,
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
): SignalExporters {
  const given = [options.exporters?.[signal] ?? []].flat() as readonly (ExporterLike | 'otlp')[]
  const others = given.filter((exporter): exporter is ExporterLike => exporter !== 'otlp')
  for (const exporter of others) {
    if (typeof exporter?.export !== 'function') {
      problems.add(`exporters.${signal}`, exporter, `an object with export(), or the name 'otlp'`)
    }
  }
  const names = exporterNames(signal, env, problems)
  const off = options.export?.[signal] === false
  const ours = !off && (given.length > 0 ? given.includes('otlp') : names.includes('otlp'))
  return {
    ...(ours && { otlp: resolveTarget(signal, options.export ?? {}, env, problems, readFile) }),
    console: !off && given.length === 0 && names.includes('console'),
    others,
    batch: stockBatch(signal === 'traces' ? 'OTEL_BSP' : 'OTEL_BLRP', options, env, problems),
  }
}

function exporterNames(signal: Signal, env: EnvironmentReader, problems: Problems): readonly string[] {
  const variable = `OTEL_${signal.toUpperCase()}_EXPORTER`
  const names = env.list(variable)
  if (!names || names.length === 0) return ['otlp']
  const unknown = names.filter((name) => !(NAMES as readonly string[]).includes(name))
  if (unknown.length > 0) problems.add(variable, unknown.join(','), NAMES.join(', '))
  return names.includes('none') ? [] : names
}

function stockBatch(
  prefix: string,
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
): StockBatchOptions {
  const batch = options.export?.batch
  const entries: readonly (readonly [keyof StockBatchOptions, number | undefined])[] = [
    [
      'maxExportBatchSize',
      checkedInteger(1, 'export.batch.maxItems', batch?.maxItems, problems) ??
        env.integer(1, `${prefix}_MAX_EXPORT_BATCH_SIZE`),
    ],
    ['maxQueueSize', env.integer(1, `${prefix}_MAX_QUEUE_SIZE`)],
    ['scheduledDelayMillis', env.integer(0, `${prefix}_SCHEDULE_DELAY`)],
    ['exportTimeoutMillis', env.integer(1, `${prefix}_EXPORT_TIMEOUT`)],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
