import type { Batch, OpenBatch } from '../batch/batcher'
import { JournalEntry } from './journal-entry'

/**
 * Longest wait of an item before it is written. The promise is 100 ms: the timer and the disk take
 * the rest.
 */
export const DELAY_MS = 80
/** Entries that are due within that are written along: one wake instead of two. */
const SLACK_MS = 5
/** New bytes that are written without waiting for the delay. */
export const MUCH_BYTES = 1024 * 1024

/**
 * The items that the journal still lacks: new ones of the open batch, and those of closed batches.
 */
export class JournalBacklog {
  #open = new JournalEntry()
  #source: OpenBatch | undefined
  /** Entries with something to write, the oldest first. */
  readonly #waiting = new Set<JournalEntry>()
  #unwritten = 0

  /** Bytes in all entries. */
  get bytes(): number {
    return this.#unwritten
  }

  get oldest(): JournalEntry | undefined {
    const [oldest] = this.#waiting
    return oldest
  }

  get entries(): readonly JournalEntry[] {
    return [...this.#waiting]
  }

  /** Sets the open batch, from which new items are taken. */
  follow(source: OpenBatch): void {
    this.#source = source
  }

  /** The open batch has grown. Returns true if its entry had nothing to write before. */
  grew(bytes: number): boolean {
    const open = this.#open
    const isFirst = open.unwritten === 0
    if (isFirst) {
      open.since = performance.now()
      this.#waiting.add(open)
    }
    open.unwritten += bytes
    this.#unwritten += bytes
    return isFirst
  }

  /**
   * The open batch is closed. Returns its entry. `rest` holds the items that were not taken yet.
   */
  closed(batch: Batch, rest: Batch | undefined): JournalEntry {
    const entry = this.#open
    this.#open = new JournalEntry()
    entry.batch = batch
    if (rest !== undefined) entry.parts.push(rest)
    return entry
  }

  /** Entries that have waited long enough, or all entries if 1 MiB waits, the oldest first. */
  *due(): Iterable<JournalEntry> {
    const isMuch = this.#unwritten >= MUCH_BYTES
    const sinceMs = performance.now() - DELAY_MS + SLACK_MS
    for (const entry of this.#waiting) {
      if (!isMuch && entry.since > sinceMs) return
      yield entry
    }
  }

  /** Takes what an entry has to write. From now on the entry has nothing to write. */
  take(entry: JournalEntry): readonly Batch[] {
    const fresh = entry === this.#open ? this.#source?.takeNew() : undefined
    const parts = fresh ? [...entry.parts, fresh] : entry.parts
    this.strike(entry)
    return parts
  }

  /** From now on the entry has nothing to write. */
  strike(entry: JournalEntry): void {
    this.#waiting.delete(entry)
    this.#unwritten -= entry.unwritten
    entry.unwritten = 0
    entry.parts = []
  }

  /** Takes back parts that could not be written. They wait again. */
  giveBack(entry: JournalEntry, parts: readonly Batch[], unwritten: number, since: number): void {
    if (entry.isForgotten) return
    entry.parts = [...parts, ...entry.parts]
    entry.unwritten += unwritten
    entry.since = since
    this.#unwritten += unwritten
    this.#waiting.add(entry)
  }
}
