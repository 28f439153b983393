import { eventually } from './eventually'
import { jaegerTrace, type StoredSpan } from './jaeger-query'
import { queryLogs, type StoredLog } from './victoria-logs-query'

/** One line a span, in the order of the tree: what a reader of the trace must see. */
export function outline(spans: readonly StoredSpan[]): readonly string[] {
  const isRoot = (span: StoredSpan) => !spans.some(({ spanId }) => spanId === span.parentSpanId)
  return spans.filter(isRoot).flatMap((root) => branch(root, spans, ''))
}

function branch(span: StoredSpan, spans: readonly StoredSpan[], indent: string): readonly string[] {
  const { service, kind, name, attributes, status } = span
  const facts = [attributes['http.route'], attributes['http.response.status_code'], status === 2 ? 'ERROR' : undefined]
  const line = `${indent}${service} ${kind} ${name} | ${facts.filter((fact) => fact !== undefined).join(' ')}`
  const children = spans.filter(({ parentSpanId }) => parentSpanId === span.spanId)
  return [line, ...children.flatMap((child) => branch(child, spans, `${indent}  `))]
}

/** `service severity message in NAME`: each log with the name of the span that it belongs to. */
export function logLines(logs: readonly StoredLog[], spans: readonly StoredSpan[]): readonly string[] {
  return logs.map((log) => {
    const span = spans.find(({ spanId }) => spanId === log.span_id)
    return `${log['service.name']} ${log.severity} ${log._msg} in ${span?.service} ${span?.name}`
  })
}

export const traceOf = (queryUrl: string, traceId: string, count: number) =>
  eventually(
    `trace ${traceId}`,
    () => jaegerTrace(queryUrl, traceId),
    (spans) => spans.length >= count,
  )

export const logsOf = (url: string, traceId: string, count: number) =>
  eventually(
    `logs of trace ${traceId}`,
    () => queryLogs(url, `trace_id:="${traceId}"`),
    (logs) => logs.length >= count,
  )
