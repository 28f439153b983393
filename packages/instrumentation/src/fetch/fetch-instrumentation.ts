import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Tracer } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { reportOnce } from '../report'
import { TracingInstrumentation } from '../tracing-instrumentation'
import { CallerContexts } from './caller-context'
import {
  describeConnection,
  describeResponse,
  endFetchSpan,
  failFetchSpan,
  followBody,
  markSent,
  startFetchSpan,
} from './fetch-span'
import type { FetchInstrumentationOptions } from './options'
import { followPoolQueues } from './pool-queue'
import { type FetchSettings, fetchSettings } from './settings'
import type { ErrorMessage, RequestMessage, ResponseMessage, SendHeadersMessage } from './undici-messages'

/**
 * Traces requests of the global `fetch` and of undici 5 to 8, with one span each (a redirect and a
 * retry are requests of their own), by the stable HTTP semantic conventions. undici publishes its
 * requests on diagnostics channels; it is patched only to run each request's callbacks in the
 * context of its caller, on whichever connection. No error of the instrumentation reaches the app.
 *
 * @example
 * ```ts
 * registerInstrumentations({
 *   instrumentations: [new FetchInstrumentation({ propagateTo: ['*.internal'] })],
 * })
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export class FetchInstrumentation extends TracingInstrumentation<FetchInstrumentationOptions> {
  #tracer: Tracer
  #settings: FetchSettings

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(options: FetchInstrumentationOptions = {}) {
    super('@heddle/instrumentation/fetch', options)
    this.#tracer = this.globalTracer()
    this.#settings = fetchSettings(options)
    if (this.startsEnabled) this.enable()
  }

  protected install(): Undo[] {
    const callers = new CallerContexts(followBody)
    return [
      ...followPoolQueues(),
      () => callers.stop(),
      listen<RequestMessage>('undici:request:create', (message) => {
        startFetchSpan(message, this.#tracer, this.#settings)
        callers.follow(message.request)
      }),
      listen<SendHeadersMessage>('undici:client:sendHeaders', describeConnection),
      listen<RequestMessage>('undici:request:bodySent', markSent),
      listen<ResponseMessage>('undici:request:headers', (message) => describeResponse(message, this.#settings)),
      listen<RequestMessage>('undici:request:trailers', endFetchSpan),
      listen<ErrorMessage>('undici:request:error', failFetchSpan),
    ]
  }

  protected configure(options: FetchInstrumentationOptions): void {
    this.#settings = fetchSettings(options)
  }

  protected useTracer(tracer: Tracer): void {
    this.#tracer = tracer
  }
}

/**
 * An error that a subscriber throws becomes an uncaught exception of the app, so none may leave the
 * subscriber.
 */
function listen<Message>(channel: string, handle: (message: Message) => void): Undo {
  const subscriber = (message: unknown) => {
    try {
      handle(message as Message)
    } catch (error) {
      reportOnce(`a message on ${channel} could not be handled`, error)
    }
  }
  subscribe(channel, subscriber)
  return () => unsubscribe(channel, subscriber)
}
