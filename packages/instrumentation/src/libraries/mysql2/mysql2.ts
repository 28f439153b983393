import { type Attributes, context } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, type ErrorFacts, withMessage } from '../calls'
import type { Library } from '../library'
import { QueryDescriptions } from '../sql/query-description'
import { MYSQL } from '../sql/scanner'
import { type Callback, FollowedQuery } from './followed-query'

interface Connection {
  readonly config: ConnectionConfig
  query(...args: unknown[]): unknown
  execute(...args: unknown[]): unknown
  _notifyError(error: unknown): unknown
}

interface ConnectionConfig {
  readonly host?: string
  readonly port?: number
  readonly socketPath?: string
  /** Another one after `changeUser()`. */
  readonly database?: string
}

interface Statement {
  readonly query: string
  readonly _connection: Connection
  execute(...args: unknown[]): unknown
}

interface Declared {
  readonly [name: string]: { readonly prototype: object } | undefined
}

/**
 * MySQL and MariaDB by `mysql2`: a span for each query. A connection, the wait for one, and the
 * preparation of a statement are no spans. From 3.20 on mysql2 tells of its queries on tracing channels
 * too; but with the values in their texts, of a query that has waited for a connection not in its caller's
 * context, and who subscribes to them keeps the errors of queries without a callback from being thrown.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/mysql/
 */
export const MYSQL2: Library = {
  name: 'mysql2',
  files: [
    ...file('lib/base/connection.js', 'BaseConnection', patchConnection),
    ...file('lib/base/pool.js', 'BasePool', patchPool),
    ...file('lib/commands/prepare.js', 'PreparedStatementInfo', patchStatement),
    // Up to 3.11.0 the classes have no base.
    ...file('lib/connection.js', 'Connection', patchConnection),
    ...file('lib/pool.js', 'Pool', patchPool),
  ],
}

function file<Prototype>(
  path: string,
  declared: string,
  patchPrototype: (prototype: Prototype, calls: Calls) => Undo[],
): Library['files'] {
  return [
    {
      packageName: 'mysql2',
      file: path,
      names: [declared],
      majors: [3],
      patch(topLevel, calls) {
        const prototype = (topLevel as Declared)[declared]?.prototype
        return prototype === undefined ? [] : patchPrototype(prototype as Prototype, calls)
      },
    },
  ]
}

const descriptions = new QueryDescriptions(MYSQL)
const known = new WeakMap<Connection, Attributes>()

function patchConnection(prototype: Connection, calls: Calls): Undo[] {
  if (!Object.hasOwn(prototype, 'query')) return []
  const traced = (original: (...args: unknown[]) => unknown) =>
    function (this: Connection, ...args: unknown[]) {
      const [asked] = args
      const text = typeof asked === 'string' ? asked : textOf(asked, 'sql')
      const query = text === undefined ? undefined : start(calls, text, this)
      if (query === undefined) return original.apply(this, args)
      return query.send(args, () => original.apply(this, args))
    }
  return [
    patch(prototype, 'query', traced),
    patch(prototype, 'execute', traced),
    ...bindCallbacks(prototype, ['connect', 'prepare'], calls),
    patch(
      prototype,
      '_notifyError',
      (original) =>
        function _notifyError(this: Connection, error) {
          FollowedQuery.endAll(this, error)
          return original.call(this, error)
        },
    ),
  ]
}

/** A connection is handed to whoever waits by whoever gives it back, in the context of that one. */
function patchPool(prototype: object, calls: Calls): Undo[] {
  return Object.hasOwn(prototype, 'getConnection') ? bindCallbacks(prototype, ['getConnection'], calls) : []
}

function patchStatement(prototype: Statement, calls: Calls): Undo[] {
  return [
    patch(
      prototype,
      'execute',
      (original) =>
        function execute(this: Statement, ...args) {
          const query = start(calls, this.query, this._connection)
          if (query === undefined) return original.apply(this, args)
          return query.send(args, () => original.apply(this, args))
        },
    ),
  ]
}

function start(calls: Calls, text: string, connection: Connection): FollowedQuery | undefined {
  const span = calls.start(() => descriptions.span(text, factsOf(connection)))
  return span && new FollowedQuery(span, connection, errorFacts)
}

/** Without that, they run in the context of whoever has opened the connection, or given it back. */
function bindCallbacks(prototype: object, methods: readonly string[], calls: Calls): Undo[] {
  return methods.map((method) =>
    patch(
      prototype as Record<string, (...args: unknown[]) => unknown>,
      method,
      (original) =>
        function (this: object, ...args: unknown[]) {
          if (!calls.enabled) return original.apply(this, args)
          const bound = args.map((arg) =>
            typeof arg === 'function' ? context.bind(context.active(), arg as Callback) : arg,
          )
          return original.apply(this, bound)
        },
    ),
  )
}

function factsOf(connection: Connection): Attributes {
  const { host = 'localhost', port, socketPath, database } = connection.config
  const facts = known.get(connection)
  if (facts !== undefined && facts['db.namespace'] === database) return facts
  const attributes: Attributes = {
    'db.system.name': 'mysql',
    ...(database && { 'db.namespace': database }),
    'server.address': socketPath ?? host,
    ...(port && !socketPath && { 'server.port': Number(port) }),
  }
  known.set(connection, attributes)
  return attributes
}

/**
 * The server's error number. Its message can have values in it, such as those of a duplicate key: the name
 * of the error is recorded in place of the message. Node's numbers are negative.
 */
function errorFacts(error: unknown): ErrorFacts {
  const number = propertyOf(error, 'errno')
  if (typeof number !== 'number' || number <= 0) return {}
  return {
    type: String(number),
    attributes: { 'db.response.status_code': String(number) },
    recorded: withMessage(error, textOf(error, 'code') ?? `errno ${number}`),
  }
}
