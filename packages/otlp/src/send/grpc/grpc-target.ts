import type { Address } from '../connection/address'
import { bare } from '../connection/proxy'

const DEFAULT_PORT = 4317

/** Where a gRPC target is. */
export interface GrpcAddress {
  readonly address: Address
  /** Name that the certificate has to be for. */
  readonly host: string
  /** `:authority` of the calls. */
  readonly authority: string
}

/**
 * Target and security of a gRPC endpoint: the scheme decides on TLS; without one, TLS it is unless
 * `insecure` says otherwise.
 */
export function grpcTarget(
  endpoint: string,
  insecure = false,
): { readonly target: string; readonly isSecure: boolean } {
  const url = /^(https?):\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(endpoint)
  if (url === null) return { target: endpoint, isSecure: !insecure && !endpoint.startsWith('unix:') }
  const [, scheme, host] = url as unknown as [string, string, string]
  const isSecure = scheme.toLowerCase() === 'https'
  const hasPort = /:\d+$/.test(host)
  return { target: hasPort ? host : `${host}:${isSecure ? 443 : DEFAULT_PORT}`, isSecure }
}

/**
 * Reads `host:port` and gRPC's own names, `unix:`, `dns:`, `ipv4:` and `ipv6:`. The first of
 * several addresses counts.
 */
export function grpcAddress(target: string): GrpcAddress {
  const unix = /^unix:(?:\/\/(?=\/))?(.+)$/.exec(target)
  if (unix !== null) return { address: { path: unix[1]! }, host: 'localhost', authority: 'localhost' }
  const [, addresses = target] = /^(?:dns:(?:\/\/[^/]*\/)?|ipv[46]:)(.+)$/.exec(target) ?? []
  const [first = ''] = addresses.split(',')
  const [, bracketed, plain, digits] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(first) ?? []
  const host = bracketed ?? plain ?? bare(first)
  const port = Number(digits ?? 443)
  return { address: { host, port }, host, authority: `${host.includes(':') ? `[${host}]` : host}:${port}` }
}
