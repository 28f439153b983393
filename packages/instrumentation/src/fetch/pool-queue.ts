import { onModuleCompiled } from '@heddle/module-hook'
import { type Context, context } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'

type Dispatch = (this: unknown, options: unknown, handler: object) => unknown
type Dispatcher = Record<string | symbol, Dispatch> & { dispatch: Dispatch }

/** The file of undici 6 to 8, and that of undici 5. */
const FILES = ['lib/dispatcher/pool-base.js', 'lib/pool-base.js'] as const

/**
 * Creates a request that waits for a pool's connection in the context of its caller, and not in the
 * context of the previous request, which frees the connection and would become the span's parent.
 * undici 8 does so itself.
 */
export function followPoolQueues(): Undo[] {
  const undos: Undo[] = []
  const onPoolBase = (exports: unknown) =>
    void undos.push(...patchPool(exports as { PoolBase: { prototype: Dispatcher } }))
  const stops = FILES.map((file) => onModuleCompiled('undici', file, onPoolBase))
  return [
    ...stops,
    () => {
      for (const undo of undos) undo()
    },
  ]
}

/** A pool queues dispatched options together with their handler, which later identifies them. */
function patchPool({ PoolBase }: { PoolBase: { prototype: Dispatcher } }): Undo[] {
  const callers = new WeakMap<object, Context>()
  const pool = PoolBase.prototype
  const base = Object.getPrototypeOf(pool) as Dispatcher
  const dispatchToPool = Object.getOwnPropertySymbols(pool).find(({ description }) => description === 'dispatch')
  if (dispatchToPool === undefined) return []
  return [
    patch(
      pool,
      dispatchToPool,
      (original) =>
        function (options, handler) {
          if (!callers.has(handler)) callers.set(handler, context.active())
          return original!.call(this, options, handler)
        },
    ),
    patch(
      base,
      'dispatch',
      (original) =>
        function (options, handler) {
          const caller = isObject(handler) ? callers.get(handler) : undefined
          return caller === undefined || caller === context.active()
            ? original.call(this, options, handler)
            : context.with(caller, original, this, options, handler)
        },
    ),
  ]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
