import type { ReceivedAttributes } from '../store/received'

/** A 64-bit integer as protobufjs reads it. */
export interface Long {
  readonly low: number
  readonly high: number
}

export interface KeyValue {
  readonly key: string
  readonly value: AnyValue | null
}

/**
 * OTLP's `AnyValue` after decoding: at most one of these fields is set, and only that field is an
 * own property.
 */
export interface AnyValue {
  readonly stringValue?: string
  readonly boolValue?: boolean
  readonly intValue?: Long | bigint
  readonly doubleValue?: number
  readonly arrayValue?: { readonly values: readonly AnyValue[] }
  readonly kvlistValue?: { readonly values: readonly KeyValue[] }
  readonly bytesValue?: Uint8Array
}

/** The unsigned 64-bit value of a protobufjs long, or of a bigint that JSON gave. */
export function toUint64(value: Long | bigint): bigint {
  if (typeof value === 'bigint') return value
  return (BigInt(value.high >>> 0) << 32n) | BigInt(value.low >>> 0)
}

/**
 * The JavaScript value of an `AnyValue`; `undefined` for an empty one. Decoding has already bounded
 * the depth.
 */
export function toValue(any: AnyValue | null): unknown {
  if (any === null) return undefined
  // protobufjs keeps defaults on the prototype: only an own property was really sent.
  if (Object.hasOwn(any, 'stringValue')) return any.stringValue
  if (Object.hasOwn(any, 'boolValue')) return any.boolValue
  if (Object.hasOwn(any, 'intValue')) return toInteger(any.intValue!)
  if (Object.hasOwn(any, 'doubleValue')) return any.doubleValue
  if (Object.hasOwn(any, 'arrayValue')) return any.arrayValue!.values.map(toValue)
  if (Object.hasOwn(any, 'kvlistValue')) return toAttributes(any.kvlistValue!.values)
  // A copy: a view would keep the whole request's buffer alive.
  if (Object.hasOwn(any, 'bytesValue')) return Uint8Array.from(any.bytesValue!)
  return undefined
}

/** Attributes by key, without a prototype; the last value counts for a key that was sent twice. */
export function toAttributes(pairs: readonly KeyValue[]): ReceivedAttributes {
  const attributes: Record<string, unknown> = Object.create(null)
  for (const { key, value } of pairs) attributes[key] = toValue(value)
  return attributes
}

function toInteger(value: Long | bigint): number | bigint {
  const integer = BigInt.asIntN(64, toUint64(value))
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}
