import { routeOf, setRoute, suggestRoute } from '../http/server/request-state'
import type { Layer, RoutedRequest } from './layer'
import type { RouterRun } from './router-run'

/** The part of a response that these functions read. */
export interface AnsweringResponse {
  readonly headersSent?: boolean
}

/**
 * Makes this layer the one that has the request, and its route the request's, unless an earlier
 * layer has answered.
 *
 * @param pattern - the layer's pattern; `''` at the root, `undefined` when it is unknown
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
  // A handler that has answered may still call `next()`.
  if (response.headersSent) {
    outermost.isAnswered = true
    return
  }
  outermost.layer = layer
  name(outermost, layer, pattern, request)
}

/**
 * To be called when the call of a layer has returned. If the headers were sent within the call, and
 * by no layer that the call led to, this layer has answered: it may have called `next()` first.
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

/**
 * To be called when the outermost router has handed the request on. Without an error, none of the
 * tried routes is the route of whatever answers now.
 */
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
 * A route names the request at once, so that the name is visible while the request runs. A
 * middleware names it at the end, since most middlewares hand the request on. A middleware for all
 * paths names nothing, and neither does a layer whose pattern is partly unknown.
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
  // A name that the app or the framework around Express gave stays until a route of ours replaces
  // it, and comes back afterwards.
  if (last === undefined) outermost.routeBefore = routeOf(request)
  outermost.route = route
  if (isRoute && route !== undefined) setRoute(request, route)
  else if (route !== undefined) suggestRoute(request, route)
  else if (routeOf(request) === last) suggestRoute(request, outermost.routeBefore)
}
