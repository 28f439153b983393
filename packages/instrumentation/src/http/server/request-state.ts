import { type Context, context, trace } from '@opentelemetry/api'
import { getRPCMetadata, type RPCMetadata } from '../../http-semantics/rpc-metadata'
import { MESSAGE_STATE, type Message } from '../message'
import type { ServerRequestState } from './state'

/**
 * The state of a request that `HttpInstrumentation` is tracing.
 *
 * @param request - an `IncomingMessage` or `Http2ServerRequest`, whatever prototype a framework has given it; its response will do too
 * @returns `undefined` for any other object, and when the http instrumentation is off
 */
export function requestState(request: object): ServerRequestState | undefined {
  return (request as Message)[MESSAGE_STATE]?.server
}

/**
 * Names the route of a request: sets `http.route` and renames the server span to `{method} {route}` at once, so that
 * callbacks and logs written meanwhile see it. The last route wins. Without our http instrumentation the route is handed
 * to whichever one is there through OpenTelemetry's RPC metadata.
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
 * Names the route of a request for as long as nobody else takes it on: `undefined` says that it has none so far. Nothing is shown on the
 * span before the response ends, since an attribute cannot be taken back from one.
 */
export function suggestRoute(request: object, route: string | undefined): void {
  const state = requestState(request)
  if (state === undefined) {
    const metadata = httpMetadata()
    if (metadata !== undefined) metadata.route = route as string
  } else if (!state.ended) state.route = route
}

/** The route that a request has so far, whoever named it. */
export function routeOf(request: object): string | undefined {
  return (requestState(request) ?? httpMetadata())?.route
}

/**
 * Where the handlers of a request are to go on, when whoever hands it on does so in the context of another request or of none: a queue
 * that is drained by the first one in it, a pool that was made at start.
 *
 * @returns `undefined` when the active context is the request's own or derived from it, a span of the app's around its handlers included
 */
export function strayedFrom(request: object): Context | undefined {
  const state = requestState(request)
  if (state === undefined) return undefined
  const active = context.active()
  return active === state.context || isWithin(active, state) ? undefined : state.context
}

/** Whether what is done in this context is done for that request. */
function isWithin(active: Context, state: ServerRequestState): boolean {
  const metadata = getRPCMetadata(active)
  if (metadata !== undefined) return metadata === getRPCMetadata(state.context)
  // Made from the root by the app, with a span of its own that it has put into the request's trace.
  return trace.getSpan(active)?.spanContext().traceId === state.span.spanContext().traceId
}

/**
 * Remembers an error of a request's handlers. It is recorded on the server span (exception event, `error.type`, status ERROR)
 * when the response ends with 5xx or never ends; with any other status the application has dealt with it, and it is dropped.
 * The first error is kept. Without our http instrumentation it is recorded at once on the span of whichever one is there,
 * unless the error says by its `status` or `statusCode` that the client was to blame.
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
 * Remembers an error that a framework is making in the active context: of several the last, and what the app threw before what stands for it.
 *
 * @param error - still under construction
 * @param originalOf - what the app threw; asked when the error is made
 */
export function suspectError(error: object, originalOf: (error: object) => unknown): void {
  const state = (getRPCMetadata(context.active()) as Partial<Message[typeof MESSAGE_STATE]> | undefined)?.server
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
