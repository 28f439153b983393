import type { Tracer } from '@opentelemetry/api'
import { AnsweredErrors } from '../frameworks/answered-errors'
import { keepMiddlewaresInContext } from '../frameworks/middleware-lists'
import type { Undo } from '../patch'
import { TracingInstrumentation } from '../tracing-instrumentation'
import { traceClients } from './client/client'
import { patchMessages } from './message-events'
import type { HttpInstrumentationOptions } from './options'
import { traceServers } from './server/server'
import { type HttpTracing, httpSettings } from './settings'

/**
 * Traces requests that are served over HTTP/1 and HTTP/2, and requests that are sent through
 * `node:http` and `node:https`, with one span each, by the stable HTTP semantic conventions. No
 * error of the instrumentation reaches the app.
 *
 * @example
 * ```ts
 * registerInstrumentations({
 *   instrumentations: [new HttpInstrumentation({ ignorePaths: ['/health'] })],
 * })
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export class HttpInstrumentation extends TracingInstrumentation<HttpInstrumentationOptions> {
  readonly #tracing: HttpTracing

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(options: HttpInstrumentationOptions = {}) {
    super('@heddle/instrumentation/http', options)
    this.#tracing = { tracer: this.globalTracer(), settings: httpSettings(options), enabled: false }
    if (this.startsEnabled) this.enable()
  }

  override disable(): void {
    this.#tracing.enabled = false
    super.disable()
  }

  protected install(): Undo[] {
    const { server = true, client = true } = this.getConfig()
    this.#tracing.enabled = true
    const undoMessages = patchMessages()
    const undoServers = server ? traceServers(this.#tracing) : []
    const undoClients = client ? traceClients(this.#tracing) : []
    const answered = server ? new AnsweredErrors() : undefined
    const undoLists = server ? keepMiddlewaresInContext(() => this.#tracing.enabled) : []
    return [...undoClients, ...undoServers, ...undoMessages, ...undoLists, () => answered?.undo()]
  }

  protected configure(options: HttpInstrumentationOptions): void {
    this.#tracing.settings = httpSettings(options)
  }

  protected useTracer(tracer: Tracer): void {
    this.#tracing.tracer = tracer
  }
}
