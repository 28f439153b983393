import type { TopLevel } from '@heddle/module-hook'
import type { Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { replaceFunction } from '../functions'
import type { Library } from '../library'
import { type HonoContext, type Matched, serve } from './serving'

/**
 * Hono on `@hono/node-server`: no spans. The http server span gets its route and its errors, and each
 * handler runs in the context of its request, whoever has called `next`.
 */
export const HONO: Library = {
  name: 'hono',
  files: ['dist/context.js', 'dist/cjs/context.js'].map((file) => {
    const isModule = file === 'dist/context.js'
    return {
      packageName: 'hono',
      file,
      isModule,
      // In an ES module the word would make a bundler take it for CommonJS.
      names: isModule ? [] : ['exports'],
      functions: ['Context'],
      majors: [4],
      patch: replaceContext,
    }
  }),
}

type ContextClass = new (request: object, options?: ContextOptions, ...rest: unknown[]) => HonoContext

interface ContextOptions {
  readonly env?: { readonly incoming?: unknown }
  readonly path?: string
  /** The handlers whose path is that of the request. Before 4.3 they are elsewhere. */
  readonly matchResult?: readonly [matched: Matched, ...params: unknown[]]
}

/** A request has its context when its handlers are known, and before the first of them runs. */
function replaceContext(topLevel: TopLevel, calls: Calls): Undo[] {
  return replaceFunction(topLevel, 'Context', (original) => {
    const Original = original as unknown as ContextClass
    const Replacement = class Context extends Original {
      constructor(request: object, options?: ContextOptions, ...rest: unknown[]) {
        super(request, options, ...rest)
        const matched = calls.enabled ? options?.matchResult?.[0] : undefined
        const incoming = options?.env?.incoming ?? incomingOf(request)
        if (matched === undefined || typeof incoming !== 'object' || incoming === null) return
        try {
          serve(this, incoming, matched, options?.path ?? '', calls)
        } catch (error) {
          reportOnce('a request could not be followed through Hono', error)
        }
      }
    }
    return Replacement as unknown as typeof original
  })
}

let incomingKey: symbol | undefined

/** `@hono/node-server` keeps it in its request, where an app has an environment of its own. */
function incomingOf(request: object): unknown {
  incomingKey ??= Object.getOwnPropertySymbols(request).find(({ description }) => description === 'incomingKey')
  return incomingKey && (request as Record<symbol, unknown>)[incomingKey]
}
