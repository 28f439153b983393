import { type Attributes, context, type Span } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, ending, failed, settled } from '../calls'
import type { Library } from '../library'
import { QueryDescriptions } from '../sql/query-description'
import { parametersOf } from '../sql/query-parameters'
import { POSTGRESQL } from '../sql/scanner'
import { sqlState } from '../sql/sql-state'

interface Client {
  readonly host?: string
  readonly port?: number
  readonly database?: string
  query(...args: QueryArguments): unknown
}

type Callback = (error: unknown, ...results: unknown[]) => unknown
type QueryArguments = [config?: unknown, values?: unknown, callback?: unknown]

/** A query object of `pg` itself, of `pg-cursor` or of `pg-query-stream`. */
interface Submittable {
  submit(...args: unknown[]): unknown
  handleError(...args: unknown[]): unknown
  handleReadyForQuery(...args: unknown[]): unknown
}

interface Pool {
  connect(callback?: unknown): unknown
}

/**
 * PostgreSQL by `pg` and `pg-pool`: a span for each query. A connection, and the wait for one, is no
 * span.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/postgresql/
 */
export const PG: Library = {
  name: 'pg',
  files: [
    { packageName: 'pg', file: 'lib/client.js', names: ['Client'], majors: [8], patch: patchClient },
    { packageName: 'pg', file: 'lib/native/client.js', names: ['Client'], majors: [8], patch: patchClient },
    { packageName: 'pg-pool', file: 'index.js', names: ['Pool'], majors: [3], patch: patchPool },
  ],
}

const descriptions = new QueryDescriptions(POSTGRESQL)
const connections = new WeakMap<object, Attributes>()

function patchClient(topLevel: { readonly Client?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Client as { readonly prototype: Client }
  return [
    patch(
      prototype,
      'query',
      (original) =>
        function query(this: Client, ...args) {
          const [config] = args
          const text = textIn(config)
          if (text === undefined) return original.apply(this, args)
          const span = calls.start(() => {
            const more = calls.options.queryParameters ? parametersOf(valuesIn(args)) : undefined
            return descriptions.span(text, { ...connectionOf(this), ...more })
          })
          if (span === undefined) return original.apply(this, args)
          if (isSubmittable(config)) followSubmitted(config, span)
          const hasCallback =
            isSubmittable(config) || replaceCallback(args, (callback) => ending(span, callback, sqlState))
          try {
            const result = original.apply(this, args)
            return hasCallback ? result : settled(span, result as Promise<unknown>, sqlState)
          } catch (error) {
            failed(span, error, sqlState)
            throw error
          }
        },
    ),
  ]
}

/** An idle client is handed to whoever waits by whoever gives it back, in the context of that one. */
function patchPool(topLevel: { readonly Pool?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Pool as { readonly prototype: Pool }
  return [
    patch(
      prototype,
      'connect',
      (original) =>
        function connect(this: Pool, callback) {
          if (!calls.enabled || typeof callback !== 'function') return original.call(this, callback)
          return original.call(this, context.bind(context.active(), callback as Callback))
        },
    ),
  ]
}

function connectionOf(client: Client): Attributes {
  const known = connections.get(client)
  if (known !== undefined) return known
  const { host, port, database } = client
  const isSocket = host?.startsWith('/')
  const attributes: Attributes = {
    'db.system.name': 'postgresql',
    ...(database && { 'db.namespace': database }),
    ...(host && { 'server.address': host }),
    ...(host && port && !isSocket && { 'server.port': Number(port) }),
  }
  connections.set(client, attributes)
  return attributes
}

/** `pg` takes it behind the text, behind the values, or in the configuration. */
function replaceCallback(args: QueryArguments, replace: (callback: Callback) => Callback): boolean {
  for (const index of [2, 1]) {
    if (typeof args[index] !== 'function') continue
    args[index] = replace(args[index] as Callback)
    return true
  }
  const { callback } = (args[0] ?? {}) as { readonly callback?: unknown }
  if (typeof callback !== 'function') return false
  args[0] = { ...(args[0] as object), callback: replace(callback as Callback) }
  return true
}

/** A stream has it in its cursor. */
function textIn(config: unknown): string | undefined {
  return typeof config === 'string' ? config : (textOf(config, 'text') ?? textOf(propertyOf(config, 'cursor'), 'text'))
}

/** They stand behind the text, or in the configuration. */
function valuesIn([config, values]: QueryArguments): unknown {
  return Array.isArray(values)
    ? values
    : (propertyOf(config, 'values') ?? propertyOf(propertyOf(config, 'cursor'), 'values'))
}

function isSubmittable(config: unknown): config is Submittable {
  return typeof (config as Partial<Submittable> | undefined)?.submit === 'function'
}

/**
 * It ends when the connection is ready for the next query: a cursor, when it was read or closed. A
 * stream has a cursor, which the connection tells of it too.
 */
function followSubmitted(query: Submittable, span: Span): void {
  const { cursor } = query as { readonly cursor?: unknown }
  const undos = [query, cursor]
    .filter(isSubmittable)
    .flatMap((each) => [
      onCall(each, 'handleError', (error) => finish(() => failed(span, error, sqlState))),
      onCall(each, 'handleReadyForQuery', () => finish(() => span.end())),
    ])
  const finish = (end: () => void) => {
    if (undos.length > 0) end()
    for (const undo of undos.splice(0)) undo()
  }
}

function onCall(
  query: Submittable,
  method: 'handleError' | 'handleReadyForQuery',
  tell: (given: unknown) => void,
): Undo {
  return patch(
    query,
    method,
    (original) =>
      function (this: Submittable, ...args) {
        tell(args[0])
        return original.apply(this, args)
      },
  )
}
