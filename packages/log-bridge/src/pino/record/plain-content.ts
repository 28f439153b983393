import type { AnyValueMap } from '@opentelemetry/api-logs'
import type { PinoLine } from '../patch/pino-internals'
import { NO_BINDINGS } from './bindings'
import { type LineContent, type LineKeys, MAX_LINE_LENGTH } from './content'

/**
 * The content of a line from what pino was given, where that is sure to be what it wrote: a message and scalars, for which the logger has
 * no serializer, formatter or redaction. Most lines are such, and need not be parsed. `undefined` for all others: they are to be read back.
 *
 * The length of the line is the proof. Whatever else stands in it, or in another form (something escaped, or added by someone who has
 * patched pino too), makes it another one.
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
  // Most loggers have no bindings of their own; then the object says it all, and whoever keeps a record copies it.
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

/** Keys that mean more than an attribute, or that no map of attributes may have. */
function isSpecial(key: string, keys: LineKeys): boolean {
  return key === keys.message || key === keys.error || key === 'constructor' || key === '__proto__'
}

/** Of `,"key":value`, when nothing in it has to be escaped. */
function propertyLength(key: string, value: string | number | boolean): number {
  return key.length + 4 + (typeof value === 'string' ? value.length + 2 : String(value).length)
}
