import { type Context, type SpanContext, type TextMapGetter, type TextMapSetter, trace } from '@opentelemetry/api'
import { getIncoming } from '../incoming'
import { readHeader, singleHeader, writeHeader } from '../text/carrier'
import { isSpanId, isTraceId } from '../text/ids'
import { formatTraceparent, parseTraceparent, RANDOM_FLAG, SAMPLED_FLAG } from './traceparent'
import { formatTracestate, parseTracestate } from './tracestate'

const TRACEPARENT = 'traceparent'
const TRACESTATE = 'tracestate'

export const TRACE_CONTEXT_FIELDS: readonly string[] = [TRACEPARENT, TRACESTATE]

/**
 * The caller's span from W3C trace context. Without a valid traceparent the tracestate is not read
 * at all.
 */
export function extractTraceContext<Carrier>(
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
): SpanContext | undefined {
  const header = readHeader(carrier, getter, TRACEPARENT)
  if (header === undefined) return undefined
  const traceparent = parseTraceparent(singleHeader(header))
  if (traceparent === undefined) return undefined
  const { traceId, spanId, flags } = traceparent
  const traceState = parseTracestate(readHeader(carrier, getter, TRACESTATE) as string | string[] | undefined)
  return traceState === undefined
    ? { traceId, spanId, traceFlags: flags, isRemote: true }
    : { traceId, spanId, traceFlags: flags, isRemote: true, traceState }
}

export function injectTraceContext<Carrier>(
  context: Context,
  carrier: Carrier,
  setter: TextMapSetter<Carrier>,
  randomTraceIds: boolean,
): void {
  const span = validSpanContext(context)
  if (span === undefined) return
  const flags = (span.traceFlags & SAMPLED_FLAG) | randomFlag(context, span, randomTraceIds)
  writeHeader(carrier, setter, TRACEPARENT, formatTraceparent(span.traceId, span.spanId, flags))
  if (span.traceState === undefined) return
  const tracestate = formatTracestate(span.traceState)
  if (tracestate !== undefined) writeHeader(carrier, setter, TRACESTATE, tracestate)
}

/** The span of the context, if its ids may be sent. */
export function validSpanContext(context: Context): SpanContext | undefined {
  const span = trace.getSpanContext(context)
  return span !== undefined && isTraceId(span.traceId) && isSpanId(span.spanId) ? span : undefined
}

/**
 * The random flag is sent on as it came. The SDK's tracer keeps only the sampled bit, so the flag
 * of a continued trace comes from the incoming headers, and the flag of a trace that began here
 * from `randomTraceIds`.
 */
function randomFlag(context: Context, span: SpanContext, randomTraceIds: boolean): number {
  const incoming = getIncoming(context)
  if (incoming?.traceId === span.traceId) return incoming.flags & RANDOM_FLAG
  return span.isRemote || !randomTraceIds ? span.traceFlags & RANDOM_FLAG : RANDOM_FLAG
}
