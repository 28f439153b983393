import type { AnyValueMap } from '@opentelemetry/api-logs'

const COMMA = 44
const QUOTE = 34
const COLON = 58

/**
 * Reads properties in the form `,"a":"x","b":"y"` whose values are strings without escapes, as the
 * bindings of a request's logger mostly are, in a fifth of the time that a JSON parser needs to
 * begin. `undefined` for all other texts.
 */
export function readTextProperties(text: string): AnyValueMap | undefined {
  if (text.includes('\\')) return undefined
  const properties: AnyValueMap = {}
  let position = 0
  while (position < text.length) {
    if (text.charCodeAt(position) !== COMMA || text.charCodeAt(position + 1) !== QUOTE) return undefined
    const keyEnd = text.indexOf('"', position + 2)
    if (text.charCodeAt(keyEnd + 1) !== COLON || text.charCodeAt(keyEnd + 2) !== QUOTE) return undefined
    const valueEnd = text.indexOf('"', keyEnd + 3)
    const key = text.slice(position + 2, keyEnd)
    if (valueEnd === -1 || key === '__proto__' || key === 'constructor') return undefined
    properties[key] = text.slice(keyEnd + 3, valueEnd)
    position = valueEnd + 1
  }
  return properties
}
