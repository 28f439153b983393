import { AsyncResource } from 'node:async_hooks'
import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type TextMapGetter,
  type TextMapPropagator,
  trace,
} from '@opentelemetry/api'

/** Takes the context across what loses it. */
export interface CarriedContext {
  /**
   * Returns a function that runs in the context of this call, whoever calls it: for callbacks of
   * pools, queues and event emitters that keep them and call them for someone else.
   *
   * @example
   * emitter.on('row', heddle.bind((row) => log.info('row', { id: row.id })))
   */
  bind<Function extends (...args: never[]) => unknown>(work: Function): Function

  /**
   * Writes the active context into `carrier`, such as the headers of a message, by the propagation
   * that is configured: `traceparent`, `tracestate` and `baggage` by default. Returns the carrier.
   * What throws in the carrier is left out.
   *
   * @default carrier a new object
   * @example
   * channel.publish('orders', '', body, { headers: heddle.inject() })
   */
  inject<Carrier extends object = Record<string, string>>(carrier?: Carrier): Carrier

  /**
   * Returns a copy of an environment for a child process, with the active context in it by the names
   * that the specification has: `TRACEPARENT`, `TRACESTATE` and `BAGGAGE` by default. What the copied
   * environment says of another context is left out. Without an active span it is a plain copy.
   *
   * @see https://opentelemetry.io/docs/specs/otel/context/env-carriers/
   * @default env `process.env`
   * @example
   * spawn('node', ['job.js'], { env: heddle.childEnvironment() })
   */
  childEnvironment(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv

  /**
   * Runs `work` in the context that `carrier` brings: spans that it starts are children of the
   * sender's. Names may be written in capitals, as in an environment (`TRACEPARENT`), and values may
   * be bytes or lists, or the `MessageAttributes` of SQS. A carrier with a method `get`, such as the
   * headers of NATS, is asked by it. A carrier that brings none is the active context. Returns what
   * `work` returns.
   *
   * @throws what `work` throws
   * @example
   * await heddle.extract(message.headers, () => heddle.span('process order', () => handle(message)))
   * await heddle.extract(process.env, main)
   */
  extract<Result>(carrier: object | null | undefined, work: () => Result): Result
}

export const carriedContext: CarriedContext = {
  bind: (work) =>
    typeof work === 'function' ? (AsyncResource.bind(work as () => unknown) as unknown as typeof work) : work,
  inject<Carrier extends object = Record<string, string>>(carrier = {} as Carrier) {
    propagation.inject(context.active(), carrier, { set: write })
    return carrier
  },
  childEnvironment(env = process.env) {
    const copy = { ...env }
    const active = context.active()
    if (trace.getSpanContext(active) === undefined) return copy
    for (const field of propagation.fields()) delete copy[variableOf(field)]
    propagation.inject(active, copy, { set: (carrier, name, value) => write(carrier, variableOf(name), value) })
    return copy
  },
  extract: (carrier, work) => context.with(propagation.extract(context.active(), carrier ?? {}, FROM_CARRIER), work),
}

/**
 * The context that an environment brings, as `propagator` reads it; `undefined` when it names no
 * trace.
 */
export function contextOfEnvironment(propagator: TextMapPropagator, env: NodeJS.ProcessEnv): Context | undefined {
  const extracted = propagator.extract(ROOT_CONTEXT, env, FROM_ENVIRONMENT)
  return trace.getSpanContext(extracted) === undefined ? undefined : extracted
}

/** @see https://opentelemetry.io/docs/specs/otel/context/env-carriers/#key-name-normalization */
function variableOf(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9_]/g, '_')
    .replace(/^(?=\d)/, '_')
}

function write(carrier: object, name: string, value: string): void {
  try {
    ;(carrier as Record<string, string>)[name] = value
  } catch {
    // Frozen, or a setter that throws: the message goes out without it.
  }
}

const FROM_ENVIRONMENT: TextMapGetter<NodeJS.ProcessEnv> = {
  get: (env, name) => env[variableOf(name)],
  keys: Object.keys,
}

const FROM_CARRIER: TextMapGetter<object> = {
  get(carrier, name) {
    try {
      const values = carrier as Readonly<Record<string, unknown>>
      if (typeof values['get'] === 'function') return textOf(values['get'](name)) || undefined
      return textOf(values[name] ?? values[variableOf(name)])
    } catch {
      return undefined
    }
  },
  keys(carrier) {
    try {
      return Object.keys(carrier)
    } catch {
      return []
    }
  },
}

function textOf(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return Buffer.from(value).toString()
  if (Array.isArray(value)) return value.map(textOf).filter((each) => typeof each === 'string')
  const attribute = value as { readonly StringValue?: unknown } | null | undefined
  return typeof attribute?.StringValue === 'string' ? attribute.StringValue : undefined
}
