import type { Level } from '@heddle/logger'
import { DiagLogLevel } from '@opentelemetry/api'
import { pathsIn } from './reading/origins'
import type { HeddleConfig } from './resolve'
import { type SignalSummary, signalSummary } from './settings/export/exporters'
import { type PropagationSummary, propagationSummary } from './settings/propagation'
import { samplerSummary } from './settings/sampler'
import { noteServiceSources, type ResourceLike, type ServiceSummary, serviceSummary } from './settings/service'

/**
 * The decisions of the start, to be shown and logged: no headers, keys, credentials or objects of
 * the app's. Frozen throughout. When `enabled` is false, the rest are the defaults.
 */
export interface ConfigSummary {
  readonly enabled: boolean
  /** The file that `OTEL_CONFIG_FILE` names; only when there is one. */
  readonly configFile?: string
  readonly service: ServiceSummary
  readonly traces: SignalSummary
  readonly logs: SignalSummary
  /** The sampler's description of itself. */
  readonly sampler: string
  readonly propagation: PropagationSummary
  /** The directory of the spool; only when there is one. */
  readonly spoolDir?: string
  /** Server spans: one for each hop, or also one for each middleware, hook and handler. */
  readonly spans: 'hop' | 'all'
  /** Ours that are on, then the app's own. */
  readonly instrumentations: readonly string[]
  /** The level of `heddle.logger()`. */
  readonly logLevel: Level | 'silent'
  /** The level of Heddle's own messages. */
  readonly diagLevel: string
  /** Milliseconds. */
  readonly shutdownTimeoutMs: number
  /** Settings that were odd but not wrong. */
  readonly warnings: readonly string[]
  /**
   * Where each value above came from, by its path, such as `traces.endpoint`: `code`, the name of
   * the variable whose value is used, the place in the file of `OTEL_CONFIG_FILE`, or `default`.
   * Several with commas where each has a part in the value. `detected` and `package.json` are for
   * the service; `joined SDK` for what another SDK decides; `tool` and `failed start` for a Heddle
   * that is off on its own account. Warnings name theirs themselves.
   */
  readonly sources: Readonly<Record<string, string>>
}

/**
 * The part of the configuration that may be shown. Without the resource, which knows what was
 * detected, the service is what was said of it in code.
 */
export function configSummary(config: HeddleConfig, resource?: ResourceLike, spoolDir?: string): ConfigSummary {
  const summary = {
    enabled: config.enabled,
    ...(config.configFile !== undefined && { configFile: config.configFile }),
    service: serviceSummary(config.service, resource),
    traces: signalSummary(config.exporters.traces),
    logs: signalSummary(config.exporters.logs),
    sampler: samplerSummary(config.sampler),
    propagation: propagationSummary(config.propagation),
    ...(spoolDir !== undefined && { spoolDir }),
    spans: config.http.spans,
    instrumentations: [
      ...config.instrumentations,
      ...config.otherInstrumentations.map(({ instrumentationName }) => instrumentationName),
    ],
    logLevel: config.logLevel,
    diagLevel: DiagLogLevel[config.diagLevel].toLowerCase(),
    shutdownTimeoutMs: config.shutdownTimeoutMs,
  }
  if (resource !== undefined) noteServiceSources(config.origins, resource)
  const sources = pathsIn(summary).map((path) => [path, config.origins.of(path)] as const)
  return frozen({ ...summary, warnings: [...config.warnings], sources: Object.fromEntries(sources) })
}

function frozen<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) frozen(member)
  }
  return Object.freeze(value)
}
