import { BodyError } from '../serve/body-error'

/** About what `JSON.parse` makes of one more object, array or member, in bytes. */
const VALUE_WEIGHT = 40
const [QUOTE, BACKSLASH, COMMA, BRACE, BRACKET] = [34, 92, 44, 123, 91]

/**
 * Counts, before it is parsed, how many values a JSON text has at the most.
 * @throws BodyError when what `JSON.parse` would make of it exceeds `maxBytes` of memory.
 */
export function weighJson(text: Uint8Array, maxBytes: number): void {
  let values = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const byte = text[index]
    if (byte === QUOTE) inString = !inString
    else if (inString) index += byte === BACKSLASH ? 1 : 0
    else if (byte === COMMA || byte === BRACE || byte === BRACKET) values++
  }
  if (text.length + values * VALUE_WEIGHT > maxBytes) {
    throw new BodyError('too large', `parsed, the body takes more than ${maxBytes} bytes of memory`)
  }
}
