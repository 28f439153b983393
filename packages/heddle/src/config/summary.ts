import { DiagLogLevel } from '@opentelemetry/api'
import type { HeddleOptions } from './options'
import type { HeddleConfig } from './resolve'
import { displayEndpoint } from './settings/export/endpoint'
import type { SignalExporters } from './settings/export/exporters'
import type { Protocol } from './settings/export/options'

/** Who is speaking, as far as it is known when it is first asked. */
export interface ServiceSummary {
  readonly name?: string
  readonly version?: string
  readonly namespace?: string
  readonly environment?: string
  readonly instanceId?: string
}

/** Where one signal goes. */
export interface SignalSummary {
  /** `otlp` for ours, `console`, and the class names of the app's own. Empty: nowhere. */
  readonly exporters: readonly string[]
  /** Without user name, password and query; only with `otlp`. */
  readonly endpoint?: string
  readonly protocol?: Protocol
  readonly compression?: 'gzip' | 'none'
}

/**
 * What was decided at start, to be shown and logged: it holds no headers, keys, credentials or objects of the app's.
 * Frozen throughout. When `enabled` is false, the rest are the defaults.
 */
export interface ConfigSummary {
  readonly enabled: boolean
  readonly service: ServiceSummary
  readonly traces: SignalSummary
  readonly logs: SignalSummary
  /** The sampler's description of itself. */
  readonly sampler: string
  readonly propagation: {
    /** Ours by their names, the app's own by the names of their classes. */
    readonly formats: readonly string[]
    readonly trust: 'accept' | 'link' | 'ignore' | 'by request'
    readonly echoRequestId: boolean
  }
  /** Where what cannot be sent is kept; only when it is. */
  readonly spoolDir?: string
  readonly spans: 'hop' | 'all'
  /** Ours that are on, then the app's own. */
  readonly instrumentations: readonly string[]
  readonly logLevel: NonNullable<HeddleOptions['logLevel']>
  /** Of Heddle's own messages. */
  readonly diagLevel: string
  readonly shutdownTimeoutMs: number
  /** What was odd but not wrong. */
  readonly warnings: readonly string[]
}

/** The part of OpenTelemetry's `Resource` that names the service, without waiting for detectors. */
interface ResourceLike {
  getRawAttributes(): readonly (readonly [name: string, value: unknown])[]
}

const SERVICE_ATTRIBUTES: Readonly<Record<keyof ServiceSummary, string>> = {
  name: 'service.name',
  version: 'service.version',
  namespace: 'service.namespace',
  environment: 'deployment.environment.name',
  instanceId: 'service.instance.id',
}

/**
 * What of the configuration may be shown. Without the resource, which knows what was detected, the service is what was
 * said of it in code.
 */
export function configSummary(config: HeddleConfig, resource?: ResourceLike, spoolDir?: string): ConfigSummary {
  const { propagation } = config
  return frozen({
    enabled: config.enabled,
    service: serviceSummary(config, resource),
    traces: signalSummary(config.exporters.traces),
    logs: signalSummary(config.exporters.logs),
    sampler: described(() => config.sampler.toString(), 'a sampler'),
    propagation: {
      formats: [...propagation.formats, ...propagation.others.map(className)],
      trust: typeof propagation.trust === 'function' ? 'by request' : propagation.trust,
      echoRequestId: propagation.echoRequestId,
    },
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

function serviceSummary(config: HeddleConfig, resource: ResourceLike | undefined): ServiceSummary {
  const attributes = resource?.getRawAttributes() ?? []
  const service: Partial<Record<keyof ServiceSummary, string>> = {}
  for (const [field, attribute] of Object.entries(SERVICE_ATTRIBUTES) as [keyof ServiceSummary, string][]) {
    const value = attributes.find(([name]) => name === attribute)?.[1] ?? config.service[field]
    if (typeof value === 'string') service[field] = value
  }
  return service
}

function signalSummary({ otlp, console, others }: SignalExporters): SignalSummary {
  const exporters = [...(otlp ? ['otlp'] : []), ...(console ? ['console'] : []), ...others.map(className)]
  if (!otlp) return { exporters }
  const { endpoint, protocol, compression } = otlp
  return { exporters, endpoint: displayEndpoint(endpoint), protocol, compression: compression ?? 'none' }
}

function className(part: object): string {
  return described(() => part.constructor.name, 'an object')
}

/** What the app's own objects say of themselves, whatever they do when they are asked. */
function described(describe: () => unknown, otherwise: string): string {
  try {
    return String(describe())
  } catch {
    return otherwise
  }
}

function frozen<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) frozen(member)
  }
  return Object.freeze(value)
}
