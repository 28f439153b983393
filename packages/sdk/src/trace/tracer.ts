import { performance } from 'node:perf_hooks'
import {
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  type Link,
  type Sampler,
  SamplingDecision,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  TraceFlags,
  type Tracer,
  type TraceState,
  trace,
} from '@opentelemetry/api'
import { isTracingSuppressed } from '@opentelemetry/core'
import { allowedOfSpan, validAttributes } from '../attribute-limits'
import { epochOf } from '../clock'
import { enabledContextManager } from '../context/throw-site-context-manager'
import { newSpanId, newTraceId } from './ids'
import { HeddleSpan } from './span'
import { MAX_LINKS } from './span-input'
import type { SpanOrigin } from './span-start'

/**
 * The sampler, and whether it looks at attributes: then it is given a copy of those that are
 * allowed, which it may change.
 */
export interface Sampling {
  readonly sampler: Sampler
  readonly readsAttributes: boolean
}

/** Decides about each span: its trace, whether it is sampled, and whether it records. */
export class HeddleTracer implements Tracer {
  readonly #origin: SpanOrigin
  readonly #sampling: Sampling

  constructor(origin: SpanOrigin, sampling: Sampling) {
    this.#origin = origin
    this.#sampling = sampling
  }

  startSpan(name: string, options: SpanOptions = {}, outerContext: Context = context.active()): Span {
    const parentContext = options.root ? trace.deleteSpan(outerContext) : outerContext
    if (isTracingSuppressed(parentContext)) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
    const parentSpan = trace.getSpan(parentContext)
    const parent = validParent(parentSpan)
    const traceId = parent?.traceId ?? newTraceId()
    const kind = options.kind ?? SpanKind.INTERNAL
    const links = options.links === undefined ? undefined : validLinks(options.links)
    const { sampler, readsAttributes } = this.#sampling
    const attributes = readsAttributes ? validAttributes(options.attributes, allowedOfSpan) : (options.attributes ?? {})
    const sampled = sampler.shouldSample(parentContext, traceId, name, kind, attributes, links ?? [])
    const spanContext = newSpanContext(traceId, sampled.decision, sampled.traceState ?? parent?.traceState)
    if (sampled.decision === SamplingDecision.NOT_RECORD) return trace.wrapSpanContext(spanContext)
    const tick = performance.now()
    const start = {
      name,
      kind,
      spanContext,
      parentSpanContext: parent,
      attributes: sampled.attributes === undefined ? attributes : { ...attributes, ...sampled.attributes },
      links,
      droppedLinks: links === undefined ? 0 : options.links!.length - links.length,
      startTime: options.startTime,
      tick,
      epoch: epochOf(parent && parentSpan, tick),
    }
    return new HeddleSpan(this.#origin, start).begin(parentContext)
  }

  startActiveSpan<F extends (span: Span) => unknown>(name: string, work: F): ReturnType<F>
  startActiveSpan<F extends (span: Span) => unknown>(name: string, options: SpanOptions, work: F): ReturnType<F>
  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    options: SpanOptions,
    parentContext: Context,
    work: F,
  ): ReturnType<F>
  startActiveSpan(name: string, ...rest: readonly unknown[]): unknown {
    const work = rest.at(-1) as (span: Span) => unknown
    const options = rest.length > 1 ? (rest[0] as SpanOptions) : undefined
    const parentContext = (rest.length > 2 ? (rest[1] as Context | undefined) : undefined) ?? context.active()
    const span = this.startSpan(name, options, parentContext)
    const own = trace.setSpan(parentContext, span)
    const manager = enabledContextManager()
    if (manager === undefined) return context.with(own, work, undefined, span)
    // As `context.with()` does it, without a frame of its own and of the manager between the app's.
    const outer = manager.enter(own)
    let isThrown = true
    try {
      const result = work(span)
      isThrown = false
      return result
    } finally {
      manager.leave(outer, own, isThrown)
    }
  }
}

function validLinks(given: readonly Link[]): Link[] {
  const links: Link[] = []
  for (let i = Math.max(0, given.length - MAX_LINKS); i < given.length; i++) {
    const link: Link | null | undefined = given[i]
    if (typeof link === 'object' && link !== null)
      links.push({ context: link.context, attributes: validAttributes(link.attributes, allowedOfSpan) })
  }
  return links
}

/**
 * The span that a new one is a child of. Those of our own making have valid ids, and need not be
 * looked at.
 */
function validParent(span: Span | undefined): SpanContext | undefined {
  const spanContext = span?.spanContext()
  if (spanContext === undefined) return undefined
  return span instanceof HeddleSpan || isSpanContextValid(spanContext) ? spanContext : undefined
}

function newSpanContext(traceId: string, decision: SamplingDecision, traceState: TraceState | undefined): SpanContext {
  const traceFlags = decision === SamplingDecision.RECORD_AND_SAMPLED ? TraceFlags.SAMPLED : TraceFlags.NONE
  const spanContext: SpanContext = { traceId, spanId: newSpanId(), traceFlags }
  if (traceState !== undefined) spanContext.traceState = traceState
  return spanContext
}
