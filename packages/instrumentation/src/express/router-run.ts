import { requestState } from '../http/server/request-state'
import { ROUTING } from '../http/server/state'
import type { Layer, Next, RoutedRequest } from './layer'

interface Holder {
  [ROUTING]?: RouterRun | undefined
}

/**
 * The object that holds a request's innermost run: its server span's state, and only without one
 * the request itself. Express gives every request another prototype, and adding a property to such
 * an object costs half a microsecond on Node 20, without the garbage collection. But objects made
 * meanwhile may keep the state longer than the request: once the state has ended, the request
 * itself holds the run of a late `next`.
 */
function holderOf(request: RoutedRequest): Holder {
  const state = requestState(request)
  return (state === undefined || state.ended ? request : state) as Holder
}

/**
 * One pass of a request through one router, from the entry of the router to its last `next`.
 *
 * Express makes one `next` for each pass, so `next` identifies the pass: a layer that gets the
 * `next` of an outer pass shows that the inner ones have ended. The result is a stack that repairs
 * itself, with no pops and no closure around any handler.
 */
export class RouterRun {
  /** The pattern of the mount path, `''` at the root, `undefined` when it is unknown. */
  readonly base: string | undefined
  /** The mount path in this request's URL. */
  readonly baseUrl: string
  /** The pattern that a router entered from here is mounted at. */
  entered: string | undefined
  /** The pass through the outermost router, which holds the request's own state. */
  readonly outermost: RouterRun
  /** Outermost pass only: the layer that has the request. */
  layer: Layer | undefined = undefined
  /** Outermost pass only: the last route set by this instrumentation. */
  route: string | undefined = undefined
  /** Outermost pass only: the route that the app or another framework had set before. */
  routeBefore: string | undefined = undefined
  /** Outermost pass only: whether the answering layer is known. */
  isAnswered = false
  /** The `next` that the last layer of the pass was given. */
  #next: Next | undefined
  /** What was `request.next` then. */
  #requestNext: Next | undefined
  readonly #outer: RouterRun | undefined

  private constructor(outer: RouterRun | undefined, base: string | undefined, baseUrl: string) {
    this.#outer = outer
    this.outermost = outer === undefined ? this : outer.outermost
    this.base = this.entered = base
    this.baseUrl = baseUrl
  }

  /**
   * To be called when a router is entered. Returns `true` for the outermost router of the request.
   */
  static begin(request: RoutedRequest): boolean {
    const holder = holderOf(request)
    const innermost = holder[ROUTING]
    // While a router runs, `request.next` is its `next`, and Express restores the outer one when
    // the router is left.
    const outer = innermost && (innermost.#named(request.next) ?? innermost)
    holder[ROUTING] = new RouterRun(outer, outer === undefined ? '' : outer.entered, request.baseUrl ?? '')
    return outer === undefined
  }

  /**
   * The pass that `next` belongs to; `undefined` outside any router.
   *
   * @param isRoute - whether the layer is a route: the mount path is that of the pass then
   */
  static of(request: RoutedRequest, next: Next, isRoute: boolean): RouterRun | undefined {
    const holder = holderOf(request)
    const innermost = holder[ROUTING]
    if (innermost === undefined || innermost.#next === next) return innermost
    const run = innermost.#named(next) ?? innermost.#passing(request, isRoute) ?? innermost.#begun(request)
    run.#next = next
    run.#requestNext = request.next
    holder[ROUTING] = run
    return run
  }

  /** To be called when the outermost router has handed the request on. Returns its pass. */
  static end(request: RoutedRequest): RouterRun | undefined {
    const holder = holderOf(request)
    const outermost = holder[ROUTING]?.outermost
    holder[ROUTING] = undefined
    return outermost
  }

  /**
   * Other instrumentations give each layer a `next` of their own. `request.next` is still that of
   * the pass, or, by Express 4's first middleware, one of theirs.
   */
  #passing(request: RoutedRequest, isRoute: boolean): RouterRun | undefined {
    const run = request.next && this.#named(request.next)
    return run && (!isRoute || run.baseUrl === (request.baseUrl ?? '')) ? run : undefined
  }

  /**
   * The first layer of a pass brings the pass's `next`. A `next` that fits no pass belongs to an
   * unpatched router, whose mount path is unknown.
   */
  #begun({ baseUrl = '' }: RoutedRequest): RouterRun {
    return this.#next === undefined ? this : new RouterRun(this, undefined, baseUrl)
  }

  #named(next: Next | undefined): RouterRun | undefined {
    let run: RouterRun | undefined = this
    while (run !== undefined && run.#next !== next && run.#requestNext !== next) run = run.#outer
    return run
  }
}
