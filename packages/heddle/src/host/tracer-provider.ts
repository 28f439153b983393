import type { Tracer, TracerProvider } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import {
  behindProxy,
  type HostedProvider,
  isList,
  removeFrom,
  replaced,
  resourceOf,
  type Undo,
} from './hosted-provider'

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
  const provider = behindProxy(given)
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
    leaveOut: (isLeftOut, tracer) => leaveOut(provider, inside, isLeftOut, tracer),
    flush: async () => inside.forceFlush?.(),
  }
}

/**
 * Also of the tracers that there are already: instrumentations keep theirs. A new one is the provider's
 * own too: a proxy keeps what it was given, and shall have it back afterwards.
 */
function leaveOut(
  provider: TracerProvider,
  { _tracers }: Inside,
  isLeftOut: (scopeName: string) => boolean,
  passing: Tracer,
): Undo {
  const left = new Set<Tracer>()
  const undos: Undo[] = []
  const leave = (tracer: Tracer) => {
    if (left.has(tracer)) return
    left.add(tracer)
    undos.push(
      replaced(tracer, 'startSpan', () => passing.startSpan),
      replaced(tracer, 'startActiveSpan', () => passing.startActiveSpan),
    )
  }
  for (const tracer of _tracers?.values() ?? []) if (isLeftOut(tracer.instrumentationScope?.name ?? '')) leave(tracer)
  undos.push(
    replaced(provider, 'getTracer', (getTracer) => (name, ...rest) => {
      const tracer = getTracer.call(provider, name, ...rest)
      if (!isLeftOut(name)) return tracer
      if (!Object.isExtensible(tracer)) return passing
      leave(tracer)
      return tracer
    }),
  )
  return () => {
    for (const undo of undos) undo()
  }
}
