import { createOtlpPipeline, type SpoolOptions } from '@heddle/otlp'
import type { Sampler } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from './config/options'
import type { HeddleConfig } from './config/resolve'
import type { Ledger } from './heddle'
import { isolatedSampler } from './isolation'
import { type Failure, OpenSpans } from './open-spans'
import { createProcessors, type Processors, withWayOut } from './processors'
import type { Propagation } from './propagation'
import { RecordCounter } from './record-counter'
import { attempt, within } from './settle'

export interface Providers {
  readonly tracerProvider: NodeTracerProvider
  readonly loggerProvider: LoggerProvider
}

/** The way of spans and log records through the house, put together. */
export interface Pipeline {
  readonly providers: Providers
  ledger(): Ledger
  /** How many spans have begun, and log records been written, so far, without those that are not to be sent. */
  made(): number
  /** Ends, for those behind it, the spans that are still open: nobody will, or nobody will be there to see it. */
  giveOutOpenSpans(failure?: Failure): void
  flush(timeoutMs: number): Promise<void>
  /** Puts what is held on disk, and from now on all else that is made, each at once, if there is a spool. Never throws. */
  save(): void
  shutdown(timeoutMs: number): Promise<void>
}

export function createPipeline(
  config: HeddleConfig,
  options: HeddleOptions,
  resource: Resource,
  propagation: Propagation,
  spool: SpoolOptions | undefined,
): Pipeline {
  const { traces, logs } = config.exporters
  const otlp = createOtlpPipeline({
    resource,
    ...(traces.otlp && { traces: traces.otlp }),
    ...(logs.otlp && { logs: logs.otlp }),
    ...(spool && { spool }),
    ...(options.meterProvider && { meterProvider: options.meterProvider }),
  })
  const processors = createProcessors(config, options, propagation)
  const counter = new RecordCounter()
  const sampler = typeof options.sampler === 'object' ? isolatedSampler(options.sampler) : config.sampler
  // Each is asked by itself: through the providers, ours would be flushed with a deadline of its own.
  const others = [...processors.span, ...processors.log]
  const all = withWayOut(processors, otlp, counter, config)
  const openSpans = new OpenSpans(all.span)
  return {
    providers: createProviders(config, otlp.countedSampler(sampler), resource, {
      span: [openSpans, ...all.span],
      log: all.log,
    }),
    ledger: otlp.stats,
    made() {
      const { traces, logs } = otlp.stats()
      return traces.created - traces.sampledOut + logs.created + counter.made + openSpans.size
    },
    flush: (timeoutMs) =>
      within(timeoutMs, [
        otlp.flush({ timeoutMs }),
        ...others.map((processor) => attempt('a flush', () => processor.forceFlush())),
      ]),
    giveOutOpenSpans: (failure) => openSpans.giveOut(failure),
    save: () => void otlp.saveSync({ isFinal: true }),
    shutdown: (timeoutMs) =>
      within(timeoutMs, [
        otlp.shutdown({ timeoutMs }),
        ...others.map((processor) => attempt('a shutdown', () => processor.shutdown())),
      ]),
  }
}

function createProviders(
  config: HeddleConfig,
  sampler: Sampler,
  resource: Resource,
  processors: Processors,
): Providers {
  const { span, log } = config.limits
  return {
    tracerProvider: new NodeTracerProvider({
      resource,
      sampler,
      spanLimits: {
        attributeValueLengthLimit: span.attributeValueLength,
        attributeCountLimit: span.attributeCount,
        eventCountLimit: span.eventCount,
        linkCountLimit: span.linkCount,
        attributePerEventCountLimit: span.attributePerEventCount,
        attributePerLinkCountLimit: span.attributePerLinkCount,
      },
      spanProcessors: [...processors.span],
    }),
    loggerProvider: new LoggerProvider({
      resource,
      logRecordLimits: {
        attributeValueLengthLimit: log.attributeValueLength,
        attributeCountLimit: log.attributeCount,
      },
      processors: [...processors.log],
    }),
  }
}
