import { type Baggage, type BaggageEntry, baggageEntryMetadataFromString, propagation } from '@opentelemetry/api'
import { combineHeaders } from '../text/carrier'
import { BAGGAGE_OCTET, consistsOf, TOKEN } from '../text/character-classes'
import { trimEnd, trimStart } from '../text/whitespace'
import { percentDecode, percentEncode } from './percent-encoding'

const MAX_BYTES = 8_192
const MAX_PAIRS = 180
const MAX_PAIR_BYTES = 4_096

/** Characters that a key cannot hold unencoded, and `%`, because reading decodes it. */
const NO_TOKEN = /[^!#$&'*+.^_`|~0-9A-Za-z-]+/gu
/**
 * Characters that a value cannot hold unencoded: all but baggage octets, `%`, and `+`, which some
 * readers take for a space. Other characters stay plain, so that baggage which arrived within the
 * limits is still within them when it is sent on.
 */
const NO_PLAIN_OCTET = /[^!#$&-*\--:<-[\]-~]+/gu

/**
 * Reads a `baggage` header; several headers are combined in order. A pair that is invalid or longer
 * than 4,096 bytes is left out; beyond 180 pairs or 8,192 bytes the earlier pairs are kept. For a
 * key that comes twice, the last value counts, in the place of the first. Never throws.
 *
 * @returns `undefined` when no pair is left
 * @example
 * ```ts
 * parseBaggage('tenant=acme')?.getEntry('tenant')?.value // 'acme'
 * ```
 *
 * @see https://www.w3.org/TR/baggage/#baggage-http-header-format
 */
export function parseBaggage(value: unknown): Baggage | undefined {
  const header = combineHeaders(value, MAX_BYTES + 1)
  if (header === undefined) return undefined
  // Without a prototype, so that `__proto__` is a key like any other.
  const entries: Record<string, BaggageEntry> = Object.create(null)
  let pairs = 0
  for (let start = 0, comma: number; start < header.length && pairs < MAX_PAIRS; start = comma + 1) {
    comma = header.indexOf(',', start)
    if (comma < 0) comma = header.length
    const first = trimStart(header, start, comma)
    const end = trimEnd(header, first, comma)
    if (end > MAX_BYTES) break
    if (end - first <= MAX_PAIR_BYTES && addPair(entries, header.slice(first, end))) pairs++
  }
  return pairs === 0 ? undefined : propagation.createBaggage(entries)
}

function addPair(entries: Record<string, BaggageEntry>, pair: string): boolean {
  const semicolon = pair.indexOf(';')
  const end = semicolon < 0 ? pair.length : semicolon
  const equals = pair.indexOf('=')
  if (equals < 1 || equals > end) return false
  const keyEnd = trimEnd(pair, 0, equals)
  const valueStart = trimStart(pair, equals + 1, end)
  const valueEnd = trimEnd(pair, valueStart, end)
  if (keyEnd === 0 || !consistsOf(TOKEN, pair, 0, keyEnd)) return false
  if (!consistsOf(BAGGAGE_OCTET, pair, valueStart, valueEnd)) return false
  const key = percentDecode(pair.slice(0, keyEnd))
  const value = percentDecode(pair.slice(valueStart, valueEnd))
  const properties = semicolon < 0 ? '' : validProperties(pair.slice(semicolon + 1))
  entries[key] = properties === '' ? { value } : { value, metadata: baggageEntryMetadataFromString(properties) }
  return true
}

/**
 * Writes a `baggage` header within the limits of {@link parseBaggage}: earlier pairs are kept, and
 * pairs that do not fit are left out. Keys that are no `token`, and values, are percent-encoded;
 * metadata is written as its properties, without invalid ones. Never throws.
 *
 * @returns `undefined` when there is nothing to write
 * @example
 * ```ts
 * formatBaggage(propagation.createBaggage({ tenant: { value: 'acme' } })) // 'tenant=acme'
 * ```
 *
 * @see https://www.w3.org/TR/baggage/#baggage-http-header-format
 */
export function formatBaggage(baggage: Baggage | undefined): string | undefined {
  let header = ''
  let pairs = 0
  for (const [key, entry] of entriesOf(baggage)) {
    if (pairs === MAX_PAIRS) break
    const pair = formatPair(key, entry)
    if (pair === undefined || pair.length > MAX_PAIR_BYTES) continue
    const length = pairs === 0 ? pair.length : header.length + 1 + pair.length
    if (length > MAX_BYTES) break
    header = pairs === 0 ? pair : `${header},${pair}`
    pairs++
  }
  return pairs === 0 ? undefined : header
}

function entriesOf(baggage: Baggage | undefined): [string, BaggageEntry][] {
  try {
    return baggage?.getAllEntries() ?? []
  } catch {
    return []
  }
}

function formatPair(key: string, entry: BaggageEntry): string | undefined {
  try {
    if (key === '' || typeof key !== 'string' || typeof entry.value !== 'string') return undefined
    // Encoding shortens nothing: a pair that cannot fit is not encoded, whatever its size.
    if (key.length + entry.value.length >= MAX_PAIR_BYTES) return undefined
    const pair = `${percentEncode(key, NO_TOKEN)}=${percentEncode(entry.value, NO_PLAIN_OCTET)}`
    const properties = entry.metadata === undefined ? '' : validProperties(entry.metadata.toString())
    return properties === '' ? pair : `${pair};${properties}`
  } catch {
    // An entry may be any object: an entry that throws is left out.
    return undefined
  }
}

function validProperties(metadata: string): string {
  // Longer than a pair may be, whitespace included: the caller leaves the pair out.
  if (metadata.length > MAX_BYTES) return metadata
  return metadata
    .split(';')
    .map(validProperty)
    .filter((property) => property !== '')
    .join(';')
}

/** `key` or `key=value` without surrounding whitespace; empty when invalid. */
function validProperty(property: string): string {
  const equals = property.indexOf('=')
  const key = trimmed(property, 0, equals < 0 ? property.length : equals)
  if (key === '' || !consistsOf(TOKEN, key, 0, key.length)) return ''
  if (equals < 0) return key
  const value = trimmed(property, equals + 1, property.length)
  return consistsOf(BAGGAGE_OCTET, value, 0, value.length) ? `${key}=${value}` : ''
}

function trimmed(text: string, start: number, end: number): string {
  const first = trimStart(text, start, end)
  return text.slice(first, trimEnd(text, first, end))
}
