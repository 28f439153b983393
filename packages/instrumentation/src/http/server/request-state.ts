import { type Context, context, type Span, trace } from '@opentelemetry/api'
import { getRPCMetadata, type RPCMetadata, setRPCMetadata } from '../../http-semantics/rpc-metadata'
import { MESSAGE_STATE, type Message } from '../message'
import type { ServerRequestState } from './state'

/**
 * Returns the state of a request that `HttpInstrumentation` is tracing. Never throws.
 *
 * @param request - an `IncomingMessage` or `Http2ServerRequest`, with any prototype that a
 *   framework has given it, or its response
 * @returns `undefined` for any other object, and when the http instrumentation is disabled
 * @example
 * ```ts
 * requestState(request)?.span.setAttribute('tenant', tenant)
 * ```
 */
export function requestState(request: object): ServerRequestState | undefined {
  return (request as Message)[MESSAGE_STATE]?.server
}

/** The state of the request in whose context this is; `undefined` outside of any. */
export function requestIn(of: Context): ServerRequestState | undefined {
  return (getRPCMetadata(of) as Partial<Message[typeof MESSAGE_STATE]> | undefined)?.server
}

/** A context with that request's span, and in which {@link requestIn} finds the request. */
export function withRequest(of: Context, request: ServerRequestState): Context {
  return setRPCMetadata(trace.setSpan(of, request.span), getRPCMetadata(request.context)!)
}

/**
 * Sets the route of a request: sets `http.route` and renames the server span to `{method} {route}`
 * at once, so that callbacks and logs meanwhile see it. The last route wins. Without Heddle's http
 * instrumentation the route goes to any other one through OpenTelemetry's RPC metadata. Never
 * throws.
 *
 * @param route - in low cardinality, such as `/users/:id`
 * @example
 * ```ts
 * setRoute(request, '/users/:id')
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#name
 */
export function setRoute(request: object, route: string): void {
  const state = (request as Message)[MESSAGE_STATE]?.server
  if (state !== undefined) {
    if (state.ended) return
    state.route = route
    state.showRoute()
    return
  }
  const metadata = httpMetadata()
  if (metadata !== undefined) metadata.route = route
}

/**
 * Sets the route of a request until another layer takes the request; `undefined` means that it has
 * none so far. The span shows the route only when the response ends, since an attribute cannot be
 * removed from a span.
 */
export function suggestRoute(request: object, route: string | undefined): void {
  const state = requestState(request)
  if (state === undefined) {
    const metadata = httpMetadata()
    if (metadata !== undefined) metadata.route = route as string
  } else if (!state.ended) state.route = route
}

/** The server span of a request, ours or that of any other http instrumentation. */
export function serverSpanOf(request: object): Span | undefined {
  return (requestState(request) ?? httpMetadata())?.span
}

/** The route that a request has so far, whoever set it. */
export function routeOf(request: object): string | undefined {
  return (requestState(request) ?? httpMetadata())?.route
}

/**
 * The context in which a request's handlers must continue, when they are called in the context of
 * another request or of none: by a queue that the first request drains, or by a pool created at
 * start.
 *
 * @returns `undefined` when the active context is the request's own or derived from it, one with an
 *   app's span around its handlers included
 */
export function strayedFrom(request: object): Context | undefined {
  const state = requestState(request)
  if (state === undefined) return undefined
  const active = context.active()
  return active === state.context || isWithin(active, state) ? undefined : state.context
}

/** Whether work in this context belongs to that request. */
function isWithin(active: Context, state: ServerRequestState): boolean {
  const metadata = getRPCMetadata(active)
  if (metadata !== undefined) return metadata === getRPCMetadata(state.context)
  // A context that the app derived from the root, with its own span in the request's trace.
  return trace.getSpan(active)?.spanContext().traceId === state.span.spanContext().traceId
}

/**
 * Remembers an error of a request's handlers. The error is recorded on the server span (exception
 * event, `error.type`, status ERROR) when the response ends with 5xx or never ends; with any other
 * status the app has handled the error, and it is dropped. The first error counts. Without Heddle's
 * http instrumentation the error is recorded at once on the span of any other one, unless its
 * `status` or `statusCode` blames the client. Never throws.
 *
 * @example
 * ```ts
 * app.onError((error, request) => recordError(request, error))
 * ```
 */
export function recordRequestError(request: object, error: unknown): void {
  const state = requestState(request)
  if (state !== undefined) {
    if (!state.ended) state.error ??= error
    return
  }
  if (error instanceof Error && !blamesClient(error)) httpMetadata()?.span.recordException(error)
}

/**
 * Remembers an error that a framework creates in the active context. The last one counts, and the
 * app's own error before one that wraps it.
 *
 * @param error - still under construction
 * @param originalOf - returns the app's own error; called when the error is complete
 */
export function suspectError(error: object, originalOf: (error: object) => unknown): void {
  const state = requestIn(context.active())
  if (state === undefined) return
  queueMicrotask(() => {
    if (state.ended) return
    const original = originalOf(error)
    if (original !== undefined || !state.suspect?.isOriginal)
      state.suspect = { error: original ?? error, isOriginal: original !== undefined }
  })
}

function httpMetadata(): RPCMetadata | undefined {
  const metadata = getRPCMetadata(context.active())
  return metadata?.type === 'http' ? metadata : undefined
}

function blamesClient(error: Error & { status?: unknown; statusCode?: unknown }): boolean {
  const status = error.status ?? error.statusCode
  return typeof status === 'number' && status >= 400 && status < 500
}
