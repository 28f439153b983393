import { isText, kind } from '../../reading/checks'
import type { Problems } from '../../reading/problems'
import type { ExportSetting } from '../../reading/setting'
import { type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'
import type { Protocol } from './protocol'

export interface EndpointOption {
  /**
   * HTTP: the full URL for this signal, to which nothing is appended. gRPC: `http(s)://host:port`,
   * `host:port`, `unix:path`, `dns:…`; with `https://` and no port 443, with `http://` and no port
   * 4317. An empty string counts as not given.
   *
   * Errors: text that is no such address. Messages show it without user name, password and query.
   * @default the general endpoint
   */
  readonly endpoint?: string | undefined
}

const GRPC_PORT = '4317'
const DEFAULTS: Readonly<Record<Protocol, string>> = {
  grpc: 'http://localhost:4317',
  'http/protobuf': 'http://localhost:4318',
  'http/json': 'http://localhost:4318',
}
/** Names that the gRPC library resolves itself, and that no HTTP URL can have. */
const GRPC_NAME = /^(unix|dns|ipv4|ipv6):./i

export const endpoint = {
  checks: { endpoint: kind<string>('a string such as http://collector:4318', isText) },
  variables: otlpVariables('ENDPOINT', 'refuse'),
  resolve: endpointFor,
} satisfies ExportSetting<EndpointOption>

/** An endpoint that was given, and where. */
interface FoundEndpoint {
  readonly setting: string
  readonly value: string
  /** A signal's own endpoint is used as it is; a general one is a base. */
  readonly isBase: boolean
}

/** In the order of {@link SignalSettings}. */
export function findEndpoint(settings: SignalSettings<EndpointOption>): FoundEndpoint | undefined {
  const { signal, own, general, env } = settings
  const ownEndpoint = own.endpoint?.trim()
  if (ownEndpoint) return { setting: `export.${signal}.endpoint`, value: ownEndpoint, isBase: false }
  const generalEndpoint = general.endpoint?.trim()
  if (generalEndpoint) return { setting: 'export.endpoint', value: generalEndpoint, isBase: true }
  const names = variableNames(settings, 'ENDPOINT')
  const reader = env.for(`${signal}.endpoint`)
  const found = reader.firstOf(...names)
  if (found) reader.used(found.name)
  return found && { setting: found.name, value: found.value, isBase: found.name !== names[0] }
}

/** The protocol that an endpoint implies, when nobody names one. */
export function protocolFrom(
  { signal, env }: SignalSettings<EndpointOption>,
  found: FoundEndpoint | undefined,
): Protocol {
  const isGrpc = found && (GRPC_NAME.test(found.value) || writtenPort(found.value) === GRPC_PORT)
  if (!isGrpc) return 'http/protobuf'
  env.origins.follow(`${signal}.protocol`, `${signal}.endpoint`)
  return 'grpc'
}

/**
 * The endpoint as the sender takes it. The default is the collector on this host, at the protocol's
 * port.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp
 */
function endpointFor(
  { signal, problems }: SignalSettings<EndpointOption>,
  found: FoundEndpoint | undefined,
  protocol: Protocol,
  insecure: boolean,
): string {
  const { setting, value, isBase } = found ?? {
    setting: 'export.endpoint',
    value: DEFAULTS[protocol],
    isBase: true,
  }
  if (protocol === 'grpc' && GRPC_NAME.test(value)) return value
  // gRPC names targets as host:port; the specification leaves TLS to the "insecure" setting then.
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
 * An endpoint as messages may show it: without user name, password and query. Messages show wrong
 * endpoints too, so this relies on no form: anything before the last `@` may be a password.
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
  // URL drops the default port of its scheme. gRPC's default is another, so a written port counts.
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
