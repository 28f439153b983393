import { isSpanContextValid, type SpanContext } from '@opentelemetry/api'

/**
 * The ids of a span as properties of a JSON line, beginning with a comma; nothing without a valid span.
 *
 * @see https://opentelemetry.io/docs/specs/otel/compatibility/logging_trace_context/
 */
export function traceFields(spanContext: SpanContext | undefined): string {
  if (spanContext === undefined || !isSpanContextValid(spanContext)) return ''
  const { traceId, spanId, traceFlags } = spanContext
  const flags = traceFlags < 16 ? `0${traceFlags.toString(16)}` : traceFlags.toString(16)
  return `,"trace_id":"${traceId}","span_id":"${spanId}","trace_flags":"${flags}"`
}

/** Adds fields at the end of a line, unless the app has put a `trace_id` of its own there. */
export function addTraceFields(line: string, fields: string, end: string): string {
  if (fields === '' || end === '' || !line.endsWith(end) || hasTraceId(line)) return line
  return line.slice(0, -end.length) + fields + end
}

function hasTraceId(line: string): boolean {
  // Nearly every line is settled by the search alone: what is found may also be in a nested object or in a string.
  if (!line.includes('"trace_id":')) return false
  try {
    return Object.hasOwn(JSON.parse(line), 'trace_id')
  } catch {
    return true
  }
}
