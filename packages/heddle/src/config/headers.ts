import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Problems } from './problems'

const ALLOWED = 'key=value pairs joined by commas, percent-encoded, each a valid HTTP header'

/**
 * `OTEL_EXPORTER_OTLP_HEADERS`: pairs as in W3C baggage, without properties.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/#specifying-headers-via-environment-variables
 */
export function parseHeaders(setting: string, value: string, problems: Problems): Record<string, string> {
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

/** Headers given in code, held to the same rules. */
export function checkHeaders(setting: string, given: unknown, problems: Problems): Record<string, string> {
  const headers: Record<string, string> = {}
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.add(setting, given, 'an object of header names and values')
    return headers
  }
  for (const [name, value] of Object.entries(given)) {
    if (!addHeader(headers, name, value))
      problems.addSecret(`${setting}[${JSON.stringify(name)}]`, 'a valid HTTP header')
  }
  return headers
}

function addHeader(headers: Record<string, string>, name: string, value: unknown): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value as string)
  } catch {
    return false
  }
  headers[name.toLowerCase()] = String(value)
  return true
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    return undefined
  }
}
