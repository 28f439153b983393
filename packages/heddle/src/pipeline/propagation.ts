import { CorrelationProcessor, createPropagator, createResponsePropagator, extractedLinks } from '@heddle/propagation'
import type { Context, Link, TextMapPropagator, TextMapSetter } from '@opentelemetry/api'
import { CompositePropagator } from '@opentelemetry/core'
import { contextOfEnvironment } from '../carried-context'
import type { ResolvedPropagation } from '../config/settings/propagation'

/** Links that the trust policy left in an extracted context. */
type LinksOf = (context: Context) => Link[]

/** What the other rooms need of propagation. */
export interface Propagation {
  readonly propagator: TextMapPropagator
  /** Puts foreign correlation ids on spans and logs; only when correlation headers are read. */
  readonly processor?: CorrelationProcessor
  /**
   * Makes the links that the trust policy `link` leaves for a new root span; only where that policy
   * can occur.
   */
  readonly links?: LinksOf
  /** What the environment of the process says; only when that is asked for, and it names a trace. */
  readonly initialContext?: Context
  /** Echoes the request id; only when asked. */
  readonly responsePropagator?: { inject(context: Context, carrier: unknown, setter: TextMapSetter): void }
}

export function createPropagation(config: ResolvedPropagation): Propagation {
  const { others, echoRequestId, trust } = config
  const { formats, correlation } = echoRequestId ? readingRequestIds(config) : config
  const withOthers = (ours: TextMapPropagator) =>
    others.length === 0 ? ours : new CompositePropagator({ propagators: [ours, ...others] })
  // Whoever has set the environment is no caller, of whom there may be anything to believe.
  const initialContext = config.continueEnvironment
    ? contextOfEnvironment(withOthers(createPropagator({ formats, correlation })), process.env)
    : undefined
  return {
    propagator: withOthers(createPropagator({ formats, correlation, trust })),
    ...(initialContext && { initialContext }),
    ...(formats.includes('correlation') && { processor: new CorrelationProcessor() }),
    ...(trust !== 'accept' && { links: extractedLinks }),
    ...(echoRequestId && { responsePropagator: createResponsePropagator({ correlation }) }),
  }
}

/**
 * Sending a request id back requires reading it: without the correlation format, only that id is
 * read.
 */
function readingRequestIds({
  formats,
  correlation,
}: ResolvedPropagation): Pick<ResolvedPropagation, 'formats' | 'correlation'> {
  if (formats.includes('correlation')) return { formats, correlation }
  const headers = { traceId: false, spanId: false, parentId: false, baggage: false } as const
  return { formats: [...formats, 'correlation'], correlation: { headers } }
}
