/** What we read of a Fastify request. */
export interface FastifyRequest {
  readonly raw: { readonly httpVersionMajor?: number }
  readonly routeOptions?: { readonly url?: string | undefined }
  readonly routerPath?: string | undefined
}

/** What we read of a Fastify reply. */
export interface FastifyReply {
  readonly raw: { once(event: 'close', listener: () => void): unknown }
}

/** A hook or handler of the app: called with a request, mostly a reply, sometimes a payload, and hooks with `done` at the end. */
export type Handler = (this: unknown, ...args: unknown[]) => unknown

/** The options of a route as the `onRoute` hook may change them. */
export type RouteOptions = Record<string, unknown> & { url: string; handler: Handler }

/** What we use of a Fastify instance, 4 or 5, the root one or an encapsulated one. */
export interface FastifyInstance {
  readonly pluginName: string
  addHook(name: string, hook: (this: FastifyInstance, ...args: never[]) => unknown): FastifyInstance
  addContentTypeParser(type: unknown, options: object | Handler, parser?: Handler): FastifyInstance
  setNotFoundHandler(options: object | Handler, handler?: Handler): FastifyInstance
}
