/** The host and port of a URL or a `Host` header. */
interface Authority {
  /** A name, IPv4 address, or IPv6 address without its brackets. */
  readonly host: string
  /** `undefined` when the text names none. */
  readonly port: number | undefined
}

/**
 * A DNS name has at most 253 characters; with brackets, colon and port no host is longer than this.
 */
const MAX_LENGTH = 262

let lastText: string | undefined
let lastAuthority: Authority | undefined

/**
 * Parses `host`, `host:port`, `[IPv6]` or `[IPv6]:port`. Total: any text, as a stranger may send it
 * as `Host`, gives an authority or `undefined`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
 */
export function parseAuthority(text: string): Authority | undefined {
  // Most servers are requested by one name: remember the last.
  if (text !== lastText) {
    lastAuthority = parse(text)
    lastText = text
  }
  return lastAuthority
}

function parse(text: string): Authority | undefined {
  if (text.length === 0 || text.length > MAX_LENGTH) return undefined
  const bracketed = text[0] === '['
  const hostEnd = bracketed ? text.indexOf(']') + 1 : endOfName(text)
  const host = bracketed ? text.slice(1, hostEnd - 1) : text.slice(0, hostEnd)
  if (host === '' || (bracketed && !isAddress(host))) return undefined
  if (hostEnd === text.length) return { host, port: undefined }
  if (text[hostEnd] !== ':') return undefined
  const digits = text.slice(hostEnd + 1)
  if (digits === '') return { host, port: undefined }
  const port = parsePort(digits)
  return port === undefined ? undefined : { host, port }
}

/**
 * The index of the first character that cannot be part of a name: letters, digits and `-._~%` can.
 */
function endOfName(text: string): number {
  let index = 0
  while (index < text.length && isNameCharacter(text.charCodeAt(index))) index++
  return index
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || // a-z
    (code >= 0x30 && code <= 0x39) || // 0-9
    (code >= 0x41 && code <= 0x5a) || // A-Z
    code === 0x2d || // -
    code === 0x2e || // .
    code === 0x5f || // _
    code === 0x7e || // ~
    code === 0x25 // %
  )
}

function isAddress(host: string): boolean {
  for (let index = 0; index < host.length; index++) {
    const code = host.charCodeAt(index)
    if (code !== 0x3a && !isNameCharacter(code)) return false
  }
  return true
}

function parsePort(digits: string): number | undefined {
  let port = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return undefined
    port = port * 10 + digit
    if (port > 65_535) return undefined
  }
  return port
}

/**
 * The text between a URL's `//` and its path, userinfo included, without the cost of parsing the
 * URL.
 */
export function authorityOf(url: string): string {
  const start = url.indexOf('//') + 2
  let end = start
  while (end < url.length && !endsAuthority(url.charCodeAt(end))) end++
  return url.slice(start, end)
}

function endsAuthority(code: number): boolean {
  return code === 0x2f /* / */ || code === 0x3f /* ? */ || code === 0x23 /* # */ || code === 0x5c /* \ */
}

/** The port of a scheme (`http` or `https`) when a URL names none. */
export function defaultPort(scheme: string): number | undefined {
  return scheme === 'https' ? 443 : scheme === 'http' ? 80 : undefined
}
