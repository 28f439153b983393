import { onModuleCompiled } from '@heddle/module-hook'
import type { Tracer } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { TracingInstrumentation } from '../tracing-instrumentation'
import { LayerSpans } from './layer-spans'
import { type LayerPrototype, type Patching, patchLayer, patchRouter, type RouterPrototype } from './router-patch'
import { onServedExpress } from './served-app'

/** Options of {@link ExpressInstrumentation}. */
export interface ExpressInstrumentationOptions {
  /**
   * `hop`: no spans of its own; the http server span gets its route and errors. `all`: also a span
   * for each middleware, router and request handler.
   * @default 'hop'
   */
  readonly spans?: 'hop' | 'all'
  /**
   * Whether the constructor enables the instrumentation.
   * @default true
   */
  readonly enabled?: boolean
}

interface Patch {
  readonly packageName: string
  readonly file: string
  apply(exports: unknown, patches: Patches): Undo[]
}

/** Patches each prototype once, whichever way it is found. */
class Patches {
  readonly #patched = new WeakSet<object>()
  readonly #patching: Patching

  constructor(patching: Patching) {
    this.#patching = patching
  }

  router(router: RouterPrototype): Undo[] {
    return this.#isNew(router) ? patchRouter(router, this.#patching) : []
  }

  layer(layer: LayerPrototype): Undo[] {
    return this.#isNew(layer) ? patchLayer(layer, this.#patching) : []
  }

  #isNew(prototype: object): boolean {
    const isNew = !this.#patched.has(prototype)
    this.#patched.add(prototype)
    return isNew
  }
}

/**
 * Express 4 contains its router, Express 5 depends on the `router` package. Both export it as
 * `Router`.
 */
const PATCHES: readonly Patch[] = [
  { packageName: 'express', file: 'lib/express.js', apply: (express, patches) => patches.router(routerOf(express)) },
  { packageName: 'express', file: 'lib/router/layer.js', apply: (Layer, patches) => patches.layer(prototypeOf(Layer)) },
  { packageName: 'router', file: 'lib/layer.js', apply: (Layer, patches) => patches.layer(prototypeOf(Layer)) },
]

/**
 * Sets the route of requests that Express 4 and 5 serve, and reports their errors, on the http
 * server span: `/api/:tenant/users/:id` through nested routers and mounted apps.
 *
 * It needs no ESM loader hook. An Express whose files no hook has seen, as in a bundle, is found at
 * its first request. Enable it before the app registers its routes: Express 4, and Express 5 with
 * `router` before 2.3, do not know the mount paths of routers made earlier, and routes below those
 * are then omitted rather than wrong. No error of the instrumentation reaches the app.
 *
 * @example
 * ```ts
 * registerInstrumentations({
 *   instrumentations: [new HttpInstrumentation(), new ExpressInstrumentation({ spans: 'all' })],
 * })
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export class ExpressInstrumentation extends TracingInstrumentation<ExpressInstrumentationOptions> {
  #tracer: Tracer
  readonly #patching: { enabled: boolean; spans: LayerSpans | undefined } = { enabled: false, spans: undefined }

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(options: ExpressInstrumentationOptions = {}) {
    super('@heddle/instrumentation/express', options)
    this.#tracer = this.globalTracer()
    this.configure(options)
    if (this.startsEnabled) this.enable()
  }

  protected install(): Undo[] {
    this.#patching.enabled = true
    const undos: Undo[] = [
      () => {
        this.#patching.enabled = false
      },
    ]
    const patches = new Patches(this.#patching)
    for (const { packageName, file, apply } of PATCHES)
      undos.push(onModuleCompiled(packageName, file, (exports) => void undos.push(...apply(exports, patches))))
    undos.push(
      onServedExpress(({ router, layer }) => {
        undos.push(...patches.router(router))
        if (layer !== undefined) undos.push(...patches.layer(layer))
      }),
    )
    return undos
  }

  protected configure(options: ExpressInstrumentationOptions): void {
    this.#patching.spans = options.spans === 'all' ? new LayerSpans(this.#tracer) : undefined
  }

  protected useTracer(tracer: Tracer): void {
    this.#tracer = tracer
    this.configure(this.getConfig())
  }
}

/** Routers inherit from `Router.prototype` in Express 5, from `Router` itself in Express 4. */
function routerOf(express: unknown): RouterPrototype {
  const { Router } = express as { Router: RouterPrototype & { prototype?: RouterPrototype } }
  return Router.prototype?.route ? Router.prototype : Router
}

function prototypeOf(Layer: unknown): LayerPrototype {
  return (Layer as { prototype: LayerPrototype }).prototype
}
