import { context, propagation, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_METHOD_ORIGINAL,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_NETWORK_PEER_ADDRESS,
  ATTR_NETWORK_PEER_PORT,
  ATTR_NETWORK_PROTOCOL_VERSION,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
} from '@opentelemetry/semantic-conventions'
import { authorityOf, defaultPort, parseAuthority } from '../http-semantics/authority'
import { takeCover } from '../http-semantics/covered-request'
import { methodName } from '../http-semantics/request-method'
import { recordSpanError } from '../http-semantics/span-error'
import { reportsTelemetry } from '../http-semantics/telemetry-requests'
import { unreadResponses } from '../http-semantics/unread-responses'
import { redactQueryOf, redactUrl } from '../http-semantics/url-redaction'
import { isTracingSuppressed } from '../suppressed-tracing'
import { fetchFailure } from './fetch-failure'
import type { FetchSettings } from './settings'
import { headerOf, ownHeaderOf, undiciRequestSetter } from './undici-headers'
import {
  type ErrorMessage,
  REQUEST_SPAN,
  RESPONSE_SEEN_AT,
  type RequestMessage,
  type ResponseMessage,
  type SendHeadersMessage,
  type UndiciRequest,
  WAS_SENT,
} from './undici-messages'

/** The message with which `fetch` aborts a request whose response nobody can read any more. */
const COLLECTED = 'Response object has been garbage collected'

/**
 * Starts the span of a new request, as a child of the active one, and puts its ids into the
 * headers.
 */
export function startFetchSpan({ request }: RequestMessage, tracer: Tracer, settings: FetchSettings): void {
  const active = context.active()
  // A proxy's tunnel and a connection that becomes a WebSocket have no response of their own.
  if (request.method === 'CONNECT' || request.upgrade || request[REQUEST_SPAN] || isTracingSuppressed(active)) return
  if (reportsTelemetry(request.method, request.path, (name) => headerOf(request.headers, name))) return
  const origin = typeof request.origin === 'string' ? request.origin : request.origin.origin
  const url = urlOf(request, origin, settings)
  if (settings.ignoresOutgoing?.({ method: request.method, url })) return
  const method = settings.normalizeMethod(request.method)
  const server = parseAuthority(authorityOf(origin))
  const span =
    takeCover(server?.host) ??
    tracer.startSpan(methodName(method), {
      kind: SpanKind.CLIENT,
      attributes: {
        [ATTR_HTTP_REQUEST_METHOD]: method,
        [ATTR_SERVER_ADDRESS]: server?.host,
        [ATTR_SERVER_PORT]: server?.port ?? defaultPort(origin.slice(0, origin.indexOf(':'))),
        [ATTR_URL_FULL]: url,
        [ATTR_HTTP_REQUEST_METHOD_ORIGINAL]: method === request.method ? undefined : request.method,
      },
    })
  request[REQUEST_SPAN] = span
  if (settings.propagatesTo?.(url) ?? true) {
    propagation.inject(trace.setSpan(active, span), request, undiciRequestSetter)
  }
  settings.captureRequestHeaders?.(span, (name) => headerOf(request.headers, name) ?? ownHeaderOf(request, name))
}

/** Adds the peer once the request has a connection. */
export function describeConnection({ request, socket }: SendHeadersMessage): void {
  const span = request[REQUEST_SPAN]
  if (!span?.isRecording()) return
  // undici offers no other protocols in TLS than these two.
  span.setAttribute(ATTR_NETWORK_PROTOCOL_VERSION, socket.alpnProtocol === 'h2' ? '2' : '1.1')
  if (socket.remoteAddress === undefined) return
  span.setAttribute(ATTR_NETWORK_PEER_ADDRESS, socket.remoteAddress)
  span.setAttribute(ATTR_NETWORK_PEER_PORT, socket.remotePort ?? 0)
}

/** Adds the response's attributes once the response has begun. */
export function describeResponse({ request, response }: ResponseMessage, settings: FetchSettings): void {
  const span = request[REQUEST_SPAN]
  if (!span?.isRecording()) return
  request[RESPONSE_SEEN_AT] = performance.now()
  const { statusCode, headers } = response
  span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, statusCode)
  settings.captureResponseHeaders?.(span, (name) => headerOf(headers, name))
  if (statusCode < 400) return
  span.setAttribute(ATTR_ERROR_TYPE, String(statusCode))
  span.setStatus({ code: SpanStatusCode.ERROR })
}

/**
 * To be called for each chunk of the response's body. When there is no room for more, and nobody
 * reads on, no chunk follows.
 */
export function followBody(request: UndiciRequest, hasRoom: boolean): void {
  const span = request[REQUEST_SPAN]
  if (!span?.isRecording()) return
  request[RESPONSE_SEEN_AT] = performance.now()
  if (hasRoom) unreadResponses.remove(span)
  else unreadResponses.add(span)
}

/** Marks the request as sent, its body included. */
export function markSent({ request }: RequestMessage): void {
  if (request[REQUEST_SPAN] !== undefined) request[WAS_SENT] = true
}

/** Ends the span of a response that was received to its end. */
export function endFetchSpan({ request }: RequestMessage): void {
  const span = takeSpan(request)
  if (span === undefined) return
  unreadResponses.remove(span)
  if (span.isRecording()) span.end()
}

/** Ends the span of a request that failed, or that its caller cancelled, which is no error. */
export function failFetchSpan({ request, error }: ErrorMessage): void {
  const span = takeSpan(request)
  if (span === undefined) return
  const unreadSince = unreadResponses.remove(span)
  if (!span.isRecording()) return
  const failure = error === COLLECTED ? undefined : fetchFailure(request, error)
  if (failure !== undefined) recordSpanError(span, failure)
  // The span of a response that nobody read to its end must not last until somebody, or the garbage
  // collector, cleans up.
  span.end(error === COLLECTED ? request[RESPONSE_SEEN_AT] : failure === undefined ? unreadSince : undefined)
}

function takeSpan(request: UndiciRequest): Span | undefined {
  const span = request[REQUEST_SPAN]
  request[REQUEST_SPAN] = undefined
  return span
}

function urlOf({ path }: UndiciRequest, origin: string, settings: FetchSettings): string {
  return path.startsWith('/')
    ? origin + redactQueryOf(path, settings.redactQuery)
    : redactUrl(path, settings.redactQuery)
}
