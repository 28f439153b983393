type Scalar = string | number | boolean | null | undefined

/** Whether a value needs no copy. */
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

/** The scalar itself; a text longer than `length` is cut. */
export function cutScalar<T extends Scalar>(value: T, length: number): T | string {
  return typeof value === 'string' && value.length > length && length > 0 ? value.substring(0, length) : value
}
