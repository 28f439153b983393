// The leanest stock configuration that we know which sends one server span and one log record a request: the SDK by hand, two
// instrumentations, batch processors, OTLP over HTTP. It has no routes: stock reads them in the framework's instrumentation.
import { logs } from '@opentelemetry/api-logs'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

const resource = resourceFromAttributes({ 'service.name': 'bench' })
const spanProcessors = [new BatchSpanProcessor(new OTLPTraceExporter())]
new NodeTracerProvider({ resource, spanProcessors }).register()
const processors = [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })]
logs.setGlobalLoggerProvider(new LoggerProvider({ resource, processors }))
registerInstrumentations({ instrumentations: [new HttpInstrumentation(), new PinoInstrumentation()] })
