import { isSpanContextValid, type SpanContext } from '@opentelemetry/api'
import { MAX_LINE_LENGTH } from '../record/content'

/** The last result: a request writes several lines in one span. */
let lastFields: { readonly spanContext: SpanContext; readonly fields: string } | undefined

/**
 * The ids of a span as properties of a JSON line, beginning with a comma; an empty string without a
 * valid span.
 *
 * @see https://opentelemetry.io/docs/specs/otel/compatibility/logging_trace_context/
 */
export function traceFields(spanContext: SpanContext | undefined): string {
  if (spanContext === undefined) return ''
  if (lastFields?.spanContext !== spanContext) lastFields = { spanContext, fields: fieldsOf(spanContext) }
  return lastFields.fields
}

function fieldsOf(spanContext: SpanContext): string {
  if (!isSpanContextValid(spanContext)) return ''
  const { traceId, spanId, traceFlags } = spanContext
  const flags = traceFlags < 16 ? `0${traceFlags.toString(16)}` : traceFlags.toString(16)
  return `,"trace_id":"${traceId}","span_id":"${spanId}","trace_flags":"${flags}"`
}

/**
 * Whether the app gives a line its own `trace_id`. One inside a value of the bindings counts too.
 */
export function hasTraceId(object: unknown, bindings: string): boolean {
  if (bindings.includes('"trace_id":')) return true
  return typeof object === 'object' && object !== null && Object.hasOwn(object, 'trace_id')
}

/** Adds fields at the end of a line, unless the app has put its own `trace_id` there. */
export function addTraceFields(line: string, fields: string, end: string): string {
  if (fields === '' || end === '' || !line.endsWith(end) || isInLine(line)) return line
  return line.slice(0, -end.length) + fields + end
}

function isInLine(line: string): boolean {
  // The search alone decides nearly every line; a match may also be in a nested object or in a
  // string.
  if (!line.includes('"trace_id":')) return false
  // Parsing a line of unbounded length is not worth the ids.
  if (line.length > MAX_LINE_LENGTH) return true
  try {
    return Object.hasOwn(JSON.parse(line), 'trace_id')
  } catch {
    return true
  }
}
