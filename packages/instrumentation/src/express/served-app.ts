import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import type { Undo } from '../patch'
import { reportOnce } from '../report'
import type { LayerPrototype, RouterPrototype } from './router-patch'

const REQUEST_START = 'http.server.request.start'
/** An app that serves HTTP at all has been served by then. */
const MAX_REQUESTS = 100

/** The prototypes of an app's copy of Express. */
interface ExpressParts {
  readonly router: RouterPrototype
  /** Missing while the app has no routes. */
  readonly layer: LayerPrototype | undefined
}

type Router = RouterPrototype | undefined

/**
 * Finds the Express of a served app through the app itself, because no hook may have seen its
 * files: in a bundle, under Jest, or behind a loader hook that returns the source of CommonJS
 * modules. Node.js announces a request before any handler gets it. Only the first requests of a
 * process are inspected.
 */
export function onServedExpress(found: (parts: ExpressParts) => void): Undo {
  let requests = 0
  const stop = () => void unsubscribe(REQUEST_START, look)
  function look(message: unknown): void {
    if (++requests >= MAX_REQUESTS) stop()
    try {
      const { server } = message as { readonly server: Server }
      for (const listener of server.listeners('request')) {
        const parts = partsOf(listener)
        if (parts === undefined) continue
        stop()
        found(parts)
        return
      }
    } catch (error) {
      stop()
      reportOnce('a served app could not be looked at', error)
    }
  }
  subscribe(REQUEST_START, look)
  return stop
}

/**
 * Express 5 has `app.router`; Express 4 has a getter of that name that throws, and keeps its router
 * in `app._router`.
 */
function partsOf(listener: unknown): ExpressParts | undefined {
  const app = listener as {
    readonly handle?: unknown
    readonly settings?: unknown
    readonly _router?: Router
    readonly router?: Router
  }
  if (typeof listener !== 'function' || typeof app.handle !== 'function' || typeof app.settings !== 'object')
    return undefined
  const router = app._router ?? app.router
  const prototype = router && ownerOf<RouterPrototype>(router, 'handle', 'use', 'route')
  const layer = router?.stack?.[0] && ownerOf<LayerPrototype>(router.stack[0], 'match')
  return prototype && { router: prototype, layer }
}

/** The object on an object's prototype chain that has the methods. */
function ownerOf<Prototype>(object: object, ...methods: readonly string[]): Prototype | undefined {
  let prototype: object | null = Object.getPrototypeOf(object)
  while (prototype !== null && !methods.every((name) => Object.hasOwn(prototype as object, name))) {
    prototype = Object.getPrototypeOf(prototype)
  }
  return (prototype ?? undefined) as Prototype | undefined
}
