import { type Attributes, context, type Span, type Tracer, trace } from '@opentelemetry/api'
import { ATTR_HTTP_ROUTE } from '@opentelemetry/semantic-conventions'
import { type ClosingResponse, openSpans } from '../open-spans'
import { recordError } from '../span-error'
import type { FastifyInstance, FastifyReply, Handler, RouteOptions } from './fastify-instance'

const LIFECYCLE_HOOKS = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onError',
] as const

/** A span for each hook and handler of the app, named and attributed as `@fastify/otel` does, within the http server span. */
export class HookSpans {
  readonly #tracer: Tracer
  readonly #isEnabled: () => boolean

  constructor(tracer: Tracer, isEnabled: () => boolean) {
    this.#tracer = tracer
    this.#isEnabled = isEnabled
  }

  /** Wraps the hooks and handlers that are registered from now on, on the instance and on those encapsulated in it. */
  observe(fastify: FastifyInstance): void {
    const spans = this
    const { addHook, setNotFoundHandler } = fastify
    fastify.addHook('onRoute', function (route: RouteOptions) {
      spans.#wrapRoute(this, route)
    })
    fastify.addHook = function (name, hook) {
      const attributes = { 'hook.name': `${this.pluginName} - ${name}`, 'fastify.type': 'hook' }
      return addHook.call(this, name, isLifecycleHook(name) ? spans.#wrap(this, hook, name, attributes) : hook)
    }
    fastify.setNotFoundHandler = function (options, handler) {
      const attributes = { 'hook.name': `${this.pluginName} - not-found-handler`, 'fastify.type': 'hook' }
      const wrap = (each: unknown) => spans.#wrap(this, each as Handler, 'notFoundHandler', attributes)
      return typeof options === 'function'
        ? setNotFoundHandler.call(this, wrap(options))
        : setNotFoundHandler.call(this, options, handler && wrap(handler))
    }
  }

  #wrapRoute(instance: FastifyInstance, route: RouteOptions): void {
    for (const name of LIFECYCLE_HOOKS) {
      const hooks = route[name]
      if (hooks === undefined || hooks === null) continue
      const attributes = {
        'hook.name': `${instance.pluginName} - route -> ${name}`,
        'fastify.type': 'route-hook',
        [ATTR_HTTP_ROUTE]: route.url,
      }
      const wrap = (hook: unknown) => this.#wrap(instance, hook as Handler, name, attributes)
      route[name] = Array.isArray(hooks) ? hooks.map(wrap) : wrap(hooks)
    }
    route.handler = this.#wrap(instance, route.handler, 'handler', {
      'hook.name': `${instance.pluginName} - route-handler`,
      'fastify.type': 'request-handler',
      [ATTR_HTTP_ROUTE]: route.url,
    })
  }

  #wrap<H extends (...args: never[]) => unknown>(
    instance: FastifyInstance,
    hook: H,
    name: string,
    attributes: Attributes,
  ): H {
    // What Fastify refuses, such as an async hook that also takes `done`, it has to see as it is.
    if (typeof hook !== 'function' || (isAsync(hook) && hook.length > hookLength(name))) return hook
    const spans = this
    const spanName = `${name} - ${hook.name || instance.pluginName}`
    const all = { ...attributes, 'hook.callback.name': hook.name || 'anonymous' }
    return function (this: unknown, ...args: unknown[]) {
      return spans.#run(spanName, all, hook as unknown as Handler, this, args)
    } as unknown as H
  }

  #run(name: string, attributes: Attributes, hook: Handler, self: unknown, args: unknown[]): unknown {
    const outer = context.active()
    const parent = trace.getSpan(outer)
    const reply = args[1] as Partial<FastifyReply> | undefined
    if (!this.#isEnabled() || parent === undefined || reply?.raw === undefined) return hook.apply(self, args)
    const span = this.#tracer.startSpan(name, { attributes }, outer)
    const open = openSpans(reply.raw as ClosingResponse)
    open.add(span)
    const finish = (error?: unknown) => finishOnce(open, span, error)

    const done = args.at(-1)
    if (typeof done === 'function')
      args[args.length - 1] = (...results: unknown[]) => {
        finish(results[0])
        context.with(trace.setSpan(context.active(), parent), done as Handler, undefined, ...results)
      }
    try {
      const result = context.with(trace.setSpan(outer, span), hook, self, ...args)
      return finishWith(result, reply, finish)
    } catch (error) {
      finish(error)
      throw error
    }
  }
}

/** Ends the span when the hook is through: at once with a value, on the promise's settling, else on `done` or the response's end. */
function finishWith(result: unknown, reply: unknown, finish: (error?: unknown) => void): unknown {
  if (result === undefined || result === reply) return result
  if (result instanceof Promise) {
    result.then(() => finish(), finish)
    return result
  }
  if (typeof (result as PromiseLike<unknown> | null)?.then !== 'function') {
    finish()
    return result
  }
  return lazily(result as PromiseLike<unknown>, finish)
}

/** A query builder runs anew with every `then`, so it is Fastify's own that has to end the span. */
function lazily(query: PromiseLike<unknown>, finish: (error?: unknown) => void) {
  return {
    // biome-ignore lint/suspicious/noThenProperty: it stands for a thenable
    then: (resolve: (value: unknown) => unknown, reject: (error: unknown) => unknown) =>
      query.then(
        (value) => {
          finish()
          return resolve(value)
        },
        (error) => {
          finish(error)
          return reject(error)
        },
      ),
  }
}

function finishOnce(open: Set<Span>, span: Span, error: unknown): void {
  if (!open.delete(span)) return
  if (error !== undefined && error !== null) recordError(span, error)
  span.end()
}

function isLifecycleHook(name: string): boolean {
  return (LIFECYCLE_HOOKS as readonly string[]).includes(name)
}

function isAsync(hook: { readonly constructor: { readonly name: string } }): boolean {
  return hook.constructor.name === 'AsyncFunction'
}

/** How many arguments a hook takes before `done`. */
function hookLength(name: string): number {
  return ['preParsing', 'preSerialization', 'onSend', 'onError'].includes(name) ? 3 : 2
}
