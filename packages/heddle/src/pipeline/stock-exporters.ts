import { givenSnapshots } from '@heddle/sdk'
import {
  BatchLogRecordProcessor,
  ConsoleLogRecordExporter,
  type LogRecordExporter,
  type LogRecordProcessor,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs'
import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  SimpleSpanProcessor,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import type { SignalExporters } from '../config/settings/export/exporters'

/** The console and the user's own exporters, in the SDK's processors. */
export function stockSpanProcessors({ console, others, batch }: SignalExporters): SpanProcessor[] {
  return [
    ...(console ? [new SimpleSpanProcessor(new ConsoleSpanExporter())] : []),
    ...others.map((exporter) => new BatchSpanProcessor(exporter as SpanExporter, batch)),
  ].map(givenSnapshots)
}

export function stockLogProcessors({ console, others, batch }: SignalExporters): LogRecordProcessor[] {
  const batched = (exporter: unknown) =>
    new BatchLogRecordProcessor({ exporter: exporter as LogRecordExporter, ...batch })
  return [
    ...(console ? [new SimpleLogRecordProcessor({ exporter: new ConsoleLogRecordExporter() })] : []),
    ...others.map(batched),
  ]
}
