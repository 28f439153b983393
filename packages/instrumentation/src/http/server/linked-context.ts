import type { Context } from '@opentelemetry/api'
import { suppressTracing } from '../../suppressed-tracing'

/** A value that a context and its descendants hold until it is withdrawn from all of them. */
export class PassingValue {
  current: unknown

  constructor(value: unknown) {
    this.current = value
  }

  withdraw(): void {
    this.current = undefined
  }
}

/**
 * A context that adds one value to another context. The API's own context copies a map and creates
 * three functions for every value set, and each request sets several.
 *
 * The context does not hold values that it hides: a pool created in it may keep it for as long as
 * the process lives.
 */
class LinkedContext implements Context {
  readonly #parent: LinkedContext | undefined
  readonly #key: symbol | undefined
  readonly #value: unknown

  constructor(parent?: LinkedContext, key?: symbol, value?: unknown) {
    this.#parent = parent
    this.#key = key
    this.#value = value
  }

  getValue(key: symbol): unknown {
    let context: LinkedContext | undefined = this
    while (context !== undefined) {
      if (context.#key === key) {
        const value = context.#value
        return value instanceof PassingValue ? value.current : value
      }
      context = context.#parent
    }
    return undefined
  }

  setValue(key: symbol, value: unknown): Context {
    return new LinkedContext(this.#without(key), key, value)
  }

  deleteValue(key: symbol): Context {
    return this.#without(key)
  }

  /** Whether the context has this very value, under any key. */
  static holds(context: Context, value: unknown): boolean {
    let link: LinkedContext | undefined = context instanceof LinkedContext ? context : undefined
    while (link !== undefined && link.#value !== value) link = link.#parent
    return link !== undefined
  }

  /** Each key occurs once, so the order in which the others are linked again does not matter. */
  #without(key: symbol): LinkedContext {
    let found: LinkedContext | undefined = this
    while (found !== undefined && found.#key !== key) found = found.#parent
    if (found === undefined) return this
    let rest = found.#parent
    for (let link: LinkedContext = this; link !== found; link = link.#parent!)
      rest = new LinkedContext(rest, link.#key, link.#value)
    return rest!
  }
}

/** A context without values, like `ROOT_CONTEXT` of the API; contexts derived from it are cheap. */
export const EMPTY_CONTEXT: Context = new LinkedContext()

/** Whether the context has this very value. */
export const holds = LinkedContext.holds

/**
 * An empty context in which tracing is suppressed until the value, which must be `true`, is
 * withdrawn.
 */
export function suppressedBy(suppression: PassingValue): Context {
  // OpenTelemetry does not export its key, and sets `true` under it.
  return suppressTracing({ ...NO_CONTEXT, setValue: (key) => EMPTY_CONTEXT.setValue(key, suppression) })
}

const NO_CONTEXT: Context = { getValue: () => undefined, setValue: () => NO_CONTEXT, deleteValue: () => NO_CONTEXT }
