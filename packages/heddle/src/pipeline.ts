import { createOtlpPipeline } from '@heddle/otlp'
import type { Sampler } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from './config/options'
import type { HeddleConfig } from './config/resolve'
import type { Ledger } from './heddle'
import { isolatedSampler } from './isolation'
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
  /** How many spans have ended and log records been written so far. */
  made(): number
  flush(timeoutMs: number): Promise<void>
  /** What is still on its way no longer keeps the process from ending. */
  letGo(): void
  /** Puts what is held on disk, at once, if there is a spool. Never throws. */
  save(): void
  shutdown(timeoutMs: number): Promise<void>
}

export function createPipeline(
  config: HeddleConfig,
  options: HeddleOptions,
  resource: Resource,
  propagation: Propagation,
): Pipeline {
  const { traces, logs, spool } = config.exporters
  const otlp = createOtlpPipeline({
    resource,
    ...(traces.otlp && { traces: traces.otlp }),
    ...(logs.otlp && { logs: logs.otlp }),
    ...(spool && { spool }),
  })
  const processors = createProcessors(config, options, propagation)
  const counter = new RecordCounter()
  const sampler = typeof options.sampler === 'object' ? isolatedSampler(options.sampler) : config.sampler
  // Each is asked by itself: through the providers, ours would be flushed with a deadline of its own.
  const others = [...processors.span, ...processors.log]
  return {
    providers: createProviders(config, sampler, resource, withWayOut(processors, otlp, counter, config)),
    ledger: otlp.stats,
    made() {
      const ledger = otlp.stats()
      return ledger.traces.created + ledger.logs.created + counter.made
    },
    flush: (timeoutMs) =>
      within(timeoutMs, [
        otlp.flush({ timeoutMs }),
        ...others.map((processor) => attempt('a flush', () => processor.forceFlush())),
      ]),
    letGo: otlp.letGo,
    save: otlp.saveSync,
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
