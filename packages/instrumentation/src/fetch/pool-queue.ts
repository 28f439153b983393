import { onModuleCompiled } from '@heddle/module-hook'
import { type Context, context } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'

type Dispatch = (this: object, options: unknown, handler: object) => unknown
type Dispatcher = Record<string | symbol, Dispatch> & { dispatch: Dispatch }

interface QueuedRequest {
  readonly opts: unknown
  readonly handler: object
}

interface PoolQueue {
  push(request: QueuedRequest): void
  shift(): QueuedRequest | null | undefined
}

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

/**
 * A pool queues the options and the handler of a request together, and dispatches them right after
 * it has taken them out. Neither of the two tells requests apart: an app may use both again.
 */
function patchPool({ PoolBase }: { PoolBase: { prototype: Dispatcher } }): Undo[] {
  const callers = new WeakMap<QueuedRequest, Context>()
  const followed = new WeakSet<PoolQueue>()
  let taken: QueuedRequest | undefined
  let queueOfPool: symbol | undefined
  const follow = (queue: PoolQueue | undefined) => {
    if (queue === undefined || followed.has(queue)) return
    followed.add(queue)
    patch(
      queue,
      'push',
      (original) =>
        function (this: PoolQueue, request) {
          callers.set(request, context.active())
          return original.call(this, request)
        },
    )
    patch(
      queue,
      'shift',
      (original) =>
        function (this: PoolQueue) {
          taken = original.call(this) ?? undefined
          return taken
        },
    )
  }
  const pool = PoolBase.prototype
  const base = Object.getPrototypeOf(pool) as Dispatcher
  const dispatchToPool = symbolOf(pool, 'dispatch')
  if (dispatchToPool === undefined) return []
  return [
    patch(
      pool,
      dispatchToPool,
      (original) =>
        function (options, handler) {
          queueOfPool ??= symbolOf(this, 'queue')
          if (queueOfPool !== undefined) follow((this as unknown as Record<symbol, PoolQueue>)[queueOfPool])
          return original!.call(this, options, handler)
        },
    ),
    patch(
      base,
      'dispatch',
      (original) =>
        function (options, handler) {
          const isTaken = taken?.handler === handler && taken.opts === options
          const caller = isTaken ? callers.get(taken!) : undefined
          if (isTaken) taken = undefined
          return caller === undefined || caller === context.active()
            ? original.call(this, options, handler)
            : context.with(caller, original, this, options, handler)
        },
    ),
  ]
}

function symbolOf(target: object, name: string): symbol | undefined {
  return Object.getOwnPropertySymbols(target).find(({ description }) => description === name)
}
