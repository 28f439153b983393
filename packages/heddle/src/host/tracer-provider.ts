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

/** Also of the tracers that there are already: instrumentations keep theirs. */
function substitute(
  provider: TracerProvider,
  { _tracers }: Inside,
  tracerFor: (scopeName: string, own: Tracer) => Tracer,
): Undo {
  const undos: Undo[] = []
  for (const tracer of _tracers?.values() ?? []) {
    const own: Tracer = {
      startSpan: tracer.startSpan.bind(tracer),
      startActiveSpan: tracer.startActiveSpan.bind(tracer),
    }
    const instead = tracerFor(tracer.instrumentationScope?.name ?? '', own)
    if (instead === own) continue
    undos.push(
      replaced(tracer, 'startSpan', () => instead.startSpan),
      replaced(tracer, 'startActiveSpan', () => instead.startActiveSpan),
    )
  }
  undos.push(
    replaced(provider, 'getTracer', (getTracer) => (name, ...rest) => {
      return tracerFor(name, getTracer.call(provider, name, ...rest))
    }),
  )
  return () => {
    for (const undo of undos) undo()
  }
}
