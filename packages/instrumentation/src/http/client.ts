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
import { ATTR_URL_FULL } from '@opentelemetry/semantic-conventions'
import { patch, type Undo } from '../patch'
import { reportOnce } from '../report'
import { methodName } from '../request-method'
import { recordError } from '../span-error'
import { isTracingSuppressed } from '../suppressed-tracing'
import { reportsTelemetry } from '../telemetry-requests'
import { clientRequestSetter, headerListSetter } from './carriers'
import { clientAttributes } from './client-attributes'
import { ClientExchange } from './client-exchange'
import { onHttpsLoaded } from './https-on-demand'
import { MESSAGE_STATE, type Message } from './message'
import {
  type Header,
  plannedRequestLine,
  type RequestArguments,
  type RequestLine,
  sendsHeadersAtOnce,
  withHeaders,
} from './request-arguments'
import type { HttpTracing } from './settings'

type Send = (...args: RequestArguments) => ClientRequest
type ClientModule = { request: Send; get: Send }

/** Traces every request that is sent through `http.request`, `http.get`, `https.request` and `https.get`. */
export function traceClients(tracing: HttpTracing): Undo[] {
  const undos = patchModule(http as unknown as ClientModule, 'http:', tracing)
  const stopWaiting = onHttpsLoaded((https) => {
    undos.push(...patchModule(https as unknown as ClientModule, 'https:', tracing))
    syncBuiltinESMExports()
  })
  // `import { request } from 'node:http'` binds to a copy of the module's properties.
  syncBuiltinESMExports()
  const undoAll = () => {
    for (const undo of undos) undo()
  }
  return [stopWaiting, undoAll, syncBuiltinESMExports]
}

function patchModule(module: ClientModule, protocol: string, tracing: HttpTracing): Undo[] {
  const original = module.request
  const send = (args: RequestArguments): ClientRequest => {
    if (isTracingSuppressed(context.active())) return original(...args)
    return sendsHeadersAtOnce(args)
      ? sendWithHeaders(tracing, original, args, protocol)
      : sendThenAddHeaders(tracing, original, args)
  }
  const undoGet = patch(
    module,
    'get',
    (originalGet) =>
      function get(...args) {
        if (!tracing.enabled) return originalGet(...args)
        // The original calls the original `request` and ends it, and with that its headers are sent.
        const request = send(args)
        request.end()
        return request
      },
  )
  const undoRequest = patch(
    module,
    'request',
    () =>
      function request(...args) {
        return tracing.enabled ? send(args) : original(...args)
      },
  )
  return [undoGet, undoRequest]
}

/** The usual way: Node has parsed the arguments into the request, and waits for its first write before it sends headers. */
function sendThenAddHeaders(tracing: HttpTracing, original: Send, args: RequestArguments): ClientRequest {
  const request = original(...args)
  try {
    // Another copy of this package may have traced it already.
    if ((request as Message)[MESSAGE_STATE] !== undefined) return request
    const span = startSpan(tracing, request, args, request, clientRequestSetter)
    if (span === undefined) return request
    observe(tracing, request, span)
  } catch (error) {
    reportOnce('a client request could not be traced', error)
  }
  return request
}

/** The rare way: the headers leave with the arguments. */
function sendWithHeaders(
  tracing: HttpTracing,
  original: Send,
  args: RequestArguments,
  protocol: string,
): ClientRequest {
  let span: Span | undefined
  let prepared = args
  try {
    const line = plannedRequestLine(args, protocol)
    const headers: Header[] = []
    span = line && startSpan(tracing, line, args, headers, headerListSetter)
    if (headers.length > 0) prepared = withHeaders(args, headers)
  } catch (error) {
    reportOnce('a client request could not be traced', error)
  }
  try {
    const request = original(...prepared)
    if (span !== undefined) observe(tracing, request, span)
    return request
  } catch (error) {
    if (span !== undefined) {
      recordError(span, error)
      span.end()
    }
    throw error
  }
}

/** Starts the span, and has its ids go out with the carrier. */
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
  const span = tracer.startSpan(methodName(method), { kind: SpanKind.CLIENT, attributes })
  if (settings.propagatesTo?.(urlOf(attributes)) ?? true) {
    propagation.inject(trace.setSpan(context.active(), span), carrier, setter)
  }
  return span
}

function urlOf(attributes: Attributes): string {
  return attributes[ATTR_URL_FULL] as string
}

function observe(tracing: HttpTracing, request: ClientRequest, span: Span): void {
  ;(request as Message)[MESSAGE_STATE] = new ClientExchange(span, context.active(), request, tracing.settings)
  tracing.settings.captureRequestHeaders?.(span, (name) => request.getHeader(name))
}
