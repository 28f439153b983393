import { hexByte } from '../text/ids'

const PERCENT = '%'
const OCTETS = Array.from({ length: 256 }, (_, octet) => PERCENT + octet.toString(16).toUpperCase().padStart(2, '0'))

/**
 * Decodes percent-encoded UTF-8. Octets that are not UTF-8 become U+FFFD, as the baggage
 * specification asks, and a `%` that starts no octet stays as it is. Never throws.
 *
 * @param text - ASCII
 * @see https://www.w3.org/TR/baggage/#value
 */
export function percentDecode(text: string): string {
  if (!text.includes(PERCENT)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return decodeOctets(text)
  }
}

function decodeOctets(text: string): string {
  const octets = Buffer.alloc(text.length)
  const lowerCase = text.toLowerCase()
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const octet = text[index] === PERCENT ? hexByte(lowerCase, index + 1) : -1
    octets[length++] = octet < 0 ? text.charCodeAt(index) : octet
    if (octet >= 0) index += 2
  }
  return octets.toString('utf8', 0, length)
}

/**
 * Encodes the UTF-8 octets of each match of `unsafe` (global, unicode); a lone surrogate becomes
 * U+FFFD.
 */
export function percentEncode(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, encodeOctets)
}

function encodeOctets(text: string): string {
  let encoded = ''
  for (const octet of Buffer.from(text)) encoded += OCTETS[octet]
  return encoded
}
