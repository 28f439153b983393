import { type Attributes, type Span, trace } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { type Calls, failed } from '../calls'
import type { Library } from '../library'
import { factsOfReply } from '../redis/reply-error'

interface Command {
  readonly name: string
  resolve(result: unknown): void
  reject(error: unknown): void
}

interface Connection {
  readonly options: ConnectionOptions
  readonly condition?: { readonly select?: number }
  readonly status?: string
  sendCommand(command: Command, stream?: { readonly isPipeline?: boolean }, ...rest: unknown[]): unknown
}

interface ConnectionOptions {
  readonly host?: string
  readonly port?: number
  readonly path?: string
  readonly db?: number
  readonly connectionName?: string
  readonly enableAutoPipelining?: boolean
}

interface Pipeline {
  readonly redis: Connection
  readonly _queue: readonly Command[]
  /** Transactions whose EXEC is not queued yet. */
  readonly _transactions: number
  resolve(results: readonly (readonly [error: unknown, result?: unknown])[]): void
  reject(error: unknown): void
  sendCommand(command: Command): unknown
  exec(...args: unknown[]): unknown
}

/**
 * Redis by ioredis: a span for each command, and one for a pipeline or a transaction. ioredis tells of
 * its commands on tracing channels too, from 5.11 on; but not of pipelines, of what waits for the
 * connection not in its caller's context, and who subscribes to them keeps the app's unhandled
 * rejections from being reported.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/redis/
 */
export const IOREDIS: Library = {
  name: 'ioredis',
  files: [
    {
      packageName: 'ioredis',
      file: 'built/Redis.js',
      names: ['Redis'],
      majors: [5, 6],
      patch: patchConnection('Redis'),
    },
    {
      packageName: 'ioredis',
      file: 'built/cluster/index.js',
      names: ['Cluster'],
      majors: [5, 6],
      patch: patchConnection('Cluster'),
    },
    { packageName: 'ioredis', file: 'built/Pipeline.js', names: ['Pipeline'], majors: [5, 6], patch: patchPipeline },
  ],
}

/** Commands and pipelines that have been seen: those that are sent again are the same. */
const spans = new WeakMap<object, Span>()
const connections = new WeakMap<Connection, Attributes>()

function patchConnection(name: 'Redis' | 'Cluster') {
  return (topLevel: { readonly [name: string]: unknown }, calls: Calls): Undo[] => {
    const { prototype } = (topLevel[name] ?? topLevel['default']) as { readonly prototype: Connection }
    return [
      patch(
        prototype,
        'sendCommand',
        (original) =>
          function sendCommand(this: Connection, command, stream, ...rest) {
            const known = spans.get(command)
            // A cluster and a pipeline know the server later than the command.
            if (known !== undefined) known.setAttributes(connectionOf(this))
            else if (!stream?.isPipeline) startCommand(calls, command, this)
            return original.call(this, command, stream, ...rest)
          },
      ),
    ]
  }
}

function patchPipeline(topLevel: { readonly Pipeline?: unknown; readonly default?: unknown }, calls: Calls): Undo[] {
  const { prototype } = (topLevel.Pipeline ?? topLevel.default) as { readonly prototype: Pipeline }
  return [
    patch(
      prototype,
      'sendCommand',
      (original) =>
        function sendCommand(this: Pipeline, command) {
          if (isAutomatic(this)) startCommand(calls, command, this.redis)
          return original.call(this, command)
        },
    ),
    patch(
      prototype,
      'exec',
      (original) =>
        function exec(this: Pipeline, ...args) {
          const isSent = this._transactions === 0 && this._queue.length > 0
          if (isSent && !spans.has(this) && !isAutomatic(this)) startPipeline(calls, this)
          // An argument too many is one of Redis's EXEC.
          return original.apply(this, args)
        },
    ),
  ]
}

function startCommand(calls: Calls, command: Command, connection: Connection): void {
  if (isOwn(connection, command)) return
  const span = calls.start(() => described(command.name, connection))
  if (span !== undefined) endWith(command, span, () => undefined)
}

function startPipeline(calls: Calls, pipeline: Pipeline): void {
  const span = calls.start(() => {
    const [first] = pipeline._queue
    const isTransaction = first?.name === 'multi'
    // Without MULTI and EXEC.
    const commands = isTransaction ? pipeline._queue.slice(1, -1) : pipeline._queue
    const names = new Set(commands.map(({ name }) => name))
    const mode = isTransaction ? 'MULTI' : 'PIPELINE'
    const { name, attributes } = described(names.size === 1 ? `${mode} ${[...names]}` : mode, pipeline.redis)
    // Fewer are no batch.
    return {
      name,
      attributes: commands.length > 1 ? { ...attributes, 'db.operation.batch.size': commands.length } : attributes,
    }
  })
  if (span !== undefined) endWith(pipeline, span, (results) => results.find(([error]) => error)?.[0])
}

function described(
  operation: string,
  connection: Connection,
): { readonly name: string; readonly attributes: Attributes } {
  return { name: operation, attributes: { ...connectionOf(connection), 'db.operation.name': operation } }
}

/**
 * Its promise stays the only one: another one that handles its rejection would keep it from being
 * reported as unhandled.
 *
 * @param errorIn - the error that a result is or holds
 */
function endWith<Result>(
  call: { resolve(result: Result): void; reject(error: unknown): void },
  span: Span,
  errorIn: (result: Result) => unknown,
): void {
  spans.set(call, span)
  const { resolve, reject } = call
  const end = (error: unknown) => {
    Object.assign(call, { resolve, reject })
    if (error) failed(span, error, factsOfReply)
    else span.end()
  }
  call.resolve = function (result) {
    end(errorIn(result))
    return resolve.call(this, result)
  }
  call.reject = function (error) {
    end(error)
    return reject.call(this, error)
  }
}

function connectionOf(connection: Connection): Attributes {
  const { host, port = 6379, path, db = 0 } = connection.options
  const namespace = String(connection.condition?.select ?? db)
  const known = connections.get(connection)
  if (known?.['db.namespace'] === namespace) return known
  const address = path ?? host
  const attributes: Attributes = {
    'db.system.name': 'redis',
    'db.namespace': namespace,
    ...(address && { 'server.address': address }),
    ...(address && path === undefined && { 'server.port': port }),
  }
  connections.set(connection, attributes)
  return attributes
}

const HANDSHAKE: ReadonlySet<string> = new Set(['auth', 'client', 'hello', 'info', 'readonly', 'select'])

/** Commands of ioredis itself, with which it connects, or looks for a master or a cluster's nodes. */
function isOwn({ status, options }: Connection, { name }: Command): boolean {
  if (status === 'connect' && HANDSHAKE.has(name)) return true
  // Up to 5.10 ioredis selects its database when it is ready.
  if (name === 'select' && trace.getActiveSpan() === undefined) return true
  return name === 'sentinel' || !!options.connectionName?.startsWith('ioredis-cluster(refresher)')
}

/** A pipeline that ioredis makes of the calls of many callers. */
function isAutomatic(pipeline: Pipeline): boolean {
  if (!pipeline.redis.options.enableAutoPipelining) return false
  return Object.getOwnPropertySymbols(pipeline).some(({ description }) => description === 'callbacks')
}
