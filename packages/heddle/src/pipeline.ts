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
  const spanProcessors = [
    ...first,
    ...(options.spanProcessors ?? []),
    ...(traces.console ? [new SimpleSpanProcessor(new ConsoleSpanExporter())] : []),
    ...traces.others.map((exporter) => new BatchSpanProcessor(exporter as SpanExporter, traces.batch)),
  ] as SpanProcessor[]
  const logRecordProcessors = [
    ...first,
    ...(options.logRecordProcessors ?? []),
    ...(logs.console ? [new SimpleLogRecordProcessor({ exporter: new ConsoleLogRecordExporter() })] : []),
    ...logs.others.map(
      (exporter) => new BatchLogRecordProcessor({ exporter: exporter as unknown as LogRecordExporter, ...logs.batch }),
    ),
  ] as LogRecordProcessor[]
  const providers = createProviders(
    config,
    resource,
    traces.otlp ? [...spanProcessors, otlp.spanProcessor as unknown as SpanProcessor] : spanProcessors,
    logs.otlp
      ? [...logRecordProcessors, otlp.logRecordProcessor as unknown as LogRecordProcessor]
      : logRecordProcessors,
  )
  return {
    providers,
    ledger: otlp.stats,
    // Of exporters that are not ours nobody can tell, so they are always asked to flush.
    hasPending: () => holdsRecords(otlp) || traces.others.length + logs.others.length > 0,
    // Each processor is asked by itself: through the providers, ours would flush with a deadline of its own.
    flush: (timeoutMs) =>
      settleWithin(timeoutMs, [
        otlp.flush({ timeoutMs }),
        ...[...spanProcessors, ...logRecordProcessors].map((processor) => processor.forceFlush()),
      ]),
    shutdown: (timeoutMs) =>
      settleWithin(timeoutMs, [
        otlp.shutdown({ timeoutMs }),
        providers.tracerProvider.shutdown(),
        providers.loggerProvider.shutdown(),
      ]),
  }
}

function createProviders(
  config: HeddleConfig,
  resource: Resource,
  spanProcessors: SpanProcessor[],
  processors: LogRecordProcessor[],
): Providers {
  const { span, log } = config.limits
  return {
    tracerProvider: new NodeTracerProvider({
      resource,
      sampler: config.sampler as Sampler,
      spanLimits: {
        attributeValueLengthLimit: span.attributeValueLength,
        attributeCountLimit: span.attributeCount,
        eventCountLimit: span.eventCount,
        linkCountLimit: span.linkCount,
        attributePerEventCountLimit: span.attributePerEventCount,
        attributePerLinkCountLimit: span.attributePerLinkCount,
      },
      spanProcessors,
    }),
    loggerProvider: new LoggerProvider({
      resource,
      logRecordLimits: {
        attributeValueLengthLimit: log.attributeValueLength,
        attributeCountLimit: log.attributeCount,
      },
      processors,
    }),
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
