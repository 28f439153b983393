import { type Context, context } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'

interface Collection {
  /** The calls that wait for the connection. */
  readonly queue: [method: string | Method, args?: unknown][]
  readonly [method: string]: unknown
  addQueue(...args: unknown[]): unknown
  doQueue(): unknown
}

type Method = (this: Collection, ...args: unknown[]) => unknown

/**
 * Calls that mongoose 8 keeps until it is connected: it makes them in the context of whoever connects.
 * mongoose 9 has promises of them, which know their caller.
 */
export const MONGOOSE: Library['files'] = [
  {
    packageName: 'mongoose',
    file: 'lib/collection.js',
    names: ['Collection'],
    majors: [8],
    patch: patchCollection,
  },
]

const callers = new WeakMap<object, Context>()

function patchCollection(topLevel: { readonly Collection?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Collection as { readonly prototype: Collection }
  return [
    patch(
      prototype,
      'addQueue',
      (original) =>
        function addQueue(this: Collection, ...args) {
          const result = original.apply(this, args)
          const call = this.queue.at(-1)
          if (calls.enabled && call !== undefined) callers.set(call, context.active())
          return result
        },
    ),
    patch(
      prototype,
      'doQueue',
      (original) =>
        function doQueue(this: Collection) {
          for (const call of this.queue) {
            const caller = callers.get(call)
            // Not earlier: a call whose time is over is found by its name.
            if (caller !== undefined) call[0] = within(caller, call[0])
          }
          return original.call(this)
        },
    ),
  ]
}

function within(caller: Context, method: string | Method): Method {
  return function (...args) {
    const call = typeof method === 'function' ? method : (this[method] as Method)
    return context.with(caller, () => call.apply(this, args))
  }
}
