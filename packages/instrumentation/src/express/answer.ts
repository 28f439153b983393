import { routeOf, setRoute, suggestRoute } from '../http/server/request-state'
import type { Layer, RoutedRequest } from './layer'
import type { RouterRun } from './router-run'

/** What we read of a response. */
export interface AnsweringResponse {
  readonly headersSent?: boolean
}

/**
 * The request is with this layer now, and has its route, unless a layer before it has answered.
 *
 * @param pattern - the layer's pattern; `''` at the root, `undefined` when it is not known
 */
export function takeOver(
  run: RouterRun,
  layer: Layer,
  pattern: string | undefined,
  request: RoutedRequest,
  response: AnsweringResponse,
): void {
  const { outermost } = run
  if (outermost.isAnswered) return
  // A handler that has answered may call `next()` all the same.
  if (response.headersSent) {
    outermost.isAnswered = true
    return
  }
  outermost.layer = layer
  name(outermost, layer, pattern, request)
}

/**
 * The call of a layer has returned. If the headers were sent within the call, and by no layer that the call led on to, then it is this one
 * that has answered: it may have called `next()` first.
 */
export function hasReturned(
  run: RouterRun,
  layer: Layer,
  pattern: string | undefined,
  request: RoutedRequest,
  response: AnsweringResponse,
): void {
  const { outermost } = run
  if (outermost.isAnswered || !response.headersSent) return
  outermost.isAnswered = true
  if (outermost.layer !== layer) name(outermost, layer, pattern, request)
}

/** The outermost router has handed the request on. Without an error, the routes that were tried are none of whoever answers now. */
export function handedOn(
  outermost: RouterRun,
  isFailed: boolean,
  request: RoutedRequest,
  response: AnsweringResponse,
): void {
  if (!outermost.isAnswered && !isFailed && !response.headersSent) name(outermost, undefined, undefined, request)
  outermost.isAnswered = true
}

/**
 * A route names the request at once, so that it is seen while the request runs. A middleware does so at the end, since it mostly hands the
 * request on. One for all paths names nothing, and neither does a layer of which a part of the pattern is not known.
 */
function name(
  outermost: RouterRun,
  layer: Layer | undefined,
  pattern: string | undefined,
  request: RoutedRequest,
): void {
  const last = outermost.route
  const isRoute = layer?.route !== undefined
  const route = pattern || (isRoute && pattern !== undefined ? '/' : undefined)
  if (route === undefined && last === undefined) return
  // A name that somebody else has given, the app or the framework around Express, stays until one of ours takes its place, and comes back.
  if (last === undefined) outermost.routeBefore = routeOf(request)
  outermost.route = route
  if (isRoute && route !== undefined) setRoute(request, route)
  else if (route !== undefined) suggestRoute(request, route)
  else if (routeOf(request) === last) suggestRoute(request, outermost.routeBefore)
}
