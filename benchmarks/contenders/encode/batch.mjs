// One batch of 512 finished records of the stock SDK: both encoders encode this batch.
import { SeverityNumber } from '@opentelemetry/api-logs'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'

const SIZE = 512
export const resource = resourceFromAttributes({ 'service.name': 'bench', 'service.version': '1.0.0' })

/** Server spans with the attributes that a request has. */
export function spans() {
  const exporter = new InMemorySpanExporter()
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(exporter)] })
  for (let index = 0; index < SIZE; index++) {
    const attributes = {
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'http.route': '/api/:tenant/users/:id',
      'url.path': `/api/acme/users/${index}`,
      'url.scheme': 'http',
      'server.address': 'shop.example',
      'server.port': 443,
      'client.address': '10.1.2.3',
      'network.peer.address': '10.1.2.3',
      'network.protocol.version': '1.1',
      'user_agent.original': 'Mozilla/5.0 (X11; Linux x86_64)',
    }
    provider.getTracer('bench').startSpan('GET /api/:tenant/users/:id', { kind: 1, attributes }).end()
  }
  return exporter.getFinishedSpans()
}

/** Log records as a service writes them. */
export function logRecords() {
  const exporter = new InMemoryLogRecordExporter()
  const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter })] })
  for (let index = 0; index < SIZE; index++) {
    provider.getLogger('bench').emit({
      severityNumber: SeverityNumber.INFO,
      severityText: 'INFO',
      body: 'order placed',
      attributes: { orderId: index, customer: 'acme', total: 12.5 },
    })
  }
  return exporter.getFinishedLogRecords()
}
