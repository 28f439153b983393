import type { TopLevel } from '@heddle/module-hook'
import { type Attributes, type Context, context, type Span } from '@opentelemetry/api'
import { textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, failed } from '../calls'
import { replaceFunction } from '../functions'
import type { Library } from '../library'
import { QueryDescriptions } from '../sql/query-description'
import { POSTGRESQL } from '../sql/scanner'
import { sqlState } from '../sql/sql-state'

/** A promise that asks its server when somebody waits for it. */
interface Query {
  readonly strings: readonly string[]
  /** What the connection asks for itself cannot be cancelled. */
  readonly canceller?: unknown
  /** Whether it has been waited for. */
  readonly executed: boolean
  forEachFn?: unknown
  cursorFn?: unknown
  resolve(result: unknown): unknown
  reject(error: unknown): unknown
  handle(): unknown
}

interface Options {
  /** Of each server that may be connected to. */
  readonly host: readonly string[]
  readonly port: readonly number[]
  /** Of a socket's file. */
  readonly path?: string | false
  readonly database?: string
}

/**
 * PostgreSQL by postgres.js: a span for each query, from when a connection sends it. The wait for a
 * connection is no span.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/database/postgresql/
 */
export const POSTGRES: Library = {
  name: 'postgres',
  files: ['src', 'cjs/src'].flatMap((folder) => {
    const isModule = folder === 'src'
    const each = { packageName: 'postgres', isModule, majors: [3] }
    return [
      { ...each, file: `${folder}/query.js`, names: ['Query'], patch: patchQuery },
      // In an ES module the word would make a bundler take it for CommonJS.
      {
        ...each,
        file: `${folder}/types.js`,
        names: isModule ? [] : ['exports'],
        functions: ['stringify'],
        patch: patchStringify,
      },
    ]
  }),
}

const descriptions = new QueryDescriptions(POSTGRESQL)
const followed = new WeakMap<Query, FollowedQuery>()
const SYSTEM: Attributes = { 'db.system.name': 'postgresql' }
const connections = new WeakMap<Options, Attributes>()

function patchQuery(topLevel: { readonly Query?: unknown }, calls: Calls, version: string): Undo[] {
  // Has its `stringify` within another function.
  if (version.startsWith('3.0.')) return []
  const { prototype } = topLevel.Query as { readonly prototype: Query }
  return [
    patch(
      prototype,
      'handle',
      (original) =>
        function handle(this: Query) {
          if (calls.enabled && !this.executed && this.canceller) followed.set(this, new FollowedQuery(this, calls))
          return original.call(this)
        },
    ),
  ]
}

/** A connection makes the text of what it sends by this one, which is given its options. */
function patchStringify(topLevel: TopLevel): Undo[] {
  return replaceFunction(
    topLevel,
    'stringify',
    (original) =>
      function (this: unknown, ...args) {
        const text = original.apply(this, args)
        // A part of a text is a query too, which nobody waits for.
        followed.get(args[0])?.sent(text as string, args[5])
        return text
      },
  )
}

class FollowedQuery {
  readonly #query: Query
  readonly #calls: Calls
  readonly #caller: Context = context.active()
  #span: Span | undefined

  constructor(query: Query, calls: Calls) {
    this.#query = query
    this.#calls = calls
    // Rows come in the context of whoever has opened the connection.
    for (const name of ['forEachFn', 'cursorFn'] as const)
      if (typeof query[name] === 'function') query[name] = context.bind(this.#caller, query[name])
    replaceable(query, 'resolve', (result) => {
      // A copy is given as a stream, and resolved once more at its end.
      if (typeof (result as { pipe?: unknown } | undefined)?.pipe !== 'function') this.#end()
    })
    replaceable(query, 'reject', (error) => this.#fail(error))
  }

  /** Another time when PostgreSQL has a plan that is no longer valid. */
  sent(text: string, options: Options): void {
    this.#span ??= this.#start(() => descriptions.span(text, connectionOf(options)))
  }

  #start(describe: Parameters<Calls['start']>[0]): Span | undefined {
    return context.with(this.#caller, () => this.#calls.start(describe))
  }

  #end(): void {
    if (followed.delete(this.#query)) this.#span?.end()
  }

  /** Without a connection it has not been sent. A client that has ended is to listen once more by itself. */
  #fail(error: unknown): void {
    if (!followed.delete(this.#query)) return
    if (this.#span === undefined && textOf(error, 'code') === 'CONNECTION_ENDED') return
    const span = this.#span ?? this.#start(() => descriptions.span(this.#query.strings.join('?'), SYSTEM))
    if (span !== undefined) failed(span, error, sqlState)
  }
}

/** A cursor has its own functions in their place. */
function replaceable(query: Query, name: 'resolve' | 'reject', tell: (settled: unknown) => void): void {
  let original = query[name]
  const replacement = (settled: unknown) => {
    tell(settled)
    return original.call(query, settled)
  }
  Object.defineProperty(query, name, {
    configurable: true,
    enumerable: true,
    get: () => replacement,
    set: (value) => {
      original = value
    },
  })
}

function connectionOf(options: Options): Attributes {
  const known = connections.get(options)
  if (known !== undefined) return known
  const { host, port, path, database } = options
  // Which of several hosts is connected to is known to the connection alone.
  const server = host.length === 1 ? { 'server.address': host[0]!, 'server.port': Number(port[0]) } : {}
  const attributes: Attributes = {
    ...SYSTEM,
    ...(database && { 'db.namespace': database }),
    ...(path ? { 'server.address': path } : server),
  }
  connections.set(options, attributes)
  return attributes
}
