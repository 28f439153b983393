import type { TopLevel } from '@heddle/module-hook'
import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'
import { errorType, propertyOf, textOf } from '../../http-semantics/span-error'
import type { Undo } from '../../patch'
import { type Calls, failed } from '../calls'
import { replaceFunction } from '../functions'
import type { Library } from '../library'

/** What the app executes. */
interface Operation {
  readonly document?: { readonly definitions?: readonly Definition[] }
  readonly operationName?: string | null
}

interface Definition {
  readonly kind: string
  readonly operation?: string
  readonly name?: { readonly value: string }
}

/** The client chooses the name, and its length. */
const MAX_NAME_LENGTH = 255
const FUNCTIONS = ['execute', 'experimentalExecuteIncrementally', 'executeIgnoringIncremental', 'subscribe']

/**
 * GraphQL by `graphql`, under any server: a span for each operation, which is active while its
 * resolvers run. What a subscription sends after its first answer is no span. The document is not on
 * the span: it may have secrets in it.
 *
 * The tracing channels of 17 are not used: they make a span active by `bindStore`, to which a context
 * manager would have to hand its `AsyncLocalStorage`, and the API has no way to ask for one.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/
 */
export const GRAPHQL: Library = {
  name: 'graphql',
  files: ['execution/execute', 'execution/subscribe'].flatMap((file) =>
    ['.js', '.mjs'].map((extension) => ({
      packageName: 'graphql',
      file: file + extension,
      isModule: extension === '.mjs',
      // In an ES module the word would make a bundler take it for CommonJS.
      names: extension === '.js' ? ['exports'] : [],
      functions: FUNCTIONS,
      majors: [16, 17],
      patch: patchFunctions,
    })),
  ),
}

function patchFunctions(topLevel: TopLevel, calls: Calls): Undo[] {
  return FUNCTIONS.flatMap((name) =>
    replaceFunction(
      topLevel,
      name,
      (original) =>
        function (this: unknown, ...args) {
          const span = spanOf(calls, args[0], name)
          if (span === undefined) return original.apply(this, args)
          try {
            const active = trace.setSpan(context.active(), span)
            const result = context.with(active, original, this, ...args)
            return isPromise(result) ? whenAnswered(span, result) : answered(span, result)
          } catch (error) {
            failed(span, error)
            throw error
          }
        },
    ),
  )
}

function spanOf(calls: Calls, args: Operation | undefined, name: string): Span | undefined {
  if (!calls.enabled) return undefined
  const operation = operationOf(args)
  // In 16 each event of a subscription is an execution.
  if (operation?.operation === 'subscription' && name !== 'subscribe') return undefined
  return calls.start(() => describe(operation), SpanKind.INTERNAL)
}

/** A document without the operation, or with several and none of them named, is answered with an error. */
function operationOf(args: Operation | undefined): Definition | undefined {
  const definitions = args?.document?.definitions
  if (!Array.isArray(definitions)) return undefined
  const operations = definitions.filter(({ kind }) => kind === 'OperationDefinition')
  const name = args?.operationName
  if (name !== undefined && name !== null) return operations.find((each) => each.name?.value === name)
  return operations.length === 1 ? operations[0] : undefined
}

function describe(operation: Definition | undefined): { readonly name: string; readonly attributes: Attributes } {
  const type = operation?.operation
  if (type === undefined) return { name: 'GraphQL Operation', attributes: {} }
  const name = operation?.name?.value.slice(0, MAX_NAME_LENGTH)
  const attributes = { 'graphql.operation.type': type, ...(name && { 'graphql.operation.name': name }) }
  return { name: name ? `${type} ${name}` : type, attributes }
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof propertyOf(value, 'then') === 'function'
}

function whenAnswered(span: Span, answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    (result) => answered(span, result),
    (error) => {
      failed(span, error)
      throw error
    },
  )
}

/**
 * The errors of resolvers are in the answer. They are exceptions of the request's span, where
 * frameworks/descriptors.ts records them, and fail this span without being recorded twice.
 */
function answered(span: Span, result: unknown): unknown {
  const errors = propertyOf(result, 'errors') ?? propertyOf(propertyOf(result, 'initialResult'), 'errors')
  if (Array.isArray(errors) && errors.length > 0) {
    const [error] = errors
    span.setAttribute(ATTR_ERROR_TYPE, errorType(propertyOf(error, 'originalError') ?? error))
    span.setStatus({ code: SpanStatusCode.ERROR, message: textOf(error, 'message') ?? '' })
  }
  span.end()
  return result
}
