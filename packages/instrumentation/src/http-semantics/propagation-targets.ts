import { isolated } from '../report'
import { authorityOf, defaultPort, parseAuthority } from './authority'

/**
 * A target that may get trace context and baggage: a host (`api.internal`, `10.0.0.5`, `[::1]`),
 * every host below a domain (`*.internal`), either with a port (`localhost:8080`); or a pattern for
 * the whole URL, without credentials and redacted.
 */
export type PropagationTarget = string | RegExp

interface HostTarget {
  /** In lower case; with `isSuffix` it begins with a dot. */
  readonly host: string
  readonly isSuffix: boolean
  readonly port: number | undefined
}

/** Whether a text is a host, with or without a port, or a wildcard for a domain. */
export function isHostTarget(text: string): boolean {
  return parseHostTarget(text) !== undefined
}

/** @returns a test for URLs; `undefined` when every target is allowed */
export function propagationFilter(
  targets: readonly PropagationTarget[] | undefined,
): ((url: string) => boolean) | undefined {
  if (targets === undefined) return undefined
  const hosts = targets.filter((target) => typeof target === 'string').map(parseHostTarget)
  const patterns = targets
    .filter((target) => typeof target !== 'string')
    // A global or sticky expression remembers its last position: the same URL would match every
    // other time.
    .map((pattern) => new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')))
  const matches = (url: string) =>
    hosts.some((target) => target !== undefined && isBelow(target, url)) ||
    patterns.some((pattern) => pattern.test(url))
  return isolated('propagateTo', matches, false)
}

function parseHostTarget(text: string): HostTarget | undefined {
  const isSuffix = text.startsWith('*.')
  const authority = parseAuthority(isSuffix ? text.slice(2) : text)
  // A colon without a port is a mistake.
  if (authority === undefined || text.endsWith(':')) return undefined
  const host = authority.host.toLowerCase()
  return { host: isSuffix ? `.${host}` : host, isSuffix, port: authority.port }
}

function isBelow({ host, isSuffix, port }: HostTarget, url: string): boolean {
  const text = authorityOf(url)
  const authority = parseAuthority(text.slice(text.lastIndexOf('@') + 1))
  if (authority === undefined) return false
  const actual = authority.host.toLowerCase()
  if (isSuffix ? !actual.endsWith(host) : actual !== host) return false
  return port === undefined || port === (authority.port ?? defaultPort(url.slice(0, url.indexOf(':'))))
}
