import { recordRequestError } from '../http/server/request-state'
import { patch, type Undo } from '../patch'
import { watchErrors } from './error-class'

/** A framework that answers its app's errors itself, so that no code around it sees them. */
export interface Framework {
  readonly packageName: string
  /**
   * The CommonJS files, relative to the package's root, that export the patched functions; one for
   * each generation.
   */
  readonly commonJs: readonly string[]
  /** The ES module that exports them. */
  readonly esModule: string
  /** Whether the app may have the framework, for a framework that must not be imported in vain. */
  isLoaded?(): boolean
  /** @param exports - the exports of one of the files above */
  patch(exports: Readonly<Record<string, unknown>>): Undo[]
}

type Class = { readonly prototype: object } | undefined

/**
 * Nest's filters, on Express and on Fastify: an error of a handler, guard, pipe, interceptor or
 * middleware comes here before a filter, the app's or Nest's own, answers it.
 */
const NEST: Framework = {
  packageName: '@nestjs/core',
  commonJs: ['exceptions/exceptions-handler.js'],
  esModule: 'exceptions/exceptions-handler.js',
  // Nest does not load without `Reflect` metadata, and few other packages bring it.
  isLoaded: () => 'getOwnMetadata' in Reflect,
  patch({ ExceptionsHandler }) {
    const prototype = (ExceptionsHandler as Class)?.prototype as ExceptionsHandlerPrototype | undefined
    if (typeof prototype?.next !== 'function') return []
    return [
      patch(
        prototype,
        'next',
        (next) =>
          function (exception, host) {
            const request = host?.getArgByIndex?.(0) as { raw?: object } | null | undefined
            if (typeof request === 'object' && request !== null) recordRequestError(request.raw ?? request, exception)
            return next.call(this, exception, host)
          },
      ),
    ]
  },
}

interface ExceptionsHandlerPrototype {
  next(this: unknown, exception: unknown, host: { getArgByIndex?(index: number): unknown } | undefined): unknown
}

/**
 * Procedures, middlewares and the creation of the context: tRPC wraps any error thrown there in a
 * `TRPCError`.
 */
const TRPC: Framework = {
  packageName: '@trpc/server',
  commonJs: ['dist/index.cjs', 'dist/index.js'],
  esModule: 'dist/index.mjs',
  patch: ({ TRPCError }) =>
    TRPCError === undefined
      ? []
      : watchErrors((TRPCError as { prototype: object }).prototype, (error) => {
          const { cause, message } = error as { cause?: { message?: unknown }; message?: unknown }
          // An error that the app has created itself says more than its cause.
          return cause?.message === message ? cause : error
        }),
}

/**
 * Resolvers and the creation of the context, under Apollo, Yoga, Mercurius and any other server on
 * `graphql`.
 */
const GRAPHQL: Framework = {
  packageName: 'graphql',
  commonJs: ['error/GraphQLError.js'],
  esModule: 'error/GraphQLError.mjs',
  patch: ({ GraphQLError }) =>
    GraphQLError === undefined
      ? []
      : watchErrors(
          (GraphQLError as { prototype: object }).prototype,
          (error) => (error as { originalError?: unknown }).originalError,
        ),
}

export const FRAMEWORKS: readonly Framework[] = [NEST, TRPC, GRAPHQL]
