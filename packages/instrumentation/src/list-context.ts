import type { Context } from '@opentelemetry/api'

/**
 * A context that keeps its few values in a list. The API's own copies a map and makes three functions for every value that is set, and
 * each request sets several.
 */
class ListContext implements Context {
  /** Keys and values by turns. */
  readonly #entries: readonly unknown[]

  constructor(entries: readonly unknown[]) {
    this.#entries = entries
  }

  getValue(key: symbol): unknown {
    const entries = this.#entries
    for (let index = 0; index < entries.length; index += 2) {
      if (entries[index] === key) return entries[index + 1]
    }
    return undefined
  }

  setValue(key: symbol, value: unknown): Context {
    const entries = this.#entries.slice()
    let index = 0
    while (index < entries.length && entries[index] !== key) index += 2
    entries[index] = key
    entries[index + 1] = value
    return new ListContext(entries)
  }

  deleteValue(key: symbol): Context {
    const index = this.#entries.findIndex((entry, position) => position % 2 === 0 && entry === key)
    return new ListContext(index === -1 ? this.#entries : this.#entries.toSpliced(index, 2))
  }
}

/** A context without values, like `ROOT_CONTEXT` of the API; what is derived from it is cheap. */
export const EMPTY_CONTEXT: Context = new ListContext([])
