import { context } from '@opentelemetry/api'
import { recordRequestError, strayedFrom } from '../http/server/request-state'
import { patch, type Undo } from '../patch'
import { type AnsweringResponse, handedOn, hasReturned, takeOver } from './answer'
import { isError, isRouter, type Layer, type Next, patternOf, type RoutedRequest, rememberPath } from './layer'
import type { LayerSpans } from './layer-spans'
import { leavingToHandlers, registrationOf, registrationOfHandler, wraps } from './route-layer'
import type { RoutePattern } from './route-pattern'
import { RouterRun } from './router-run'

/** The state of the instrumentation that the patches read, while it is enabled and after. */
export interface Patching {
  readonly enabled: boolean
  /** Set when every layer gets a span. */
  readonly spans: LayerSpans | undefined
}

/**
 * `Router.prototype` of router 2 (Express 5); in Express 4 the prototype of every router. Also the
 * part of a router that this package reads.
 */
export interface RouterPrototype {
  readonly stack: Layer[]
  readonly caseSensitive?: boolean
  readonly strict?: boolean
  use: Register
  route: Register
  param: Register
  handle: Handle
}

/** `Layer.prototype`: the first two names are Express 4's, the others router 2's. */
export interface LayerPrototype {
  handle_request?: HandleRequest
  handle_error?: HandleError
  handleRequest?: HandleRequest
  handleError?: HandleError
}

type Register = (this: RouterPrototype, ...args: unknown[]) => unknown
type Handle = (this: unknown, request: RoutedRequest, response: AnsweringResponse, out: Next) => unknown
type HandleRequest = (this: Layer, request: RoutedRequest, response: AnsweringResponse, next: Next) => unknown
type HandleError = (
  this: Layer,
  error: unknown,
  request: RoutedRequest,
  response: AnsweringResponse,
  next: Next,
) => unknown
type ParamCallback = (
  this: unknown,
  request: RoutedRequest,
  response: AnsweringResponse,
  next: Next,
  ...rest: unknown[]
) => unknown

const HANDLERS = {
  express4: ['handle_request', 'handle_error'],
  router2: ['handleRequest', 'handleError'],
} as const

/** The last error reported for a request: Express passes one error to every layer on its way. */
const reported = new WeakMap<object, unknown>()

/**
 * Makes every router of this copy remember its paths, follow its requests and report unhandled
 * errors.
 */
export function patchRouter(router: RouterPrototype, patching: Patching): Undo[] {
  return [
    patch(router, 'use', rememberingMounts),
    patch(router, 'route', (route) => rememberingRoutes(route, patching)),
    patch(router, 'param', (param) => namingRouteBeforeParams(param, patching)),
    patch(router, 'handle', (handle) => followingRuns(handle, patching)),
  ]
}

/**
 * Makes every layer of this copy name its route, report passing errors and, if `spans` is set, have
 * a span.
 */
export function patchLayer(layer: LayerPrototype, patching: Patching): Undo[] {
  const [request, error] = layer.handleRequest ? HANDLERS.router2 : HANDLERS.express4
  return [
    patch(layer, request, (original) => original && namingRoute(original, patching)),
    patch(layer, error, (original) => original && reportingErrors(original, patching)),
  ]
}

function rememberingMounts(use: Register): Register {
  return function (...args) {
    const before = layersOf(this).length
    const result = use.apply(this, args)
    const path = startsWithPath(args[0]) ? args[0] : '/'
    for (const layer of layersOf(this).slice(before))
      rememberPath(layer, path, { sensitive: this.caseSensitive, strict: false, end: false })
    return result
  }
}

/** The layers of a router; none for a router that keeps them elsewhere, which still works. */
function layersOf({ stack }: Partial<RouterPrototype>): readonly Layer[] {
  return Array.isArray(stack) ? stack : []
}

/**
 * As Express tells paths and handlers apart: anything but a function, or a list that begins with
 * one, is a path.
 */
function startsWithPath(first: unknown): boolean {
  let each = first
  while (Array.isArray(each) && each.length > 0) each = each[0]
  return typeof each !== 'function'
}

function rememberingRoutes(route: Register, patching: Patching): Register {
  const leaveToHandlers = leavingToHandlers(() => patching.spans !== undefined)
  return function (...args) {
    const made = route.apply(this, args)
    const layer = layersOf(this).at(-1)
    if (layer?.route !== undefined) {
      rememberPath(layer, args[0], { sensitive: this.caseSensitive, strict: this.strict, end: true })
      leaveToHandlers(this, layer)
    }
    return made
  }
}

/** A parameter's callback runs before its route, and may answer or fail instead of the route. */
function namingRouteBeforeParams(param: Register, patching: Patching): Register {
  return function (name, callback, ...rest) {
    if (typeof callback !== 'function') return param.call(this, name, callback, ...rest)
    const router = this
    const named: ParamCallback = function (request, response, ...args) {
      if (!patching.enabled) return callback.call(this, request, response, ...args)
      const own = strayedFrom(request)
      if (own !== undefined) return context.with(own, named, this, request, response, ...args)
      const registration = registrationOf(request.route)
      const run = request.next && RouterRun.of(request, request.next, true)
      if (run === undefined || registration?.router !== router) return callback.call(this, request, response, ...args)
      const { layer } = registration
      const pattern = patternIn(run, layer, patternOf(layer), request)
      takeOver(run, layer, pattern, request, response)
      const result = callback.call(this, request, response, ...args)
      hasReturned(run, layer, pattern, request, response)
      return result
    }
    return param.call(this, name, named, ...rest)
  }
}

function followingRuns(handle: Handle, patching: Patching): Handle {
  return function (request, response, out) {
    if (!patching.enabled || !RouterRun.begin(request) || typeof out !== 'function')
      return handle.call(this, request, response, out)
    const leave = function (this: unknown, ...args: [argument?: unknown]): unknown {
      const own = strayedFrom(request)
      if (own !== undefined) return context.with(own, leave, this, ...args)
      const [argument] = args
      const outermost = RouterRun.end(request)
      if (outermost !== undefined) handedOn(outermost, isError(argument) && !isUnmatched(argument), request, response)
      report(request, argument)
      return out.apply(this, args)
    }
    return handle.call(this, request, response, leave)
  }
}

function namingRoute(handleRequest: HandleRequest, patching: Patching): HandleRequest {
  const named: HandleRequest = function (request, response, next) {
    if (!patching.enabled) return handleRequest.call(this, request, response, next)
    const own = strayedFrom(request)
    if (own !== undefined) return context.with(own, named, this, request, response, next)
    const ownPath = patternOf(this)
    const handled = ownPath === null ? registrationOfHandler(this, request.route) : undefined
    // To the router, a handler in the stack of a route is the layer of the route.
    const layer = handled === undefined ? this : handled.layer
    const path = handled === undefined ? ownPath : patternOf(layer)
    if (path === null) return handleRequest.call(this, request, response, next)
    const passed = handled === undefined ? next : request.next
    const run = passed && RouterRun.of(request, passed, layer.route !== undefined)
    const pattern = run && patternIn(run, layer, path, request)
    // Express passes over error handlers here. A router's own layers name the route more exactly.
    const canAnswer = layer.route !== undefined || (layer.handle.length <= 3 && !isRouter(layer))
    if (run !== undefined && canAnswer) takeOver(run, layer, pattern, request, response)
    const result =
      patching.spans === undefined || handled !== undefined
        ? handleRequest.call(this, request, response, next)
        : patching.spans.handle(this, pattern, handleRequest, request, response, next)
    if (run !== undefined && canAnswer) hasReturned(run, layer, pattern, request, response)
    return result
  }
  wraps(named, handleRequest)
  return named
}

/**
 * The pattern of a layer for this request, which is also the mount path of a router that the layer
 * enters.
 */
function patternIn(run: RouterRun, layer: Layer, own: RoutePattern | null, request: RoutedRequest): string | undefined {
  if (own === null) return undefined
  const isRoute = layer.route !== undefined
  const pattern =
    own.alternatives === undefined
      ? own.under(run.base)
      : own.alternativeUnder(run.base, isRoute ? pathOf(request.url) : mountPath(request, run))
  // A route does not trim the request's path: a router that its handler calls is still at the base
  // of the route's router.
  run.entered = isRoute ? run.base : pattern
  return pattern
}

function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}

function mountPath(request: RoutedRequest, run: RouterRun): string {
  return request.baseUrl?.slice(run.baseUrl.length) || '/'
}

function reportingErrors(handleError: HandleError, patching: Patching): HandleError {
  const reporting: HandleError = function (error, request, response, next) {
    if (!patching.enabled) return handleError.call(this, error, request, response, next)
    const own = strayedFrom(request)
    if (own !== undefined) return context.with(own, reporting, this, error, request, response, next)
    report(request, error)
    const outermost = isUnmatched(error) && RouterRun.of(request, next, this.route !== undefined)?.outermost
    if (outermost) handedOn(outermost, false, request, response)
    return handleError.call(this, error, request, response, next)
  }
  return reporting
}

/** Whether the error comes from the matching and no layer: a parameter that cannot be decoded. */
function isUnmatched(error: unknown): boolean {
  return error instanceof URIError && error.message.startsWith('Failed to decode param')
}

function report(request: object, argument: unknown): void {
  if (!isError(argument) || reported.get(request) === argument) return
  reported.set(request, argument)
  recordRequestError(request, argument)
}
