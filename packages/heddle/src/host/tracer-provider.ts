import type { Tracer, TracerProvider } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { delegateOf, type HostedProvider, isList, removeFrom, replaced, resourceOf, type Undo } from './hosted-provider'

/** What a provider of the lines 2.x and 3.x has inside. Neither has a method to add a processor. */
interface Inside {
  readonly _activeSpanProcessor?: { readonly _spanProcessors?: SpanProcessor[] }
  readonly _tracers?: ReadonlyMap<string, Tracer & { readonly instrumentationScope?: { readonly name: string } }>
  readonly _resource?: Resource
  forceFlush?(): Promise<void>
}

/** `undefined` for a provider of another kind. */
export function hostedTracerProvider(
  given: TracerProvider,
): HostedProvider<TracerProvider, SpanProcessor, Tracer> | undefined {
  const provider = delegateOf(given)
  const inside = provider as Inside
  const processors = inside._activeSpanProcessor?._spanProcessors
  if (!isList(processors)) return undefined
  return {
    provider,
    resource: resourceOf(inside._resource),
    hasProcessors: processors.length > 0,
    add(added) {
      // The list is the one that every tracer of the provider goes through.
      processors.push(...added)
      return () => removeFrom(processors, added)
    },
    substitute: (tracerFor) => substitute(provider, inside, tracerFor),
    flush: async () => inside.forceFlush?.(),
  }
}

/**
 * Also of the tracers that there are already: instrumentations keep theirs. A new one is the provider's
 * own too: a proxy keeps what it was given, and shall have it back afterwards.
 */
function substitute(
  provider: TracerProvider,
  { _tracers }: Inside,
  tracerFor: (scopeName: string, own: Tracer) => Tracer,
): Undo {
  const replacedOnes = new Set<Tracer>()
  const undos: Undo[] = []
  const substituted = (tracer: Tracer, scopeName: string): Tracer => {
    if (replacedOnes.has(tracer)) return tracer
    const own: Tracer = {
      startSpan: tracer.startSpan.bind(tracer),
      startActiveSpan: tracer.startActiveSpan.bind(tracer),
    }
    const instead = tracerFor(scopeName, own)
    if (instead === own) return tracer
    if (!Object.isExtensible(tracer)) return instead
    replacedOnes.add(tracer)
    undos.push(
      replaced(tracer, 'startSpan', () => instead.startSpan),
      replaced(tracer, 'startActiveSpan', () => instead.startActiveSpan),
    )
    return tracer
  }
  for (const tracer of _tracers?.values() ?? []) substituted(tracer, tracer.instrumentationScope?.name ?? '')
  undos.push(
    replaced(provider, 'getTracer', (getTracer) => (name, ...rest) => {
      return substituted(getTracer.call(provider, name, ...rest), name)
    }),
  )
  return () => {
    for (const undo of undos) undo()
  }
}
