import { context } from '@opentelemetry/api'
import { strayedFrom } from '../../http/server/request-state'
import type { Calls } from '../calls'
import { called } from './routes'

type Middleware = (this: unknown, ctx: { readonly req?: unknown } | undefined, next: () => unknown) => unknown
export type Compose = (this: unknown, middlewares: unknown) => Middleware

/**
 * Composes middlewares so that each runs in the context of its request, wherever the one before has
 * called `next`. The app's own list stays as it is.
 */
export function composeInContext(compose: Compose, calls: Calls): Compose {
  const composing: Compose = function (middlewares) {
    if (!Array.isArray(middlewares)) return compose.call(this, middlewares)
    const seen: unknown[] = []
    const wrapped: unknown[] = []
    // Before 4.2 what is added to the list later counts.
    const follow = () => {
      seen.length = wrapped.length = middlewares.length
      for (let i = 0; i < middlewares.length; i++) {
        if (seen[i] === middlewares[i]) continue
        seen[i] = middlewares[i]
        wrapped[i] = inContext(seen[i], calls)
      }
    }
    follow()
    const composed = compose.call(this, wrapped)
    const composedInContext: Middleware = function (ctx, next) {
      follow()
      return composed.call(this, ctx, next)
    }
    return composedInContext
  }
  Object.defineProperty(composing, 'name', { value: compose.name, configurable: true })
  return Object.assign(composing, compose)
}

function inContext(middleware: unknown, calls: Calls): unknown {
  if (Array.isArray(middleware)) return middleware.map((each) => inContext(each, calls))
  if (typeof middleware !== 'function') return middleware
  const run: Middleware = function (ctx, next) {
    const request = ctx?.req
    const isServed = calls.enabled && typeof request === 'object' && request !== null
    const own = isServed ? strayedFrom(request) : undefined
    called.ctx = ctx
    if (own === undefined) return middleware.call(this, ctx, next)
    return context.with(own, middleware as Middleware, this, ctx, next)
  }
  return run
}
