import {
  type Context,
  context,
  INVALID_SPANID,
  isValidSpanId,
  isValidTraceId,
  type SpanContext,
  TraceFlags,
  trace,
} from '@opentelemetry/api'

/** The length of a version 00 `traceparent`: `00-<32 hex>-<16 hex>-<2 hex>`. */
const TRACEPARENT_LENGTH = 55

/** The flags that W3C Trace Context level 2 defines: sampled and random trace id. */
const KNOWN_FLAGS = 0x03

/**
 * Reads a `traceparent` header. Total: returns `undefined` for anything invalid. Reads the version
 * 00 part of a later version, as the recommendation asks.
 *
 * @see https://www.w3.org/TR/trace-context-2/#traceparent-header
 */
export function parseTraceparent(header: unknown): SpanContext | undefined {
  if (typeof header !== 'string' || header.length < TRACEPARENT_LENGTH) return undefined
  if (header[2] !== '-' || header[35] !== '-' || header[52] !== '-') return undefined
  const version = header.slice(0, 2)
  if (!isLowerHex(version) || version === 'ff') return undefined
  if (header.length > TRACEPARENT_LENGTH && (version === '00' || header[TRACEPARENT_LENGTH] !== '-')) return undefined
  const traceId = header.slice(3, 35)
  const spanId = header.slice(36, 52)
  const flags = header.slice(53, 55)
  if (!isLowerHex(traceId) || !isLowerHex(spanId) || !isLowerHex(flags)) return undefined
  if (!isValidTraceId(traceId) || !isValidSpanId(spanId)) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & KNOWN_FLAGS, isRemote: true }
}

/**
 * A span context of the user's ids, in either case; `undefined` if one of them is invalid. Without
 * a span id it has the invalid one. It is sampled, because whoever logs to a trace wants to find
 * the log there.
 */
export function spanContextOf(traceId: unknown, spanId: unknown): SpanContext | undefined {
  if (typeof traceId !== 'string' || !isValidTraceId(traceId)) return undefined
  if (spanId !== undefined && (typeof spanId !== 'string' || !isValidSpanId(spanId))) return undefined
  return {
    traceId: traceId.toLowerCase(),
    spanId: spanId?.toLowerCase() ?? INVALID_SPANID,
    traceFlags: TraceFlags.SAMPLED,
  }
}

/** The active context, its baggage included, with the span that `spanContext` names. */
export function contextOf(spanContext: SpanContext): Context {
  return trace.setSpanContext(context.active(), spanContext)
}

function isLowerHex(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isDigit = code >= 48 && code <= 57
    const isLowerAToF = code >= 97 && code <= 102
    if (!isDigit && !isLowerAToF) return false
  }
  return true
}
