// OTLP requests as a web service sends them, at next to no cost: encoded once, with new ids in
// each.
import { randomFillSync } from 'node:crypto'
import { createResource } from '@heddle/identity'
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'

const SPANS_OF_A_TRACE = 5
const resource = createResource({ name: 'orders', version: '2.1.0', environment: 'production' })

/** Each call gives the body of another request, in the same buffer. */
export function requestBodies(signal, items) {
  const spans = manySpans(items)
  const body = Buffer.from(signal === 'traces' ? ProtobufTraceSerializer.serializeRequest(spans) : logs(spans))
  console.log(`a request of ${items} ${signal} has ${body.length} bytes`)
  const traceIds = [...new Set(spans.map((span) => span.spanContext().traceId))]
  const places = traceIds.map((traceId) => occurrences(body, Buffer.from(traceId, 'hex')))
  return () => {
    for (const [first, ...others] of places) {
      randomFillSync(body, first, 16)
      for (const other of others) body.copy(body, other, first, first + 16)
    }
    return body
  }
}

function manySpans(count) {
  const exporter = new InMemorySpanExporter()
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const tracer = provider.getTracer('measure')
  for (let i = 0; i < count / SPANS_OF_A_TRACE; i++) {
    const root = tracer.startSpan(
      'POST /shop/:tenant/checkout',
      { kind: SpanKind.SERVER, attributes: attributes(i) },
      ROOT_CONTEXT,
    )
    const within = trace.setSpan(ROOT_CONTEXT, root)
    for (let j = 1; j < SPANS_OF_A_TRACE; j++)
      tracer.startSpan('GET', { kind: SpanKind.CLIENT, attributes: attributes(j) }, within).end()
    root.end()
  }
  return exporter.getFinishedSpans()
}

const attributes = (i) => ({
  'http.request.method': 'POST',
  'url.scheme': 'http',
  'url.path': `/shop/acme/checkout/${i}`,
  'http.route': '/shop/:tenant/checkout',
  'server.address': 'shop.example',
  'server.port': 443,
  'network.protocol.version': '1.1',
  'user_agent.original': 'Mozilla/5.0 (X11; Linux x86_64)',
  'client.address': '10.1.2.3',
  'http.response.status_code': 201,
})

function logs(spans) {
  const exporter = new InMemoryLogRecordExporter()
  const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter })] })
  const logger = provider.getLogger('measure')
  for (const span of spans)
    logger.emit({
      severityNumber: 9,
      severityText: 'INFO',
      body: 'order placed',
      attributes: { orderId: 'A-17', items: 3, tenant: 'acme' },
      context: trace.setSpan(ROOT_CONTEXT, span),
    })
  const records = exporter.getFinishedLogRecords()
  if (records.length !== spans.length) throw new Error(`${records.length} log records of ${spans.length}`)
  return ProtobufLogsSerializer.serializeRequest(records)
}

function occurrences(body, id) {
  const found = []
  for (let at = body.indexOf(id); at !== -1; at = body.indexOf(id, at + 1)) found.push(at)
  return found
}
