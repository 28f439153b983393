import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'

/** The content of a pino line beside its level and its time. */
export interface LineContent {
  readonly body: AnyValue
  readonly attributes: AnyValueMap
}

/** The keys of a line with a meaning of their own, which are no attributes. */
export interface LineKeys {
  readonly message: string
  readonly error: string
  readonly nested: string | undefined
}

/**
 * A longer line is not parsed: the line itself becomes the body, cut at this many UTF-16 code
 * units.
 */
export const MAX_LINE_LENGTH = 262_144

/**
 * Parses JSON that pino wrote, into a map that the SDK accepts. Because the written line is read
 * back, redaction, serializers, formatters and mixins apply without any code for them here.
 * `undefined` for a text that is too long or no JSON object.
 */
export function parseLine(json: string): AnyValueMap | undefined {
  if (json.length > MAX_LINE_LENGTH || json[0] !== '{') return undefined
  try {
    const needsCare = json.includes('"__proto__"') || json.includes('"constructor"')
    return needsCare ? JSON.parse(json, withSafeKeys) : JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Parses a part of a line: properties in the form `,"a":1,"b":2`. */
export function parseProperties(text: string): AnyValueMap | undefined {
  if (text.length > MAX_LINE_LENGTH || (text !== '' && text[0] !== ',')) return undefined
  return text === '' ? {} : parseLine(`{${text.slice(1)}}`)
}

/** Separates body, exception and attributes of a line. `bindings` are further attributes. */
export function readContent(properties: AnyValueMap, bindings: AnyValueMap, keys: LineKeys): LineContent {
  // Not `{ ...bindings }`: adding to the result of a spread is slow, and doubles the cost of a
  // line.
  const attributes: AnyValueMap = Object.assign({}, bindings)
  for (const key in properties) {
    const value = properties[key]
    if (key === keys.message) continue
    if (key === keys.nested && isMap(value)) {
      const nested: AnyValueMap = {}
      for (const nestedKey in value) setAttribute(nested, nestedKey, value[nestedKey], attributes, keys)
      attributes[key] = nested
    } else {
      setAttribute(attributes, key, value, attributes, keys)
    }
  }
  return { body: properties[keys.message], attributes }
}

/**
 * The content of a line that could not be parsed: nothing is lost, and nothing is added to pino's
 * text.
 */
export function unparsedContent(line: string): LineContent {
  return { body: line.slice(0, MAX_LINE_LENGTH).trimEnd(), attributes: {} }
}

/**
 * Writes a property as an attribute; an error in pino's serialized form becomes the record's
 * `exception.*`.
 */
function setAttribute(target: AnyValueMap, key: string, value: AnyValue, record: AnyValueMap, keys: LineKeys): void {
  if ((key !== keys.error && key !== 'err') || !isSerializedError(value)) {
    target[key] = value
    return
  }
  const { type, message, stack, ...rest } = value
  if (type !== undefined) record['exception.type'] = type
  if (message !== undefined) record['exception.message'] = message
  if (stack !== undefined) record['exception.stacktrace'] = stack
  if (Object.keys(rest).length > 0) target[key] = rest
}

/**
 * The standard serializer writes all three properties of an error. A custom one, or redaction, may
 * omit some.
 */
function isSerializedError(value: AnyValue): value is AnyValueMap {
  if (!isMap(value)) return false
  return (
    typeof value['stack'] === 'string' || (typeof value['type'] === 'string' && typeof value['message'] === 'string')
  )
}

function isMap(value: AnyValue): value is AnyValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}

/** The SDK takes a map with a `constructor` for a class instance, and drops the whole map. */
function withSafeKeys(this: AnyValueMap, key: string, value: AnyValue): AnyValue {
  if (key === 'constructor') this['[constructor]'] = value
  return key === 'constructor' || key === '__proto__' ? undefined : value
}
