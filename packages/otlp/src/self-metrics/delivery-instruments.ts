import type { BatchObservableResult, Meter, Observable } from '@opentelemetry/api'
import type { DropReason, SignalMeasures } from '../ledger/ledger'
import type { ComponentAttributes, Noun } from './component'
import { counting, type InstrumentSet } from './instrument-set'

type Counts = Readonly<Record<DropReason, number>>

/** The parts that the instruments of a signal's delivery join. */
interface DeliveryParts {
  readonly noun: Noun
  readonly processor: ComponentAttributes
  readonly exporter: ComponentAttributes
  /** Most spans or log records in memory; infinite if only their bytes are bounded. */
  readonly capacity: number
  readonly hasSpool: boolean
  measures(): SignalMeasures
}

/**
 * `otel.sdk.processor.*` and `otel.sdk.exporter.*` by the semantic conventions, read from the
 * ledger. The processor ends where a batch is sent for the first time; from there on the batch is
 * in flight until its outcome is known, also while it waits to be tried again, in memory or on
 * disk. So at every moment
 *
 * ```text
 * created = sampled out + processor.processed (with and without error.type) + processor.queue.size
 * processor.processed (without error.type) + recovered = exporter.exported (with and without error.type) + exporter.inflight
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/
 */
export function deliveryInstruments(meter: Meter, parts: DeliveryParts): InstrumentSet {
  const { noun, processor, exporter, capacity, hasSpool } = parts
  const ofProcessor = `otel.sdk.processor.${noun}`
  const ofExporter = `otel.sdk.exporter.${noun}`
  const queueSize = meter.createObservableUpDownCounter(
    `${ofProcessor}.queue.size`,
    counting(noun, 'Waiting to be sent for the first time.'),
  )
  const queueCapacity = meter.createObservableUpDownCounter(
    `${ofProcessor}.queue.capacity`,
    counting(noun, 'The most that may be held in memory.'),
  )
  const processed = meter.createObservableCounter(
    `${ofProcessor}.processed`,
    counting(noun, 'Handed to the exporter, or dropped before.'),
  )
  const inflight = meter.createObservableUpDownCounter(
    `${ofExporter}.inflight`,
    counting(noun, 'Handed to the exporter, and not at their end yet.'),
  )
  const exported = meter.createObservableCounter(
    `${ofExporter}.exported`,
    counting(noun, 'Delivered, or dropped by the exporter.'),
  )
  const spooled = meter.createObservableUpDownCounter(
    `heddle.spool.${noun}.size`,
    counting(noun, 'Of those in flight, how many are on disk.'),
  )
  const boundedQueue = Number.isFinite(capacity)

  return {
    observables: [queueSize, queueCapacity, processed, inflight, exported, spooled],
    observe(result) {
      const { stats, queued, refused } = parts.measures()
      const { created, sampledOut, delivered, dropped, held } = stats
      result.observe(queueSize, queued, processor)
      if (boundedQueue) result.observe(queueCapacity, capacity, processor)
      result.observe(processed, created - sampledOut - sum(refused) - queued, processor)
      observeFailures(result, processed, failuresOfProcessor(refused), processor)
      result.observe(inflight, held.items - queued + held.disk.items, exporter)
      result.observe(exported, delivered, exporter)
      observeFailures(result, exported, failuresOfExporter(dropped, refused), exporter)
      if (hasSpool) result.observe(spooled, held.disk.items, exporter)
    },
  }
}

/**
 * `error.type` of an export that failed: the conventions have one word for all that a collector
 * refuses.
 */
export function exportFailure(reason: DropReason): string {
  return reason === 'partial_success' ? 'rejected' : reason
}

function failuresOfProcessor(refused: Counts): ReadonlyMap<string, number> {
  return new Map(
    entries(refused).map(([reason, count]) => [reason === 'shutdown' ? 'already_shutdown' : reason, count]),
  )
}

function failuresOfExporter(dropped: Counts, refused: Counts): ReadonlyMap<string, number> {
  const failures = new Map<string, number>()
  for (const [reason, count] of entries(dropped)) {
    const failure = exportFailure(reason)
    failures.set(failure, (failures.get(failure) ?? 0) + count - refused[reason])
  }
  return failures
}

/**
 * Only what has happened: a series for each reason that there could be would cost its reader more
 * than it says.
 */
function observeFailures(
  result: BatchObservableResult,
  counter: Observable,
  failures: ReadonlyMap<string, number>,
  component: ComponentAttributes,
): void {
  for (const [failure, count] of failures) {
    if (count > 0) result.observe(counter, count, { ...component, 'error.type': failure })
  }
}

function entries(counts: Counts): [DropReason, number][] {
  return Object.entries(counts) as [DropReason, number][]
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
