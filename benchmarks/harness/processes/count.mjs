// Counts the items in the bodies that a contender has sent. The module that OpenTelemetry generates
// from its schema decodes OTLP.
import { createRequire } from 'node:module'
import { decodeMulti } from '@msgpack/msgpack'

const schema = createRequire(import.meta.url)('otlp-schema/build/src/generated/root.js')
const { ExportTraceServiceRequest } = schema.opentelemetry.proto.collector.trace.v1
const { ExportLogsServiceRequest } = schema.opentelemetry.proto.collector.logs.v1
const KINDS = { 2: 'server', 3: 'client' }

export function countTraces(body) {
  const counts = { server: 0, client: 0, internal: 0 }
  for (const { scopeSpans } of ExportTraceServiceRequest.decode(body).resourceSpans) {
    for (const { spans } of scopeSpans) for (const { kind } of spans) counts[KINDS[kind] ?? 'internal']++
  }
  return counts
}

export function countLogs(body) {
  const counts = { logs: 0, logsWithIds: 0 }
  for (const { scopeLogs } of ExportLogsServiceRequest.decode(body).resourceLogs) {
    for (const { logRecords } of scopeLogs) {
      counts.logs += logRecords.length
      counts.logsWithIds += logRecords.filter(({ traceId }) => traceId?.length === 16).length
    }
  }
  return counts
}

/** The traces that dd-trace sends to its agent: a list of traces, each a list of spans. */
export function countDatadog(body) {
  const counts = { server: 0, client: 0, internal: 0 }
  for (const traces of decodeMulti(body, { useBigInt64: true })) {
    for (const { meta } of traces.flat()) counts[meta?.['span.kind'] ?? 'internal']++
  }
  return counts
}

/** The items of a Sentry envelope: a line of JSON that describes an item, then the item. */
export function countSentry(body) {
  const counts = { server: 0, client: 0, internal: 0, logs: 0, logsWithIds: 0 }
  const lines = body.toString().split('\n').slice(1)
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const { type } = JSON.parse(lines[index])
    const { items } = type === 'span' || type === 'log' ? JSON.parse(lines[index + 1]) : { items: [] }
    if (type === 'log') {
      counts.logs += items.length
      counts.logsWithIds += items.filter(({ trace_id: traceId }) => traceId !== undefined).length
    }
    for (const { attributes } of type === 'span' ? items : []) counts[kindOf(attributes['sentry.op']?.value)]++
  }
  return counts
}

function kindOf(operation = '') {
  if (operation === 'http.server') return 'server'
  return operation.startsWith('http.client') ? 'client' : 'internal'
}
