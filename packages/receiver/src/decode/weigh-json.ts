import { BodyError } from '../serve/body-error'

/** The approximate size in bytes of one more object, array or member that `JSON.parse` creates. */
const VALUE_WEIGHT = 40
const [QUOTE, BACKSLASH, COMMA, BRACE, BRACKET] = [34, 92, 44, 123, 91]

/**
 * Counts, before parsing, how many values a JSON text has at most.
 *
 * @throws BodyError when the result of `JSON.parse` would exceed `maxBytes` of memory
 */
export function weighJson(text: Uint8Array, maxBytes: number): void {
  let values = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const byte = text[index]
    if (byte === QUOTE) isInString = !isInString
    else if (isInString) index += byte === BACKSLASH ? 1 : 0
    else if (byte === COMMA || byte === BRACE || byte === BRACKET) values++
  }
  if (text.length + values * VALUE_WEIGHT > maxBytes) {
    throw new BodyError('too large', `parsed, the body takes more than ${maxBytes} bytes of memory`)
  }
}
