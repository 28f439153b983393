import { types } from 'node:util'
import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'
import type { ResolvedAttributeLimits } from './attribute-limits'
import { AttributeMap } from './attribute-map'
import { describeException, type Exception, isError, readProperty, throwsMark } from './exception'
import { TypedArray } from './keys'

/** The cost of a value beside its length, so that a million empty objects are bounded too. */
const VALUE_OVERHEAD_BYTES = 16

/**
 * Properties read for each one that may be kept: `undefined` ones are left out, and a proxy may
 * have any number of those.
 */
const LOOKS_PER_PROPERTY = 8
/** Formatting an integer of a million digits takes a second. */
const MAX_BIGINT = 1n << 4096n

/**
 * Converts the values of one log record: holds the objects that the conversion is inside of, and
 * the bytes left.
 */
export class Conversion {
  readonly #limits: ResolvedAttributeLimits
  /** Allocated for the first object: most records have none. */
  #ancestors: object[] | undefined
  #remainingBytes: number

  constructor(limits: ResolvedAttributeLimits) {
    this.#limits = limits
    this.#remainingBytes = limits.maxBytes
  }

  value(value: unknown): AnyValue {
    if (value === undefined || value === null) return value
    if (this.#remainingBytes <= 0) return '[Truncated]'
    this.#remainingBytes -= VALUE_OVERHEAD_BYTES
    switch (typeof value) {
      case 'boolean':
      case 'number':
        return value
      case 'string':
        return this.#string(value)
      case 'bigint':
        return this.#bigint(value)
      case 'symbol':
        return this.#string(String(value))
      default:
        return this.#object(value as object)
    }
  }

  /** Converts one property. @returns whether there was a value to write */
  set(target: AnyValueMap, key: string, value: unknown): boolean {
    if (value === undefined || key === '' || key === '__proto__') return false
    // The SDK takes a map with a `constructor` for a class instance, and drops the whole map.
    target[key === 'constructor' ? '[constructor]' : this.#string(key)] = this.value(value)
    return true
  }

  copyProperties(source: object, keys: readonly string[], target: AnyValueMap): AnyValueMap {
    let kept = 0
    let looked = 0
    for (const key of keys) {
      if (this.isFull(kept, looked++)) {
        this.markTruncated(target)
        break
      }
      if (this.set(target, key, readProperty(source, key))) kept++
    }
    return target
  }

  /** Writes an error as the semantic conventions' `exception.*`. */
  setException(target: AnyValueMap, error: Error): void {
    const { type, message, stacktrace } = this.#describe(error)
    target['exception.type'] = type
    target['exception.message'] = message
    target['exception.stacktrace'] = stacktrace
  }

  /** Whether an object or array must end, after `kept` written and `looked` read entries. */
  isFull(kept: number, looked = 0): boolean {
    const { maxProperties } = this.#limits
    return kept === maxProperties || this.#remainingBytes <= 0 || looked > maxProperties * LOOKS_PER_PROPERTY
  }

  markTruncated(target: AnyValueMap): void {
    target['[Truncated]'] = true
  }

  #object(object: object): AnyValue {
    try {
      const leaf = this.#leaf(object)
      if (leaf !== undefined) return leaf
      this.#ancestors ??= []
      if (this.#ancestors.includes(object)) return '[Circular]'
      if (this.#ancestors.length === this.#limits.maxDepth) return '[Depth]'
      this.#ancestors.push(object)
      try {
        return this.#container(object)
      } finally {
        this.#ancestors.pop()
      }
    } catch (thrown) {
      return throwsMark(thrown)
    }
  }

  /**
   * The built-in methods are called on their prototypes, since a subclass may have replaced them.
   */
  #leaf(object: object): AnyValue {
    if (typeof object === 'function')
      return this.#string(`[Function: ${(object as { name: string }).name || 'anonymous'}]`)
    if (object instanceof TypedArray && !ArrayBuffer.isView(object)) return '[Proxy of bytes]'
    if (ArrayBuffer.isView(object)) return this.#bytes(object.buffer, object.byteOffset, object.byteLength)
    if (types.isAnyArrayBuffer(object)) return this.#bytes(object, 0, object.byteLength)
    if (types.isDate(object)) {
      return Number.isNaN(Date.prototype.getTime.call(object))
        ? 'Invalid Date'
        : Date.prototype.toISOString.call(object)
    }
    if (types.isRegExp(object)) return this.#string(RegExp.prototype.toString.call(object))
    return undefined
  }

  #container(object: object): AnyValue {
    if (Array.isArray(object)) return this.#list(object)
    if (isError(object)) return Object.assign(new AttributeMap(), this.#describe(object))
    if (types.isMap(object)) return this.#map(object)
    if (types.isSet(object)) return this.#set(object)
    if (types.isBoxedPrimitive(object)) return this.value(object.valueOf())
    const { toJSON } = object as { toJSON?: unknown }
    const json: unknown = typeof toJSON === 'function' ? toJSON.call(object) : object
    return json === object ? this.copyProperties(object, Object.keys(object), new AttributeMap()) : this.value(json)
  }

  /**
   * By index: the app's own iterator may never end, and the length does not tell how many items
   * there are.
   */
  #list(items: readonly unknown[]): AnyValue[] {
    const target: AnyValue[] = []
    for (let i = 0; i < items.length; i++) {
      if (this.isFull(i)) {
        target.push(`[Truncated: ${items.length - i} more]`)
        break
      }
      target.push(this.value(items[i]) ?? null)
    }
    return target
  }

  #set(items: Set<unknown>): AnyValue[] {
    const target: AnyValue[] = []
    for (const item of Set.prototype.values.call(items)) {
      if (this.isFull(target.length)) {
        target.push(`[Truncated: ${items.size - target.length} more]`)
        break
      }
      target.push(this.value(item) ?? null)
    }
    return target
  }

  #map(map: Map<unknown, unknown>): AnyValueMap {
    const target = new AttributeMap()
    let kept = 0
    let looked = 0
    for (const [key, value] of Map.prototype.entries.call(map)) {
      if (this.isFull(kept, looked++)) {
        this.markTruncated(target)
        break
      }
      const name = typeof key === 'object' ? Object.prototype.toString.call(key) : nameOf(key)
      if (this.set(target, name, value)) kept++
    }
    return target
  }

  #describe(error: Error): Exception {
    const exception = describeException(error, this.#limits.maxLength)
    this.#remainingBytes -= exception.message.length + exception.stacktrace.length
    return exception
  }

  #bigint(value: bigint): AnyValue {
    if (value > MAX_BIGINT || value < -MAX_BIGINT) return '[BigInt: more than 4096 bits]'
    return Number.isSafeInteger(Number(value)) ? Number(value) : this.#string(value.toString())
  }

  #string(text: string): string {
    const kept = text.length > this.#limits.maxLength ? `${text.slice(0, this.#limits.maxLength)}…` : text
    this.#remainingBytes -= kept.length
    return kept
  }

  /** A copy, since the app may reuse the buffer before the record is exported. */
  #bytes(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array {
    const kept = Math.min(length, this.#limits.maxLength)
    this.#remainingBytes -= kept
    return new Uint8Array(buffer, offset, kept).slice()
  }
}

function nameOf(key: unknown): string {
  return typeof key === 'bigint' && (key > MAX_BIGINT || key < -MAX_BIGINT) ? '[BigInt]' : String(key)
}
