import type { Attributes } from '@opentelemetry/api'
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_METHOD_ORIGINAL,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
} from '@opentelemetry/semantic-conventions'
import { authorityOf, defaultPort } from '../../http-semantics/authority'
import { REDACTED_USERINFO, redactQueryOf, redactUrl } from '../../http-semantics/url-redaction'
import type { HttpSettings } from '../settings'
import { isUrl, optionsOf, type RequestArguments, type RequestLine } from './request-arguments'

/**
 * The attributes at the start of a client span.
 *
 * @param method - the value of `http.request.method`
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export function clientAttributes(
  request: RequestLine,
  args: RequestArguments,
  method: string,
  settings: HttpSettings,
): Attributes {
  const host = withoutBrackets(request.host)
  const usualPort = defaultPort(request.protocol.slice(0, -1)) ?? 80
  const port = portOf(args) ?? usualPort
  const attributes: Attributes = {
    [ATTR_HTTP_REQUEST_METHOD]: method,
    [ATTR_SERVER_ADDRESS]: host,
    [ATTR_SERVER_PORT]: port,
    [ATTR_URL_FULL]: urlOf(request, args, host, port === usualPort ? '' : `:${port}`, settings),
  }
  if (method !== request.method) attributes[ATTR_HTTP_REQUEST_METHOD_ORIGINAL] = request.method
  return attributes
}

function urlOf(
  request: RequestLine,
  args: RequestArguments,
  host: string,
  port: string,
  settings: HttpSettings,
): string {
  // A request through a forward proxy names its whole target.
  if (!request.path.startsWith('/') && request.path.includes('://'))
    return redactUrl(request.path, settings.redactQuery)
  const path = redactQueryOf(request.path, settings.redactQuery)
  const userinfo = hasCredentials(args) ? REDACTED_USERINFO : ''
  const address = host.includes(':') ? `[${host}]` : host
  return `${request.protocol}//${userinfo}${address}${port}${path.startsWith('/') ? '' : '/'}${path}`
}

function portOf(args: RequestArguments): number | undefined {
  const [input] = args
  const options = optionsOf(args)
  const port =
    options?.port || (typeof input === 'string' ? portOfUrl(input) : isUrl(input) && input.port) || options?.defaultPort
  const number = Number(port || Number.NaN)
  return Number.isInteger(number) ? number : undefined
}

function portOfUrl(url: string): string | undefined {
  const authority = authorityOf(url)
  const colon = authority.lastIndexOf(':')
  return colon > Math.max(authority.lastIndexOf(']'), authority.lastIndexOf('@'))
    ? authority.slice(colon + 1)
    : undefined
}

function hasCredentials(args: RequestArguments): boolean {
  const [input] = args
  if (optionsOf(args)?.auth) return true
  if (typeof input === 'string') return authorityOf(input).includes('@')
  return isUrl(input) && (input.username !== '' || input.password !== '')
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}
