import type { HrTime } from '@opentelemetry/api'
import { ITEM_TOO_LARGE } from '../byte-writer'
import { formOf } from '../forms'
import { Budget, bigintText, CIRCULAR, MAX_DEPTH, moreItems, nameOf, THROWS, TOO_DEEP, TRUNCATED_KEY } from '../limits'

const TWO_63 = 2 ** 63
const NANOS_PER_SECOND = 1_000_000_000n

type Json = string | number | boolean | Json[] | { [key: string]: Json | undefined }
export type JsonObject = { [key: string]: Json | undefined }

/** What the item that is being written may still have. */
export const budget = new Budget()

/** Attributes as an array of OTLP/JSON KeyValue. */
export function jsonAttributes(attributes: object, enclosing: readonly object[] = []): JsonObject[] {
  return Object.keys(attributes).map((key) => ({
    key: jsonText(nameOf(key)),
    value: jsonAnyValue((attributes as Record<string, unknown>)[key], enclosing),
  }))
}

/**
 * An AnyValue as OTLP/JSON: int64 as strings, bytes as base64; the rules for odd values are those
 * of the protobuf encoder.
 */
export function jsonAnyValue(value: unknown, enclosing: readonly object[] = []): JsonObject {
  switch (typeof value) {
    case 'string':
      return { stringValue: jsonText(value) }
    case 'boolean':
      return { boolValue: value }
    case 'number':
      return jsonNumber(value)
    case 'bigint':
      return BigInt.asIntN(64, value) === value ? { intValue: value.toString() } : { stringValue: bigintText(value) }
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
    if (value instanceof Uint8Array) return jsonBytes(value)
    if (Array.isArray(value)) return { arrayValue: { values: jsonItems(value, inside) } }
    const form = formOf(value)
    return form === value ? { kvlistValue: { values: jsonProperties(value, inside) } } : jsonAnyValue(form, inside)
  } catch (error) {
    if (error === ITEM_TOO_LARGE) throw error
    return { stringValue: THROWS }
  }
}

function jsonBytes(bytes: Uint8Array): JsonObject {
  budget.takeText(bytes.length)
  return { bytesValue: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64') }
}

function jsonItems(items: readonly unknown[], inside: readonly object[]): JsonObject[] {
  const values: JsonObject[] = []
  for (let i = 0; i < items.length; i++) {
    if (!budget.takeValue()) {
      values.push(jsonAnyValue(moreItems(items.length - i)))
      break
    }
    values.push(jsonAnyValue(items[i], inside))
  }
  return values
}

function jsonProperties(map: object, inside: readonly object[]): JsonObject[] {
  const values: JsonObject[] = []
  for (const key of Object.keys(map)) {
    if (!budget.takeValue()) {
      values.push({ key: TRUNCATED_KEY, value: { boolValue: true } })
      break
    }
    values.push({
      key: jsonText(nameOf(key)),
      value: jsonAnyValue((map as Record<string, unknown>)[key], inside),
    })
  }
  return values
}

/** Nanoseconds since the epoch as a decimal string. */
export function jsonTime(time: HrTime): string {
  if (!(time[0] >= 0)) return '0'
  return String(BigInt(Math.trunc(time[0])) * NANOS_PER_SECOND + BigInt(Math.trunc(time[1])))
}

/**
 * `JSON.stringify` would write a lone surrogate as an escape that strict parsers refuse.
 *
 * @throws ITEM_TOO_LARGE when the texts of the current item are longer than it may be
 */
export function jsonText(text: string): string
export function jsonText(text: string | undefined): string | undefined
export function jsonText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const whole = String(text)
  budget.takeText(whole.length)
  return whole.replace(/\p{Surrogate}/gu, '\ufffd')
}
