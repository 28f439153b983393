import {
  type Context,
  diag,
  propagation,
  type SpanContext,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api'
import { createB3Propagator, extractB3 } from './b3'
import { extractCorrelatedSpan, extractIds, injectCorrelation } from './correlation/correlation'
import type { HeaderNames } from './correlation/correlation-headers'
import { type CorrelationIds, NO_LINKS, setIncoming } from './incoming'
import { type PropagatorOptions, type ResolvedOptions, resolveOptions } from './options'
import { isTracingSuppressed } from './suppressed-tracing'
import { readHeader, writeHeader } from './text/carrier'
import { formatBaggage, parseBaggage } from './w3c/baggage'
import { extractTraceContext, injectTraceContext, TRACE_CONTEXT_FIELDS } from './w3c/trace-context'

/**
 * Creates one propagator for all formats. Its `extract` and `inject` never throw, whatever the
 * carrier, the getter or the headers.
 *
 * @throws TypeError or RangeError for an invalid option, naming the option, the value and the
 *   allowed values
 * @example
 * ```ts
 * const propagator = createPropagator({ formats: ['tracecontext', 'b3'], trust: 'link' })
 * propagation.setGlobalPropagator(propagator)
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/otel/context/api-propagators/
 */
export function createPropagator(options: PropagatorOptions = {}): TextMapPropagator {
  return new MultiFormatPropagator(resolveOptions(options))
}

class MultiFormatPropagator implements TextMapPropagator {
  readonly #traceContext: boolean
  readonly #randomTraceIds: boolean
  /** One propagator for each form to write. */
  readonly #b3: readonly TextMapPropagator[]
  readonly #correlation: HeaderNames | undefined
  /** The headers that carry baggage; the first one with any entry counts. */
  readonly #baggageHeaders: readonly string[]
  readonly #trust: ResolvedOptions['trust']

  constructor({ formats, correlationHeaders, trust, randomTraceIds }: ResolvedOptions) {
    this.#traceContext = formats.has('tracecontext')
    this.#randomTraceIds = randomTraceIds
    this.#b3 = [
      ...(formats.has('b3') ? [createB3Propagator('single')] : []),
      ...(formats.has('b3multi') ? [createB3Propagator('multi')] : []),
    ]
    this.#correlation = formats.has('correlation') ? correlationHeaders : undefined
    this.#baggageHeaders = [formats.has('baggage') ? 'baggage' : undefined, this.#correlation?.baggage].filter(
      (header) => header !== undefined,
    )
    this.#trust = trust
  }

  inject<Carrier>(context: Context, carrier: Carrier, setter: TextMapSetter<Carrier>): void {
    try {
      if (isTracingSuppressed(context)) return
      if (this.#traceContext) injectTraceContext(context, carrier, setter, this.#randomTraceIds)
      if (this.#correlation) injectCorrelation(context, carrier, setter, this.#correlation)
      if (this.#baggageHeaders.length > 0) this.#injectBaggage(context, carrier, setter)
      for (const b3 of this.#b3) b3.inject(context, carrier, setter)
    } catch (error) {
      diag.debug('@heddle/propagation: the context could not be injected', error)
    }
  }

  extract<Carrier>(context: Context, carrier: Carrier, getter: TextMapGetter<Carrier>): Context {
    try {
      const trust = typeof this.#trust === 'function' ? this.#trust(carrier) : this.#trust
      if (trust === 'ignore') return context
      return this.#extract(context, carrier, getter, trust)
    } catch (error) {
      diag.debug('@heddle/propagation: the context could not be extracted', error)
      return context
    }
  }

  fields(): string[] {
    const { traceId, spanId, parentId, requestId } = this.#correlation ?? {}
    return [
      ...(this.#traceContext ? TRACE_CONTEXT_FIELDS : []),
      ...this.#b3.flatMap((b3) => b3.fields()),
      ...[traceId, spanId, parentId, requestId].filter((header) => header !== undefined),
      ...this.#baggageHeaders,
    ]
  }

  #extract<Carrier>(
    context: Context,
    carrier: Carrier,
    getter: TextMapGetter<Carrier>,
    trust: 'accept' | 'link',
  ): Context {
    let base = context
    let span = this.#traceContext ? extractTraceContext(carrier, getter) : undefined
    if (span === undefined && this.#b3.length > 0) {
      base = extractB3(context, carrier, getter)
      if (base !== context) span = trace.getSpanContext(base)
    }
    const names = this.#correlation
    if (names !== undefined) span ??= extractCorrelatedSpan(carrier, getter, names)
    const ids = names && extractIds(carrier, getter, names, span?.traceId)
    if (trust === 'link') return linked(context, span, ids)
    return this.#withBaggage(accepted(base, span, ids), carrier, getter)
  }

  #withBaggage<Carrier>(context: Context, carrier: Carrier, getter: TextMapGetter<Carrier>): Context {
    for (const header of this.#baggageHeaders) {
      const value = readHeader(carrier, getter, header)
      const baggage = value === undefined ? undefined : parseBaggage(value)
      if (baggage !== undefined) return propagation.setBaggage(context, baggage)
    }
    return context
  }

  #injectBaggage<Carrier>(context: Context, carrier: Carrier, setter: TextMapSetter<Carrier>): void {
    const value = formatBaggage(propagation.getBaggage(context))
    if (value === undefined) return
    for (const header of this.#baggageHeaders) writeHeader(carrier, setter, header, value)
  }
}

function accepted(context: Context, span: SpanContext | undefined, correlation: CorrelationIds | undefined): Context {
  if (span === undefined && correlation === undefined) return context
  const withSpan = span === undefined ? context : trace.setSpanContext(context, span)
  return setIncoming(withSpan, {
    traceId: span?.traceId,
    flags: span?.traceFlags ?? 0,
    links: NO_LINKS,
    correlation,
    forwarded: true,
  })
}

function linked(context: Context, span: SpanContext | undefined, correlation: CorrelationIds | undefined): Context {
  if (span === undefined && correlation === undefined) return context
  return setIncoming(context, {
    traceId: undefined,
    flags: 0,
    links: span === undefined ? NO_LINKS : [{ context: span }],
    correlation,
    forwarded: false,
  })
}
