// The stock SDK by hand, with batch processors and the exporters of the protocol that the
// environment names.
import { logs } from '@opentelemetry/api-logs'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

export async function startSdk() {
  const exporters = process.env.OTEL_EXPORTER_OTLP_PROTOCOL === 'grpc' ? 'grpc' : 'proto'
  const { OTLPTraceExporter } = await import(`@opentelemetry/exporter-trace-otlp-${exporters}`)
  const { OTLPLogExporter } = await import(`@opentelemetry/exporter-logs-otlp-${exporters}`)
  const resource = resourceFromAttributes({ 'service.name': 'bench' })
  const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter())]
  const tracerProvider = new NodeTracerProvider({ resource, spanProcessors })
  tracerProvider.register()
  const processors = [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })]
  const loggerProvider = new LoggerProvider({ resource, processors })
  logs.setGlobalLoggerProvider(loggerProvider)
  return { tracerProvider, loggerProvider }
}
