import { type Context, context } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'
import { keepOwnHeaders } from './own-headers'
import { REQUEST_CALLER, type UndiciRequest } from './undici-messages'

type Method = (this: UndiciRequest, ...args: unknown[]) => unknown
type Methods = Record<string, Method>

/**
 * The methods that undici calls on a request: first the names of undici 5 to 7, then those of
 * undici 8.
 */
const METHODS = [
  'onConnect',
  'onBodySent',
  'onRequestSent',
  'onResponseStarted',
  'onHeaders',
  'onData',
  'onUpgrade',
  'onComplete',
  'onError',
  'onRequestStart',
  'onResponseStart',
  'onResponseData',
  'onRequestUpgrade',
  'onResponseEnd',
  'onResponseError',
] as const

/**
 * The methods that hand on a chunk of the body. They return `false` when the reader has no room for
 * more.
 */
const DATA_METHODS: ReadonlySet<string> = new Set(['onData', 'onResponseData'])

/**
 * Runs everything that follows from an undici request in the context that the request was made in.
 *
 * undici reads from sockets, and a socket belongs to the context of the request that opened it:
 * without this the body listeners of all later requests would run in that context. Every copy of
 * undici has one prototype for its requests, which is found through the first of them.
 */
export class CallerContexts {
  readonly #undos = new Map<object, Undo[]>()
  readonly #onData: (request: UndiciRequest, hasRoom: boolean) => void

  /** @param onData - called for each chunk of a body, with whether there is room for more */
  constructor(onData: (request: UndiciRequest, hasRoom: boolean) => void) {
    this.#onData = onData
  }

  /** Call this when the request is created. */
  follow(request: UndiciRequest): void {
    const caller = context.active()
    request[REQUEST_CALLER] = caller
    if (isPulled(request.body)) request.body = pulledIn(caller, request.body)
    const prototype = Object.getPrototypeOf(request) as Methods
    if (!this.#undos.has(prototype)) this.#undos.set(prototype, this.#patch(prototype))
  }

  stop(): void {
    for (const undos of this.#undos.values()) for (const undo of undos) undo()
    this.#undos.clear()
  }

  #patch(prototype: Methods): Undo[] {
    const callbacks = METHODS.filter((name) => Object.hasOwn(prototype, name) && typeof prototype[name] === 'function')
    return [
      ...keepOwnHeaders(prototype),
      ...callbacks.map((name) =>
        patch(prototype, name, (original) =>
          inCallersContext(DATA_METHODS.has(name) ? this.#observed(original!) : original!),
        ),
      ),
    ]
  }

  #observed(original: Method): Method {
    const onData = this.#onData
    return function (...args) {
      const hasRoom = Reflect.apply(original, this, args)
      onData(this, hasRoom !== false)
      return hasRoom
    }
  }
}

function inCallersContext(original: Method): Method {
  return function () {
    const caller = this[REQUEST_CALLER]
    // biome-ignore lint/complexity/noArguments: hands on exactly what was given
    const args = arguments as unknown as unknown[]
    return caller === undefined || caller === context.active()
      ? Reflect.apply(original, this, args)
      : context.with(caller, Reflect.apply<UndiciRequest, unknown[], unknown>, undefined, original, this, args)
  }
}

/**
 * A body whose chunks undici requests, such as a generator, in contrast to a stream, which pushes
 * its chunks.
 */
function isPulled(body: unknown): body is AsyncIterable<unknown> {
  if (typeof body !== 'object' || body === null || 'pipe' in body) return false
  return typeof (body as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator] === 'function'
}

function pulledIn(caller: Context, body: AsyncIterable<unknown>): AsyncIterable<unknown> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = body[Symbol.asyncIterator]()
      const pulled: AsyncIterator<unknown> = { next: (...args) => context.with(caller, () => iterator.next(...args)) }
      if (iterator.return) pulled.return = (value) => context.with(caller, () => iterator.return!(value))
      if (iterator.throw) pulled.throw = (error) => context.with(caller, () => iterator.throw!(error))
      return pulled
    },
  }
}
