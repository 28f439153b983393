import type { IncomingHttpHeaders } from 'node:http'

/** A proxy's description of the request that it received. */
export interface ForwardedRequest {
  readonly client: string | undefined
  /** In the form of a `Host` header. */
  readonly host: string | undefined
  readonly scheme: string | undefined
}

/**
 * Reads `Forwarded`, and falls back to `X-Forwarded-For`, `-Host` and `-Proto`. The first entry of
 * each counts, which the proxy nearest to the client wrote.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7239
 */
export function parseForwarded(headers: IncomingHttpHeaders): ForwardedRequest {
  const pairs = firstEntry(headers.forwarded)?.split(';') ?? []
  const client = parameter(pairs, 'for') ?? firstEntry(headers['x-forwarded-for'])
  return {
    client: client && withoutPort(client),
    host: parameter(pairs, 'host') ?? firstEntry(headers['x-forwarded-host']),
    scheme: (parameter(pairs, 'proto') ?? firstEntry(headers['x-forwarded-proto']))?.toLowerCase(),
  }
}

function firstEntry(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header[0] : header
  if (text === undefined) return undefined
  const comma = text.indexOf(',')
  return (comma === -1 ? text : text.slice(0, comma)).trim() || undefined
}

function parameter(pairs: readonly string[], name: string): string | undefined {
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    if (pair.slice(0, equals).trim().toLowerCase() !== name) continue
    const value = pair.slice(equals + 1).trim()
    return (value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value) || undefined
  }
  return undefined
}

/**
 * Removes the port from `192.0.2.1:80` and `[2001:db8::1]:80`; a bare IPv6 address and an
 * obfuscated name stay.
 */
function withoutPort(node: string): string {
  if (node.startsWith('[')) return node.slice(1, Math.max(node.indexOf(']'), 1))
  const colon = node.indexOf(':')
  return colon === -1 || node.includes(':', colon + 1) ? node : node.slice(0, colon)
}
