import type { Held } from '../ledger/ledger'
import type { Batch, BatchJournal } from './batcher'

interface Entry {
  readonly batch: Batch
  readonly sequence: number
  /** The batch has not been in flight before. */
  readonly isFresh: boolean
  next: Entry | undefined
}

/** A caller that waits until every batch up to a sequence is removed or abandoned. */
interface DrainWaiter {
  readonly sequence: number
  readonly resolve: () => void
  /** Batches up to the sequence that are not. */
  missing: number
}

/**
 * The batches that are held, first in first out, bounded in bytes and in items. A batch counts
 * until it is removed, so batches in flight are within the bound too.
 *
 * ```text
 * push → waiting … → take → in flight → remove
 *              ↖────── giveBack ──┘
 * ```
 */
export class BatchQueue {
  #head: Entry | undefined
  #tail: Entry | undefined
  readonly #inFlight = new Map<Batch, number>()
  #drainWaiters: DrainWaiter[] = []
  #lastSequence = 0
  #batches = 0
  #items = 0
  #bytes = 0
  #freshItems = 0
  readonly #maxBytes: number
  readonly #maxItems: number
  readonly #journal: Pick<BatchJournal, 'forget'> | undefined | undefined

  constructor(
    maxBytes: number,
    maxItems = Number.POSITIVE_INFINITY,
    /** Told of each batch that is removed. */
    journal?: Pick<BatchJournal, 'forget'> | undefined,
  ) {
    this.#maxBytes = maxBytes
    this.#maxItems = maxItems
    this.#journal = journal
  }

  get held(): Held {
    return { items: this.#items, bytes: this.#bytes }
  }

  /** Items that have never been in flight. */
  get fresh(): number {
    return this.#freshItems
  }

  /** Whether more than half of the bound is taken. */
  get isHalfFull(): boolean {
    return this.#bytes > this.#maxBytes / 2 || this.#items > this.#maxItems / 2
  }

  get isWaiting(): boolean {
    return this.#head !== undefined
  }

  get inFlightBatches(): Batch[] {
    return [...this.#inFlight.keys()]
  }

  /**
   * Returns false, and takes nothing, when the batch would exceed a bound. One batch alone is
   * always taken.
   */
  push(batch: Batch): boolean {
    if (this.#items > 0 && !this.#hasRoomFor(batch)) return false
    const entry: Entry = { batch, sequence: ++this.#lastSequence, isFresh: true, next: undefined }
    if (this.#tail === undefined) this.#head = entry
    else this.#tail.next = entry
    this.#tail = entry
    this.#batches++
    this.#items += batch.items
    this.#bytes += batch.scopes.length
    this.#freshItems += batch.items
    return true
  }

  /** The oldest waiting batch, which is in flight from now on. */
  take(): Batch | undefined {
    const entry = this.#head
    if (entry === undefined) return undefined
    this.#head = entry.next
    if (this.#head === undefined) this.#tail = undefined
    if (entry.isFresh) this.#freshItems -= entry.batch.items
    this.#inFlight.set(entry.batch, entry.sequence)
    return entry.batch
  }

  /**
   * The oldest waiting batches of up to `maxBytes` together, one at the least, which are in flight
   * from now on.
   */
  takeUpTo(maxBytes: number): Batch[] {
    const taken: Batch[] = []
    for (let bytes = 0; this.#head !== undefined; ) {
      bytes += this.#head.batch.scopes.length
      if (taken.length > 0 && bytes > maxBytes) break
      taken.push(this.take()!)
    }
    return taken
  }

  /**
   * Batches in flight wait again, each in its old place. Batches that were removed or abandoned
   * meanwhile do not.
   */
  giveBack(batches: readonly Batch[]): void {
    let previous: Entry | undefined
    for (const batch of batches) {
      const sequence = this.#inFlight.get(batch)
      if (sequence === undefined) continue
      this.#inFlight.delete(batch)
      if (previous !== undefined && previous.sequence > sequence) previous = undefined
      previous = this.#insertBehind(previous, batch, sequence)
    }
  }

  /** Removes a batch whose outcome is known. Returns false if it had been abandoned meanwhile. */
  remove(batch: Batch): boolean {
    const sequence = this.#inFlight.get(batch)
    if (sequence === undefined) return false
    this.#inFlight.delete(batch)
    this.#batches--
    this.#items -= batch.items
    this.#bytes -= batch.scopes.length
    this.#notifyDrained(sequence)
    this.#journal?.forget(batch)
    return true
  }

  /** Resolves once every batch pushed until now is removed or abandoned. */
  drained(): Promise<void> {
    if (this.#batches === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#drainWaiters.push({ sequence: this.#lastSequence, missing: this.#batches, resolve })
    })
  }

  /** Forgets everything, also what is in flight, and returns how many items that were. */
  abandon(): number {
    const items = this.#items
    this.#head = undefined
    this.#tail = undefined
    this.#inFlight.clear()
    this.#batches = 0
    this.#items = 0
    this.#bytes = 0
    this.#freshItems = 0
    for (const { resolve } of this.#drainWaiters) resolve()
    this.#drainWaiters = []
    return items
  }

  #hasRoomFor(batch: Batch): boolean {
    return this.#bytes + batch.scopes.length <= this.#maxBytes && this.#items + batch.items <= this.#maxItems
  }

  /** Finds the place from `from` on, or from the head. */
  #insertBehind(from: Entry | undefined, batch: Batch, sequence: number): Entry {
    let previous = from
    for (;;) {
      const next = previous === undefined ? this.#head : previous.next
      if (next === undefined || next.sequence > sequence) {
        const entry: Entry = { batch, sequence, isFresh: false, next }
        if (previous === undefined) this.#head = entry
        else previous.next = entry
        if (next === undefined) this.#tail = entry
        return entry
      }
      previous = next
    }
  }

  #notifyDrained(settled: number): void {
    if (this.#drainWaiters.length === 0) return
    this.#drainWaiters = this.#drainWaiters.filter((waiter) => {
      if (settled <= waiter.sequence) waiter.missing--
      if (waiter.missing > 0) return true
      waiter.resolve()
      return false
    })
  }
}
