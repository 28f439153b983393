// Heddle's packages in a stock SDK, and official parts in Heddle, as the compiler sees both. For
// 3.x the test writes `sdk-trace` in the place of `sdk-trace-node`.
import { createResource, identityDetector } from '@heddle/identity'
import { HttpInstrumentation } from '@heddle/instrumentation/http'
import { PinoBridge } from '@heddle/log-bridge/pino'
import { createLogger } from '@heddle/logger'
import { createOtlpPipeline } from '@heddle/otlp'
import { CorrelationProcessor, createPropagator } from '@heddle/propagation'
import { SpanCallbackProcessor } from '@heddle/span-callbacks'
import { propagation } from '@opentelemetry/api'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { type Instrumentation, registerInstrumentations } from '@opentelemetry/instrumentation'
import { B3Propagator } from '@opentelemetry/propagator-b3'
import { detectResources, envDetector, type Resource, type ResourceDetector } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs'
import {
  NoopSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import { start } from 'heddle'

// Ours in theirs.
export const detector: ResourceDetector = identityDetector({ name: 'parts' })
export const detected: Resource = detectResources({ detectors: [identityDetector()] })
export const resource: Resource = createResource({ name: 'parts' })
const otlp = createOtlpPipeline({ resource })
export const sampler: Sampler = otlp.countedSampler(new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(1) }))
const both = [new CorrelationProcessor(), new SpanCallbackProcessor({ spanEnd() {} })]
export const ofSpans: SpanProcessor[] = [...both, otlp.spanProcessor]
export const ofLogs: LogRecordProcessor[] = [...both, otlp.logRecordProcessor]
const loggerProvider = new LoggerProvider({ resource, processors: ofLogs })
createLogger({ name: 'own', provider: loggerProvider }).info('typed')
propagation.setGlobalPropagator(createPropagator())
const instrumentations: Instrumentation[] = [new HttpInstrumentation(), new PinoBridge()]
registerInstrumentations({ instrumentations, loggerProvider })

// Theirs in ours.
declare const official: Instrumentation
start({
  sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(0.5) }),
  resourceDetectors: [envDetector],
  propagation: { formats: ['tracecontext', new B3Propagator()] },
  exporters: { traces: new OTLPTraceExporter(), logs: [new OTLPLogExporter()] },
  spanProcessors: [new NoopSpanProcessor()],
  logRecordProcessors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })],
  instrumentations: [official],
  loggerProvider,
})
