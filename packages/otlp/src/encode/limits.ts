import { ITEM_TOO_LARGE, MAX_ITEM_BYTES } from './byte-writer'

/**
 * Attribute values and log bodies are the user's own objects: they may contain themselves, never
 * end, or throw when they are read. Both wire formats stop at this depth and put these strings in
 * place of what cannot be written, the same that `@heddle/logger` puts.
 */
export const MAX_DEPTH = 16
export const CIRCULAR = '[Circular]'
export const TOO_DEEP = '[Depth]'
export const THROWS = '[Throws]'
export const TRUNCATED_KEY = '[Truncated]'

/**
 * Most values in all arrays and maps of one item together. Further values are left out, and marked.
 */
export const MAX_VALUES = 262_144
/** UTF-16 code units of a name or a key, which then ends with `…`. */
export const MAX_NAME_LENGTH = 16_384
/** The same of the message of a status, and of a text of a resource or a scope. */
export const MAX_TEXT_LENGTH = 262_144
/**
 * UTF-16 code units of all attributes of a resource or a scope together: they are a part of each
 * request.
 */
const MAX_HEADER_LENGTH = 1_048_576
/** Writing out an integer of a million digits takes a second. */
const MAX_BIGINT = 1n << 4096n

/**
 * Thrown by an encoder for a span whose ids are not 16 and 8 bytes of hexadecimal: a collector may
 * refuse the whole batch for it.
 */
export const INVALID_IDS = new TypeError('the trace id or span id of a span is not valid')

/**
 * What may still be written of one item. A getter among its values may log: that inner item has
 * what is left of the outer one.
 */
export class Budget {
  #depth = 0
  #values = MAX_VALUES
  #characters = MAX_ITEM_BYTES

  /** An item begins. To be followed by {@link leave}, whatever happens. */
  enter(): void {
    if (this.#depth++ > 0) return
    this.#values = MAX_VALUES
    this.#characters = MAX_ITEM_BYTES
  }

  leave(): void {
    this.#depth--
  }

  /** Runs `write` as one item. */
  ofItem<T>(write: () => T): T {
    this.enter()
    try {
      return write()
    } finally {
      this.leave()
    }
  }

  /** Whether an array or a map may have one more. */
  takeValue(): boolean {
    return this.#values-- > 0
  }

  /** @throws ITEM_TOO_LARGE */
  takeText(length: number): void {
    this.#characters -= length
    if (this.#characters < 0) throw ITEM_TOO_LARGE
  }
}

/** The marker at the end of an array that is cut. */
export function moreItems(count: number): string {
  return `[Truncated: ${count} more]`
}

/** A name or key within {@link MAX_NAME_LENGTH}. */
export function nameOf<T>(name: T): T | string {
  return cutText(name, MAX_NAME_LENGTH)
}

export function cutText<T>(text: T, length: number): T | string {
  return typeof text === 'string' && text.length > length ? `${text.slice(0, length)}…` : text
}

/**
 * A `tracestate` that is too long is left out, as one that is cut says something else; so is what
 * is none.
 */
export function traceStateOf(state: { serialize?(): unknown } | undefined): string | undefined {
  const text = typeof state?.serialize === 'function' ? state.serialize() : undefined
  return typeof text === 'string' && text.length <= MAX_NAME_LENGTH ? text : undefined
}

/** The decimals of an integer. */
export function bigintText(value: bigint): string {
  return value > MAX_BIGINT || value < -MAX_BIGINT ? '[BigInt: more than 4096 bits]' : value.toString()
}

/** Attributes of a resource or a scope, within a size that each request can bear. */
export function headerAttributes(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const bounded: Record<string, unknown> = Object.create(null)
  let length = 0
  for (const key of Object.keys(attributes)) {
    const value = cutText(attributes[key], MAX_TEXT_LENGTH)
    length += Math.min(key.length, MAX_NAME_LENGTH) + lengthOf(value)
    if (length > MAX_HEADER_LENGTH) {
      bounded[TRUNCATED_KEY] = true
      break
    }
    bounded[key] = value
  }
  return bounded
}

/** Length of a text, or of all texts in an array. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (!Array.isArray(value)) return 0
  let length = 0
  for (let i = 0; i < value.length && i < MAX_VALUES; i++) {
    const item: unknown = value[i]
    if (typeof item === 'string') length += item.length
  }
  return length
}
