// The stock SDK by hand, with batch processors and the exporters of the protocol that the
// environment names.
import { ownLine } from './stock-line.mjs'

/** @param {{ sdk: number, require: NodeJS.Require }} [line] */
export function startSdk({ sdk, require } = ownLine) {
  const exporters = process.env.OTEL_EXPORTER_OTLP_PROTOCOL === 'grpc' ? 'grpc' : 'proto'
  const { OTLPTraceExporter } = require(`@opentelemetry/exporter-trace-otlp-${exporters}`)
  const { OTLPLogExporter } = require(`@opentelemetry/exporter-logs-otlp-${exporters}`)
  const { resourceFromAttributes } = require('@opentelemetry/resources')
  const start = sdk === 3 ? startSdk3 : startSdk2
  return start(require, {
    resource: resourceFromAttributes({ 'service.name': 'bench' }),
    traceExporter: new OTLPTraceExporter(),
    logExporter: new OTLPLogExporter(),
  })
}

function startSdk2(require, { resource, traceExporter, logExporter }) {
  const { logs } = require('@opentelemetry/api-logs')
  const { BatchLogRecordProcessor, LoggerProvider } = require('@opentelemetry/sdk-logs')
  const { BatchSpanProcessor, NodeTracerProvider } = require('@opentelemetry/sdk-trace-node')
  const tracerProvider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(traceExporter)] })
  tracerProvider.register()
  const processors = [new BatchLogRecordProcessor({ exporter: logExporter })]
  const loggerProvider = new LoggerProvider({ resource, processors })
  logs.setGlobalLoggerProvider(loggerProvider)
  return { loggerProvider }
}

/** SDK 3 reads the environment in `sdk-node` alone; by hand, each part is given what it needs. */
function startSdk3(require, { resource, traceExporter, logExporter }) {
  const { context, logs, propagation, trace } = require('@opentelemetry/api')
  const { AsyncLocalStorageContextManager } = require('@opentelemetry/context-async-hooks')
  const { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } = require('@opentelemetry/core')
  const { BatchLogRecordProcessor, LoggerProvider } = require('@opentelemetry/sdk-logs')
  const { AlwaysOffSampler, BatchSpanProcessor, TracerProvider } = require('@opentelemetry/sdk-trace')
  const { OTEL_BSP_SCHEDULE_DELAY, OTEL_BLRP_SCHEDULE_DELAY, OTEL_TRACES_SAMPLER } = process.env
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  const propagators = [new W3CTraceContextPropagator(), new W3CBaggagePropagator()]
  propagation.setGlobalPropagator(new CompositePropagator({ propagators }))
  const spans = { exporter: traceExporter, scheduledDelayMillis: Number(OTEL_BSP_SCHEDULE_DELAY) }
  const sampler = OTEL_TRACES_SAMPLER === 'always_off' ? new AlwaysOffSampler() : undefined
  trace.setGlobalTracerProvider(
    new TracerProvider({ resource, sampler, spanProcessors: [new BatchSpanProcessor(spans)] }),
  )
  const records = { exporter: logExporter, scheduledDelayMillis: Number(OTEL_BLRP_SCHEDULE_DELAY) }
  const loggerProvider = new LoggerProvider({ resource, processors: [new BatchLogRecordProcessor(records)] })
  logs.setGlobalLoggerProvider(loggerProvider)
  return { loggerProvider }
}
