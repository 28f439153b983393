import type { EnvironmentReader } from './environment'
import { checkedInteger, checkedOneOf } from './given'
import { checkHeaders, parseHeaders } from './headers'
import type { BatchOptions, ExportOptions, Protocol, SignalExportOptions, TlsOptions } from './options'
import type { Problems } from './problems'

export type Signal = 'traces' | 'logs'

/** Where one signal goes, resolved: nothing in it is optional that the sender needs. */
export interface Target {
  /** Full URL for HTTP; scheme, host and port for gRPC. */
  readonly endpoint: string
  readonly protocol: Protocol
  readonly headers: Readonly<Record<string, string>>
  readonly compression: 'gzip' | 'none'
  readonly timeoutMs: number
  readonly tls?: TlsOptions
  readonly batch: BatchOptions
  readonly maxQueueBytes?: number
  readonly maxQueueItems?: number
}

export type ReadFile = (path: string) => Buffer

const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json'] as const
const COMPRESSIONS = ['gzip', 'none'] as const
const DEFAULT_ENDPOINT = 'http://localhost:4318'
const GRPC_PORT = '4317'

/**
 * One signal's target: its own code option, then the general code option, then its own variable, then the general one.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function resolveTarget(
  signal: Signal,
  given: ExportOptions,
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
): Target {
  const own: SignalExportOptions = given[signal] || {}
  const variable = (name: string) => [
    `OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${name}`,
    `OTEL_EXPORTER_OTLP_${name}`,
  ]
  const setting = (key: string) => (key in own ? `export.${signal}.${key}` : `export.${key}`)
  const code = <K extends keyof SignalExportOptions>(key: K): SignalExportOptions[K] => own[key] ?? given[key]

  const place = endpointOf(signal, given, own, env)
  const protocol =
    checkedOneOf(PROTOCOLS, setting('protocol'), code('protocol'), problems) ??
    env.oneOf(PROTOCOLS, ...variable('PROTOCOL')) ??
    (portOf(place.value) === GRPC_PORT ? 'grpc' : 'http/protobuf')
  const insecure = env.boolean(variable('INSECURE')[0]!) ?? env.boolean(variable('INSECURE')[1]!) ?? false
  const endpoint = endpointUrl(signal, place, protocol, insecure, problems)
  const tls = resolveTls(code('tls'), variable, env, problems, readFile)
  const queueItems = env.integer(1, `OTEL_${signal === 'traces' ? 'BSP' : 'BLRP'}_MAX_QUEUE_SIZE`)
  const queueBytes = checkedInteger(1, setting('maxQueueBytes'), code('maxQueueBytes'), problems)
  return {
    endpoint,
    protocol,
    headers: headersOf(own, given, signal, variable, env, problems),
    compression:
      checkedOneOf(COMPRESSIONS, setting('compression'), code('compression'), problems) ??
      env.oneOf(COMPRESSIONS, ...variable('COMPRESSION')) ??
      'none',
    timeoutMs:
      checkedInteger(1, setting('timeoutMs'), code('timeoutMs'), problems) ??
      env.integer(1, ...variable('TIMEOUT')) ??
      10_000,
    batch: resolveBatch(signal, { ...given.batch, ...own.batch }, env, problems),
    ...(tls && { tls }),
    ...(queueBytes !== undefined && { maxQueueBytes: queueBytes }),
    ...(queueItems !== undefined && { maxQueueItems: queueItems }),
  }
}

interface Place {
  readonly setting: string
  readonly value: string
  /** A signal's own endpoint is used as it is; a general one is a base. */
  readonly isBase: boolean
}

function endpointOf(signal: Signal, given: ExportOptions, own: SignalExportOptions, env: EnvironmentReader): Place {
  if (own.endpoint) return { setting: `export.${signal}.endpoint`, value: own.endpoint, isBase: false }
  if (given.endpoint) return { setting: 'export.endpoint', value: given.endpoint, isBase: true }
  const signalVariable = `OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_ENDPOINT`
  const found = env.firstOf(signalVariable, 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (found) return { setting: found.name, value: found.value, isBase: found.name !== signalVariable }
  return { setting: 'export.endpoint', value: DEFAULT_ENDPOINT, isBase: true }
}

function portOf(endpoint: string): string | undefined {
  return /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?(?:\[[^\]]*\]|[^/:]*):(\d+)/i.exec(endpoint)?.[1]
}

function endpointUrl(signal: Signal, place: Place, protocol: Protocol, insecure: boolean, problems: Problems): string {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(place.value)
  // gRPC names targets as host:port; the specification then leaves TLS to the "insecure" setting.
  const text = hasScheme || protocol !== 'grpc' ? place.value : `${insecure ? 'http' : 'https'}://${place.value}`
  let url: URL
  try {
    url = new URL(text)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError('scheme')
  } catch {
    const example = protocol === 'grpc' ? 'http://collector:4317' : 'http://collector:4318'
    problems.add(place.setting, withoutUserinfo(place.value), `a URL with http:// or https://, such as ${example}`)
    return DEFAULT_ENDPOINT
  }
  if (protocol === 'grpc') {
    if (url.pathname !== '/')
      problems.warn(place.setting, `gRPC has no paths, ${JSON.stringify(url.pathname)} is left out`)
    return `${url.protocol}//${url.host}`
  }
  if (url.port === GRPC_PORT) {
    problems.warn(place.setting, `port 4317 is gRPC's by convention but the protocol is ${protocol} (usually on 4318)`)
  }
  if (place.isBase) url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/${signal}`
  return url.href
}

function withoutUserinfo(endpoint: string): string {
  return endpoint.replace(/\/\/[^/@]*@/, '//REDACTED@')
}

function headersOf(
  own: SignalExportOptions,
  given: ExportOptions,
  signal: Signal,
  variable: (name: string) => readonly string[],
  env: EnvironmentReader,
  problems: Problems,
): Readonly<Record<string, string>> {
  if (own.headers !== undefined) return checkHeaders(`export.${signal}.headers`, own.headers, problems)
  if (given.headers !== undefined) return checkHeaders('export.headers', given.headers, problems)
  const found = env.firstOf(...variable('HEADERS'))
  return found ? parseHeaders(found.name, found.value, problems) : {}
}

function resolveBatch(signal: Signal, given: BatchOptions, env: EnvironmentReader, problems: Problems): BatchOptions {
  const prefix = signal === 'traces' ? 'OTEL_BSP' : 'OTEL_BLRP'
  const maxItems =
    checkedInteger(1, 'export.batch.maxItems', given.maxItems, problems) ??
    env.integer(1, `${prefix}_MAX_EXPORT_BATCH_SIZE`)
  const maxDelayMs =
    checkedInteger(0, 'export.batch.maxDelayMs', given.maxDelayMs, problems) ??
    env.integer(0, `${prefix}_SCHEDULE_DELAY`)
  const maxBytes = checkedInteger(1, 'export.batch.maxBytes', given.maxBytes, problems)
  return {
    ...(maxItems !== undefined && { maxItems }),
    ...(maxDelayMs !== undefined && { maxDelayMs }),
    ...(maxBytes !== undefined && { maxBytes }),
  }
}

function resolveTls(
  given: TlsOptions | undefined,
  variable: (name: string) => readonly string[],
  env: EnvironmentReader,
  problems: Problems,
  readFile: ReadFile,
): TlsOptions | undefined {
  const pem = (name: string): Buffer | undefined => {
    const found = env.firstOf(...variable(name))
    if (!found) return undefined
    try {
      return readFile(found.value)
    } catch (error) {
      problems.add(
        found.name,
        found.value,
        `a readable PEM file (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`,
      )
      return undefined
    }
  }
  const ca = given?.ca ?? pem('CERTIFICATE')
  const cert = given?.cert ?? pem('CLIENT_CERTIFICATE')
  const key = given?.key ?? pem('CLIENT_KEY')
  if (!ca && !cert && !key) return undefined
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) }
}
