import { context } from '@opentelemetry/api'
import { recordRequestError, routeOf, setRoute, strayedFrom, suggestRoute } from '../../http/server/request-state'
import type { Calls } from '../calls'

type Next = () => Promise<unknown>
type Handler = (this: unknown, c: HonoContext, next: Next) => unknown

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
  /** The route that it has got from here. */
  given: string | undefined
  /** The pattern of the last handler that it has reached. */
  reached: string
  hasReachedRoute: boolean
  isAnswered: boolean
}

/** Names a request, which has just begun, and has its handlers followed. */
export function serve(c: HonoContext, incoming: object, matched: Matched, path: string, calls: Calls): void {
  const around = (incoming as Serving['incoming'])[SERVING]
  const mount = around !== undefined && isBelow(around, path) ? around.mount + withoutEnd(around.reached) : ''
  const serving: Serving = {
    incoming,
    path,
    mount,
    given: undefined,
    reached: '',
    hasReachedRoute: false,
    isAnswered: false,
  }
  c[SERVING] = serving.incoming[SERVING] = serving
  for (const [pair] of matched) {
    if (!followed.has(pair[0])) pair[0] = follow(...pair, calls)
  }
  const first = matched.find(([[, route]]) => isRoute(route))
  // A middleware may answer before it, and leave it the request's route.
  if (first !== undefined) give(serving, first[0][1].path)
}

/** What is registered for all methods may be a middleware: it names what it answers itself. */
function isRoute({ method, path }: Route): boolean {
  return method !== 'ALL' && path !== '/*'
}

function isBelow(around: Serving, path: string): boolean {
  return around.reached.endsWith('*') && around.path !== path && (path === '/' || around.path.endsWith(path))
}

function withoutEnd(pattern: string): string {
  return pattern.replace(/\/?\*$/, '')
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
    serving.reached = route.path
    if (names) {
      serving.hasReachedRoute = true
      give(serving, route.path)
    }
    try {
      const answer = handler.call(this, c, () => {
        const own = strayedFrom(serving.incoming)
        return own === undefined ? next() : context.with(own, next)
      })
      // Hono awaits the same promise, so that no rejection is left unhandled or becomes handled.
      if (answer instanceof Promise)
        answer.then(
          (value) => hasReturned(serving, c, value, route),
          (error) => hasFailed(serving, error),
        )
      else hasReturned(serving, c, answer, route)
      return answer
    } catch (error) {
      hasFailed(serving, error)
      throw error
    }
  }
  followed.add(following)
  return following
}

function hasFailed(serving: Serving, error: unknown): void {
  serving.isAnswered = true
  recordRequestError(serving.incoming, error)
}

function hasReturned(serving: Serving, c: HonoContext, answer: unknown, route: Route): void {
  // An app within this one has answered for it.
  if (c.error !== undefined && c.error !== null) recordRequestError(serving.incoming, c.error)
  if (serving.isAnswered) return
  const answers = answer !== undefined && answer !== null && answer !== c && !c.finalized
  if (answers) serving.isAnswered = true
  const { given, incoming } = serving
  if (routeOf(incoming) !== given) return
  if (isRoute(route)) {
    // It has handed the request on, and nothing has answered.
    if (!answers && c.finalized && c.res.status === 404) suggestRoute(incoming, undefined)
  } else if (answers && (given === undefined || serving.hasReachedRoute)) {
    const isNamed = route.path !== '/*' && (answer as Response).status !== 404
    if (isNamed) give(serving, route.path)
    else if (given !== undefined) suggestRoute(incoming, undefined)
  }
}
