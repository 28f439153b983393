/** The part of a Fastify request that this package reads. */
export interface FastifyRequest {
  readonly raw: { readonly httpVersionMajor?: number }
  readonly routeOptions?: { readonly url?: string | undefined }
  readonly routerPath?: string | undefined
}

/** The part of a Fastify reply that this package reads. */
export interface FastifyReply {
  readonly raw: { once(event: 'close', listener: () => void): unknown }
}

/**
 * A hook or handler of the app. Its arguments are a request, usually a reply, sometimes a payload,
 * and for hooks `done` at the end.
 */
export type Handler = (this: unknown, ...args: unknown[]) => unknown

/** The options of a route as the `onRoute` hook may change them. */
export type RouteOptions = Record<string, unknown> & { url: string; handler: Handler }

/** The part of a Fastify 4 or 5 instance, root or encapsulated, that this package uses. */
export interface FastifyInstance {
  readonly pluginName: string
  addHook(name: string, hook: (this: FastifyInstance, ...args: never[]) => unknown): FastifyInstance
  addContentTypeParser(type: unknown, options: object | Handler, parser?: Handler): FastifyInstance
  setNotFoundHandler(options: object | Handler, handler?: Handler): FastifyInstance
}
