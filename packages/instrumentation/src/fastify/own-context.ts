import { context } from '@opentelemetry/api'
import { strayedFrom } from '../http/server/request-state'
import { patch, type Undo } from '../patch'
import type { FastifyInstance, FastifyReply, FastifyRequest, Handler } from './fastify-instance'
import { isAsync, type Wrap, wrapHandlers } from './handlers'
import { watchWebStream } from './web-streams'

type Done = (error?: unknown, value?: unknown) => void
type ReplyMethod = (this: FastifyReply, payload?: unknown) => unknown
type ReplyPrototype = Record<'send' | 'callNotFound', ReplyMethod>

/**
 * Lets each request of an instance continue in its own context after a hook that calls `done` in
 * another one. An async hook or handler keeps its context without help and stays unwrapped: the
 * code after an `await` runs in the context of the `await`.
 */
export function keepOwnContext(fastify: FastifyInstance, isEnabled: () => boolean): void {
  const wrap = ((_instance, hook: Handler, name: string) => {
    if (typeof hook !== 'function' || name === 'handler' || name === 'notFoundHandler') return hook
    // Only the socket, and no code of the request, makes Fastify call this hook.
    if (name === 'onTimeout') return named(hook, beginning(hook, isEnabled))
    return isAsync(hook) ? hook : named(hook, goingOn(hook, isEnabled))
  }) as Wrap
  wrapHandlers(fastify, wrap)
  wrapParsers(fastify, isEnabled)
}

/**
 * Runs Fastify's work on a reply, its hooks and error handlers included, in the context of the
 * reply's request, wherever the app sends it. A sent web stream is watched: see
 * {@link watchWebStream}.
 */
export function sendInOwnContext(reply: ReplyPrototype, isEnabled: () => boolean): Undo[] {
  const inOwn = (method: ReplyMethod): ReplyMethod =>
    function (payload) {
      if (!isEnabled()) return method.call(this, payload)
      if (typeof payload === 'object') watchWebStream(this.raw, payload)
      const own = strayedFrom(this.raw)
      return own === undefined ? method.call(this, payload) : context.with(own, method, this, payload)
    }
  return [patch(reply, 'send', inOwn), patch(reply, 'callNotFound', inOwn)]
}

/**
 * The prototype that the replies of all instances of one copy of Fastify share; `undefined` for a
 * version that hides it.
 */
export function replyPrototype(fastify: FastifyInstance): ReplyPrototype | undefined {
  const key = Object.getOwnPropertySymbols(fastify).find(({ description }) => description === 'fastify.Reply')
  const Reply = key && (fastify as unknown as Record<symbol, { prototype?: object } | undefined>)[key]
  let prototype: object | null | undefined = Reply?.prototype
  while (prototype && !Object.hasOwn(prototype, 'send')) prototype = Object.getPrototypeOf(prototype)
  return (prototype as ReplyPrototype | null | undefined) ?? undefined
}

/**
 * Calls a hook with a `done` that continues in the request's own context. `done` is the hook's last
 * argument, after up to three others.
 */
function goingOn(hook: Handler, isEnabled: () => boolean): Handler {
  return function (...args) {
    const request = args[0] as FastifyRequest
    const done = args.at(-1)
    if (!isEnabled() || typeof done !== 'function') return hook.apply(this, args)
    // The rest of the request runs in this function, which does everything itself in order to add
    // only one frame to the stack.
    args[args.length - 1] = (error?: unknown, value?: unknown) => {
      const own = strayedFrom(request.raw)
      if (own === undefined) (done as Done)(error, value)
      else context.with(own, done as Done, undefined, error, value)
    }
    return settlingInOwn(request, hook.apply(this, args))
  }
}

function beginning(hook: Handler, isEnabled: () => boolean): Handler {
  return function (...args) {
    const own = isEnabled() ? strayedFrom((args[0] as FastifyRequest).raw) : undefined
    return own === undefined ? hook.apply(this, args) : context.with(own, hook, this, ...args)
  }
}

function inOwn(request: FastifyRequest, done: Done, error: unknown, value: unknown): void {
  const own = strayedFrom(request.raw)
  if (own === undefined) done(error, value)
  else context.with(own, done, undefined, error, value)
}

/**
 * A library's own promise, or a query that runs when it is awaited, may call back from any context.
 */
function settlingInOwn(request: FastifyRequest, result: unknown): unknown {
  if (result === undefined || result instanceof Promise) return result
  const thenable = result as PromiseLike<unknown> | null
  if (typeof thenable?.then !== 'function') return result
  return {
    // biome-ignore lint/suspicious/noThenProperty: it stands for a thenable
    then: (resolve: Done, reject: Done) =>
      thenable.then(
        (value) => inOwn(request, resolve, value, undefined),
        (error) => inOwn(request, reject, error, undefined),
      ),
  }
}

/**
 * A `preParsing` hook may replace the request by another stream, whose context then calls the
 * body's parser.
 */
function wrapParsers(fastify: FastifyInstance, isEnabled: () => boolean): void {
  const { addContentTypeParser } = fastify
  fastify.addContentTypeParser = function (type, options, parser) {
    const wrapped = (each: Handler) => (typeof each === 'function' ? named(each, beginning(each, isEnabled)) : each)
    return typeof options === 'function'
      ? addContentTypeParser.call(this, type, wrapped(options as Handler))
      : addContentTypeParser.call(this, type, options, wrapped(parser as Handler))
  }
}

function named<F extends Handler>(original: Handler, replacement: F): F {
  return Object.defineProperty(replacement, 'name', { value: original.name, configurable: true })
}
