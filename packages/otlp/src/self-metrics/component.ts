import type { Attributes } from '@opentelemetry/api'
import type { OtlpProtocol } from '../options/options'
import { grpcTarget } from '../send/grpc/grpc-target'

/** Attributes that name a component in metrics, and its server. */
export type ComponentAttributes = Readonly<Attributes>

/** `span` and `log` are what the semantic conventions call the two signals. */
export type Noun = 'span' | 'log'

const EXPORTERS: Readonly<Record<OtlpProtocol, string>> = {
  grpc: 'otlp_grpc',
  'http/protobuf': 'otlp_http',
  'http/json': 'otlp_http_json',
}
const PROCESSORS: Readonly<Record<Noun, string>> = { span: 'OtlpSpanProcessor', log: 'OtlpLogRecordProcessor' }
const instances = new Map<string, number>()

export function processorAttributes(noun: Noun): ComponentAttributes {
  return component(PROCESSORS[noun])
}

/**
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/otel/#otel-component-attributes
 */
export function exporterAttributes(noun: Noun, protocol: OtlpProtocol, endpoint: string): ComponentAttributes {
  return { ...component(`${EXPORTERS[protocol]}_${noun}_exporter`), ...serverAttributes(protocol, endpoint) }
}

/** Numbered as the conventions suggest: the same names again after a restart of the process. */
function component(type: string): ComponentAttributes {
  const instance = instances.get(type) ?? 0
  instances.set(type, instance + 1)
  return { 'otel.component.type': type, 'otel.component.name': `${type}/${instance}` }
}

function serverAttributes(protocol: OtlpProtocol, endpoint: string): ComponentAttributes {
  return protocol === 'grpc' ? ofTarget(grpcTarget(endpoint).target) : ofUrl(new URL(endpoint))
}

/**
 * A name that gRPC resolves: `host:port`, `dns:///host:port`, `unix:path`. One that stands for
 * several addresses has none to say.
 */
function ofTarget(target: string): ComponentAttributes {
  const socket = /^unix:(?:\/\/)?(.+)$/.exec(target)
  if (socket) return { 'server.address': socket[1]! }
  const host = `http://${target.replace(/^(?:dns|ipv[46]):(?:\/\/[^/]*\/)?/, '')}`
  return URL.canParse(host) ? ofUrl(new URL(host)) : {}
}

function ofUrl({ protocol, hostname, port }: URL): ComponentAttributes {
  const byDefault = protocol === 'https:' ? 443 : 80
  return {
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    'server.port': port === '' ? byDefault : Number(port),
  }
}
