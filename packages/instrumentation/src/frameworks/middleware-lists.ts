import { onModuleCompiled } from '@heddle/module-hook'
import { context } from '@opentelemetry/api'
import { strayedFrom } from '../http/server/request-state'
import { patch, type Undo } from '../patch'

type Middleware = (this: unknown, ...args: unknown[]) => unknown
type Use = (this: unknown, ...args: unknown[]) => unknown
interface MiddlewareList {
  use: Use
}
type MakeList = (this: unknown, ...args: unknown[]) => MiddlewareList

/**
 * Packages whose function creates a list of `(request, response, next)` middlewares, without an
 * Express router.
 */
const MAKERS = [
  ['connect', 'index.js'],
  ['@fastify/middie', 'lib/engine.js'],
] as const

/**
 * Runs each middleware of such a list in its request's own context, wherever the previous one has
 * called `next`.
 */
export function keepMiddlewaresInContext(isEnabled: () => boolean): Undo[] {
  return MAKERS.map(([packageName, file]) =>
    onModuleCompiled(packageName, file, (exports) => {
      if (typeof exports !== 'function') return undefined
      const make = exports as MakeList
      return Object.assign(function (this: unknown, ...args: unknown[]) {
        const list = make.apply(this, args)
        // The list is the app's own object, and the patch need not be undone: its effect ends with
        // `isEnabled`.
        patch(list, 'use', (use) => usingInContext(use, isEnabled))
        return list
      }, make)
    }),
  )
}

function usingInContext(use: Use, isEnabled: () => boolean): Use {
  return function (...args) {
    const wrapped = (each: unknown): unknown => {
      if (Array.isArray(each)) return each.map(wrapped)
      // The list recognises nested servers and lists by their type.
      return typeof each === 'function' && !('handle' in each) ? inContext(each as Middleware, isEnabled) : each
    }
    return use.apply(this, args.map(wrapped))
  }
}

/** The list recognises an error handler by its four parameters. */
function inContext(middleware: Middleware, isEnabled: () => boolean): Middleware {
  const run = (self: unknown, request: unknown, args: unknown[]) => {
    const own = isEnabled() && typeof request === 'object' && request !== null ? strayedFrom(request) : undefined
    return own === undefined ? middleware.apply(self, args) : context.with(own, middleware, self, ...args)
  }
  const same =
    middleware.length === 4
      ? function (this: unknown, error: unknown, request: unknown, response: unknown, next: unknown) {
          return run(this, request, [error, request, response, next])
        }
      : function (this: unknown, request: unknown, response: unknown, next: unknown) {
          return run(this, request, [request, response, next])
        }
  return Object.defineProperty(same, 'name', { value: middleware.name, configurable: true })
}
