import { type Attributes, context } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { type Calls, settled } from '../calls'
import type { Library } from '../library'
import { factsOfReply } from './reply-error'

/** What node-redis tells of a command or of a batch. */
interface Told {
  /** Upper case. */
  readonly command?: string
  readonly batchMode?: 'MULTI' | 'PIPELINE'
  readonly batchSize?: number
  readonly database?: number
  readonly serverAddress?: string
  readonly serverPort?: number
}

type Command = { readonly args: readonly unknown[] }

interface Client {
  readonly options?: { readonly socket?: { readonly host?: string; readonly port?: number; readonly path?: string } }
  sendCommand(args: readonly unknown[], options?: unknown): Promise<unknown>
  _executePipeline(commands: readonly Command[], ...rest: unknown[]): Promise<unknown>
  _executeMulti(commands: readonly Command[], ...rest: unknown[]): Promise<unknown>
}

interface Pool {
  execute(work: (client: unknown) => unknown): unknown
}

/**
 * Redis by node-redis: a span for each command, and one for a pipeline or a transaction. From 5.12 on
 * node-redis tells of them itself.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/redis/
 */
export const REDIS: Library = {
  name: 'redis',
  files: [
    {
      packageName: '@redis/client',
      file: 'dist/lib/client/index.js',
      names: ['RedisClient'],
      majors: [5],
      patch: patchClient,
    },
    {
      packageName: '@redis/client',
      file: 'dist/lib/client/pool.js',
      names: ['RedisClientPool'],
      majors: [5, 6],
      patch: patchPool,
    },
  ],
  channels: [
    {
      name: 'node-redis:command',
      ignores: ({ batchMode }: Told) => batchMode !== undefined,
      describe: (told: Told) => ({ name: told.command ?? 'redis', attributes: attributesOf(told, told.command) }),
      factsOf: factsOfReply,
    },
    {
      name: 'node-redis:batch',
      describe: (told: Told) => ({ name: told.batchMode ?? 'redis', attributes: attributesOf(told, told.batchMode) }),
      factsOf: factsOfReply,
    },
  ],
}

const FIRST_THAT_TELLS = 12

function patchClient(
  topLevel: { readonly RedisClient?: unknown; readonly default?: unknown },
  calls: Calls,
  version: string,
): Undo[] {
  if (Number(version.split('.')[1]) >= FIRST_THAT_TELLS) return []
  const { prototype } = (topLevel.RedisClient ?? topLevel.default) as { readonly prototype: Client }
  return [
    patch(
      prototype,
      'sendCommand',
      (original) =>
        function sendCommand(this: Client, args, ...rest) {
          const span = calls.start(() => {
            const command = String(args[0]).toUpperCase()
            return { name: command, attributes: attributesOf(serverOf(this), command) }
          })
          const reply = original.call(this, args, ...rest)
          return span === undefined ? reply : settled(span, reply, factsOfReply)
        },
    ),
    ...(['_executePipeline', '_executeMulti'] as const).map((method) =>
      patch(
        prototype,
        method,
        (original) =>
          function execute(this: Client, commands, ...rest) {
            const batchMode = method === '_executeMulti' ? 'MULTI' : 'PIPELINE'
            const span = calls.start(() => {
              const told = { ...serverOf(this), batchSize: commands.length }
              return { name: batchMode, attributes: attributesOf(told, batchMode) }
            })
            const replies = original.call(this, commands, ...rest)
            return span === undefined ? replies : settled(span, replies, factsOfReply)
          },
      ),
    ),
  ]
}

/** A client is handed to whoever waits by whoever gives it back, in the context of that one. */
function patchPool(topLevel: { readonly RedisClientPool?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.RedisClientPool as { readonly prototype: Pool }
  return [
    patch(
      prototype,
      'execute',
      (original) =>
        function execute(this: Pool, work) {
          return original.call(this, calls.enabled ? context.bind(context.active(), work) : work)
        },
    ),
  ]
}

function serverOf({ options }: Client): Told {
  const { host = 'localhost', port = 6379, path } = options?.socket ?? {}
  return path === undefined ? { serverAddress: host, serverPort: port } : { serverAddress: path }
}

function attributesOf(told: Told, operation: string | undefined): Attributes {
  const { database, serverAddress, serverPort, batchSize = 0 } = told
  return {
    'db.system.name': 'redis',
    ...(operation !== undefined && { 'db.operation.name': operation }),
    ...(database !== undefined && { 'db.namespace': String(database) }),
    ...(serverAddress && { 'server.address': serverAddress }),
    ...(serverAddress && serverPort && { 'server.port': serverPort }),
    // Fewer are no batch.
    ...(batchSize > 1 && { 'db.operation.batch.size': batchSize }),
  }
}
