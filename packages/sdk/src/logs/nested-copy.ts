import { types } from 'node:util'
import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'
import { cutScalar, isScalar } from './scalar'

const TypedArray: new () => object = Object.getPrototypeOf(Uint8Array)

/**
 * Turns a value with no place in OpenTelemetry's data model into one that has: a date, a regular
 * expression, a function, a symbol or a bigint into a text or a number, an error into a map of
 * texts.
 */
export type DescribeValue = (value: unknown) => AnyValue

/**
 * Objects within each other; what lies deeper becomes `[Depth]`. The encoder of `@heddle/otlp`
 * writes 16.
 */
const MAX_DEPTH = 32
/**
 * Values that the maps and arrays of one record hold together. Further values are left out, and
 * marked as `[Truncated]`.
 */
const MAX_VALUES = 10_000
/** Longest array of bytes. A map holds the first bytes of a longer array, and the mark. */
const MAX_BYTES = 1_048_576
const MAX_NAME_LENGTH = 1_024
const THROWS_LENGTH = 200

/**
 * Copies what is no scalar, of one record: bounded in depth, in count and in bytes, however the
 * app's objects answer when they are read. Never throws. Errors, dates and the like become what the
 * {@link DescribeValue} that was handed in makes of them; an object that comes up twice is written
 * twice, and only one that contains itself is cut, as `[Circular]`.
 */
export class NestedCopy {
  readonly #length: number
  readonly #mostBytes: number
  readonly #describe: DescribeValue
  readonly #ancestors: object[] = []
  #left = MAX_VALUES

  /** @param length - of a text, in UTF-16 code units, or of bytes; `Infinity` or 0 cuts none */
  constructor(length: number, describe: DescribeValue) {
    this.#length = length
    this.#mostBytes = length > 0 ? Math.min(length, MAX_BYTES) : MAX_BYTES
    this.#describe = describe
  }

  of(value: unknown): AnyValue {
    if (isScalar(value)) return cutScalar(value, this.#length)
    return typeof value === 'object' ? this.#object(value as object) : this.#described(value)
  }

  #object(object: object): AnyValue {
    try {
      const leaf = this.#leaf(object)
      if (leaf !== undefined) return leaf
      if (this.#ancestors.includes(object)) return '[Circular]'
      if (this.#ancestors.length === MAX_DEPTH) return '[Depth]'
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

  #leaf(object: object): AnyValue {
    if (object instanceof Uint8Array && object.length <= this.#mostBytes) return object
    if (ArrayBuffer.isView(object)) return this.#bytesOf(object.buffer, object.byteOffset, object.byteLength)
    if (types.isAnyArrayBuffer(object)) return this.#bytesOf(object, 0, object.byteLength)
    // A proxy of bytes is not to be listed index by index.
    if (object instanceof TypedArray) return this.#described(object)
    if (types.isDate(object) || types.isRegExp(object)) return this.#described(object)
    if (types.isNativeError(object) || object instanceof Error) return this.#error(object)
    return undefined
  }

  /** The limit that the app has set cuts bytes as it cuts texts, and only ours leaves a mark. */
  #bytesOf(buffer: ArrayBufferLike, offset: number, length: number): AnyValue {
    return bytesOf(buffer, offset, this.#mostBytes < MAX_BYTES ? Math.min(length, this.#mostBytes) : length)
  }

  /** A text or a number. */
  #described(value: unknown): AnyValue {
    const described = this.#describe(value)
    return isScalar(described) ? cutScalar(described, this.#length) : described
  }

  /** As `type`, `message` and `stacktrace`, with the causes. */
  #error(error: object): AnyValue {
    const described = this.#describe(error) as AnyValueMap
    const copy: AnyValueMap = {}
    for (const key in described) copy[key] = cutScalar(String(described[key]), this.#length)
    this.#left -= 3
    return copy
  }

  #container(object: object): AnyValue {
    if (Array.isArray(object)) return this.#array(object)
    if (types.isMap(object)) return this.#map(object)
    if (types.isSet(object)) return this.#set(object)
    if (types.isBoxedPrimitive(object)) return this.of(object.valueOf())
    const { toJSON } = object as { toJSON?: unknown }
    const json: unknown = typeof toJSON === 'function' ? toJSON.call(object) : object
    return json === object ? this.#properties(object) : this.of(json)
  }

  /**
   * By index: the length says nothing of how much there is, and an iterator of the app's may never
   * end.
   */
  #array(values: readonly unknown[]): AnyValue[] {
    const copy: AnyValue[] = []
    for (let i = 0; i < values.length; i++) {
      if (this.#left-- <= 0) {
        copy.push(`[Truncated: ${values.length - i} more]`)
        break
      }
      copy.push(this.of(values[i]))
    }
    return copy
  }

  #set(values: Set<unknown>): AnyValue[] {
    const copy: AnyValue[] = []
    for (const value of Set.prototype.values.call(values)) {
      if (this.#left-- <= 0) {
        copy.push(`[Truncated: ${values.size - copy.length} more]`)
        break
      }
      copy.push(this.of(value))
    }
    return copy
  }

  #map(map: Map<unknown, unknown>): AnyValueMap {
    const copy: AnyValueMap = {}
    for (const [key, value] of Map.prototype.entries.call(map)) {
      if (this.#left-- <= 0) return truncated(copy)
      const name = this.#nameOf(key)
      if (name !== '__proto__' && value !== undefined) copy[name] = this.of(value)
    }
    return copy
  }

  #nameOf(key: unknown): string {
    if (typeof key === 'object') return Object.prototype.toString.call(key).slice(0, MAX_NAME_LENGTH)
    return String(typeof key === 'string' ? key : this.#describe(key)).slice(0, MAX_NAME_LENGTH)
  }

  #properties(object: object): AnyValueMap {
    const copy: AnyValueMap = {}
    for (const key of Object.keys(object)) {
      if (this.#left-- <= 0) return truncated(copy)
      const value = key === '__proto__' ? undefined : readValue(object, key)
      if (value !== undefined) copy[key] = this.of(value)
    }
    return copy
  }
}

/**
 * A property, or what is written in its place: a getter that throws costs its own property only.
 */
export function readValue(source: object, key: string): unknown {
  try {
    return (source as Readonly<Record<string, unknown>>)[key]
  } catch (thrown) {
    return throwsMark(thrown)
  }
}

function truncated(copy: AnyValueMap): AnyValueMap {
  copy['[Truncated]'] = true
  return copy
}

/** The bytes themselves if they are few, as the SDK keeps them. */
function bytesOf(buffer: ArrayBufferLike, offset: number, length: number): AnyValue {
  const kept = new Uint8Array(buffer, offset, Math.min(length, MAX_BYTES))
  return length > MAX_BYTES ? { bytes: kept.slice(), '[Truncated]': `${length - MAX_BYTES} more bytes` } : kept
}

function throwsMark(thrown: unknown): string {
  try {
    return `[Throws: ${String(thrown instanceof Error ? thrown.message : thrown).slice(0, THROWS_LENGTH)}]`
  } catch {
    return '[Throws]'
  }
}
