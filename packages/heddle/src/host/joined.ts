import { diag, type Sampler } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import { AlwaysOnSampler } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from '../config/options'
import { className } from '../config/reading/described'
import { JOINED } from '../config/reading/origins'
import type { Signal } from '../config/reading/signal-settings'
import type { HeddleConfig } from '../config/resolve'
import { type SignalExporters, signalSummary } from '../config/settings/export/exporters'
import { DEFAULT_FORMATS } from '../config/settings/propagation'
import type { Host, HostedLoggerProvider, HostedTracerProvider } from './host'

/** Options that only providers of Heddle's own heed. */
const OF_OUR_PROVIDERS = ['sampler', 'limits'] as const

/** For the summary: nobody asks it. */
const THEIR_SAMPLER: Sampler = Object.assign(new AlwaysOnSampler(), { toString: () => 'the joined SDK’s' })

type JoinedConfig = HeddleConfig & {
  /** Settings that were given to Heddle, and that the other SDK decides. */
  readonly idle: readonly string[]
}

/**
 * The configuration beside another SDK: a signal that it sends is not sent twice, unless that is
 * asked for.
 */
export function joinedConfig(config: HeddleConfig, host: Host, options: HeddleOptions): JoinedConfig {
  const sentBy = (signal: Signal, hosted: HostedTracerProvider | HostedLoggerProvider | undefined): SignalExporters => {
    const given = config.exporters[signal]
    const isTheirs = hosted?.hasProcessors === true && config.attach !== 'export'
    if (!isTheirs || options.exporters?.[signal] !== undefined) return given
    config.origins.set(`${signal}.exporters`, JOINED)
    return { console: false, others: [], batch: given.batch }
  }
  const traces = sentBy('traces', host.traces)
  const logs = sentBy('logs', host.logs)
  const exporters = { ...config.exporters, traces, logs }
  if (host.traces === undefined) return Object.freeze({ ...config, exporters, idle: [] })
  const idle = OF_OUR_PROVIDERS.filter((name) => options[name] !== undefined || isOfFile(name, config))
  config.origins.set('sampler', JOINED)
  // Which of contrib's there are is decided where that SDK is set up.
  return Object.freeze({ ...config, exporters, sampler: THEIR_SAMPLER, contribLibraries: new Set<never>(), idle })
}

/** Variables are read by most SDKs, a file that Heddle is told of by Heddle. */
function isOfFile(name: string, { configFile, origins }: HeddleConfig): boolean {
  return configFile !== undefined && origins.of(name).startsWith(configFile)
}

/**
 * Whether ours takes the place of the other SDK's propagator: when something was said that only ours
 * knows.
 */
export function isPropagatorOurs({ propagation }: HeddleConfig): boolean {
  const { formats, others, trust, echoRequestId } = propagation
  return (
    others.length > 0 ||
    trust !== 'accept' ||
    echoRequestId ||
    formats.some((format) => !DEFAULT_FORMATS.includes(format))
  )
}

/** Says who makes and who sends what, since that is not the obvious. */
export function explainJoining(config: JoinedConfig, host: Host): void {
  const parts = [
    `spans are made by ${makerOf(host.traces)} and sent by ${senderOf(host.traces, config.exporters.traces)}`,
    `log records are made by ${makerOf(host.logs)} and sent by ${senderOf(host.logs, config.exporters.logs)}`,
  ]
  if (host.isRegistered) parts.push(`headers are ${isPropagatorOurs(config) ? 'Heddle’s' : 'those of its propagator'}`)
  if (config.idle.length > 0) parts.push(`without effect: ${config.idle.join(', ')}`)
  diag.warn(`joined another OpenTelemetry SDK: ${parts.join('; ')}`)
}

function makerOf(hosted: HostedTracerProvider | HostedLoggerProvider | undefined): string {
  return hosted === undefined ? 'Heddle' : `its ${className(hosted.provider)}`
}

function senderOf(hosted: HostedTracerProvider | HostedLoggerProvider | undefined, exporters: SignalExporters): string {
  const { exporters: names, endpoint } = signalSummary(exporters)
  const ours = names.length > 0 ? `Heddle (${endpoint ?? names.join(', ')})` : undefined
  const theirs = hosted?.hasProcessors ? 'its processors' : undefined
  return [theirs, ours].filter((each) => each !== undefined).join(' and ') || 'nobody'
}

/** Both providers of an SDK mostly have one resource. */
export function resourcesOf({ traces, logs }: Host): Resource[] {
  return [...new Set([traces?.resource, logs?.resource])].filter((resource) => resource !== undefined)
}
