import type { Level } from '@heddle/logger'
import { DiagLogLevel } from '@opentelemetry/api'
import type { HeddleConfig } from './resolve'
import { type SignalSummary, signalSummary } from './settings/export/exporters'
import { type PropagationSummary, propagationSummary } from './settings/propagation'
import { samplerSummary } from './settings/sampler'
import { type ResourceLike, type ServiceSummary, serviceSummary } from './settings/service'

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
}

/**
 * The part of the configuration that may be shown. Without the resource, which knows what was
 * detected, the service is what was said of it in code.
 */
export function configSummary(config: HeddleConfig, resource?: ResourceLike, spoolDir?: string): ConfigSummary {
  return frozen({
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
    warnings: [...config.warnings],
  })
}

function frozen<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) frozen(member)
  }
  return Object.freeze(value)
}
