import type { Problems } from '../../reading/problems'
import type { SignalSettings } from '../../reading/signal-settings'
import type { Protocol } from './options'

const GRPC_PORT = '4317'
const DEFAULTS: Readonly<Record<Protocol, string>> = {
  grpc: 'http://localhost:4317',
  'http/protobuf': 'http://localhost:4318',
  'http/json': 'http://localhost:4318',
}
/** Names that the gRPC library resolves itself, and that no URL of HTTP can have. */
const GRPC_NAME = /^(unix|dns|ipv4|ipv6):./i

/** An endpoint that was given, and where. */
export interface Place {
  readonly setting: string
  readonly value: string
  /** A signal's own endpoint is used as it is; a general one is a base. */
  readonly isBase: boolean
}

export function placeOf(settings: SignalSettings): Place | undefined {
  const { signal, own, general, env } = settings
  const ownEndpoint = own.endpoint?.trim()
  if (ownEndpoint) return { setting: `export.${signal}.endpoint`, value: ownEndpoint, isBase: false }
  const endpoint = general.endpoint?.trim()
  if (endpoint) return { setting: 'export.endpoint', value: endpoint, isBase: true }
  const names = settings.variables('ENDPOINT')
  const found = env.firstOf(...names)
  return found && { setting: found.name, value: found.value, isBase: found.name !== names[0] }
}

/** What an endpoint says of the protocol, when nothing else does. */
export function protocolFrom(place: Place | undefined): Protocol {
  const isGrpc = place && (GRPC_NAME.test(place.value) || writtenPort(place.value) === GRPC_PORT)
  return isGrpc ? 'grpc' : 'http/protobuf'
}

/**
 * The endpoint as the sender takes it. Without one, the collector on this host, by the protocol's port.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp
 */
export function endpointFor(
  { signal, problems }: SignalSettings,
  place: Place | undefined,
  protocol: Protocol,
  insecure: boolean,
): string {
  const { setting, value, isBase } = place ?? {
    setting: 'export.endpoint',
    value: DEFAULTS[protocol],
    isBase: true,
  }
  if (protocol === 'grpc' && GRPC_NAME.test(value)) return value
  // gRPC names targets as host:port; the specification then leaves TLS to the "insecure" setting.
  const isBare = protocol === 'grpc' && !value.includes('://')
  const url = httpUrl(isBare ? `${insecure ? 'http' : 'https'}://${value}` : value)
  if (!url) {
    problems.add(setting, displayEndpoint(value), `a URL with http:// or https://, such as ${exampleFor(protocol)}`)
    return DEFAULTS[protocol]
  }
  if (protocol === 'grpc') return grpcTarget(url, value, setting, problems)
  if (url.port === GRPC_PORT) {
    problems.warn(setting, `port 4317 is gRPC's by convention but the protocol is ${protocol} (usually on 4318)`)
  }
  if (isBase) url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/${signal}`
  return url.href
}

/**
 * An endpoint as it may be shown: without user name, password and query. Wrong ones are shown too, so it does not rely
 * on their form: whatever comes before the last `@` may be a password.
 */
export function displayEndpoint(endpoint: string): string {
  return endpoint.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1REDACTED@').replace(/[?#].*$/s, '?REDACTED')
}

function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}

function grpcTarget(url: URL, written: string, setting: string, problems: Problems): string {
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    problems.warn(setting, 'gRPC takes a host and a port, the rest of the URL is left out')
  }
  // A URL forgets the port that is its scheme's default. Ours for gRPC is another, so the one that was written counts.
  const port = url.port || writtenPort(written)
  return `${url.protocol}//${url.hostname}${port ? `:${port}` : ''}`
}

function writtenPort(endpoint: string): string | undefined {
  const authority = endpoint.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#]/, 1)[0]!
  return /^(?:.*@)?(?:\[[^\]]*\]|[^:]*):(\d+)$/.exec(authority)?.[1]
}

function exampleFor(protocol: Protocol): string {
  return DEFAULTS[protocol].replace('localhost', 'collector')
}
