import { createOtlpPipeline, type OtlpPipeline } from '@heddle/otlp'
import { SpanCallbackProcessor } from '@heddle/span-callbacks'
import type { Resource } from '@opentelemetry/resources'
import {
  BatchLogRecordProcessor,
  ConsoleLogRecordExporter,
  LoggerProvider,
  type LogRecordExporter,
  type LogRecordProcessor,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs'
import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  NodeTracerProvider,
  type Sampler,
  SimpleSpanProcessor,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from './config/options'
import type { HeddleConfig } from './config/resolve'
import type { Ledger } from './heddle'
import type { Propagation } from './propagation'

export interface Providers {
  readonly tracerProvider: NodeTracerProvider
  readonly loggerProvider: LoggerProvider
}

/** The way of spans and log records through the house, put together. */
export interface Pipeline {
  readonly providers: Providers
  ledger(): Ledger
  hasPending(): boolean
  flush(timeoutMs: number): Promise<void>
  shutdown(timeoutMs: number): Promise<void>
}

/**
 * The order of processors is the order of the design: correlation ids first, so that callbacks and exporters see them;
 * then callbacks; then the user's own processors; the ways out last, because ours encodes what it is given at once.
 */
export function createPipeline(
  config: HeddleConfig,
  options: HeddleOptions,
  resource: Resource,
  propagation: Propagation,
): Pipeline {
  const { traces, logs } = config.exporters
  const otlp = createOtlpPipeline({
    resource,
    ...(traces.otlp && { traces: traces.otlp }),
    ...(logs.otlp && { logs: logs.otlp }),
  })
  const first = [
    ...(propagation.processor ? [propagation.processor] : []),
    ...(Object.keys(config.callbacks).length > 0 ? [new SpanCallbackProcessor(config.callbacks)] : []),
  ]
  const { span: spanLimits, log: logLimits } = config.limits
  const tracerProvider = new NodeTracerProvider({
    resource,
    sampler: config.sampler as Sampler,
    spanLimits: {
      attributeValueLengthLimit: spanLimits.attributeValueLength,
      attributeCountLimit: spanLimits.attributeCount,
      eventCountLimit: spanLimits.eventCount,
      linkCountLimit: spanLimits.linkCount,
      attributePerEventCountLimit: spanLimits.attributePerEventCount,
      attributePerLinkCountLimit: spanLimits.attributePerLinkCount,
    },
    spanProcessors: [
      ...first,
      ...(options.spanProcessors ?? []),
      ...(traces.console ? [new SimpleSpanProcessor(new ConsoleSpanExporter())] : []),
      ...traces.others.map((exporter) => new BatchSpanProcessor(exporter as SpanExporter, traces.batch)),
      ...(traces.otlp ? [otlp.spanProcessor] : []),
    ] as SpanProcessor[],
  })
  const loggerProvider = new LoggerProvider({
    resource,
    logRecordLimits: {
      attributeValueLengthLimit: logLimits.attributeValueLength,
      attributeCountLimit: logLimits.attributeCount,
    },
    processors: [
      ...first,
      ...(options.logRecordProcessors ?? []),
      ...(logs.console ? [new SimpleLogRecordProcessor({ exporter: new ConsoleLogRecordExporter() })] : []),
      ...logs.others.map(
        (exporter) =>
          new BatchLogRecordProcessor({ exporter: exporter as unknown as LogRecordExporter, ...logs.batch }),
      ),
      ...(logs.otlp ? [otlp.logRecordProcessor] : []),
    ] as LogRecordProcessor[],
  })
  return {
    providers: { tracerProvider, loggerProvider },
    ledger: otlp.stats,
    // Of exporters that are not ours nobody can tell, so they are always asked to flush.
    hasPending: () => holdsRecords(otlp) || traces.others.length + logs.others.length > 0,
    flush: (timeoutMs) =>
      settleWithin(timeoutMs, [otlp.flush({ timeoutMs }), tracerProvider.forceFlush(), loggerProvider.forceFlush()]),
    shutdown: (timeoutMs) =>
      settleWithin(timeoutMs, [otlp.shutdown({ timeoutMs }), tracerProvider.shutdown(), loggerProvider.shutdown()]),
  }
}

function holdsRecords(otlp: OtlpPipeline): boolean {
  const { traces, logs } = otlp.stats()
  return traces.held.items + logs.held.items > 0
}

/** Waits for all, but no longer than the deadline, whatever the user's own exporters do. Never rejects. */
async function settleWithin(timeoutMs: number, work: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  // The timer is not unref'd: it keeps the process alive while the last records are on their way.
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs)
  })
  await Promise.race([Promise.allSettled(work), deadline])
  clearTimeout(timer)
}
