import type { Batch } from '../batch/batcher'
import type { BatchQueue } from '../batch/queue'
import type { RequestFrame } from '../batch/request-frame'
import type { CollectorHealth } from '../delivery/collector-health'
import type { Copy, Overflow } from '../delivery/overflow'
import { Slices } from '../event-loop'
import type { Held } from '../ledger/ledger'
import { LEASE_RENEWAL_MS } from '../spool/directory/directory'
import type { SpoolRecord } from '../spool/format/segment'
import type { Spool } from '../spool/spool'
import type { UntracedContext } from '../untraced-context'
import type { Copies } from './in-flight-copies'
import type { Journal } from './journal'
import type { Replay, ReplayListener } from './replay'

/** The parts that the overflow joins. */
interface SpoolOverflowParts {
  readonly queue: BatchQueue
  readonly frame: RequestFrame
  readonly health: CollectorHealth
  readonly spool: Spool
  readonly replay: Replay
  readonly copies: Copies
  readonly untracedContext: UntracedContext
  readonly journal?: Journal | undefined
}

/** Sends what waits in memory directly. */
interface DirectDelivery {
  schedule(): void
}

/**
 * Decides what leaves memory for the disk, and when. While the collector answers, nothing does.
 * When it fails, or falls silent, everything goes there at once, where a crash cannot reach it, and
 * the replay is alone in asking whether the collector is back. When the collector is merely slow,
 * what waits goes there as soon as it fills half of the memory that it may.
 */
export class SpoolOverflow implements Overflow, ReplayListener {
  #next: DirectDelivery | undefined
  #isScheduled = false
  #isSpilling = false
  #timer: NodeJS.Timeout | undefined
  readonly #parts: SpoolOverflowParts

  constructor(parts: SpoolOverflowParts) {
    this.#parts = parts
  }

  get held(): Held {
    return this.#parts.spool.held
  }

  get isActive(): boolean {
    return this.#parts.health.isFailing
  }

  get hasRoom(): boolean {
    return this.#parts.spool.isUsable
  }

  /** Tries at once what waits to be tried again. */
  wake(): void {
    this.#parts.replay.wake()
  }

  /** Resolves when what is on disk has been sent, or has to be tried again, or the time is over. */
  settled(timeoutMs: number): Promise<void> {
    const isOver = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref())
    return Promise.race([this.#parts.replay.settled(), isOver])
  }

  /** Takes up, soon, what earlier processes have left. */
  open(): void {
    const { untracedContext, spool, replay } = this.#parts
    // Entered when they run, and not before: there may be no context manager yet, and without one
    // no timer remembers a context.
    setImmediate(() => untracedContext.run(() => void spool.adopt().then(() => replay.start())))
    const maintain = () => untracedContext.run(() => void spool.maintain().then(() => replay.start()))
    this.#timer = setInterval(maintain, LEASE_RENEWAL_MS).unref()
  }

  /** Whom to tell that batches may be sent directly again. */
  connect(next: DirectDelivery): void {
    this.#next = next
  }

  activate(): void {
    this.#parts.health.fail()
    this.schedule()
  }

  /** The collector answers, or there is nothing on disk to ask the collector with. */
  deactivate(): void {
    if (this.#parts.health.recover()) this.#next?.schedule()
  }

  answered(): void {
    this.deactivate()
  }

  /**
   * Batches in flight that were copied ask the collector instead, as long as they may still be
   * answered.
   */
  drained(): void {
    if (this.#parts.copies.isEmpty) this.deactivate()
  }

  copyInFlight(batches: readonly Batch[]): void {
    const { copies, frame, queue, spool } = this.#parts
    for (const batch of batches) {
      copies.make(batch, async () => {
        const payload = await frame.request(batch.scopes)
        return spool.appendAside({ items: batch.items, payload }, () => (queue.remove(batch) ? batch.items : 0))
      })
    }
  }

  copyOf(batch: Batch): Promise<Copy | undefined> {
    return this.#parts.copies.of(batch)
  }

  /** To be called when there is more in the queue. */
  schedule(): void {
    if (this.#isScheduled || this.#isSpilling || !this.#isNeeded) return
    this.#isScheduled = true
    this.#parts.untracedContext.run(() => {
      setImmediate(() => {
        this.#isScheduled = false
        void this.#spill()
      })
    })
  }

  /**
   * Writes all that is in memory to disk within this call, also batches in flight. Returns how many
   * items that were. Never throws.
   */
  saveSync(): number {
    const { queue, spool, journal } = this.#parts
    const waiting = queue.takeUpTo(Number.POSITIVE_INFINITY)
    let saved = 0
    let isFailing = false
    for (const group of groups(queue.inFlightBatches, spool.segmentBytes)) {
      isFailing ||= !this.#saveGroup(group)
      for (const batch of group) {
        if ((!isFailing || this.#keepInJournal(batch)) && queue.remove(batch)) saved += batch.items
      }
    }
    queue.giveBack(waiting)
    journal?.sweepSync()
    return saved
  }

  /** Sends nothing more. Resolves when what is being sent from disk has had its last attempt. */
  stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#parts.spool.stop()
    return this.#parts.replay.stop()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#parts.replay.close()
    await this.#parts.journal?.close()
    await this.#parts.spool.close()
  }

  get #isNeeded(): boolean {
    return this.isActive || (this.#parts.queue.isHalfFull && this.hasRoom)
  }

  async #spill(): Promise<void> {
    if (this.#isSpilling) return
    this.#isSpilling = true
    while (this.#isNeeded) {
      const batches = this.#parts.queue.takeUpTo(this.#parts.spool.segmentBytes)
      if (batches.length === 0) break
      if (await this.#keep(batches)) continue
      this.#parts.queue.giveBack(batches)
      this.deactivate()
      break
    }
    this.#isSpilling = false
    // The replay deactivates the overflow if there is nothing on disk to ask the collector with.
    this.#parts.replay.start()
    if (!this.isActive) this.#next?.schedule()
  }

  async #keep(batches: readonly Batch[]): Promise<boolean> {
    const { queue, frame, spool } = this.#parts
    try {
      const records: SpoolRecord[] = []
      const slices = new Slices()
      for (const { items, scopes } of batches) {
        records.push({ items, payload: await frame.request(scopes) })
        await slices.handled(scopes.length)
      }
      return await spool.append(records, () =>
        batches.reduce((sum, batch) => sum + (queue.remove(batch) ? batch.items : 0), 0),
      )
    } catch {
      // The resource cannot be encoded: the export loop drops such a batch, and says so.
      return false
    }
  }

  /** A batch that the disk does not take a second time may be in the journal already. */
  #keepInJournal(batch: Batch): boolean {
    const { journal, spool } = this.#parts
    const files = journal?.filesOf(batch)
    if (files === undefined || !spool.takeSync(files)) return false
    journal?.cede(batch)
    return true
  }

  #saveGroup(batches: readonly Batch[]): boolean {
    try {
      const { frame, spool } = this.#parts
      return spool.saveSync(batches.map(({ items, scopes }) => ({ items, payload: frame.requestSync(scopes) })))
    } catch {
      return false
    }
  }
}

function* groups(batches: readonly Batch[], maxBytes: number): Generator<Batch[]> {
  let group: Batch[] = []
  let bytes = 0
  for (const batch of batches) {
    if (bytes > 0 && bytes + batch.scopes.length > maxBytes) {
      yield group
      group = []
      bytes = 0
    }
    group.push(batch)
    bytes += batch.scopes.length
  }
  if (group.length > 0) yield group
}
