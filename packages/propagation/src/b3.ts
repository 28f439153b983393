import { type Context, type SpanContext, type TextMapGetter, type TextMapPropagator, trace } from '@opentelemetry/api'
import type * as B3 from '@opentelemetry/propagator-b3'
import { isSpanId, isTraceId } from './ids'
import { SAMPLED_FLAG } from './traceparent'

/** The official propagator, which reads both forms of B3 and writes the one asked for. */
export function createB3Propagator(form: 'single' | 'multi'): TextMapPropagator {
  // Loaded here, because most services never speak B3 and loading it takes milliseconds.
  const { B3InjectEncoding, B3Propagator }: typeof B3 = require('@opentelemetry/propagator-b3')
  return new B3Propagator({
    injectEncoding: form === 'multi' ? B3InjectEncoding.MULTI_HEADER : B3InjectEncoding.SINGLE_HEADER,
  })
}

/** The context with the caller's span, and with the debug flag that the propagator keeps there; `context` without. */
export function extractB3<Carrier>(
  b3: TextMapPropagator,
  context: Context,
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
): Context {
  try {
    const extracted = b3.extract(context, carrier, getter)
    const span = extracted === context ? undefined : trace.getSpanContext(extracted)
    const valid = span && withLowerCaseIds(span)
    return valid === undefined ? context : trace.setSpanContext(extracted, valid)
  } catch {
    // The propagator calls the getter unguarded.
    return context
  }
}

/** The propagator takes ids in upper case too; OpenTelemetry's are lower case. */
function withLowerCaseIds(span: SpanContext): SpanContext | undefined {
  const traceId = span.traceId.toLowerCase()
  const spanId = span.spanId.toLowerCase()
  if (!isTraceId(traceId) || !isSpanId(spanId)) return undefined
  return { traceId, spanId, traceFlags: span.traceFlags & SAMPLED_FLAG, isRemote: true }
}
