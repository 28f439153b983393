import {
  CorrelationProcessor,
  createPropagator,
  createResponsePropagator,
  extractedLinks,
  type TrustPolicy,
} from '@heddle/propagation'
import type { Context, TextMapPropagator, TextMapSetter } from '@opentelemetry/api'
import { CompositePropagator } from '@opentelemetry/core'
import type { LinksOf } from './config/options'
import type { ResolvedPropagation } from './config/propagation'

/** What the other rooms need of propagation. */
export interface Propagation {
  readonly propagator: TextMapPropagator
  /** Puts foreign correlation ids on spans and logs; only when correlation headers are read. */
  readonly processor?: CorrelationProcessor
  /** The links that the trust policy `link` leaves for a new root span; only when that policy can occur. */
  readonly links?: LinksOf
  /** Echoes the request id; only when asked. */
  readonly responsePropagator?: { inject(context: Context, carrier: unknown, setter: TextMapSetter): void }
}

export function createPropagation(config: ResolvedPropagation): Propagation {
  const { formats, others, correlation, echoRequestId, trust } = config
  const ours = createPropagator({
    formats,
    correlation,
    trust: trust as TrustPolicy | ((carrier: unknown) => TrustPolicy),
  })
  return {
    propagator: others.length === 0 ? ours : new CompositePropagator({ propagators: [ours, ...others] }),
    ...(formats.includes('correlation') && { processor: new CorrelationProcessor() }),
    ...(trust !== 'accept' && { links: extractedLinks }),
    ...(echoRequestId && { responsePropagator: createResponsePropagator({ correlation }) }),
  }
}
