import { type Attributes, context, type Span } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, type ErrorFacts, ending, failed, withMessage } from '../calls'
import type { Library } from '../library'
import { MONGOOSE } from './mongoose'

interface Connection {
  /** Host and port; of a socket's file, a number in hexadecimal. */
  readonly address?: string
  command(...args: CommandArguments): unknown
}

interface Pool {
  checkOut(...args: unknown[]): unknown
}

/** As a document, or read on demand. */
interface Reply {
  readonly writeErrors?: readonly object[]
  has?(name: string): boolean
  toObject?(): Reply
}

type Callback = (error: unknown, ...results: unknown[]) => unknown
type Command = Readonly<Record<string, unknown>>
/** Before 6.4 with a callback. */
type CommandArguments = [ns: Namespace, command: Command, options?: unknown, last?: unknown]

interface Namespace {
  readonly db?: string
}

/**
 * MongoDB: a span for each command that the app's calls send. Those with which the driver connects, and
 * watches its servers, are no spans.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/mongodb/
 */
export const MONGODB: Library = {
  name: 'mongodb',
  files: [
    {
      packageName: 'mongodb',
      file: 'lib/cmap/connection.js',
      names: ['Connection', 'ModernConnection'],
      majors: [6, 7],
      patch: patchConnections,
    },
    {
      packageName: 'mongodb',
      file: 'lib/cmap/connection_pool.js',
      names: ['ConnectionPool'],
      majors: [6],
      patch: patchPool,
    },
    ...MONGOOSE,
  ],
}

const OWN: ReadonlySet<string> = new Set([
  'authenticate',
  'endSessions',
  'hello',
  'isMaster',
  'ismaster',
  'saslContinue',
  'saslStart',
])

/** Commands whose first value is the name of a collection. */
const OF_COLLECTION: ReadonlySet<string> = new Set([
  'aggregate',
  'collMod',
  'count',
  'create',
  'createIndexes',
  'createSearchIndexes',
  'delete',
  'distinct',
  'drop',
  'dropIndexes',
  'dropSearchIndex',
  'find',
  'findAndModify',
  'insert',
  'killCursors',
  'listIndexes',
  'update',
  'updateSearchIndex',
])

const servers = new WeakMap<Connection, Attributes>()

function patchConnections(topLevel: { readonly [name: string]: unknown }, calls: Calls): Undo[] {
  return [topLevel['Connection'], topLevel['ModernConnection']]
    .filter((each) => each !== undefined)
    .map((each) => patchConnection((each as { readonly prototype: Connection }).prototype, calls))
}

function patchConnection(prototype: Connection, calls: Calls): Undo {
  return patch(
    prototype,
    'command',
    (original) =>
      function command(this: Connection, ...args) {
        const [ns, sent] = args
        const operation = nameOf(sent)
        if (operation === undefined || OWN.has(operation)) return original.apply(this, args)
        const span = calls.start(() => described(this, ns, operation, sent))
        if (span === undefined) return original.apply(this, args)
        const callback = args[3]
        if (isCallback(callback)) {
          args[3] = ending(span, callback, factsOf, (reply) => refusedBy(reply as Reply))
          return original.apply(this, args)
        }
        return answered(span, original.apply(this, args) as Promise<Reply>)
      },
  )
}

/** Before 6.4 a connection is handed to whoever waits in the context of whoever gives it back. */
function patchPool(topLevel: { readonly ConnectionPool?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.ConnectionPool as { readonly prototype: Pool }
  return [
    patch(
      prototype,
      'checkOut',
      (original) =>
        function checkOut(this: Pool, ...args) {
          const [callback] = args
          if (calls.enabled && isCallback(callback)) args[0] = context.bind(context.active(), callback)
          return original.apply(this, args)
        },
    ),
  ]
}

/** A write that the server refused is in the answer of a command that went well. */
async function answered(span: Span, call: Promise<Reply>): Promise<Reply> {
  let reply: Reply
  try {
    reply = await call
  } catch (error) {
    failed(span, error, factsOf)
    throw error
  }
  const refused = refusedBy(reply)
  if (refused === undefined) span.end()
  else failed(span, refused, factsOf)
  return reply
}

function refusedBy(reply: Reply): unknown {
  try {
    if (reply?.has ? !reply.has('writeErrors') : !reply?.writeErrors) return undefined
    const [first] = (reply.has ? reply.toObject?.() : reply)?.writeErrors ?? []
    return first && { name: 'MongoServerError', ...first }
  } catch {
    return undefined
  }
}

/** A command is a document whose first key is its name. */
function nameOf(command: Command): string | undefined {
  for (const name in command) return name
  return undefined
}

function described(connection: Connection, ns: Namespace, operation: string, command: Command) {
  const collection = textOf(command, operation === 'getMore' ? 'collection' : operation)
  const target = operation === 'getMore' || OF_COLLECTION.has(operation) ? collection : undefined
  const size = sizeOf(command['documents'] ?? command['updates'] ?? command['deletes'])
  return {
    name: target === undefined ? operation : `${operation} ${target}`,
    attributes: {
      ...serverOf(connection),
      'db.operation.name': operation,
      ...(ns.db && { 'db.namespace': ns.db }),
      ...(target !== undefined && { 'db.collection.name': target }),
      // Fewer are no batch.
      ...(size > 1 && { 'db.operation.batch.size': size }),
    },
  }
}

/** Documents, or what the driver makes of them: a sequence. */
function sizeOf(documents: unknown): number {
  const list = propertyOf(documents, 'documents') ?? documents
  return Array.isArray(list) ? list.length : 0
}

function serverOf(connection: Connection): Attributes {
  const known = servers.get(connection)
  if (known !== undefined) return known
  const { host, port } = /^\[?(?<host>.+?)\]?:(?<port>\d+)$/.exec(connection.address ?? '')?.groups ?? {}
  const attributes: Attributes = {
    'db.system.name': 'mongodb',
    ...(host && { 'server.address': host, 'server.port': Number(port) }),
  }
  servers.set(connection, attributes)
  return attributes
}

/** The class of the reply, which is there in newer versions, makes one. */
const isCallback = (value: unknown): value is Callback => typeof value === 'function' && !('make' in value)

/**
 * The server's code. Its message can have values in it, such as those of a duplicate key: the name of
 * the code is recorded in place of the message.
 */
function factsOf(error: unknown): ErrorFacts {
  const code = propertyOf(error, 'code')
  if (typeof code !== 'number') return {}
  return {
    type: String(code),
    attributes: { 'db.response.status_code': String(code) },
    recorded: withMessage(error, textOf(error, 'codeName') ?? `code ${code}`),
  }
}
