import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'

/** Bounds of the attributes of one log record, as the specification's `OTEL_LOGRECORD_*` limits have them. `Infinity` is no bound. */
export interface LogRecordLimits {
  readonly attributeCount: number
  readonly attributeValueLength: number
}

/** What no attribute may be: a function, a symbol, an instance of a class, or an object that holds another one twice. */
export const NOT_A_VALUE = Symbol('not a value')

/**
 * A copy of an attribute's value with its texts cut, or {@link NOT_A_VALUE}. The record keeps a copy because the app may go on changing
 * what it logged before a batch is exported.
 *
 * @see https://opentelemetry.io/docs/specs/otel/common/#anyvalue
 */
export function copyValue(value: unknown, length: number): AnyValue | typeof NOT_A_VALUE {
  switch (typeof value) {
    case 'string':
      return value.length > length && length > 0 ? value.substring(0, length) : value
    case 'number':
    case 'boolean':
    case 'undefined':
      return value
    case 'object':
      return value === null ? null : copyNested(value, length)
    default:
      return NOT_A_VALUE
  }
}

function copyNested(value: object, length: number): AnyValue | typeof NOT_A_VALUE {
  try {
    return new NestedCopy(length).object(value)
  } catch {
    // A getter or a proxy of the app's that throws, or more levels than the stack has.
    return NOT_A_VALUE
  }
}

/** Copies one value, and sees whether an object comes up twice in it. */
class NestedCopy {
  readonly #seen = new Set<object>()
  readonly #length: number

  constructor(length: number) {
    this.#length = length
  }

  object(value: object): AnyValue | typeof NOT_A_VALUE {
    if (value instanceof Uint8Array) return value
    if (this.#seen.has(value)) return NOT_A_VALUE
    this.#seen.add(value)
    if (Array.isArray(value)) return this.#array(value)
    const made: unknown = value.constructor
    return made === Object || made === undefined ? this.#map(value) : NOT_A_VALUE
  }

  #array(values: readonly unknown[]): AnyValue | typeof NOT_A_VALUE {
    const copy: AnyValue[] = []
    for (const value of values) {
      const copied = this.#value(value)
      if (copied === NOT_A_VALUE) return NOT_A_VALUE
      copy.push(copied)
    }
    return copy
  }

  #map(value: object): AnyValue | typeof NOT_A_VALUE {
    const copy: AnyValueMap = {}
    for (const key of Object.keys(value)) {
      const copied = this.#value((value as AnyValueMap)[key])
      if (copied === NOT_A_VALUE) return NOT_A_VALUE
      if (key !== '__proto__') copy[key] = copied
    }
    return copy
  }

  #value(value: unknown): AnyValue | typeof NOT_A_VALUE {
    return typeof value === 'object' && value !== null ? this.object(value) : copyValue(value, this.#length)
  }
}
