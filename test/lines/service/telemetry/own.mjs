// Heddle's own providers, with official parts: exporters, a sampler, an instrumentation.
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { GenericPoolInstrumentation } from '@opentelemetry/instrumentation-generic-pool'
import { start } from 'heddle'
import { AlwaysOnSampler, ParentBasedSampler } from '#sdk-trace'

start({
  exporters: { traces: new OTLPTraceExporter(), logs: new OTLPLogExporter() },
  sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
  instrumentations: [new GenericPoolInstrumentation()],
})
