import type { Field, Type } from 'protobufjs/light'
import type { Scales } from '../serve/memory'

/** The same bound on nesting as protobufjs has. */
const MAX_DEPTH = 100
const ID_FIELDS: ReadonlySet<string> = new Set(['traceId', 'spanId', 'parentSpanId'])

const INTEGER_RANGES: Readonly<Record<string, readonly [min: bigint, max: bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
}

/**
 * Reads a parsed OTLP/JSON value as a message of `type`.
 *
 * OTLP/JSON is the protobuf JSON mapping with three exceptions, all kept here: trace and span ids
 * are hex, enums are numbers only, and keys are lowerCamelCase only. Unknown keys are ignored and
 * `null` means the default.
 *
 * @throws TypeError that names the path of the offending value, and BodyError when the message
 *   becomes too heavy
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function fromOtlpJson(type: Type, value: unknown, scales: Scales): object {
  return readMessage(type, value, type.name, 0, scales)
}

function readMessage(type: Type, value: unknown, path: string, depth: number, scales: Scales): object {
  if (depth > MAX_DEPTH) throw new TypeError('nested too deeply')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch(path, 'an object', value)
  scales.add(type.name)
  const json = value as Readonly<Record<string, unknown>>
  const properties: Record<string, unknown> = {}
  for (const field of type.fieldsArray) {
    const fieldValue = Object.hasOwn(json, field.name) ? json[field.name] : undefined
    if (fieldValue === undefined || fieldValue === null) continue
    properties[field.name] = readField(field, fieldValue, `${path}.${field.name}`, depth, scales)
  }
  return type.create(properties)
}

function readField(field: Field, value: unknown, path: string, depth: number, scales: Scales): unknown {
  if (!field.repeated) return readSingle(field, value, path, depth, scales)
  if (!Array.isArray(value)) throw mismatch(path, 'an array', value)
  return value.map((item, index) => readSingle(field, item, `${path}[${index}]`, depth, scales))
}

function readSingle(field: Field, value: unknown, path: string, depth: number, scales: Scales): unknown {
  switch (field.type) {
    case 'string':
      if (typeof value === 'string') return value
      throw mismatch(path, 'a string', value)
    case 'bool':
      if (typeof value === 'boolean') return value
      throw mismatch(path, 'a boolean', value)
    case 'bytes':
      return ID_FIELDS.has(field.name) ? readHex(value, path) : readBase64(value, path)
    case 'double':
      return readDouble(value, path)
    case 'int64':
    case 'fixed64':
      return readInteger(field.type, value, path)
    case 'int32':
    case 'uint32':
    case 'fixed32':
      return Number(readInteger(field.type, value, path))
    default:
      return readMessage(field.resolvedType as Type, value, path, depth + 1, scales)
  }
}

function readInteger(type: string, value: unknown, path: string): bigint {
  const isInteger = typeof value === 'string' ? /^-?\d{1,20}$/.test(value) : Number.isInteger(value)
  if (isInteger) {
    const integer = BigInt(value as string | number)
    const [min, max] = INTEGER_RANGES[type]!
    if (integer >= min && integer <= max) return integer
  }
  throw mismatch(path, `a number or decimal string within ${type}`, value)
}

function readDouble(value: unknown, path: string): number {
  if (typeof value === 'number') return value
  if (value === 'NaN') return Number.NaN
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value)
    if (!Number.isNaN(number)) return number
  }
  throw mismatch(path, 'a number', value)
}

function readHex(value: unknown, path: string): string {
  if (typeof value === 'string' && /^(?:[\da-f]{2})*$/i.test(value)) return value.toLowerCase()
  throw mismatch(path, 'a hex string', value)
}

function readBase64(value: unknown, path: string): Uint8Array {
  if (typeof value === 'string' && /^[\w+/-]*={0,2}$/.test(value)) return Buffer.from(value, 'base64')
  throw mismatch(path, 'a base64 string', value)
}

function mismatch(path: string, wanted: string, value: unknown): TypeError {
  const shown = typeof value === 'object' && value !== null ? 'an object or array' : JSON.stringify(value)
  return new TypeError(`${path} must be ${wanted}, not ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`)
}
