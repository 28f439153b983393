import type { Attributes } from '@opentelemetry/api'
import {
  ATTR_CLIENT_ADDRESS,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_METHOD_ORIGINAL,
  ATTR_NETWORK_PEER_ADDRESS,
  ATTR_NETWORK_PEER_PORT,
  ATTR_NETWORK_PROTOCOL_VERSION,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_PATH,
  ATTR_URL_QUERY,
  ATTR_URL_SCHEME,
  ATTR_USER_AGENT_ORIGINAL,
} from '@opentelemetry/semantic-conventions'
import { defaultPort, parseAuthority } from '../../http-semantics/authority'
import type { IncomingRequest } from '../options'
import type { HttpSettings } from '../settings'
import { type ForwardedRequest, parseForwarded } from './forwarded'
import type { RequestTarget } from './request-target'

/**
 * The attributes at the start of a server span, so that samplers see them.
 *
 * @param method - the value of `http.request.method`
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span
 */
export function serverAttributes(
  request: IncomingRequest,
  method: string,
  target: RequestTarget,
  settings: HttpSettings,
): Attributes {
  const { headers, socket } = request
  const forwarded = settings.trustForwardedHeaders ? parseForwarded(headers) : undefined
  const scheme = forwarded?.scheme ?? ('encrypted' in socket && socket.encrypted ? 'https' : 'http')
  const peer = socket.remoteAddress
  const attributes: Attributes = {
    [ATTR_HTTP_REQUEST_METHOD]: method,
    [ATTR_URL_PATH]: target.path,
    [ATTR_URL_SCHEME]: scheme,
    [ATTR_NETWORK_PROTOCOL_VERSION]: request.httpVersion === '2.0' ? '2' : request.httpVersion,
  }
  if (method !== request.method) attributes[ATTR_HTTP_REQUEST_METHOD_ORIGINAL] = request.method
  if (target.query !== '') attributes[ATTR_URL_QUERY] = settings.redactQuery(target.query)
  if (headers['user-agent'] !== undefined) attributes[ATTR_USER_AGENT_ORIGINAL] = headers['user-agent']
  // The peers of a server that listens on a pipe have no address.
  if (peer !== undefined) {
    attributes[ATTR_NETWORK_PEER_ADDRESS] = peer
    attributes[ATTR_NETWORK_PEER_PORT] = socket.remotePort
  }
  const client = forwarded?.client ?? peer
  if (client !== undefined) attributes[ATTR_CLIENT_ADDRESS] = client
  addServerAddress(attributes, request, scheme, forwarded)
  return attributes
}

function addServerAddress(
  attributes: Attributes,
  { headers }: IncomingRequest,
  scheme: string,
  forwarded: ForwardedRequest | undefined,
): void {
  const host = forwarded?.host ?? headers[':authority'] ?? headers.host
  const authority = typeof host === 'string' ? parseAuthority(host) : undefined
  if (authority === undefined) return
  attributes[ATTR_SERVER_ADDRESS] = authority.host
  const port = authority.port ?? defaultPort(scheme)
  if (port !== undefined) attributes[ATTR_SERVER_PORT] = port
}
