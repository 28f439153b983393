import type { TopLevel } from '@heddle/module-hook'
import { propertyOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'
import { rememberError } from './errors'
import { type Compose, composeInContext } from './middlewares'
import { nameRoutes, type RouterPrototype } from './routes'

/**
 * Koa, with `@koa/router` or `koa-router`: no spans. The http server span gets its route and its
 * errors, and each middleware runs in the context of its request, whoever has called `next`.
 */
export const KOA: Library = {
  name: 'koa',
  files: [
    { packageName: 'koa', file: 'lib/application.js', names: ['module'], majors: [2, 3], patch: patchApplication },
    { packageName: 'koa-compose', file: 'index.js', names: ['module'], majors: [4], patch: replaceCompose },
    { packageName: 'koa-router', file: 'lib/router.js', names: ['Router'], majors: [12, 13, 14], patch: patchRouter },
    { packageName: '@koa/router', file: 'lib/router.js', names: ['Router'], majors: [12, 13, 14], patch: patchRouter },
    ...['dist/index.js', 'dist/index.mjs'].map((file) => ({
      packageName: '@koa/router',
      file,
      isModule: file.endsWith('.mjs'),
      names: ['RouterImplementation'],
      majors: [15],
      patch: patchRouter,
    })),
  ],
}

interface Emitter {
  emit(event: string | symbol, ...args: unknown[]): boolean
}

/** Koa's own handler of errors emits them before it answers, and apps with a handler of their own do so too. */
function patchApplication(topLevel: TopLevel, calls: Calls): Undo[] {
  const Application = exportsIn(topLevel) as { readonly prototype: Emitter }
  return [
    patch(
      Application.prototype,
      'emit',
      (original) =>
        function emit(this: Emitter, event, ...args) {
          if (event === 'error' && calls.enabled) rememberError(propertyOf(args[1], 'req'), args[0])
          return original.call(this, event, ...args)
        },
    ),
  ]
}

/** Apps, routers and mounts are composed by this one function. Who has it already keeps the original. */
function replaceCompose(topLevel: TopLevel, calls: Calls): Undo[] {
  const module = topLevel['module'] as { exports: unknown } | undefined
  if (typeof module?.exports === 'function') module.exports = composeInContext(module.exports as Compose, calls)
  return []
}

function patchRouter({ Router, RouterImplementation }: TopLevel, calls: Calls): Undo[] {
  return nameRoutes(((Router ?? RouterImplementation) as { readonly prototype: RouterPrototype }).prototype, calls)
}

function exportsIn(topLevel: TopLevel): unknown {
  return propertyOf(topLevel['module'] ?? topLevel, 'exports')
}
