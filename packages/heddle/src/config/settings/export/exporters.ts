import { type Check, type Checked, either, isObject, kind, listOf, object } from '../../reading/checks'
import { className } from '../../reading/described'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'
import type { Setting, Sources } from '../../reading/setting'
import type { Signal } from '../../reading/signal-settings'
import { batch, type StockBatchOptions, stockBatch } from './batch'
import { displayEndpoint } from './endpoint'
import { type ExportOption, resolveTarget, type Target } from './export'
import type { Protocol } from './protocol'
import { queue } from './queue'
import { type ResolvedSpool, spool } from './spool'

/** An official `SpanExporter` or `LogRecordExporter`, or any object of their shape. */
export interface ExporterLike {
  /** Called with a batch; `done` says with `code` 0 that it is delivered. */
  export(items: unknown[], done: (result: { code: number; error?: Error }) => void): void
  shutdown(): Promise<void>
  forceFlush?(): Promise<void>
}

/** Exporters of one signal: official ones, `'otlp'` for ours. An empty list exports nothing. */
export type SignalExporterOptions = 'otlp' | ExporterLike | readonly ('otlp' | ExporterLike)[]

interface Exporters {
  /**
   * Exporters of spans. Errors: as for `exporters`.
   * @default `OTEL_TRACES_EXPORTER`, else 'otlp'
   */
  readonly traces?: SignalExporterOptions | undefined
  /**
   * Exporters of log records. Errors: as for `exporters`.
   * @default `OTEL_LOGS_EXPORTER`, else 'otlp'
   */
  readonly logs?: SignalExporterOptions | undefined
}

export interface ExportersOption {
  /**
   * Official exporters. They take the place of ours for their signal; name `'otlp'` beside them to
   * keep ours too. An empty list exports nothing. `export.batch` and `export.maxQueueItems` bound
   * their batches too, in official batch processors.
   *
   * Errors: a member that is neither `'otlp'` nor an object with `export()` and `shutdown()`.
   * @default `OTEL_TRACES_EXPORTER`, `OTEL_LOGS_EXPORTER`, else 'otlp'
   * @example exporters: { logs: ['otlp', new OTLPLogExporter()] }
   */
  readonly exporters?: Exporters | undefined
}

/** The exporters of each signal: ours, the console, the user's own, in any combination. */
export interface ResolvedExporters {
  readonly traces: SignalExporters
  readonly logs: SignalExporters
  /** Directory and bounds of what ours cannot send. */
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

const exporter: Check<'otlp' | ExporterLike> = kind(
  `'otlp', or an object with export() and shutdown()`,
  (value) => value === 'otlp' || (isObject(value) && isExporter(value)),
)
const ofSignal: Check<SignalExporterOptions> = either(Array.isArray, listOf(exporter), exporter)

/** `exporters` in code, else `OTEL_TRACES_EXPORTER` and `OTEL_LOGS_EXPORTER`, else OTLP. */
export const exporters: Setting<
  ExportersOption,
  { readonly exporters: ResolvedExporters },
  ExportOption & ExportersOption
> = {
  checks: { exporters: object<Exporters>({ traces: ofSignal, logs: ofSignal }) },
  variables: { OTEL_TRACES_EXPORTER: 'refuse', OTEL_LOGS_EXPORTER: 'refuse' },
  resolve(given, sources) {
    const kept = spool.resolve(given.export?.spool, sources.env, sources.host.homedir)
    return {
      exporters: {
        traces: resolveSignal('traces', given, sources),
        logs: resolveSignal('logs', given, sources),
        ...(kept && { spool: kept }),
      },
    }
  },
}

function resolveSignal(
  signal: Signal,
  given: Checked<ExportOption & ExportersOption>,
  { env, problems, host }: Sources,
): SignalExporters {
  const general = given.export ?? {}
  const own = general[signal]
  const settings = { signal, own: own || {}, general, env, problems }
  const limits = batch.resolve(settings)
  const held = queue.resolve(settings)
  const inCode = given.exporters?.[signal]
  const path = `${signal}.exporters`
  const named: readonly (ExporterLike | string)[] = inCode
    ? [inCode].flat()
    : exporterNames(signal, env.for(path), problems)
  const isOn = own !== false
  if (!isOn) env.origins.set(path, 'code')
  const otlp = isOn && named.includes('otlp') && resolveTarget(settings, limits, held, host.readFile)
  return {
    ...(otlp && { otlp }),
    console: isOn && named.includes('console'),
    others: named.filter((each) => typeof each === 'object'),
    batch: stockBatch(limits, held),
  }
}

function exporterNames(signal: Signal, env: EnvironmentReader, problems: Problems): readonly string[] {
  const variable = `OTEL_${signal.toUpperCase()}_EXPORTER`
  const names = env.list(variable)?.map((name) => name.toLowerCase())
  if (!names || names.length === 0) return ['otlp']
  env.used(variable)
  const unknown = names.filter((name) => !(NAMES as readonly string[]).includes(name))
  if (unknown.length > 0) problems.add(variable, unknown.join(','), NAMES.join(', '))
  const isNone = names.includes('none')
  if (isNone && names.length > 1)
    problems.add(variable, names.join(','), 'otlp, console, several with commas; or none alone')
  return isNone ? [] : names
}

function isExporter({ export: send, shutdown }: Readonly<Record<string, unknown>>): boolean {
  return typeof send === 'function' && typeof shutdown === 'function'
}

/** The exporters of one signal. */
export interface SignalSummary {
  /** `otlp` for ours, `console`, and the class names of the app's own. Empty: nowhere. */
  readonly exporters: readonly string[]
  /** Without user name, password and query; only with `otlp`. */
  readonly endpoint?: string
  readonly protocol?: Protocol
  readonly compression?: 'gzip' | 'none'
}

export function signalSummary({ otlp, console, others }: SignalExporters): SignalSummary {
  const exporters = [...(otlp ? ['otlp'] : []), ...(console ? ['console'] : []), ...others.map(className)]
  if (!otlp) return { exporters }
  const { endpoint, protocol, compression } = otlp
  return { exporters, endpoint: displayEndpoint(endpoint), protocol, compression: compression ?? 'none' }
}
