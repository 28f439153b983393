import { routeOf, setRoute, suggestRoute } from '../../http/server/request-state'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import { rememberError } from './errors'

type Next = () => unknown

interface KoaContext {
  readonly req: object
  readonly method: string
  readonly path: string
  readonly originalUrl: string
  /** Of `koa-mount`: the innermost mount. */
  readonly mountPath?: string
  /** The layers whose path is that of the request. */
  readonly matched?: readonly Layer[]
  readonly headerSent: boolean
  readonly respond?: boolean
  readonly status: number
  readonly body: unknown
}

interface Layer {
  readonly path: string | RegExp
  /** Empty for middlewares. */
  readonly methods: readonly string[]
  captures(...args: unknown[]): unknown
}

interface Dispatch {
  (this: unknown, ctx: KoaContext, next: Next): unknown
  readonly router: { readonly stack: readonly Layer[] }
}

/** `Router.prototype`: both return the function that serves requests, in some versions one by the other. */
export interface RouterPrototype {
  routes(...args: unknown[]): Dispatch
  middleware(...args: unknown[]): Dispatch
}

/**
 * The context of the middleware that is being called. A router asks its layers for captures in a
 * middleware of its own, and does not tell them whose. A `WeakMap` from each request to its context
 * doubled the work of the garbage collector.
 */
export const called: { ctx: unknown } = { ctx: undefined }

/**
 * Gives each request the route whose handler it reaches, through nested routers, prefixes and mounts;
 * to one that a middleware of the router answers, the route that would have been next.
 */
export function nameRoutes(prototype: RouterPrototype, calls: Calls): Undo[] {
  const naming = new Naming(calls)
  const serving = (original: RouterPrototype['routes']) =>
    function (this: unknown, ...args: unknown[]) {
      return naming.serve(original.apply(this, args))
    }
  return [patch(prototype, 'middleware', serving), patch(prototype, 'routes', serving), () => naming.undo()]
}

class Naming {
  readonly #calls: Calls
  readonly #dispatches = new WeakSet<object>()
  #undo: Undo | undefined

  constructor(calls: Calls) {
    this.#calls = calls
  }

  undo(): void {
    this.#undo?.()
    this.#undo = undefined
  }

  serve(dispatch: Dispatch): Dispatch {
    if (this.#dispatches.has(dispatch)) return dispatch
    const serve = (self: unknown, ctx: KoaContext, next: Next) => {
      if (!this.#calls.enabled) return dispatch.call(self, ctx, next)
      this.#patchLayers(dispatch)
      const before = routeOf(ctx.req)
      called.ctx = ctx
      const result = dispatch.call(self, ctx, () => handOn(ctx, before, next))
      called.ctx = undefined
      // Not a promise beside it: a rejection that nobody handles must stay one.
      return result instanceof Promise ? result.then(undefined, (error) => fail(ctx, error)) : result
    }
    const served = function (this: unknown, ctx: KoaContext, next: Next) {
      return serve(this, ctx, next)
    }
    this.#dispatches.add(served)
    Object.defineProperty(served, 'name', { value: dispatch.name, configurable: true })
    return Object.assign(served, dispatch)
  }

  /** Their class is not exported. */
  #patchLayers({ router }: Dispatch): void {
    const layer = this.#undo === undefined ? router.stack[0] : undefined
    if (layer === undefined) return
    const reach = (reached: Layer) => this.#reach(reached)
    this.#undo = patch(
      Object.getPrototypeOf(layer) as Layer,
      'captures',
      (original) =>
        function captures(this: Layer, ...args) {
          reach(this)
          return original.apply(this, args)
        },
    )
  }

  /** A router asks a layer for its captures when the request reaches the layer. */
  #reach(layer: Layer): void {
    const ctx = this.#calls.enabled ? (called.ctx as KoaContext | undefined) : undefined
    const matched = ctx?.matched ?? []
    for (let i = matched.indexOf(layer); i >= 0 && i < matched.length; i++) {
      if (!matched[i]!.methods.includes(ctx!.method)) continue
      setRoute(ctx!.req, routeThrough(ctx!, matched[i]!))
      return
    }
  }
}

/** A middleware above the router may answer it. */
function fail(ctx: KoaContext, error: unknown): never {
  rememberError(ctx.req, error)
  throw error
}

/** What is below the router and answers is not its route. If nothing does, the handler may still do so. */
function handOn(ctx: KoaContext, before: string | undefined, next: Next): unknown {
  const route = routeOf(ctx.req)
  if (route === before || route === undefined || isAnswered(ctx)) return next()
  suggestRoute(ctx.req, before)
  const below = next()
  const goOn = <Result>(result: Result) => {
    if (!isAnswered(ctx) && routeOf(ctx.req) === before) suggestRoute(ctx.req, route)
    return result
  }
  return below instanceof Promise ? below.then(goOn) : below
}

function isAnswered(ctx: KoaContext): boolean {
  return ctx.headerSent || ctx.respond === false || (ctx.body !== undefined && ctx.body !== null) || ctx.status !== 404
}

function routeThrough(ctx: KoaContext, { path }: Layer): string {
  const mount = mountOf(ctx)
  return mount + (mount !== '' && path === '/' ? '' : String(path)) || '/'
}

/** `koa-mount` takes its prefix off the path while what it has mounted runs. */
function mountOf({ mountPath, originalUrl, path }: KoaContext): string {
  if (mountPath === undefined) return ''
  const whole = originalUrl.split('?', 1)[0]!
  const mount = whole.endsWith(path) && path !== '/' ? whole.slice(0, -path.length) : path === '/' ? whole : ''
  // Something else may have changed the path.
  return mount.replace(/\/$/, '').endsWith(mountPath.replace(/\/$/, '')) ? mount.replace(/\/$/, '') : ''
}
