import type { Attributes } from '@opentelemetry/api'

const MAX_LENGTH = 32_768
const SHOWN_LENGTH = 60

/** The service's name in `OTEL_SERVICE_NAME`, which wins over that in `OTEL_RESOURCE_ATTRIBUTES`. */
export function serviceNameAttributes(env: NodeJS.ProcessEnv): Attributes {
  const name = env['OTEL_SERVICE_NAME']?.trim()
  return name ? { 'service.name': name } : {}
}

/**
 * The attributes of `OTEL_RESOURCE_ATTRIBUTES`. As the OpenTelemetry Resource SDK specification
 * says, values are percent-decoded, and one malformed entry discards the whole variable, of which
 * `onWarning` is told.
 */
export function environmentAttributes(env: NodeJS.ProcessEnv, onWarning: (message: string) => void): Attributes {
  const attributes: Attributes = Object.create(null)
  const list = env['OTEL_RESOURCE_ATTRIBUTES']
  if (list) {
    try {
      parseResourceAttributes(list, attributes)
    } catch (error) {
      for (const key of Object.keys(attributes)) delete attributes[key]
      onWarning(
        `OTEL_RESOURCE_ATTRIBUTES was ignored as a whole: ${(error as Error).message}. ` +
          'It must be a list like "key1=value1,key2=value2", in which a "," "=" or "%" inside a key or value is percent-encoded.',
      )
    }
  }
  return attributes
}

function parseResourceAttributes(list: string, into: Attributes): void {
  if (list.length > MAX_LENGTH) throw new Error(`it has ${list.length} characters, more than ${MAX_LENGTH}`)
  for (const entry of list.split(',')) {
    if (entry.trim() === '') continue
    const parts = entry.split('=')
    if (parts.length !== 2) throw new Error(`${shown(entry)} must have exactly one "="`)
    const key = decoded(parts[0]!, entry)
    if (key === '') throw new Error(`${shown(entry)} has no key`)
    into[key] = decoded(parts[1]!, entry)
  }
}

function decoded(text: string, entry: string): string {
  try {
    return decodeURIComponent(text.trim())
  } catch {
    throw new Error(`${shown(entry)} is not percent-encoded UTF-8`)
  }
}

function shown(entry: string): string {
  const text = entry.trim()
  return JSON.stringify(text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text)
}
