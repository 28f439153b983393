import type { Attributes } from '@opentelemetry/api'
import { ATTR_HTTP_ROUTE } from '@opentelemetry/semantic-conventions'
import type { FastifyInstance, Handler, RouteOptions } from './fastify-instance'

const LIFECYCLE_HOOKS = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onError',
  'onTimeout',
  'onRequestAbort',
] as const

/**
 * Returns the function to call in place of a hook or handler of the app.
 *
 * @param name - the hook's name; `handler` and `notFoundHandler` for handlers
 * @param attributes - the attributes that `@fastify/otel` gives the hook; `undefined` for one that
 *   it does not know
 */
export type Wrap = <H extends (...args: never[]) => unknown>(
  instance: FastifyInstance,
  handler: H,
  name: string,
  attributes: Attributes | undefined,
) => H

/**
 * Wraps the hooks and handlers registered from now on, on the instance and on its encapsulated
 * instances.
 */
export function wrapHandlers(fastify: FastifyInstance, wrap: Wrap): void {
  const { addHook, setNotFoundHandler } = fastify
  fastify.addHook('onRoute', function (route: RouteOptions) {
    wrapRoute(this, route, wrap)
  })
  fastify.addHook = function (name, hook) {
    const attributes = { 'hook.name': `${this.pluginName} - ${name}`, 'fastify.type': 'hook' }
    return addHook.call(this, name, isLifecycleHook(name) ? wrap(this, hook, name, attributes) : hook)
  }
  fastify.setNotFoundHandler = function (options, handler) {
    const attributes = { 'hook.name': `${this.pluginName} - not-found-handler`, 'fastify.type': 'hook' }
    const wrapped = (each: Handler) => wrap(this, each, 'notFoundHandler', attributes)
    if (typeof options === 'function') return setNotFoundHandler.call(this, wrapped(options as Handler))
    return setNotFoundHandler.call(this, withHooks(this, options, wrap), handler && wrapped(handler))
  }
}

function wrapRoute(instance: FastifyInstance, route: RouteOptions, wrap: Wrap): void {
  for (const name of LIFECYCLE_HOOKS) {
    const hooks = route[name]
    if (hooks === undefined || hooks === null) continue
    const attributes = {
      'hook.name': `${instance.pluginName} - route -> ${name}`,
      'fastify.type': 'route-hook',
      [ATTR_HTTP_ROUTE]: route.url,
    }
    const wrapped = (hook: unknown) => wrap(instance, hook as Handler, name, attributes)
    route[name] = Array.isArray(hooks) ? hooks.map(wrapped) : wrapped(hooks)
  }
  route.handler = wrap(instance, route.handler, 'handler', {
    'hook.name': `${instance.pluginName} - route-handler`,
    'fastify.type': 'request-handler',
    [ATTR_HTTP_ROUTE]: route.url,
  })
}

/** A not-found handler may have hooks of its own. */
function withHooks(instance: FastifyInstance, options: object, wrap: Wrap): object {
  const own: Record<string, unknown> = { ...options }
  for (const name of ['preValidation', 'preHandler']) {
    const hooks = own[name]
    const wrapped = (hook: unknown) => wrap(instance, hook as Handler, name, undefined)
    if (Array.isArray(hooks)) own[name] = hooks.map(wrapped)
    else if (typeof hooks === 'function') own[name] = wrapped(hooks)
  }
  return own
}

function isLifecycleHook(name: string): boolean {
  return (LIFECYCLE_HOOKS as readonly string[]).includes(name)
}

/** Whether Fastify awaits the hook's promise, so that there is no `done` to call. */
export function isAsync(hook: { readonly constructor: { readonly name: string } }): boolean {
  return hook.constructor.name === 'AsyncFunction'
}
