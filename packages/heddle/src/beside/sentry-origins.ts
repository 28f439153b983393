import type { Context, Span, SpanOptions, Tracer } from '@opentelemetry/api'
import { SpanKind } from '@opentelemetry/api'
import type { InstrumentationName } from '../config/resolve'
import { PASSING_TRACER } from './passing-tracer'

/** The attribute that says which part of Sentry makes a span. */
const ORIGIN = 'sentry.origin'

/** The parts of Sentry 10 that do the same as one of ours, by their origins. */
export const ORIGINS: Readonly<Record<string, InstrumentationName>> = {
  'auto.http.otel.http': 'http',
  'auto.http.server': 'http',
  'auto.http.client': 'http',
  'auto.http.otel.node_fetch': 'undici',
  'auto.http.express': 'express',
  'auto.http.otel.express': 'express',
  'auto.http.otel.fastify': 'fastify',
  'auto.graphql.otel.graphql': 'graphql',
  'auto.ai.anthropic': 'anthropic',
  'auto.ai.orchestrion.anthropic': 'anthropic',
  'auto.ai.openai': 'openai',
  'auto.function.mcp_server': 'mcp',
  'auto.ai.orchestrion.openai': 'openai',
}

/** What these make is a client's or a server's span, of whichever kind Sentry says it is. */
const HOPS: ReadonlySet<InstrumentationName> = new Set(['http', 'undici'])

/** Whether one tracer makes the spans of all parts of Sentry, and those of the app too. */
export function hasManyOrigins(scopeName: string): boolean {
  return scopeName.startsWith('@sentry/') && !scopeName.startsWith('@sentry/instrumentation-')
}

/** A tracer that leaves out the spans of the origins that `covers` names. */
export function tracerOfOrigins(tracer: Tracer, covers: (origin: string) => boolean): Tracer {
  /** The options for the tracer that makes no span; `undefined` for a span that is to be made. */
  const leftOut = (options: SpanOptions | undefined): SpanOptions | undefined => {
    const origin = options?.attributes?.[ORIGIN]
    if (typeof origin !== 'string' || !covers(origin)) return undefined
    return { kind: HOPS.has(ORIGINS[origin]!) ? SpanKind.CLIENT : SpanKind.INTERNAL }
  }
  return {
    startSpan(name: string, options?: SpanOptions, parentContext?: Context): Span {
      const passing = leftOut(options)
      return passing === undefined
        ? tracer.startSpan(name, options, parentContext)
        : PASSING_TRACER.startSpan(name, passing, parentContext)
    },
    startActiveSpan(name: string, ...rest: readonly unknown[]): unknown {
      const [options, ...others] = rest
      const passing = rest.length > 1 ? leftOut(options as SpanOptions | undefined) : undefined
      const [chosen, args] = passing === undefined ? [tracer, rest] : [PASSING_TRACER, [passing, ...others]]
      return (chosen.startActiveSpan as (...all: unknown[]) => unknown).call(chosen, name, ...args)
    },
  }
}
