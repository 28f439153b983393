import { context } from '@opentelemetry/api'
import { recordRequestError, routeOf, setRoute, strayedFrom, suggestRoute } from '../../http/server/request-state'
import type { Calls } from '../calls'

type Handler = (this: unknown, c: HonoContext, next: () => Promise<unknown>) => unknown

interface Route {
  /** `ALL` for middlewares, and for handlers of any method. */
  readonly method: string
  /** With the paths of the apps around it. */
  readonly path: string
}

/** The handlers that a request may reach. Each pair is the router's own, for all requests. */
export type Matched = readonly (readonly [[handler: Handler, route: Route], ...params: unknown[]])[]

export interface HonoContext {
  readonly finalized: boolean
  readonly error?: unknown
  readonly res: { readonly status: number }
  [SERVING]?: Serving
}

const SERVING = Symbol('heddle.hono')
const followed = new WeakSet<Handler>()

/** A request on its way through the handlers of an app. */
interface Serving {
  readonly incoming: { [SERVING]?: Serving }
  /** The path in the app, which is shorter in one that is mounted. */
  readonly path: string
  /** The pattern at which the app is mounted. */
  readonly mount: string
  /** The route that it has got here. */
  given: string | undefined
  /** That of the last handler that it has reached. */
  reached: Route | undefined
  hasReachedRoute: boolean
  /** Whether the last handler that it has reached has called `next`. */
  isHandedOn: boolean
}

/** Names a request, which has just begun, and has its handlers followed. */
export function serve(c: HonoContext, incoming: Serving['incoming'], matched: Matched, path: string, calls: Calls) {
  const serving: Serving = {
    incoming,
    path,
    mount: mountOf(incoming[SERVING], path),
    given: undefined,
    reached: undefined,
    hasReachedRoute: false,
    isHandedOn: false,
  }
  c[SERVING] = incoming[SERVING] = serving
  for (const [pair] of matched) {
    if (!followed.has(pair[0])) pair[0] = follow(...pair, calls)
  }
  // A middleware may answer before it.
  const first = matched.find(([[, route]]) => isRoute(route))
  if (first !== undefined) give(serving, first[0][1].path)
}

/** What is registered for all methods may be a middleware: it names only what it answers itself. */
function isRoute({ method, path }: Route): boolean {
  return method !== 'ALL' && path !== '/*'
}

/** An app that is mounted gets what is left of the path, while the handler of its mount runs. */
function mountOf(around: Serving | undefined, path: string): string {
  const pattern = around?.reached?.path
  if (around === undefined || !pattern?.endsWith('*') || around.path === path) return ''
  return path === '/' || around.path.endsWith(path) ? around.mount + pattern.replace(/\/?\*$/, '') : ''
}

function give(serving: Serving, path: string): void {
  const route = serving.mount + (serving.mount !== '' && path === '/' ? '' : path)
  if (route === serving.given) return
  serving.given = route
  setRoute(serving.incoming, route)
}

function follow(handler: Handler, route: Route, calls: Calls): Handler {
  const names = isRoute(route)
  const following: Handler = function (c, next) {
    const serving = calls.enabled ? c[SERVING] : undefined
    if (serving === undefined) return handler.call(this, c, next)
    const isFirst = serving.reached === undefined
    serving.reached = route
    serving.isHandedOn = false
    if (names) {
      serving.hasReachedRoute = true
      give(serving, route.path)
    }
    const goOn = () => {
      serving.isHandedOn = true
      const own = strayedFrom(serving.incoming)
      return own === undefined ? next() : context.with(own, next)
    }
    return isFirst ? outermost(serving, c, () => handler.call(this, c, goOn)) : handler.call(this, c, goOn)
  }
  followed.add(following)
  return following
}

/** When the first handler has ended, all have. The others' errors are in the context then. */
function outermost(serving: Serving, c: HonoContext, run: () => unknown): unknown {
  try {
    const answer = run()
    // Hono awaits the same promise, so that no rejection is left unhandled or becomes handled.
    if (answer instanceof Promise)
      answer.then(
        (value) => hasEnded(serving, c, value),
        (error) => recordRequestError(serving.incoming, error),
      )
    else hasEnded(serving, c, answer)
    return answer
  } catch (error) {
    recordRequestError(serving.incoming, error)
    throw error
  }
}

function hasEnded(serving: Serving, c: HonoContext, answer: unknown): void {
  const { incoming, given, reached, isHandedOn, hasReachedRoute } = serving
  if (c.error !== undefined && c.error !== null) recordRequestError(incoming, c.error)
  // An app that is mounted within has named it.
  if (reached === undefined || routeOf(incoming) !== given) return
  const { status } = c.finalized ? c.res : ((answer ?? {}) as Partial<Response>)
  const isMissing = status === 404
  if (isHandedOn) {
    if (isMissing && hasReachedRoute) suggestRoute(incoming, undefined)
  } else if (!isRoute(reached) && (given === undefined || hasReachedRoute)) {
    if (reached.path !== '/*' && !isMissing) give(serving, reached.path)
    else if (given !== undefined) suggestRoute(incoming, undefined)
  }
}
