import { IncomingMessage } from 'node:http'
import { recordRequestError, setRoute } from '../http/server/request-state'
import type { FastifyInstance, FastifyReply, FastifyRequest } from './fastify-instance'

type Done = () => void

/**
 * Sets the route of each request of an instance, before any hook of the app can answer it, and
 * reports every error, handled or not.
 */
export function addRequestHooks(fastify: FastifyInstance, isEnabled: () => boolean): void {
  const routeOf = routeReader()
  fastify.addHook('onRequest', function nameRoute(request: FastifyRequest, _reply: FastifyReply, done: Done) {
    if (isEnabled() && isServed(request.raw)) {
      const route = routeOf(request)
      // A request that no route matched has none; the path must not replace it.
      if (route !== undefined) setRoute(request.raw, route || '/')
    }
    done()
  })
  // Runs once a request, before the error handler, for an error that was thrown, rejected or sent,
  // in hooks, handlers and serializers.
  fastify.addHook(
    'onError',
    function reportError(request: FastifyRequest, _reply: FastifyReply, error: unknown, done: Done) {
      if (isEnabled() && isServed(request.raw)) recordRequestError(request.raw, error)
      done()
    },
  )
}

/**
 * Whether a server has received the request. One that `inject` made has no server span, and one
 * injected within a handler must not name the span around it.
 */
function isServed(request: FastifyRequest['raw']): boolean {
  return request instanceof IncomingMessage || request.httpVersionMajor === 2
}

/**
 * Reads the pattern of a request's route registration, its plugin's prefix included.
 *
 * `request.routeOptions` is the public API; on Fastify 4 every read builds and freezes an object,
 * which costs 1 µs. The request holds the context that this object is built from under a symbol,
 * which differs between copies of Fastify, hence one reader for each instance.
 */
function routeReader(): (request: FastifyRequest) => string | undefined {
  let key: symbol | undefined
  return (request) => {
    key ??= Object.getOwnPropertySymbols(request).find(({ description }) => description === 'fastify.context')
    const context = key && (request as unknown as Record<symbol, { config?: { url?: string } } | undefined>)[key]
    if (context !== undefined) return context.config?.url
    // The first releases of Fastify 4 have neither.
    return request.routeOptions === undefined ? request.routerPath : request.routeOptions.url
  }
}
