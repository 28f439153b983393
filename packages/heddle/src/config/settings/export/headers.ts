import { isObject } from '../../reading/checks'
import type { Problems } from '../../reading/problems'
import type { ExportSetting } from '../../reading/setting'
import { inCode, type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'

export interface HeadersOption {
  /**
   * Sent with each request, e.g. for authorisation: HTTP headers or gRPC metadata. No message of
   * Heddle's shows a value. A value of `undefined` is no header.
   *
   * Errors: a name that is no HTTP header; a value that is not printable ASCII.
   * @default `OTEL_EXPORTER_OTLP_HEADERS`, else none
   */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
}

// HTTP/1, HTTP/2 and gRPC all carry these characters; @heddle/otlp refuses any other.
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i
const VALUE = /^[\t -~]*$/

const ALLOWED = 'key=value pairs joined by commas, percent-encoded, each a valid HTTP header in printable ASCII'

export const headers = {
  checks: { headers: checkHeaders },
  variables: otlpVariables('HEADERS', 'refuse'),
  resolve(settings: SignalSettings<HeadersOption>): Readonly<Record<string, string>> {
    // checkHeaders() has already removed values that are `undefined`.
    const given = inCode(settings, 'headers') as Readonly<Record<string, string>> | undefined
    if (given) return given
    const found = settings.env.firstOf(...variableNames(settings, 'HEADERS'))
    return found ? parseHeaders(found.name, found.value, settings.problems) : {}
  },
} satisfies ExportSetting<HeadersOption>

/**
 * `OTEL_EXPORTER_OTLP_HEADERS`: pairs as in W3C baggage, without properties.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/#specifying-headers-via-environment-variables
 */
function parseHeaders(setting: string, value: string, problems: Problems): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const pair of value.split(',')) {
    if (pair.trim() === '') continue
    const equals = pair.indexOf('=')
    const name = decode(pair.slice(0, Math.max(equals, 0)))
    const content = decode(pair.slice(equals + 1))
    if (!name || content === undefined || !addHeader(headers, name, content)) problems.addSecret(setting, ALLOWED)
  }
  return headers
}

/** Headers given in code, held to the same rules. A value of `undefined` means no such header. */
function checkHeaders(setting: string, given: unknown, problems: Problems): Record<string, string> {
  const headers: Record<string, string> = {}
  if (!isObject(given) || Array.isArray(given)) {
    problems.addKind(setting, given, 'an object of header names and values')
    return headers
  }
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !addHeader(headers, name, value))
      problems.addSecret(`${setting}[${JSON.stringify(name)}]`, 'a valid HTTP header, its value printable ASCII')
  }
  return headers
}

/** Whether all transports carry it. */
export function isHeader(name: string, value: unknown): value is string {
  return typeof value === 'string' && NAME.test(name) && VALUE.test(value)
}

function addHeader(headers: Record<string, string>, name: string, value: unknown): boolean {
  if (!isHeader(name, value)) return false
  headers[name.toLowerCase()] = value
  return true
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    return undefined
  }
}
