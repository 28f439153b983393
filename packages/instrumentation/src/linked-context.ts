import type { Context } from '@opentelemetry/api'

/** So many values are set on top of each other before what they hide is let go. */
const MAX_DEPTH = 16

/**
 * A context that adds one value to another one. The API's own copies a map and makes three functions for every value that is set, and
 * each request sets several.
 */
class LinkedContext implements Context {
  readonly #parent: LinkedContext | undefined
  readonly #key: symbol | undefined
  readonly #value: unknown
  readonly #depth: number

  constructor(parent?: LinkedContext, key?: symbol, value?: unknown, depth = 0) {
    this.#parent = parent
    this.#key = key
    this.#value = value
    this.#depth = depth
  }

  getValue(key: symbol): unknown {
    let context: LinkedContext | undefined = this
    while (context !== undefined) {
      if (context.#key === key) return context.#value
      context = context.#parent
    }
    return undefined
  }

  setValue(key: symbol, value: unknown): Context {
    return this.#depth < MAX_DEPTH
      ? new LinkedContext(this, key, value, this.#depth + 1)
      : new LinkedContext(this.#compacted(), key, value, 1)
  }

  deleteValue(key: symbol): Context {
    return this.setValue(key, undefined)
  }

  /** The same values, without those that are hidden: a program may set one value again and again, each time on top of the last. */
  #compacted(): LinkedContext {
    const values = new Map<symbol, unknown>()
    for (let context: LinkedContext | undefined = this; context !== undefined; context = context.#parent) {
      if (context.#key !== undefined && !values.has(context.#key)) values.set(context.#key, context.#value)
    }
    let compacted = new LinkedContext()
    for (const [key, value] of values) if (value !== undefined) compacted = new LinkedContext(compacted, key, value)
    return compacted
  }
}

/** A context without values, like `ROOT_CONTEXT` of the API; what is derived from it is cheap. */
export const EMPTY_CONTEXT: Context = new LinkedContext()
