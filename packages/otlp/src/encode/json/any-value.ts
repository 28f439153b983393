import type { HrTime } from '@opentelemetry/api'
import { CIRCULAR, MAX_DEPTH, TOO_DEEP, UNREADABLE } from '../limits'

const TWO_63 = 2 ** 63
const NANOS_PER_SECOND = 1_000_000_000n

type Json = string | number | boolean | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** Attributes as an array of OTLP/JSON KeyValue. */
export function jsonAttributes(attributes: object, enclosing: readonly object[] = []): JsonObject[] {
  return Object.keys(attributes).map((key) => ({
    key: jsonText(key),
    value: jsonAnyValue((attributes as Record<string, unknown>)[key], enclosing),
  }))
}

/** An AnyValue as OTLP/JSON: int64 as strings, bytes as base64; the rules for odd values are those of the protobuf encoder. */
export function jsonAnyValue(value: unknown, enclosing: readonly object[] = []): JsonObject {
  switch (typeof value) {
    case 'string':
      return { stringValue: jsonText(value) }
    case 'boolean':
      return { boolValue: value }
    case 'number':
      return jsonNumber(value)
    case 'bigint':
      return BigInt.asIntN(64, value) === value ? { intValue: value.toString() } : { stringValue: value.toString() }
    case 'object':
      return value === null ? {} : jsonObject(value, enclosing)
    default:
      return {}
  }
}

function jsonNumber(value: number): JsonObject {
  if (Number.isInteger(value) && value >= -TWO_63 && value < TWO_63) return { intValue: BigInt(value).toString() }
  // The JSON mapping of protobuf spells out what JSON has no number for.
  return { doubleValue: Number.isFinite(value) ? value : String(value) }
}

function jsonObject(value: object, enclosing: readonly object[]): JsonObject {
  if (enclosing.length >= MAX_DEPTH) return { stringValue: TOO_DEEP }
  if (enclosing.includes(value)) return { stringValue: CIRCULAR }
  const inside = [...enclosing, value]
  try {
    if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') }
    if (Array.isArray(value)) return { arrayValue: { values: Array.from(value, (item) => jsonAnyValue(item, inside)) } }
    return { kvlistValue: { values: jsonAttributes(value, inside) } }
  } catch {
    return { stringValue: UNREADABLE }
  }
}

/** Nanoseconds since the epoch as a decimal string. */
export function jsonTime(time: HrTime): string {
  if (!(time[0] >= 0)) return '0'
  return String(BigInt(Math.trunc(time[0])) * NANOS_PER_SECOND + BigInt(Math.trunc(time[1])))
}

/** `JSON.stringify` would write a lone surrogate as an escape that strict parsers refuse. */
export function jsonText(text: string): string
export function jsonText(text: string | undefined): string | undefined
export function jsonText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : String(text).replace(/\p{Surrogate}/gu, '\ufffd')
}
