import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Tracer } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { reportOnce } from '../report'
import { TracingInstrumentation } from '../tracing-instrumentation'
import type { FastifyInstance } from './fastify-instance'
import { HookSpans } from './hook-spans'
import { keepOwnContext, replyPrototype, sendInOwnContext } from './own-context'
import { addRequestHooks } from './request-hooks'

/** Options of {@link FastifyInstrumentation}. */
export interface FastifyInstrumentationOptions {
  /**
   * `hop`: no spans of its own; the http server span gets its route and errors. `all`: also a span
   * for each hook and handler. An instance keeps the value from the time of its creation.
   * @default 'hop'
   */
  readonly spans?: 'hop' | 'all'
  /**
   * Whether the constructor enables the instrumentation.
   * @default true
   */
  readonly enabled?: boolean
}

/**
 * The diagnostics channel on which Fastify 4 and 5 publish every new root instance, in CommonJS and
 * ESM apps alike.
 */
const INITIALIZATION = 'fastify.initialization'

/**
 * Sets the route of requests that Fastify 4 and 5 serve, plugin prefixes included, and reports
 * their errors, on the http server span.
 *
 * It adds an `onRequest` and an `onError` hook before those of the app, and needs neither patches
 * nor an ESM loader hook. Enable it before the app creates its instances: it does not see instances
 * created earlier. No error of the instrumentation reaches the app.
 *
 * @example
 * ```ts
 * registerInstrumentations({
 *   instrumentations: [new HttpInstrumentation(), new FastifyInstrumentation()],
 * })
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export class FastifyInstrumentation extends TracingInstrumentation<FastifyInstrumentationOptions> {
  #tracer: Tracer
  #spans: FastifyInstrumentationOptions['spans']
  #isEnabled = false

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(options: FastifyInstrumentationOptions = {}) {
    super('@heddle/instrumentation/fastify', options)
    this.#tracer = this.globalTracer()
    this.#spans = options.spans
    if (this.startsEnabled) this.enable()
  }

  protected install(): Undo[] {
    this.#isEnabled = true
    const undos: Undo[] = []
    const patched = new WeakSet<object>()
    const onInitialization = (message: unknown) =>
      this.#instrument((message as { fastify: FastifyInstance }).fastify, undos, patched)
    subscribe(INITIALIZATION, onInitialization)
    return [
      () => {
        this.#isEnabled = false
        unsubscribe(INITIALIZATION, onInitialization)
        for (const undo of undos) undo()
      },
    ]
  }

  protected configure(options: FastifyInstrumentationOptions): void {
    this.#spans = options.spans
  }

  protected useTracer(tracer: Tracer): void {
    this.#tracer = tracer
  }

  #instrument(fastify: FastifyInstance, undos: Undo[], patched: WeakSet<object>): void {
    const isEnabled = () => this.#isEnabled
    try {
      addRequestHooks(fastify, isEnabled)
      const reply = replyPrototype(fastify)
      if (reply !== undefined && !patched.has(reply)) undos.push(...sendInOwnContext(reply, isEnabled))
      if (reply !== undefined) patched.add(reply)
      keepOwnContext(fastify, isEnabled)
      if (this.#spans === 'all') new HookSpans(this.#tracer, isEnabled).observe(fastify)
    } catch (error) {
      reportOnce('a Fastify instance could not be instrumented', error)
    }
  }
}
