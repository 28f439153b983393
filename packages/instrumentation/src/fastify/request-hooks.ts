import { IncomingMessage } from 'node:http'
import { recordRequestError, setRoute } from '../http/server/request-state'
import type { FastifyInstance, FastifyReply, FastifyRequest } from './fastify-instance'

type Done = () => void

/** Names the route of each request of an instance, before any hook of the app can answer it, and reports every error, handled or not. */
export function addRequestHooks(fastify: FastifyInstance, isEnabled: () => boolean): void {
  const routeOf = routeReader()
  fastify.addHook('onRequest', function nameRoute(request: FastifyRequest, _reply: FastifyReply, done: Done) {
    if (isEnabled() && isServed(request.raw)) {
      const route = routeOf(request)
      // A request that no route matched has none; the path must not stand in for it.
      if (route !== undefined) setRoute(request.raw, route || '/')
    }
    done()
  })
  // Runs once a request, before the error handler, for what was thrown, rejected or sent, in hooks, handlers and serializers.
  fastify.addHook(
    'onError',
    function reportError(request: FastifyRequest, _reply: FastifyReply, error: unknown, done: Done) {
      if (isEnabled() && isServed(request.raw)) recordRequestError(request.raw, error)
      done()
    },
  )
}

/** Not one that `inject` made up: it has no server span, and one sent from within a handler must not name the span around it. */
function isServed(request: FastifyRequest['raw']): boolean {
  return request instanceof IncomingMessage || request.httpVersionMajor === 2
}

/**
 * Reads the pattern that a request's route was registered with, its plugin's prefix included.
 *
 * `request.routeOptions` is the public way, and on Fastify 4 builds and freezes an object on every read, at 1 µs. The context
 * that it is built from hangs on the request by a symbol which differs between copies of Fastify, hence a reader for each instance.
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
