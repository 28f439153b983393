import { toAttributeValue } from '@heddle/logger'
import { createOtlpPipeline, type OtlpPipeline, type SignalStats, type SpoolOptions } from '@heddle/otlp'
import { type Failure, HeddleLoggerProvider, HeddleTracerProvider, OpenSpans, type Sampling } from '@heddle/sdk'
import type { TracerProvider } from '@opentelemetry/api'
import type { LoggerProvider } from '@opentelemetry/api-logs'
import type { Resource } from '@opentelemetry/resources'
import type { Overlap } from '../beside/overlap'
import type { HeddleOptions } from '../config/options'
import type { HeddleConfig } from '../config/resolve'
import type { Host } from '../host/host'
import { type Ledger, NO_CALLBACK_ERRORS } from '../ledger/ledger'
import { allWithin, reportFailure } from './deadline'
import { exceptionRecords } from './exception-records'
import { isolatedSampler } from './isolation'
import { createProcessors, type Processors, withOtlp } from './processors'
import type { Propagation } from './propagation'
import { RecordCounter } from './record-counter'

export interface Providers {
  readonly tracerProvider: TracerProvider
  readonly loggerProvider: LoggerProvider
}

/** The way of spans and log records through the house, put together. */
export interface Pipeline {
  readonly providers: Providers
  /** Takes our processors out of the providers of another SDK. */
  leave(): void
  ledger(): Ledger
  /** The number of spans begun and log records written so far, without those not to be sent. */
  activity(): number
  /** Whether a record would be lost, or come late, if the process ended at this moment. */
  mayLose(): boolean
  /** Whether records are held in memory, or spans are open. */
  isHolding(): boolean
  /** Sets the one listener, which is called whenever `mayLose()` may become true. */
  onMayLose(listener: () => void): void
  /**
   * Ends the open spans for the processors behind `OpenSpans`: nobody else will end them, or no
   * processor will be there to see it.
   */
  exportUnfinished(failure?: Failure): void
  flush(timeoutMs: number): Promise<void>
  /**
   * Flushes for a process that has nothing left to do. Requests in flight after it no longer keep
   * the process from ending.
   */
  finish(timeoutMs: number): Promise<void>
  /**
   * Writes the held records to the spool, if there is one, and from now on each new record at once.
   * Never throws.
   */
  save(): void
  shutdown(timeoutMs: number): Promise<void>
}

export function createPipeline(
  config: HeddleConfig,
  options: HeddleOptions,
  resource: Resource,
  propagation: Propagation,
  spool: SpoolOptions | undefined,
  overlap: Overlap,
  host?: Host,
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
  const sampling =
    typeof options.sampler === 'object'
      ? { sampler: isolatedSampler(options.sampler), readsAttributes: true }
      : { sampler: config.sampler, readsAttributes: false }
  // Each processor is flushed by itself: the providers would flush ours with a deadline of its own.
  const others = [...processors.span, ...processors.log]
  const hosted = [host?.traces, host?.logs].filter((each) => each !== undefined)
  const flushHosted = () => hosted.map((each) => reportFailure('a flush', () => each.flush()))
  const flushOthers = () => [
    ...others.map((processor) => reportFailure('a flush', () => processor.forceFlush())),
    ...flushHosted(),
  ]
  let notify = () => {}
  const all = withOtlp(
    processors,
    notifying(otlp, () => notify()),
    counter,
    config,
  )
  const openSpans = new OpenSpans(all.span, () => notify())
  const { providers, leave } = createProviders(
    config,
    { ...sampling, sampler: otlp.countedSampler(sampling.sampler) },
    resource,
    { ...all, span: [openSpans, ...all.span], keepsNoLogs: processors.log.length === 0, overlap },
    host,
  )
  return {
    providers,
    leave,
    ledger: () => ({ ...otlp.stats(), callbackErrors: processors.callbacks?.errors ?? NO_CALLBACK_ERRORS }),
    activity() {
      const { traces, logs } = otlp.stats()
      // What earlier processes have left is to be sent as well, for as long as one end lasts.
      const recovered = Number(traces.recovered + logs.recovered > 0)
      return traces.created - traces.sampledOut + logs.created + recovered + counter.count + openSpans.size
    },
    mayLose() {
      const { traces, logs } = otlp.stats()
      return others.length > 0 || hosted.length > 0 || openSpans.size > 0 || isUnsettled(traces) || isUnsettled(logs)
    },
    isHolding() {
      const { traces, logs } = otlp.stats()
      return openSpans.size > 0 || traces.held.items > 0 || logs.held.items > 0
    },
    onMayLose(listener) {
      notify = listener
    },
    flush: (timeoutMs) => allWithin(timeoutMs, [otlp.flush({ timeoutMs }), ...flushOthers()]),
    finish: (timeoutMs) => allWithin(timeoutMs, [otlp.finish({ timeoutMs }), ...flushOthers()]),
    exportUnfinished: (failure) => openSpans.exportUnfinished(failure),
    save: () => void otlp.saveSync({ isFinal: true }),
    shutdown: (timeoutMs) =>
      allWithin(timeoutMs, [
        otlp.shutdown({ timeoutMs }),
        ...others.map((processor) => reportFailure('a shutdown', () => processor.shutdown())),
        // Whoever made them shuts them down.
        ...flushHosted(),
      ]),
  }
}

/**
 * Whether a signal has records in memory, records on disk (the next process may take a while to see
 * whose they were), or drops that are to be reported at the end.
 */
function isUnsettled({ held, dropped }: SignalStats): boolean {
  return held.items > 0 || held.disk.items > 0 || Object.values(dropped).some((count) => count > 0)
}

/** Has `otlp` call `notify` before each log record. `OpenSpans` calls it for spans. */
function notifying(otlp: OtlpPipeline, notify: () => void): OtlpPipeline {
  const { logRecordProcessor } = otlp
  return {
    ...otlp,
    logRecordProcessor: {
      ...logRecordProcessor,
      onEmit(record) {
        notify()
        logRecordProcessor.onEmit(record)
      },
    },
  }
}

/** Our own providers, and for each signal that has one the other SDK's, with our processors. */
function createProviders(
  config: HeddleConfig,
  sampling: Sampling,
  resource: Resource,
  { overlap, ...processors }: Processors & { readonly keepsNoLogs: boolean; readonly overlap: Overlap },
  host: Host | undefined,
): { readonly providers: Providers; leave(): void } {
  const { span, log } = config.limits
  const tracerFor = overlap.tracerFor.bind(overlap)
  const loggerFor = overlap.loggerFor.bind(overlap)
  const leaving: (() => void)[] = []
  const { traces, logs } = host ?? {}
  if (traces !== undefined) leaving.push(traces.add(processors.span), traces.substitute(tracerFor))
  if (logs !== undefined) leaving.push(logs.add(processors.log), logs.substitute(loggerFor))
  const loggerProvider =
    logs?.provider ??
    new HeddleLoggerProvider({
      resource,
      limits: log,
      describe: toAttributeValue,
      processors: processors.log,
      // Our own way out alone: it writes a record down at once.
      exportOnly: processors.keepsNoLogs,
      loggerFor,
    })
  const hasLogProcessors = !processors.keepsNoLogs || logs?.hasProcessors === true
  const tracerProvider =
    traces?.provider ??
    new HeddleTracerProvider({
      resource,
      sampling,
      limits: span,
      processors: processors.span,
      tracerFor,
      exportOnly: !processors.keepSpans,
      onException: exceptionRecords(config, loggerProvider, hasLogProcessors),
    })
  return {
    providers: { tracerProvider, loggerProvider },
    leave() {
      for (const each of leaving) each()
    },
  }
}
