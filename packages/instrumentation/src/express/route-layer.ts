import type { Layer } from './layer'

interface Registration {
  readonly router: unknown
  readonly layer: Layer
}

/** `handleRequest`, under either of its names. */
type HandleRequest = (...args: never[]) => unknown

/**
 * Where a route is registered, so that its handlers and its parameters' callbacks can tell their
 * own router's match from an older one.
 */
const registrations = new WeakMap<object, Registration>()
/** The original method behind each wrapper. */
const originals = new WeakMap<object, HandleRequest>()

const REGISTRATION = Symbol('heddle.express.registration')

interface Handler extends Layer {
  [REGISTRATION]?: Registration
}

interface Route {
  readonly stack?: readonly Handler[]
}

export function registrationOf(route: object | undefined): Registration | undefined {
  return route && registrations.get(route)
}

/** The registration of the route whose stack has this layer. */
export function registrationOfHandler(handler: Handler, route: Route | undefined): Registration | undefined {
  // A handler that has another router try its routes leaves `request.route` at one of that
  // router's: by then the route's first handler has registered the others.
  if (handler[REGISTRATION] === undefined && route?.stack?.includes(handler)) {
    const registration = registrations.get(route)
    if (registration !== undefined) for (const each of route.stack) each[REGISTRATION] = registration
  }
  return handler[REGISTRATION]
}

/** Remembers the method that a wrapper of `handleRequest` calls. */
export function wraps(wrapper: HandleRequest, original: HandleRequest): void {
  originals.set(wrapper, original)
}

/**
 * Lets the handlers in the stack of a route name the route, instead of the layer around them: one
 * frame less in the stacks of the app's errors. Returns what registers each layer.
 *
 * All layers have the same two functions as their accessor: with functions of its own, V8 would
 * turn each layer into a dictionary, which Express then reads for every request.
 *
 * @param hasWrapper - whether the layers need the wrapper all the same
 */
export function leavingToHandlers(hasWrapper: () => boolean): (router: unknown, layer: Layer) => void {
  const accessors = {
    handle_request: accessorOf('handle_request', hasWrapper),
    handleRequest: accessorOf('handleRequest', hasWrapper),
  }
  return (router, layer) => {
    registrations.set(layer.route!, { router, layer })
    const name = 'handleRequest' in layer ? 'handleRequest' : 'handle_request'
    Object.defineProperty(layer, name, accessors[name])
  }
}

function accessorOf(name: string, hasWrapper: () => boolean): PropertyDescriptor & ThisType<Layer> {
  return {
    configurable: true,
    // Another patch of the method is still called.
    get(): unknown {
      const current = Object.getPrototypeOf(this)[name]
      return (!hasWrapper() && originals.get(current)) || current
    },
    set(value: unknown): void {
      Object.defineProperty(this, name, { value, configurable: true, enumerable: true, writable: true })
    },
  }
}
