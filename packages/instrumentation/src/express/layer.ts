import { reportOnce } from '../report'
import { RoutePattern } from './route-pattern'

/** `next()`, `next(error)`, `next('route')` or `next('router')`. */
export type Next = (argument?: unknown) => void

/** The part of a request under Express or a bare `router` that this package reads. */
export interface RoutedRequest {
  url: string
  baseUrl?: string
  route?: object
  next?: Next
}

type Handle = ((...args: unknown[]) => unknown) & { readonly stack?: unknown }

/**
 * One entry of a router's stack: a mounted middleware or router, or a route. Also each handler in
 * the stack of a route.
 */
export interface Layer {
  readonly handle: Handle
  readonly name: string
  readonly route?: object
  /** Only handlers in the stack of a route have this property, even if only as `undefined`. */
  readonly method?: string
  /** router 2.3 and later keep the path of the layer's registration. */
  readonly rawPath?: unknown
  /** Express 4 and router 1: set when the layer was mounted at `/`. */
  readonly regexp?: { readonly fast_slash?: boolean }
  /** router 2: set when the layer was mounted at `/`. */
  readonly slash?: boolean
  match(path: string): unknown
  [PATTERN]?: RoutePattern | null
}

interface LayerOptions {
  readonly sensitive: boolean | undefined
  readonly strict: boolean | undefined
  readonly end: boolean
}

const PATTERN = Symbol('heddle.express.pattern')

/**
 * Remembers the path of a layer's registration, which most versions of Express compile and forget.
 */
export function rememberPath(layer: Layer, path: unknown, options: LayerOptions): void {
  try {
    layer[PATTERN] = patternFor(layer, path, options)
  } catch (error) {
    // The app is registering the layer, and must not get this error.
    reportOnce('the path of a route could not be read', error)
  }
}

function patternFor(layer: Layer, path: unknown, options: LayerOptions): RoutePattern {
  const alternatives = Array.isArray(path) ? path.flat(Infinity) : [path]
  if (alternatives.length === 1) return new RoutePattern(alternatives[0])
  return new RoutePattern(
    alternatives.join(','),
    alternatives.map((each) => alternative(layer, each, options)),
  )
}

/**
 * The pattern of a router's layer; `null` for a handler in the stack of a route, which has no
 * pattern of its own.
 */
export function patternOf(layer: Layer): RoutePattern | null {
  let pattern = layer[PATTERN]
  if (pattern === undefined) pattern = layer[PATTERN] = describe(layer)
  return pattern
}

/**
 * Whether the layer is a router or a mounted app, which hands the request on rather than answer it.
 */
export function isRouter(layer: Layer): boolean {
  return (layer.handle as Partial<Handle> | undefined)?.stack !== undefined || layer.name === 'mounted_app'
}

/**
 * Whether a handler's argument to `next` is an error, rather than nothing, `'route'` or `'router'`.
 */
export function isError(argument: unknown): boolean {
  return Boolean(argument) && argument !== 'route' && argument !== 'router'
}

/**
 * Describes a layer that was registered before the instrumentation was enabled, as far as the layer
 * tells.
 */
function describe(layer: Layer): RoutePattern | null {
  if ('method' in layer) return null
  if (layer.rawPath !== undefined) return new RoutePattern(layer.rawPath)
  if (layer.route !== undefined) return new RoutePattern((layer.route as { path: unknown }).path)
  return new RoutePattern(layer.slash || layer.regexp?.fast_slash ? '/' : undefined)
}

/**
 * Express joins several paths into one matcher that does not tell which path matched; one layer per
 * path does.
 */
function alternative(layer: Layer, path: unknown, options: LayerOptions) {
  const OneLayer = layer.constructor as new (path: unknown, options: LayerOptions, handle: () => void) => Layer
  const own = new OneLayer(path, options, () => {})
  return { path: String(path), matches: (text: string) => Boolean(own.match(text)) }
}
