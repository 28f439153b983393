import { type Batch, Batcher, type BatchJournal, type BatchSink } from './batch/batcher'
import { BatchQueue } from './batch/queue'
import { RequestFrame } from './batch/request-frame'
import { CollectorHealth } from './delivery/collector-health'
import { within } from './delivery/deadline'
import { ExportLoop } from './delivery/export-loop'
import { Hold } from './delivery/hold'
import { OutcomeRecorder } from './delivery/outcome-recorder'
import { RetryingSender } from './delivery/retry'
import type { ByteWriter } from './encode/byte-writer'
import type { Format } from './encode/format'
import type { ExportObserver } from './ledger/export-observer'
import { type DropReason, Ledger, type SignalMeasures, type SignalStats } from './ledger/ledger'
import type { Problem } from './options/options'
import type { ResolvedSignal } from './options/resolve'
import { createOverflow, createStore, type SpoolSettings } from './overflow/create-overflow'
import type { SpoolOverflow } from './overflow/spool-overflow'
import { displayEndpoint } from './problems/redact'
import { problemReporter, type ReportProblem } from './problems/report'
import type { Sender } from './send/sender'
import type { ResourceLike, ScopeLike, SignalName } from './telemetry'
import { UntracedContext } from './untraced-context'

/** How long a process that has nothing left to do sends what earlier processes have left. */
const BACKLOG_MS = 500

const GRPC_ENCODINGS = ['protobuf'] as const
const HTTP_ENCODINGS = ['protobuf', 'json'] as const

const EXPLANATIONS: Readonly<Partial<Record<DropReason, string>>> = {
  shutdown: 'what ends after the shutdown is dropped',
  too_large: 'a single item above 16 MiB was dropped',
  invalid: 'an item that cannot be encoded was dropped',
  queue_full: 'more is held in memory than maxQueueBytes or maxQueueItems allows, new batches are dropped',
  disk_full: 'memory is full and the spool cannot be written, new batches are dropped',
}

/** The parts that the pipeline of one signal is made of. */
interface SignalParts<Item, Writer extends ByteWriter> {
  readonly name: SignalName
  readonly resource: ResourceLike
  readonly options: ResolvedSignal
  readonly format: Format<Item, Writer>
  readonly transport: Sender
  /** Where batches are kept on disk. Without it, they are held in memory alone. */
  readonly spool?: SpoolSettings | undefined
  readonly onProblem?: ((problem: Problem) => void) | undefined
  readonly observer?: ExportObserver | undefined
}

/**
 * The pipeline of one signal, from an ended item to the ledger.
 *
 * ```text
 * accept → encode  → hold       → frame        → send, again if need be   → enter in the ledger
 *          Batcher   BatchQueue   RequestFrame   RetryingSender(transport)  OutcomeRecorder
 *                        ↘ keep on disk, send from there: SpoolOverflow ↗
 * ```
 *
 * Encoding comes first so that everything after it handles bytes with a count, whatever the signal.
 * The bound comes before framing, so that it holds while the resource is still unknown. Retrying
 * wraps the transport directly: it is the only stage that sends twice.
 */
export class SignalPipeline<Item extends { readonly instrumentationScope: ScopeLike }, Writer extends ByteWriter>
  implements BatchSink
{
  readonly #ledger = new Ledger()
  readonly #health = new CollectorHealth()
  readonly #report: ReportProblem
  readonly #batcher: Batcher<Item, Writer>
  readonly #queue: BatchQueue
  readonly #overflow: SpoolOverflow | undefined
  readonly #journal: BatchJournal | undefined
  readonly #sender: RetryingSender
  readonly #loop: ExportLoop
  readonly #observer: ExportObserver | undefined
  readonly #untracedContext: UntracedContext
  #closing: Promise<void> | undefined
  #isSavingAll = false

  /** Puts the stages together in the order of the picture: each is made of those before it. */
  constructor(parts: SignalParts<Item, Writer>) {
    const { name, options, format, transport, spool, observer } = parts
    const ledger = this.#ledger
    const health = this.#health
    const { retry, maxInFlight } = options
    const report = problemReporter(name, displayEndpoint(options.endpoint), parts.onProblem)
    const outcomes = new OutcomeRecorder(ledger, report, observer)
    const untracedContext = new UntracedContext()
    const frame = new RequestFrame(parts.resource, format)
    const signal = { signal: name, frame, report, untracedContext }

    // encode
    const sendable = options.protocol === 'grpc' ? GRPC_ENCODINGS : HTTP_ENCODINGS
    const store = spool && createStore(spool, { ...signal, contentType: format.contentType, sendable, ledger })
    const journal = store?.journal
    const batcher = new Batcher(format, options.batch, untracedContext, journal)
    // hold
    const queue = new BatchQueue(options.maxQueueBytes, options.maxQueueItems, journal)
    const overflow =
      store && createOverflow(store, { ...signal, limits: options.batch, queue, transport, retry, health, outcomes })
    // frame, send, enter in the ledger
    const where = overflow ? 'kept, on disk if need be' : 'held in memory'
    const onRetry = (message: string) =>
      report('unreachable', `${message}; trying again, what was not sent is ${where}`)
    const sender = new RetryingSender(transport, retry, { onRetry, health, hold: new Hold(), overflow })
    const loop = new ExportLoop({ queue, frame, sender, health, outcomes, untracedContext, maxInFlight, overflow })
    // what each stage hands on, and to which one
    batcher.connect(this)
    journal?.follow(batcher)
    overflow?.connect(loop)

    this.#report = report
    this.#batcher = batcher
    this.#queue = queue
    this.#overflow = overflow
    this.#journal = journal
    this.#sender = sender
    this.#loop = loop
    this.#observer = observer
    this.#untracedContext = untracedContext
    overflow?.open()
  }

  /** Takes one ended item. Never throws. */
  accept(item: Item): void {
    this.#ledger.created++
    const refused = this.#closing === undefined ? this.#batcher.add(item) : 'shutdown'
    if (refused !== undefined) this.#refuse(refused, 1)
    else if (this.#isSavingAll) this.saveSync(true)
  }

  /** Counts one item that is not to be sent. */
  sampleOut(): void {
    this.#ledger.sampleOut()
  }

  /**
   * Resolves when all that was accepted before is delivered, kept on disk, or counted as dropped,
   * as soon as it is clear that nothing listens at the other end, or else at the deadline.
   */
  async flush(timeoutMs: number): Promise<void> {
    this.#batcher.close()
    const expedite = this.#sender.expedite()
    this.#overflow?.wake()
    await within(timeoutMs, Promise.race([this.#queue.drained(), expedite.refused]))
    expedite.end()
  }

  /**
   * For a process that has nothing left to do: a flush that ends as soon as the collector has been
   * silent for half a second, if there is a disk to keep things on. What is there already is sent
   * for half a second. Then nothing of ours holds the process any more.
   */
  async finish(timeoutMs: number): Promise<void> {
    this.#batcher.close()
    const overflow = this.#overflow
    const expedite = this.#sender.expedite()
    overflow?.wake()
    const silence = overflow?.hasRoom ? this.#health.silence() : undefined
    const isDone = Promise.all([this.#queue.drained(), overflow?.settled(BACKLOG_MS)])
    await within(timeoutMs, Promise.race([isDone, expedite.refused, ...(silence ? [silence.begun] : [])]))
    silence?.end()
    expedite.end()
    this.unref()
  }

  /** Requests in flight no longer keep the process from ending. */
  unref(): void {
    this.#sender.unref()
  }

  /**
   * Gives everything held one attempt; what is still held at the deadline is kept on disk, or
   * dropped and counted.
   */
  shutdown(timeoutMs: number): Promise<void> {
    this.#closing ??= this.#close(timeoutMs)
    return this.#closing
  }

  stats(): SignalStats {
    const open = this.#batcher.held
    const queued = this.#queue.held
    const memory = { items: open.items + queued.items, bytes: open.bytes + queued.bytes }
    return this.#ledger.stats(memory, this.#overflow?.held)
  }

  measures(): SignalMeasures {
    return {
      stats: this.stats(),
      queued: this.#batcher.held.items + this.#queue.fresh,
      refused: this.#ledger.refused,
    }
  }

  /**
   * Writes all that is held in memory, and from a final call on all that is accepted, to disk at
   * once. Returns how many items that were. Never throws.
   */
  saveSync(isFinal = false): number {
    const overflow = this.#overflow
    if (overflow === undefined) return 0
    this.#isSavingAll ||= isFinal
    // An instrumentation of `node:fs` would make spans of it, which would be saved in turn.
    return this.#untracedContext.run(() => this.#saveHeld(overflow))
  }

  #saveHeld(overflow: SpoolOverflow): number {
    // Closed batches go first, so that there is room for the open one. If the disk fails, the open
    // batch stays where it is.
    const closed = overflow.saveSync()
    if (this.#queue.held.items > 0) return closed
    this.#batcher.close()
    return closed + overflow.saveSync()
  }

  /** Holds a closed batch, or counts it as dropped where there is no room. */
  hold(batch: Batch): void {
    this.#observer?.batched()
    if (this.#queue.push(batch)) {
      this.#loop.schedule()
      this.#overflow?.schedule()
    } else {
      this.#journal?.forget(batch)
      this.#refuse(this.#overflow?.hasRoom === false ? 'disk_full' : 'queue_full', batch.items)
    }
  }

  async #close(timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs
    this.#batcher.close()
    this.#sender.finish()
    await within(timeoutMs, Promise.all([this.#queue.drained(), this.#overflow?.stop()]))
    this.saveSync()
    const { fresh } = this.#queue
    const abandoned = this.#queue.abandon()
    this.#ledger.refuse('shutdown', fresh)
    this.#ledger.drop('shutdown', abandoned - fresh)
    if (abandoned > 0) this.#report('shutdown', `${abandoned} dropped: still held at the deadline of the shutdown`)
    this.#sender.close()
    if (this.#overflow) await within(deadline - performance.now(), this.#overflow.close())
    this.#observer?.closed()
  }

  #refuse(reason: DropReason, items: number): void {
    this.#ledger.refuse(reason, items)
    this.#report(reason, EXPLANATIONS[reason] ?? reason)
  }
}
