import type { AnyValueMap } from '@opentelemetry/api-logs'
import type { PinoLine } from '../patch/pino-internals'
import { NO_BINDINGS } from './bindings'
import { type LineContent, type LineKeys, MAX_LINE_LENGTH } from './content'

/**
 * The content of a line, taken from pino's input when the input is sure to equal the output: a
 * message and scalars, on a logger without serializer, formatter or redaction for them. Most lines
 * are like that, and need no parser. `undefined` for all other lines: they must be read back.
 *
 * The length of the line is the proof. Anything else in the line, or in another form (an escaped
 * character, or a property added by another patch of pino), changes the length.
 *
 * @param writtenLength - of the properties in the line, between the bindings and the end
 */
export function plainContent(
  { format, object, message, text }: PinoLine,
  bindings: AnyValueMap,
  writtenLength: number,
): LineContent | undefined {
  const { keys, plainSerializers: serializers } = format
  if (
    text.length > MAX_LINE_LENGTH ||
    serializers === undefined ||
    (message !== undefined && typeof message !== 'string')
  )
    return undefined
  if (message !== undefined && keys.message in serializers) return undefined
  let length = message === undefined ? 0 : propertyLength(keys.message, message)
  // Most loggers have no bindings of their own; then the object holds all attributes, and whoever
  // keeps a record copies it.
  const merged = bindings === NO_BINDINGS ? undefined : Object.assign({}, bindings)
  for (const key in object as AnyValueMap) {
    const value = (object as AnyValueMap)[key]
    if (!isScalar(value) || key in serializers || isSpecial(key, keys) || !Object.hasOwn(object as object, key))
      return undefined
    if (merged !== undefined) merged[key] = value
    length += propertyLength(key, value)
    if (length > writtenLength) return undefined
  }
  return length === writtenLength ? { body: message, attributes: merged ?? (object as AnyValueMap) } : undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  )
}

/** Keys with a meaning of their own, and keys that no map of attributes may have. */
function isSpecial(key: string, keys: LineKeys): boolean {
  return key === keys.message || key === keys.error || key === 'constructor' || key === '__proto__'
}

/** The length of `,"key":value`, when nothing in it must be escaped. */
function propertyLength(key: string, value: string | number | boolean): number {
  return key.length + 4 + (typeof value === 'string' ? value.length + 2 : String(value).length)
}
