/** An array or a text that is no longer passes as attributes, its indices as their names, as it does in the SDK. */
const SHORT = 1_000

/**
 * Whether what should hold attributes has indices instead: to list those of 20 MB of bytes, or of a text, takes seconds. A few
 * instructions for the objects that nearly all are.
 */
export function isIndexed(given: unknown): boolean {
  if (typeof given === 'string') return given.length > SHORT
  return ArrayBuffer.isView(given) || given instanceof String || (Array.isArray(given) && !(given.length <= SHORT))
}
