import type { Attributes } from '@opentelemetry/api'

const MAX_LENGTH = 1_024
const MAX_ITEMS = 64

const servers = new Map<string, Attributes>()
const MAX_SERVERS = 64

/**
 * The attributes whose values can be recorded: what a request or a response does not have, or has in
 * another type than its API says, is left out.
 */
export function recordable(values: Readonly<Record<string, unknown>>): Attributes {
  const attributes: Attributes = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '') attributes[name] = value.slice(0, MAX_LENGTH)
    else if (typeof value === 'boolean' || Number.isFinite(value)) attributes[name] = value as boolean | number
    else if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))
      attributes[name] = value.slice(0, MAX_ITEMS).map((each) => each.slice(0, MAX_LENGTH))
  }
  return attributes
}

/** `server.address` and `server.port` of a URL. */
export function serverOf(url: unknown): Attributes {
  if (typeof url !== 'string') return {}
  const known = servers.get(url)
  if (known !== undefined) return known
  const attributes = readServer(url)
  if (servers.size < MAX_SERVERS) servers.set(url, attributes)
  return attributes
}

function readServer(url: string): Attributes {
  try {
    const { hostname, port, protocol } = new URL(url)
    const ownPort = protocol === 'http:' ? 80 : 443
    return { 'server.address': hostname.replace(/^\[|\]$/g, ''), 'server.port': port === '' ? ownPort : Number(port) }
  } catch {
    return {}
  }
}
