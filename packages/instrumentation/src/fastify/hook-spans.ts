import { type Attributes, context, type Span, type Tracer, trace } from '@opentelemetry/api'
import { strayedFrom } from '../http/server/request-state'
import { type ClosingResponse, spansEndingWith } from '../http-semantics/response-spans'
import { recordSpanError } from '../http-semantics/span-error'
import type { FastifyInstance, FastifyReply, Handler } from './fastify-instance'
import { isAsync, type Wrap, wrapHandlers } from './handlers'

/**
 * Makes a span for each hook and handler of the app within the http server span, with the names and
 * attributes of `@fastify/otel`.
 */
export class HookSpans {
  readonly #tracer: Tracer
  readonly #isEnabled: () => boolean

  constructor(tracer: Tracer, isEnabled: () => boolean) {
    this.#tracer = tracer
    this.#isEnabled = isEnabled
  }

  /**
   * Wraps the hooks and handlers registered from now on, on the instance and on its encapsulated
   * instances.
   */
  observe(fastify: FastifyInstance): void {
    const wrap: Wrap = (instance, handler, name, attributes) =>
      attributes === undefined || name === 'onTimeout' || name === 'onRequestAbort'
        ? handler
        : this.#wrap(instance, handler, name, attributes)
    wrapHandlers(fastify, wrap)
  }

  #wrap<H extends (...args: never[]) => unknown>(
    instance: FastifyInstance,
    hook: H,
    name: string,
    attributes: Attributes,
  ): H {
    // Fastify must see a hook unwrapped in order to refuse it, such as an async hook that also
    // takes `done`.
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
    const open = spansEndingWith(reply.raw as ClosingResponse)
    open.add(span)
    const finish = (error?: unknown) => finishOnce(open, span, error)

    const done = args.at(-1)
    if (typeof done === 'function')
      args[args.length - 1] = (...results: unknown[]) => {
        finish(results[0])
        // Nothing of another request's context is kept.
        const active = strayedFrom(reply.raw as object) === undefined ? context.active() : outer
        context.with(trace.setSpan(active, parent), done as Handler, undefined, ...results)
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

/**
 * Ends the span when the hook is finished: at once for a value, when a promise settles, else at
 * `done` or the response's end.
 */
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

/** A query builder runs again for every `then`, so Fastify's own call must end the span. */
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
  if (error !== undefined && error !== null) recordSpanError(span, error)
  span.end()
}

/** The number of a hook's arguments before `done`. */
function hookLength(name: string): number {
  return ['preParsing', 'preSerialization', 'onSend', 'onError'].includes(name) ? 3 : 2
}
