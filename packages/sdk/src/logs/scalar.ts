type Scalar = string | number | boolean | null | undefined

/** What needs no copying. */
export function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return true
    default:
      return value === null
  }
}

/** The same, a text cut. */
export function cutScalar<T extends Scalar>(value: T, length: number): T | string {
  return typeof value === 'string' && value.length > length && length > 0 ? value.substring(0, length) : value
}
