import type { TopLevel } from '@heddle/module-hook'
import { ATTR_CODE_FUNCTION_NAME } from '@opentelemetry/semantic-conventions'
import { serverSpanOf } from '../../http/server/request-state'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'

/** What Nest hands to a route's handler: Fastify's own request has Node's as `raw`. */
type NestRequest = { readonly raw?: object } | null | undefined
type Handler = (this: unknown, request: NestRequest, response: unknown, next: unknown) => unknown

interface RouterExecutionContext {
  create(
    this: unknown,
    instance: object | undefined,
    callback: unknown,
    methodName: unknown,
    ...rest: unknown[]
  ): Handler
}

/**
 * Nest, on either adapter: the server span says which method of which controller serves the request.
 * There is no span of its own. frameworks/descriptors.ts has the errors that its filters answer, and the
 * adapters' instrumentations have the routes.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/code/
 */
export const NESTJS: Library = {
  name: 'nestjs-core',
  files: [
    {
      packageName: '@nestjs/core',
      file: 'router/router-execution-context.js',
      // From 12 on.
      isModule: true,
      names: ['RouterExecutionContext'],
      majors: [11, 12],
      patch: patchRoutes,
    },
  ],
}

function patchRoutes({ RouterExecutionContext }: TopLevel, calls: Calls): Undo[] {
  const { prototype } = RouterExecutionContext as { readonly prototype: RouterExecutionContext }
  return [
    patch(
      prototype,
      'create',
      (create) =>
        function (instance, callback, methodName, ...rest) {
          const handler = create.call(this, instance, callback, methodName, ...rest)
          // A class may have no name.
          const name = [instance?.constructor?.name, methodName].filter(Boolean).join('.')
          return function (request, response, next) {
            if (calls.enabled) nameHandler(request, name)
            return handler.call(this, request, response, next)
          }
        },
    ),
  ]
}

function nameHandler(request: NestRequest, name: string): void {
  if (typeof request !== 'object' || request === null) return
  const span = serverSpanOf(request.raw ?? request)
  if (span?.isRecording()) span.setAttribute(ATTR_CODE_FUNCTION_NAME, name)
}
