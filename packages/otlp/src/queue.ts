import type { Batch } from './batch'
import type { Held } from './ledger'

interface Entry {
  readonly batch: Batch
  readonly sequence: number
  next: Entry | undefined
}

/**
 * The batches that are held, first in first out, bounded in bytes and in items. A batch counts until it is settled, so what is on its way to the
 * collector is within the bound too.
 *
 * ```text
 * push → waiting … → take → in flight → settle
 * ```
 */
export class BatchQueue {
  private head: Entry | undefined
  private tail: Entry | undefined
  private readonly inFlight = new Map<Batch, number>()
  private drainWaiters: { readonly sequence: number; readonly resolve: () => void }[] = []
  private lastSequence = 0
  private items = 0
  private bytes = 0

  constructor(
    private readonly maxBytes: number,
    private readonly maxItems = Number.POSITIVE_INFINITY,
  ) {}

  get held(): Held {
    return { items: this.items, bytes: this.bytes }
  }

  /** Returns false, and takes nothing, when the batch would exceed a bound. One batch alone is always taken. */
  push(batch: Batch): boolean {
    if (this.items > 0 && !this.hasRoomFor(batch)) return false
    const entry: Entry = { batch, sequence: ++this.lastSequence, next: undefined }
    if (this.tail === undefined) this.head = entry
    else this.tail.next = entry
    this.tail = entry
    this.items += batch.items
    this.bytes += batch.scopes.length
    return true
  }

  /** The oldest waiting batch, which is in flight from now on. */
  take(): Batch | undefined {
    const entry = this.head
    if (entry === undefined) return undefined
    this.head = entry.next
    if (this.head === undefined) this.tail = undefined
    this.inFlight.set(entry.batch, entry.sequence)
    return entry.batch
  }

  /** Forgets a batch whose end is known. Returns false if it had been abandoned meanwhile. */
  settle(batch: Batch): boolean {
    if (!this.inFlight.delete(batch)) return false
    this.items -= batch.items
    this.bytes -= batch.scopes.length
    this.notifyDrained()
    return true
  }

  /** Resolves once every batch pushed until now is settled or abandoned. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.drainWaiters.push({ sequence: this.lastSequence, resolve })
      this.notifyDrained()
    })
  }

  /** Forgets everything, also what is in flight, and returns how many items that were. */
  abandon(): number {
    const { items } = this
    this.head = undefined
    this.tail = undefined
    this.inFlight.clear()
    this.items = 0
    this.bytes = 0
    this.notifyDrained()
    return items
  }

  private hasRoomFor(batch: Batch): boolean {
    return this.bytes + batch.scopes.length <= this.maxBytes && this.items + batch.items <= this.maxItems
  }

  private notifyDrained(): void {
    if (this.drainWaiters.length === 0) return
    const oldest = Math.min(this.head?.sequence ?? Number.POSITIVE_INFINITY, ...this.inFlight.values())
    this.drainWaiters = this.drainWaiters.filter(({ sequence, resolve }) => {
      if (oldest <= sequence) return true
      resolve()
      return false
    })
  }
}
