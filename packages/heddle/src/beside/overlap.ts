import { diag, type Tracer } from '@opentelemetry/api'
import type { Logger } from '@opentelemetry/api-logs'
import type { InstrumentationName } from '../config/resolve'
import { PASSING_TRACER } from './passing-tracer'
import { hasManyOrigins, ORIGINS, tracerOfOrigins } from './sentry-origins'

/**
 * Other people's instrumentations that do the same as one of ours, by name, which is also the name
 * of their scope. Sentry 8 to 10 have contrib's under names of their own.
 */
const COVERED: Readonly<Record<string, InstrumentationName>> = {
  '@opentelemetry/instrumentation-http': 'http',
  '@opentelemetry_sentry-patched/instrumentation-http': 'http',
  '@sentry/instrumentation-http': 'http',
  '@opentelemetry/instrumentation-undici': 'undici',
  'opentelemetry-instrumentation-fetch-node': 'undici',
  '@sentry/instrumentation-undici': 'undici',
  '@vercel/otel/fetch': 'undici',
  '@opentelemetry/instrumentation-express': 'express',
  '@opentelemetry/instrumentation-router': 'express',
  '@sentry/instrumentation-express': 'express',
  '@sentry/instrumentation-express-v5': 'express',
  '@opentelemetry/instrumentation-fastify': 'fastify',
  '@fastify/otel': 'fastify',
  '@sentry/instrumentation-fastify': 'fastify',
  '@sentry/instrumentation-fastify-v3': 'fastify',
  '@opentelemetry/instrumentation-koa': 'koa',
  '@sentry/instrumentation-koa': 'koa',
  '@hono/otel': 'hono',
  '@opentelemetry/instrumentation-pino': 'pino',
  '@opentelemetry/instrumentation-pg': 'pg',
  '@opentelemetry/instrumentation-graphql': 'graphql',
  '@sentry/instrumentation-graphql': 'graphql',
  '@opentelemetry/instrumentation-grpc': 'grpc',
  '@opentelemetry/instrumentation-ioredis': 'ioredis',
  '@opentelemetry/instrumentation-mongodb': 'mongodb',
  '@opentelemetry/instrumentation-mongoose': 'mongodb',
  '@opentelemetry/instrumentation-mysql2': 'mysql2',
  '@sentry/instrumentation-mongodb': 'mongodb',
  '@sentry/instrumentation-mongoose': 'mongodb',
  '@sentry/instrumentation-mysql2': 'mysql2',
  '@opentelemetry/instrumentation-redis': 'redis',
  '@opentelemetry/instrumentation-redis-4': 'redis',
  '@opentelemetry/instrumentation-amqplib': 'amqplib',
  '@opentelemetry/instrumentation-kafkajs': 'kafkajs',
  '@opentelemetry/instrumentation-aws-sdk': 'aws-sdk',
  '@traceloop/instrumentation-anthropic': 'anthropic',
  '@arizeai/openinference-instrumentation-anthropic': 'anthropic',
  '@traceloop/instrumentation-mcp': 'mcp',
  '@opentelemetry/instrumentation-openai': 'openai',
  '@elastic/opentelemetry-instrumentation-openai': 'openai',
  '@traceloop/instrumentation-openai': 'openai',
  '@arizeai/openinference-instrumentation-openai': 'openai',
  '@opentelemetry/instrumentation-socket.io': 'socket.io',
}

const CONTRIB = '@opentelemetry/instrumentation-'
const GATHERED_MS = 1_000

/** For the log records of scopes that are left out. */
const SILENT_LOGGER: Logger = { emit() {}, enabled: () => false }

/**
 * Keeps one span a hop, and one log record a line, in an app that has OpenTelemetry's own
 * instrumentations of what ours cover: by `instrumentations`, or by another SDK that came too late
 * to own the process, so that its instrumentations use our providers.
 */
export class Overlap {
  readonly #own: ReadonlySet<InstrumentationName>
  readonly #said = new Set<string>()
  /** Scopes of contrib's that have asked for a tracer: each instrumentation does when it is made. */
  readonly #made = new Set<string>()
  #unsaid: { readonly what: string; readonly own: readonly InstrumentationName[] }[] = []

  /** @param own - ours that are on */
  constructor(own: ReadonlySet<InstrumentationName>) {
    this.#own = own
  }

  /**
   * Whether one of ours does the same as the instrumentation of that name. If so, this is reported,
   * once.
   */
  covers(instrumentationName: string): boolean {
    const own = Object.hasOwn(COVERED, instrumentationName) ? COVERED[instrumentationName] : undefined
    if (own === undefined || !this.#own.has(own)) return false
    this.#say(instrumentationName, [own])
    return true
  }

  /** The tracer to use for what that scope makes, in place of the one that it would get. */
  tracerFor(scopeName: string, tracer: Tracer): Tracer {
    if (scopeName.startsWith(CONTRIB)) this.#made.add(scopeName)
    if (this.covers(scopeName)) return PASSING_TRACER
    return hasManyOrigins(scopeName) ? tracerOfOrigins(tracer, (origin) => this.#coversOrigin(origin)) : tracer
  }

  /** The same for log records. */
  loggerFor(scopeName: string, logger: Logger): Logger {
    return this.covers(scopeName) ? SILENT_LOGGER : logger
  }

  /** Whether an instrumentation of contrib's by that name was made in this process, by whomever. */
  hasTracer(scopeName: string): boolean {
    return this.#made.has(scopeName)
  }

  #coversOrigin(origin: string): boolean {
    const own = Object.hasOwn(ORIGINS, origin) ? ORIGINS[origin] : undefined
    if (own === undefined || !this.#own.has(own)) return false
    // They come one by one, as the app is used, and are one sentence all the same.
    this.#say('Sentry’s spans of requests and their handlers', new Set(Object.values(ORIGINS)))
    return true
  }

  #say(what: string, own: Iterable<InstrumentationName>): void {
    if (this.#said.has(what)) return
    this.#said.add(what)
    // They come one by one, as the app uses what they instrument, and are one sentence.
    if (this.#unsaid.push({ what, own: [...own].filter((name) => this.#own.has(name)) }) === 1)
      setTimeout(() => this.report(), GATHERED_MS).unref()
  }

  /** Says what has not been said yet. */
  report(): void {
    const unsaid = this.#unsaid
    if (unsaid.length === 0) return
    this.#unsaid = []
    const own = new Set(unsaid.flatMap((each) => each.own))
    const names = unsaid.map(({ what }) => what).sort()
    diag.warn(
      `left out, as Heddle does the same by itself, so that nothing is recorded twice: ${names.join(', ')}. ` +
        `To have ${names.length > 1 || own.size > 1 ? 'them' : 'it'} instead of ours, set HEDDLE_DISABLED_INSTRUMENTATIONS=${[...own].join(',')}`,
    )
  }
}
