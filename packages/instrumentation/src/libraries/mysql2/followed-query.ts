import { context, type Span } from '@opentelemetry/api'
import { type ErrorFacts, failed } from '../calls'

export type Callback = (error: unknown, ...results: unknown[]) => unknown

/** A command of mysql2: with a callback, or an emitter. */
interface Query {
  onResult?: Callback
  emit(event: string, ...args: unknown[]): boolean
}

/** The emitters that a connection has not answered yet: when the connection is lost, they are not told. */
const unanswered = new WeakMap<object, Set<FollowedQuery>>()

/** A query whose span ends with it, and whose callback or listeners run in the context of its caller. */
export class FollowedQuery {
  readonly #span: Span
  readonly #connection: object
  readonly #factsOf: (error: unknown) => ErrorFacts
  readonly #caller = context.active()
  #isEnded = false

  constructor(span: Span, connection: object, factsOf: (error: unknown) => ErrorFacts) {
    this.#span = span
    this.#connection = connection
    this.#factsOf = factsOf
  }

  /** Ends the emitters that the connection will not answer any more. */
  static endAll(connection: object, error: unknown): void {
    for (const query of unanswered.get(connection) ?? []) query.#end(error)
  }

  /**
   * @param args - of the call: its callback, which is the first function among them, is replaced
   * @returns what `call` returns
   */
  send(args: unknown[], call: () => unknown): unknown {
    const [asked] = args
    const isFollowed = isQuery(asked) ? this.#follow(asked) : this.#replaceCallback(args)
    try {
      const query = call()
      if (isFollowed) return query
      // A connection that is closed takes none, and answers none.
      if (!isQuery(query) || Object.hasOwn(this.#connection, 'addCommand')) this.#end()
      else this.#follow(query)
      return query
    } catch (error) {
      this.#end(error)
      throw error
    }
  }

  #replaceCallback(args: unknown[]): boolean {
    const index = args.findIndex((arg) => typeof arg === 'function')
    if (index < 0) return false
    args[index] = this.#ending(args[index] as Callback)
    return true
  }

  #follow(query: Query): true {
    if (typeof query.onResult === 'function') query.onResult = this.#ending(query.onResult)
    else this.#followEvents(query)
    return true
  }

  /** A listener would keep an error to which the app does not listen from being thrown. */
  #followEvents(query: Query): void {
    const { emit } = query
    const caller = this.#caller
    query.emit = (event, ...args) => {
      if (event === 'error') this.#end(args[0])
      else if (event === 'end') this.#end()
      return context.with(caller, () => emit.call(query, event, ...args))
    }
    const others = unanswered.get(this.#connection) ?? new Set()
    unanswered.set(this.#connection, others.add(this))
  }

  #ending(callback: Callback): Callback {
    const query = this
    return function (this: unknown, error, ...results) {
      query.#end(error)
      return context.with(query.#caller, () => callback.call(this, error, ...results))
    }
  }

  /** A query whose time is over is answered all the same. */
  #end(error?: unknown): void {
    unanswered.get(this.#connection)?.delete(this)
    if (this.#isEnded) return
    this.#isEnded = true
    if (error) failed(this.#span, error, this.#factsOf)
    else this.#span.end()
  }
}

function isQuery(value: unknown): value is Query {
  return typeof (value as Partial<Query> | null | undefined)?.emit === 'function'
}
