import { types } from 'node:util'

/** What all typed arrays inherit from, and a proxy of one too. */
export const TypedArray: new () => object = Object.getPrototypeOf(Uint8Array)

/** An array that is no longer has its indices as keys where keys are asked for. */
const SHORT = 1_000

/** The own enumerable keys; none if the object is a proxy that throws, or has nothing but indices: 20 MB of bytes have 20 million. */
export function keysOf(object: unknown): string[] {
  try {
    return isIndexed(object) ? [] : Object.keys(object as object)
  } catch {
    return []
  }
}

/** @throws what a proxy throws */
function isIndexed(object: unknown): boolean {
  if (typeof object === 'string') return object.length > SHORT
  if (ArrayBuffer.isView(object) || object instanceof TypedArray || object instanceof String) return true
  return Array.isArray(object) && !(object.length <= SHORT)
}

/** Whether it is an object whose properties say something by their names, and no list, bytes, date or other value of its own. */
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
    // A revoked proxy, of which nothing is known: it has no keys either.
    return true
  }
}
