import { types } from 'node:util'

/** The class that all typed arrays inherit from, a proxy of one included. */
export const TypedArray: new () => object = Object.getPrototypeOf(Uint8Array)

/** Longer arrays do not get their indices listed as keys. */
const SHORT = 1_000

/**
 * The own enumerable keys. Empty for a proxy that throws, and for an object that has only indices:
 * 20 MB of bytes have 20 million of them.
 */
export function keysOf(object: unknown): string[] {
  try {
    return isIndexed(object) ? [] : Object.keys(object as object)
  } catch {
    return []
  }
}

/** @throws whatever the proxy throws */
function isIndexed(object: unknown): boolean {
  if (typeof object === 'string') return object.length > SHORT
  if (ArrayBuffer.isView(object) || object instanceof TypedArray || object instanceof String) return true
  return Array.isArray(object) && !(object.length <= SHORT)
}

/**
 * Whether the value is an object with named properties, and not a list, bytes, a date or another
 * value of its own kind.
 */
export function hasProperties(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  try {
    return !(
      Array.isArray(value) ||
      ArrayBuffer.isView(value) ||
      value instanceof TypedArray ||
      types.isAnyArrayBuffer(value) ||
      types.isMap(value) ||
      types.isSet(value) ||
      types.isDate(value) ||
      types.isRegExp(value) ||
      types.isBoxedPrimitive(value)
    )
  } catch {
    // A revoked proxy, whose kind is unknown: it has no keys either.
    return true
  }
}
