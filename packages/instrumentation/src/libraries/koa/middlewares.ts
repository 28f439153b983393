import { context } from '@opentelemetry/api'
import { recordRequestError, strayedFrom } from '../../http/server/request-state'
import { propertyOf } from '../../http-semantics/span-error'
import type { Calls } from '../calls'

type Next = () => Promise<unknown>
/** A middleware, and what several are composed to. */
export type Middleware = (this: unknown, ctx: unknown, next: Next) => unknown
export type Compose = (this: unknown, middlewares: unknown) => Middleware

/**
 * Composes middlewares so that each runs in the context of its request, and an error that it fails
 * with is remembered, whichever middleware answers it. The app's own list stays as it is.
 */
export function composeInContext(compose: Compose, calls: Calls): Compose {
  return Object.assign(function (this: unknown, middlewares: unknown) {
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
    return function (this: unknown, ctx: unknown, next: Next) {
      follow()
      return composed.call(this, ctx, next)
    }
  }, compose)
}

function inContext(middleware: unknown, calls: Calls): unknown {
  if (Array.isArray(middleware)) return middleware.map((each) => inContext(each, calls))
  if (typeof middleware !== 'function') return middleware
  return function (this: unknown, ctx: unknown, next: Next) {
    const request = calls.enabled ? propertyOf(ctx, 'req') : undefined
    if (!isObject(request)) return middleware.call(this, ctx, next)
    try {
      const own = strayedFrom(request)
      const result =
        own === undefined
          ? middleware.call(this, ctx, next)
          : context.with(own, middleware as Middleware, this, ctx, next)
      // Not a promise beside it: a rejection that nobody handles must stay one.
      return result instanceof Promise ? result.then(undefined, (error) => fail(request, error)) : result
    } catch (error) {
      return fail(request, error)
    }
  }
}

function fail(request: object, error: unknown): never {
  recordError(request, error)
  throw error
}

/** Remembers an error of a request, unless the error only says that its client has gone. */
export function recordError(request: unknown, error: unknown): void {
  if (!isObject(request) || error === null || error === undefined) return
  const hasGone =
    propertyOf(error, 'code') === 'ERR_STREAM_PREMATURE_CLOSE' ||
    propertyOf(propertyOf(request, 'socket'), 'errored') === error
  if (!hasGone) recordRequestError(request, error)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
