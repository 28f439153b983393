import type { Batch, OpenBatch } from '../batch/batcher'
import { JournalEntry } from './journal-entry'

/** How long an item waits at the most before it is written. The promise is 100 ms: the rest is for the timer and the disk. */
export const DELAY_MS = 80
/** Entries that are due within that are written along: one wake instead of two. */
const SLACK_MS = 5
/** How many new bytes are written without waiting for the delay. */
export const FULL_BYTES = 64 * 1024

/** What is to be written to the journal: what is new of the open batch, and what the closed ones still lack. */
export class JournalBacklog {
  private open = new JournalEntry()
  private source: OpenBatch | undefined
  /** Entries with something to write, the oldest first. */
  private readonly waiting = new Set<JournalEntry>()
  private unwritten = 0

  /** How many bytes all of it is. */
  get bytes(): number {
    return this.unwritten
  }

  get oldest(): JournalEntry | undefined {
    const [oldest] = this.waiting
    return oldest
  }

  get entries(): readonly JournalEntry[] {
    return [...this.waiting]
  }

  /** Where the items of the open batch are. */
  follow(source: OpenBatch): void {
    this.source = source
  }

  /** The open batch has grown. Returns true for the first bytes of it that are to be written. */
  grew(bytes: number): boolean {
    const { open } = this
    const isFirst = open.unwritten === 0
    if (isFirst) {
      open.since = performance.now()
      this.waiting.add(open)
    }
    open.unwritten += bytes
    this.unwritten += bytes
    return isFirst
  }

  /** The open batch is closed. Returns its entry. `rest` is what of it was not taken yet. */
  closed(batch: Batch, rest: Batch | undefined): JournalEntry {
    const entry = this.open
    this.open = new JournalEntry()
    entry.batch = batch
    if (rest !== undefined) entry.parts.push(rest)
    return entry
  }

  /** The entries that have waited long enough, or all if there is much, the oldest first. */
  *due(): Iterable<JournalEntry> {
    const isMuch = this.unwritten >= FULL_BYTES
    const sinceMs = performance.now() - DELAY_MS + SLACK_MS
    for (const entry of this.waiting) {
      if (!isMuch && entry.since > sinceMs) return
      yield entry
    }
  }

  /** What is to be written of an entry, which has nothing to write from now on. */
  take(entry: JournalEntry): readonly Batch[] {
    const fresh = entry === this.open ? this.source?.takeNew() : undefined
    const parts = fresh ? [...entry.parts, fresh] : entry.parts
    this.strike(entry)
    return parts
  }

  /** The entry has nothing to write. */
  strike(entry: JournalEntry): void {
    this.waiting.delete(entry)
    this.unwritten -= entry.unwritten
    entry.unwritten = 0
    entry.parts = []
  }

  /** What was taken could not be written, and waits again. */
  giveBack(entry: JournalEntry, parts: readonly Batch[], unwritten: number, since: number): void {
    if (entry.isForgotten) return
    entry.parts = [...parts, ...entry.parts]
    entry.unwritten += unwritten
    entry.since = since
    this.unwritten += unwritten
    this.waiting.add(entry)
  }
}
