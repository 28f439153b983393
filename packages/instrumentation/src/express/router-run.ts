import { requestState } from '../http/server/request-state'
import { ROUTING } from '../http/server/state'
import type { Layer, Next, RoutedRequest } from './layer'

interface Holder {
  [ROUTING]?: RouterRun | undefined
}

/**
 * Where a request's innermost run is kept: with its server span's state, and only without one on the request itself. Express gives every
 * request another prototype, and to add a property to such an object costs half a microsecond on Node 20, its garbage not counted. The state
 * outlives the request, though, in whatever was made meanwhile: once it has ended, a late `next` is followed on the request.
 */
function holderOf(request: RoutedRequest): Holder {
  const state = requestState(request)
  return (state === undefined || state.ended ? request : state) as Holder
}

/**
 * One pass of a request through one router, from the router being entered to its handing the request on.
 *
 * Express makes one `next` for each pass, so `next` names it: a layer that is given the `next` of an outer pass tells that the inner
 * ones have ended. That makes a stack which mends itself, with nothing to be popped and no closure around any handler.
 */
export class RouterRun {
  /** The pattern of the mount path, `''` at the root, `undefined` when it is not known. */
  readonly base: string | undefined
  /** The mount path as this request has it. */
  readonly baseUrl: string
  /** The pattern that a router entered from here is mounted at. */
  entered: string | undefined
  /** The pass through the outermost router, which keeps what holds for the request. */
  readonly outermost: RouterRun
  /** Of the outermost pass: the layer that has the request. */
  layer: Layer | undefined = undefined
  /** Of the outermost pass: the route that was last named here. */
  route: string | undefined = undefined
  /** Of the outermost pass: the route that somebody else had named before. */
  routeBefore: string | undefined = undefined
  /** Of the outermost pass: whether it is known which layer has answered. */
  isAnswered = false
  private next: Next | undefined
  private readonly outer: RouterRun | undefined

  private constructor(outer: RouterRun | undefined, base: string | undefined, baseUrl: string) {
    this.outer = outer
    this.outermost = outer === undefined ? this : outer.outermost
    this.base = this.entered = base
    this.baseUrl = baseUrl
  }

  /** A router is entered. Returns `true` for the outermost one of the request. */
  static begin(request: RoutedRequest): boolean {
    const holder = holderOf(request)
    const innermost = holder[ROUTING]
    // While a router runs `request.next` is its `next`, and Express puts the outer one back when it is left.
    const outer = innermost?.named(request.next) ?? innermost
    holder[ROUTING] = new RouterRun(outer, outer === undefined ? '' : outer.entered, request.baseUrl ?? '')
    return outer === undefined
  }

  /** The pass that `next` belongs to; `undefined` outside any router. */
  static of(request: RoutedRequest, next: Next): RouterRun | undefined {
    const holder = holderOf(request)
    const innermost = holder[ROUTING]
    if (innermost === undefined || innermost.next === next) return innermost
    const run = innermost.named(next) ?? innermost.begun(next, request.baseUrl)
    holder[ROUTING] = run
    return run
  }

  /** The outermost router has handed the request on. Returns its pass. */
  static end(request: RoutedRequest): RouterRun | undefined {
    const holder = holderOf(request)
    const outermost = holder[ROUTING]?.outermost
    holder[ROUTING] = undefined
    return outermost
  }

  /** The first layer of a pass brings its `next`. One that fits no pass is of a router that is not patched: its mount is not known. */
  private begun(next: Next, baseUrl = ''): RouterRun {
    const run = this.next === undefined ? this : new RouterRun(this, undefined, baseUrl)
    run.next = next
    return run
  }

  private named(next: Next | undefined): RouterRun | undefined {
    let run: RouterRun | undefined = this
    while (run !== undefined && run.next !== next) run = run.outer
    return run
  }
}
