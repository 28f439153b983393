import type { Held } from '../ledger/ledger'
import type { ResolvedSpool } from '../options/spool'
import { type Neighbours, NO_NEIGHBOURS } from './directory/survey'
import type { SpoolFile } from './fs'
import type { JournalFile } from './journal-file'

/**
 * A segment of this process.
 *
 * ```text
 *                  seal              next
 * begin → growing ──────→ sealed ─────────→ in use → finish → settled: its file is deleted
 *            └── mend ──────↑ ↑ ↖── release ──┤
 * adopted orphan ───────────┘ │               ↓
 *                             └ retrySetAside ─ set aside: it cannot be read now
 *
 * sealed → evicted for room, expired by age, or gone with its file: unsettled items are dropped
 * ```
 *
 * `file` is set while the segment grows, `inUse` while it is sent, `setAside` while it cannot be
 * read. All others are sealed: at rest, and free to be sent or evicted.
 */
export interface Segment {
  readonly path: string
  /** Identity of its file: see `FileFacts`. */
  readonly identity: string
  readonly createdMs: number
  bytes: number
  /** Spans or log records in it that the ledger still counts as held. */
  unsettled: number
  /** While it grows: the length up to which its records are whole. */
  soundBytes: number
  /** Open while the segment grows. */
  file: SpoolFile | undefined
  /** The segment is being sent: it neither grows nor is evicted. */
  inUse: boolean
  /**
   * The segment could not be read just now. It may be readable later: permissions and disks are
   * repaired.
   */
  setAside: boolean
}

/** No less, as one grows while another is being sent. */
const LEAST_FILES = 2

/**
 * The segments of this process, oldest first, and the bounds that they must stay within. The bounds
 * are those of the directory: what others hold there is not free for us, but each process that
 * holds something has a right to an equal part of it.
 */
export class Segments {
  /** What the others held when the directory was last surveyed. */
  neighbours: Neighbours = NO_NEIGHBOURS
  #all: Segment[] = []
  readonly #limits: Pick<ResolvedSpool, 'maxBytes' | 'maxFiles' | 'segmentBytes' | 'maxJournalBytes'>

  constructor(limits: Pick<ResolvedSpool, 'maxBytes' | 'maxFiles' | 'segmentBytes' | 'maxJournalBytes'>) {
    this.#limits = limits
  }

  /** Size at which the next segment is begun. */
  get segmentBytes(): number {
    return Math.min(this.#limits.segmentBytes, this.#maxBytes() / 8)
  }

  /** Most segments that may be sent at once: a segment that is being sent cannot be evicted. */
  get maxInUse(): number {
    return Math.max(1, Math.floor(this.#maxFiles() / 4))
  }

  /** Beside the segments, so that the journal can neither cost any of them nor be crowded out. */
  get maxJournalBytes(): number {
    const { liveOwners, journalBytes } = this.neighbours
    const { maxJournalBytes } = this.#limits
    return Math.max(maxJournalBytes / (1 + liveOwners), maxJournalBytes - journalBytes)
  }

  get held(): Held {
    return { items: sum(this.#all, ({ unsettled }) => unsettled), bytes: sum(this.#all, ({ bytes }) => bytes) }
  }

  get isEmpty(): boolean {
    return this.#all.length === 0
  }

  /** The segment that grows, if there is one. */
  get growing(): Segment | undefined {
    return this.#all.find(({ file }) => file !== undefined)
  }

  get oldestReadable(): Segment | undefined {
    return this.#all.find(({ setAside, inUse }) => !setAside && !inUse)
  }

  /** Segments that are not being sent. */
  get idle(): Segment[] {
    return this.#all.filter(({ inUse }) => !inUse)
  }

  /** The file of a journal, which is a segment from now on. */
  addJournal({ path, identity, createdMs, bytes, items }: JournalFile): void {
    this.add({ path, identity, createdMs, bytes, unsettled: items, file: undefined })
  }

  add(segment: Pick<Segment, 'path' | 'identity' | 'createdMs' | 'bytes' | 'unsettled' | 'file'>): Segment {
    const added = { ...segment, soundBytes: 0, inUse: false, setAside: false }
    this.#all.push(added)
    this.#all.sort((a, b) => a.createdMs - b.createdMs)
    return added
  }

  /** Returns false if it had been forgotten before. */
  forget(segment: Segment): boolean {
    const index = this.#all.indexOf(segment)
    if (index >= 0) this.#all.splice(index, 1)
    return index >= 0
  }

  retrySetAside(): void {
    for (const segment of this.#all) segment.setAside = false
  }

  hasRoomFor(bytes: number, files: number, neighbours = this.neighbours): boolean {
    return this.#isWithinBounds(this.#all, bytes, files, neighbours)
  }

  /** Whether there would be room without all that may go. */
  canMakeRoomFor(bytes: number, files: number): boolean {
    return this.#isWithinBounds(
      this.#all.filter((segment) => !isEvictable(segment)),
      bytes,
      files,
    )
  }

  has(segment: Segment): boolean {
    return this.#all.includes(segment)
  }

  /** The oldest that may go, if there is one. */
  get evictable(): Segment | undefined {
    return this.#all.find(isEvictable)
  }

  createdBefore(timeMs: number): Segment[] {
    return this.#all.filter(({ createdMs, inUse }) => createdMs < timeMs && !inUse)
  }

  #isWithinBounds(held: readonly Segment[], bytes: number, files: number, neighbours = this.neighbours): boolean {
    return (
      sum(held, (segment) => segment.bytes) + bytes <= this.#maxBytes(neighbours) &&
      held.length + files <= this.#maxFiles(neighbours)
    )
  }

  #maxBytes({ liveOwners, bytes } = this.neighbours): number {
    const { maxBytes } = this.#limits
    return Math.max(maxBytes / (1 + liveOwners), maxBytes - bytes)
  }

  #maxFiles({ liveOwners, files } = this.neighbours): number {
    const { maxFiles } = this.#limits
    return Math.max(LEAST_FILES, maxFiles / (1 + liveOwners), maxFiles - files)
  }
}

function isEvictable({ file, inUse }: Segment): boolean {
  return file === undefined && !inUse
}

function sum(segments: readonly Segment[], of: (segment: Segment) => number): number {
  return segments.reduce((total, segment) => total + of(segment), 0)
}
