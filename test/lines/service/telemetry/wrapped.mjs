// Heddle on providers that the app has made, and not registered.
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { GenericPoolInstrumentation } from '@opentelemetry/instrumentation-generic-pool'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { start } from 'heddle'
import * as sdk from '#sdk-trace'

const exporter = new OTLPTraceExporter()
const tracerProvider =
  sdk.NodeTracerProvider === undefined
    ? new sdk.TracerProvider({ spanProcessors: [new sdk.BatchSpanProcessor({ exporter })] })
    : new sdk.NodeTracerProvider({ spanProcessors: [new sdk.BatchSpanProcessor(exporter)] })

start({
  tracerProvider,
  loggerProvider: new LoggerProvider({
    processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })],
  }),
  instrumentations: [new GenericPoolInstrumentation()],
})
