import http, { type ClientRequest } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import {
  type Attributes,
  context,
  propagation,
  type Span,
  SpanKind,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api'
import { ATTR_SERVER_ADDRESS, ATTR_URL_FULL } from '@opentelemetry/semantic-conventions'
import { takeCover } from '../../http-semantics/covered-request'
import { methodName } from '../../http-semantics/request-method'
import { recordSpanError } from '../../http-semantics/span-error'
import { reportsTelemetry } from '../../http-semantics/telemetry-requests'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import { isTracingSuppressed } from '../../suppressed-tracing'
import { clientRequestSetter, headerListSetter } from '../carriers'
import { MESSAGE_STATE, type Message } from '../message'
import { headersOf } from '../sent-headers'
import type { HttpTracing } from '../settings'
import { clientAttributes } from './attributes'
import { ClientExchange } from './exchange'
import { onHttpsLoaded } from './https-on-demand'
import {
  type Header,
  plannedRequestLine,
  type RequestArguments,
  type RequestLine,
  sendsHeadersAtOnce,
  withHeaders,
} from './request-arguments'

type Send = (...args: RequestArguments) => ClientRequest
type ClientModule = { request: Send; get: Send }

/** Traces every request of `http.request`, `http.get`, `https.request` and `https.get`. */
export function traceClients(tracing: HttpTracing): Undo[] {
  const undos = patchModule(http as unknown as ClientModule, 'http:', tracing)
  const stopWaiting = onHttpsLoaded((https) => {
    undos.push(...patchModule(https as unknown as ClientModule, 'https:', tracing))
    syncBuiltinESMExports()
  })
  undos.push(observeDestroy())
  // `import { request } from 'node:http'` binds to a copy of the module's properties.
  syncBuiltinESMExports()
  const undoAll = () => {
    for (const undo of undos) undo()
  }
  return [stopWaiting, undoAll, syncBuiltinESMExports]
}

function patchModule(module: ClientModule, protocol: string, tracing: HttpTracing): Undo[] {
  const original = module.request
  // The original `get` calls the original `request` and ends it, which sends its headers: the
  // replacement does both itself.
  const undoGet = patch(module, 'get', (get) => traced(original, protocol, tracing, get))
  const undoRequest = patch(module, 'request', () => traced(original, protocol, tracing))
  return [undoGet, undoRequest]
}

/**
 * An error that the original throws, and the app's agent while it runs, have only one frame of this
 * package in their stacks.
 *
 * @param get - given when the function replaces `get`
 */
function traced(original: Send, protocol: string, tracing: HttpTracing, get?: Send): Send {
  return function request(...args) {
    if (get !== undefined && !tracing.enabled) return get(...args)
    const isTraced = tracing.enabled && !isTracingSuppressed(context.active())
    if (!isTraced || !sendsHeadersAtOnce(args)) {
      const request = original(...args)
      if (isTraced) addHeaders(tracing, request, args)
      if (get !== undefined) request.end()
      return request
    }
    const sending = new EarlySending(tracing, args, protocol)
    try {
      const request = original(...sending.args)
      sending.sent(request)
      if (get !== undefined) request.end()
      return request
    } catch (error) {
      sending.failed(error)
      throw error
    }
  }
}

/**
 * The usual path: Node has parsed the arguments into the request, and sends headers only at its
 * first write.
 */
function addHeaders(tracing: HttpTracing, request: ClientRequest, args: RequestArguments): void {
  try {
    // Another copy of this package may have traced the request already.
    if ((request as Message)[MESSAGE_STATE] !== undefined) return
    const span = startSpan(tracing, request, args, request, clientRequestSetter)
    if (span !== undefined) observe(tracing, request, span)
  } catch (error) {
    reportOnce('a client request could not be traced', error)
  }
}

/** The rare path: the headers are sent with the arguments. */
class EarlySending {
  args: RequestArguments
  readonly #tracing: HttpTracing
  #span: Span | undefined

  constructor(tracing: HttpTracing, args: RequestArguments, protocol: string) {
    this.args = args
    this.#tracing = tracing
    try {
      const line = plannedRequestLine(args, protocol)
      const headers: Header[] = []
      this.#span = line && startSpan(tracing, line, args, headers, headerListSetter)
      if (headers.length > 0) this.args = withHeaders(args, headers)
    } catch (error) {
      reportOnce('a client request could not be traced', error)
    }
  }

  sent(request: ClientRequest): void {
    try {
      if (this.#span !== undefined) observe(this.#tracing, request, this.#span)
    } catch (error) {
      reportOnce('a client request could not be traced', error)
    }
  }

  failed(error: unknown): void {
    if (this.#span === undefined) return
    recordSpanError(this.#span, error)
    this.#span.end()
  }
}

/** Starts the span, and injects its ids into the carrier. */
function startSpan<Carrier>(
  tracing: HttpTracing,
  request: RequestLine,
  args: RequestArguments,
  carrier: Carrier,
  setter: TextMapSetter<Carrier>,
): Span | undefined {
  const { settings, tracer } = tracing
  if (reportsTelemetry(request.method, request.path, (name) => (request as Partial<ClientRequest>).getHeader?.(name))) {
    return undefined
  }
  const method = settings.normalizeMethod(request.method)
  const attributes = clientAttributes(request, args, method, settings)
  if (settings.ignoresOutgoing?.({ method: request.method, url: urlOf(attributes) })) return undefined
  const cover = takeCover(attributes[ATTR_SERVER_ADDRESS] as string)
  const span = cover ?? tracer.startSpan(methodName(method), { kind: SpanKind.CLIENT, attributes })
  if (settings.propagatesTo?.(urlOf(attributes)) ?? true) {
    propagation.inject(trace.setSpan(context.active(), span), carrier, setter)
  }
  return span
}

/**
 * `destroy()` means that the caller has cancelled the request; the event that follows looks like
 * that of a broken connection.
 */
function observeDestroy(): Undo {
  return patch(
    http.ClientRequest.prototype,
    'destroy',
    (original) =>
      function destroy(this: ClientRequest, error) {
        const state = (this as Message)[MESSAGE_STATE]
        if (state instanceof ClientExchange) state.destroyed(error)
        return original.call(this, error)
      },
  )
}

function urlOf(attributes: Attributes): string {
  return attributes[ATTR_URL_FULL] as string
}

function observe(tracing: HttpTracing, request: ClientRequest, span: Span): void {
  ;(request as Message)[MESSAGE_STATE] = new ClientExchange(span, context.active(), request, tracing.settings)
  tracing.settings.captureRequestHeaders?.(span, headersOf(request))
}
