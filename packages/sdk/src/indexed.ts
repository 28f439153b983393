/**
 * An array or a text that is no longer passes as attributes, its indices as their names, as it does
 * in the SDK.
 */
const SHORT = 1_000

/** What all typed arrays inherit from, and a proxy of one too. */
const TypedArray: new () => object = Object.getPrototypeOf(Uint8Array)

/**
 * Whether what should hold attributes has indices instead, or cannot be looked at: to list those of
 * 20 MB of bytes, or of a text, takes seconds. A few instructions for the objects that nearly all
 * are.
 */
export function isIndexed(given: unknown): boolean {
  if (typeof given === 'string') return given.length > SHORT
  try {
    if (ArrayBuffer.isView(given) || given instanceof TypedArray || given instanceof String) return true
    return Array.isArray(given) && !(given.length <= SHORT)
  } catch {
    // A proxy that was revoked.
    return true
  }
}
