import type { Sampler } from '@opentelemetry/api'
import { timeoutOf } from './delivery/deadline'
import type { ByteWriter } from './encode/byte-writer'
import type { ProtobufWriter } from './encode/protobuf/writer'
import { Ledger, type SignalStats } from './ledger/ledger'
import { SamplingCount } from './ledger/sampling-count'
import type { OtlpPipelineOptions } from './options/options'
import { resolveSignal } from './options/resolve'
import { resolveSpool } from './options/spool'
import { MeterFollower } from './self-metrics/meter-follower'
import { observeSignal } from './self-metrics/observe-signal'
import { GrpcChannels } from './send/grpc/grpc-channel'
import { GrpcSender } from './send/grpc/grpc-sender'
import { HttpSender } from './send/http/http-sender'
import { SignalPipeline } from './signal-pipeline'
import { SIGNALS, type Signal } from './signals'
import { nodeProcesses } from './spool/directory/processes'
import { nodeFs } from './spool/node-fs'
import type { LogRecordLike, ScopeLike, SignalName, SpanLike } from './telemetry'

const SAMPLED = 1
const FLUSH_TIMEOUT_MS = 30_000
const SHUTDOWN_TIMEOUT_MS = 2_000

/** A span processor for any OpenTelemetry tracer provider of the lines 2.x and 3.x. */
export interface OtlpSpanProcessor {
  onStart(): void
  /** Encodes the span, or counts it if it is not sampled. Never throws. */
  onEnd(span: SpanLike): void
  forceFlush(): Promise<void>
  shutdown(): Promise<void>
}

/** A log record processor for any OpenTelemetry logger provider. */
export interface OtlpLogRecordProcessor {
  /** Encodes the record. Never throws. */
  onEmit(record: LogRecordLike): void
  forceFlush(options?: { readonly timeoutMillis?: number }): Promise<void>
  shutdown(): Promise<void>
}

/** A deadline for {@link OtlpPipeline.flush} and {@link OtlpPipeline.shutdown}. */
export interface DeadlineOptions {
  /**
   * Milliseconds, clamped to 0 and to a timer's reach (24 days). Anything that is no number counts
   * as not given.
   * @default 30_000 for a flush, 2_000 for a shutdown and an end
   */
  readonly timeoutMs?: number | undefined
}

/** Options of {@link OtlpPipeline.saveSync}. */
export interface SaveOptions {
  /**
   * Nothing asynchronous will run any more, so each item that ends from now on is written at once,
   * too.
   * @default false
   */
  readonly isFinal?: boolean | undefined
}

/**
 * The exporter of a process: its processors encode what they are given at once, and each item is
 * delivered or counted.
 */
export interface OtlpPipeline {
  /** For the tracer provider. Does nothing without the option `traces`. */
  readonly spanProcessor: OtlpSpanProcessor
  /** For the logger provider. Does nothing without the option `logs`. */
  readonly logRecordProcessor: OtlpLogRecordProcessor
  /**
   * For the tracer provider: decides as `sampler` does, and counts. Without it, spans that are not
   * even recorded are in no ledger, because no processor is given them, and there is no
   * `otel.sdk.span.*` among the metrics.
   */
  countedSampler(sampler: Sampler): Sampler
  /**
   * Resolves when everything ended so far is delivered, on disk, or its failure counted, at the
   * latest after `timeoutMs`. A collector that refuses connections is not waited for: after 200 ms
   * of that, what is held stays held. Never rejects.
   */
  flush(options?: DeadlineOptions): Promise<void>
  /**
   * For a process that has nothing left to do, at `beforeExit`: a {@link OtlpPipeline.flush} that,
   * with a spool, waits no longer than half a second for a collector that gives no sign of life,
   * and sends what earlier processes have left for no longer than that. Requests still in flight
   * are then unref'd; their batches are held, for `saveSync`. Never rejects.
   */
  finish(options?: DeadlineOptions): Promise<void>
  /**
   * Unrefs requests in flight, after the last flush of a process that has nothing left to do. A
   * request that the kernel has not taken yet is given up; a process that lives on sends it again.
   */
  letGo(): void
  /**
   * Gives each batch one more attempt, then keeps it on disk, or else drops and counts it.
   * Idempotent, never rejects, and keeps its deadline whatever the collector does.
   */
  shutdown(options?: DeadlineOptions): Promise<void>
  /**
   * For `exit` and `uncaughtExceptionMonitor`: writes everything held in memory to the spool within
   * this call, and returns how many spans and log records that were. Items that the disk could not
   * take are still held. May be called often, never throws; 0 without a spool.
   */
  saveSync(options?: SaveOptions): number
  /** The ledger of each signal. Works whether or not anything else does. */
  stats(): { readonly traces: SignalStats; readonly logs: SignalStats }
}

/**
 * Creates the processors that export spans and log records over OTLP. Opens no connection and loads
 * no transport until there is something to send.
 *
 * @example
 * ```ts
 * const pipeline = createOtlpPipeline({
 *   resource,
 *   traces: { endpoint: 'http://localhost:4317', protocol: 'grpc' },
 *   logs: { endpoint: 'http://localhost:4318/v1/logs', protocol: 'http/protobuf' },
 *   spool: { dir: '/var/lib/orders/telemetry' },
 * })
 * const tracers = new NodeTracerProvider({ resource, spanProcessors: [pipeline.spanProcessor] })
 * process.once('beforeExit', () => pipeline.finish())
 * process.once('exit', () => pipeline.saveSync({ isFinal: true }))
 * ```
 *
 * @throws OtlpOptionsError when an endpoint, a header, a certificate or a number cannot work
 */
export function createOtlpPipeline(options: OtlpPipelineOptions): OtlpPipeline {
  const follower = new MeterFollower(options.meterProvider)
  const sampling = new SamplingCount()
  const shared = { ...options, follower, sampling, channels: new GrpcChannels() }
  const traces = createSignalPipeline('traces', SIGNALS.traces, shared)
  const logs = createSignalPipeline('logs', SIGNALS.logs, shared)
  const signals = [traces, logs].filter((signal) => signal !== undefined)
  follower.look()
  return {
    spanProcessor: {
      onStart() {},
      onEnd(span) {
        if ((span.spanContext().traceFlags & SAMPLED) !== 0) traces?.accept(span)
        else traces?.sampleOut()
      },
      forceFlush: async () => traces?.flush(FLUSH_TIMEOUT_MS),
      shutdown: async () => traces?.shutdown(SHUTDOWN_TIMEOUT_MS),
    },
    logRecordProcessor: {
      onEmit(record) {
        logs?.accept(record)
      },
      forceFlush: async (options) => logs?.flush(timeoutOf(() => options?.timeoutMillis, FLUSH_TIMEOUT_MS)),
      shutdown: async () => logs?.shutdown(SHUTDOWN_TIMEOUT_MS),
    },
    countedSampler: (sampler) => (traces ? sampling.wrap(sampler, () => traces.sampleOut()) : sampler),
    async flush(options) {
      const timeoutMs = timeoutOf(() => options?.timeoutMs, FLUSH_TIMEOUT_MS)
      await Promise.all(signals.map((signal) => signal.flush(timeoutMs)))
    },
    async finish(options) {
      const timeoutMs = timeoutOf(() => options?.timeoutMs, SHUTDOWN_TIMEOUT_MS)
      await Promise.all(signals.map((signal) => signal.finish(timeoutMs)))
    },
    letGo() {
      for (const signal of signals) signal.unref()
    },
    async shutdown(options) {
      const timeoutMs = timeoutOf(() => options?.timeoutMs, SHUTDOWN_TIMEOUT_MS)
      await Promise.all(signals.map((signal) => signal.shutdown(timeoutMs)))
    },
    saveSync: ({ isFinal = false } = {}) => signals.reduce((saved, signal) => saved + signal.saveSync(isFinal), 0),
    stats: () => ({ traces: (traces ?? UNUSED).stats(), logs: (logs ?? UNUSED).stats() }),
  }
}

/** The parts that all signals share. */
interface SharedParts extends OtlpPipelineOptions {
  readonly follower: MeterFollower
  readonly sampling: SamplingCount
  readonly channels: GrpcChannels
}

const UNUSED = { stats: (): SignalStats => new Ledger().stats() }

/**
 * The pipeline of a signal, if the options say where to send it. Only the format and the transport
 * depend on the protocol.
 */
function createSignalPipeline<Item extends { readonly instrumentationScope: ScopeLike }>(
  name: SignalName,
  { grpcMethod, protobuf, json }: Signal<Item>,
  { resource, onProblem, follower, sampling, channels, ...given }: SharedParts,
): SignalPipeline<Item, ProtobufWriter> | SignalPipeline<Item, ByteWriter> | undefined {
  const signalOptions = given[name]
  if (!signalOptions) return undefined
  const options = resolveSignal(name, signalOptions)
  const spool = given.spool && {
    options: resolveSpool(given.spool),
    fs: nodeFs,
    processes: nodeProcesses,
    now: Date.now,
  }
  const observer = observeSignal({ name, options, hasSpool: spool !== undefined, sampling }, follower)
  const parts = { name, resource, options, spool, onProblem, observer }
  const pipeline =
    options.protocol === 'http/json'
      ? new SignalPipeline({ ...parts, format: json, transport: new HttpSender(options, json.contentType) })
      : new SignalPipeline({
          ...parts,
          format: protobuf,
          transport:
            options.protocol === 'grpc'
              ? new GrpcSender(options, grpcMethod, channels)
              : new HttpSender(options, protobuf.contentType),
        })
  observer.connect(pipeline)
  return pipeline
}
