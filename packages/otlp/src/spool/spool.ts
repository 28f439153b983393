import type { Held } from '../ledger/ledger'
import { Adoption } from './adoption'
import { DiskAccess } from './disk-access'
import { type Memory, SegmentReader, type StoredRecord } from './format/reader'
import { MAX_SEGMENT_BYTES, SETTLED, SETTLED_OFFSET, type SpoolRecord } from './format/segment'
import { isAbsent, type StoredFile } from './fs'
import type { JournalFile } from './journal-file'
import type { SpoolParts } from './parts'
import { Retention } from './retention'
import { SegmentWriter } from './segment-writer'
import { type Segment, Segments } from './segments'
import { mend, seal } from './write'

/**
 * The segments of this process for one signal, the oldest given out first, within bounds. Sends
 * nothing. Returns `false` for what it cannot do, and then leaves the disk alone for a while.
 */
export class Spool {
  readonly #segments: Segments
  readonly #adoption: Adoption
  readonly #retention: Retention
  readonly #writer: SegmentWriter
  readonly #access: DiskAccess
  #stopped = false
  #closed = false
  /** There was a journal since others were last looked at. */
  #hasJournaled = false
  readonly #parts: SpoolParts

  constructor(parts: SpoolParts) {
    this.#parts = parts
    this.#segments = new Segments(parts.options)
    this.#adoption = new Adoption(parts, this.#segments, () => this.#stopped)
    this.#retention = new Retention(parts, this.#segments)
    this.#writer = new SegmentWriter(parts, this.#segments, this.#adoption, this.#retention)
    this.#access = new DiskAccess(parts)
  }

  get held(): Held {
    return this.#segments.held
  }

  /** The journal's part of the bounds, in bytes. */
  get maxJournalBytes(): number {
    return this.#segments.maxJournalBytes
  }

  /** There is a journal of this process on disk: {@link maintain} renews the lease for it. */
  noteJournal(): void {
    this.#hasJournaled = true
  }

  /** The files are segments from now on, unless they are no longer where others look for them. */
  takeSync(files: readonly JournalFile[]): boolean {
    try {
      if (files.some((file) => this.#parts.directory.findSync(file) === undefined)) return false
    } catch {
      return false
    }
    for (const file of files) this.#segments.addJournal(file)
    return true
  }

  /** Bytes that are best written at a time. */
  get segmentBytes(): number {
    return this.#segments.segmentBytes
  }

  /** Whether anything can be written now. */
  get isUsable(): boolean {
    return !this.#closed && !this.#access.isPaused
  }

  /**
   * Writes the records behind the others. `onWritten` is called the moment they are on disk, and
   * returns how many items were not accounted for elsewhere meanwhile.
   */
  append(records: readonly SpoolRecord[], onWritten: () => number): Promise<boolean> {
    return this.#access.exclusively(async () => {
      if (!this.isUsable) return false
      try {
        const segment = await this.#writer.write(records)
        segment.unsettled += onWritten()
        return true
      } catch (error) {
        await mend(this.#segments.growing)
        this.#access.pause(error)
        return false
      }
    })
  }

  /**
   * Writes a record to a segment of its own, which counts as being sent. Resolves to `undefined`
   * when the disk failed, or when `onWritten`, as above, returned 0.
   */
  appendAside(record: SpoolRecord, onWritten: () => number): Promise<Segment | undefined> {
    return this.#access.exclusively(async () => {
      if (!this.isUsable) return undefined
      await seal(this.#segments.growing)
      let segment: Segment | undefined
      try {
        segment = await this.#writer.write([record])
        segment.inUse = true
        segment.unsettled += onWritten()
        await seal(segment)
        if (segment.unsettled > 0) return segment
        await this.finish(segment)
      } catch (error) {
        await mend(this.#segments.growing)
        if (segment !== undefined) this.release(segment)
        this.#access.pause(error)
      }
      return undefined
    })
  }

  /** Writes the records, whole or not at all, within this call. */
  saveSync(records: readonly SpoolRecord[]): boolean {
    try {
      this.#writer.writeSync(records).unsettled += records.reduce((sum, { items }) => sum + items, 0)
      return true
    } catch (error) {
      this.#access.pause(error)
      return false
    }
  }

  /** The oldest segment that can be sent. From now on it neither grows nor is evicted. */
  next(): Promise<Segment | undefined> {
    return this.#access.exclusively(async () => {
      const segment = this.#closed ? undefined : this.#segments.oldestReadable
      if (segment === undefined) return undefined
      segment.inUse = true
      await seal(segment)
      return segment
    })
  }

  /** Most segments that may be given out at once. */
  get maxInUse(): number {
    return this.#segments.maxInUse
  }

  /** Begins to read a segment into `memory`, if possible. The caller closes the reader. */
  async read(segment: Segment, memory?: Memory): Promise<SegmentReader | undefined> {
    let file: StoredFile | undefined
    try {
      file = await this.#parts.fs.open(segment.path, MAX_SEGMENT_BYTES)
      const reader = await SegmentReader.open(file, this.#parts.kind.signal, memory)
      if (reader.encoding !== 'foreign') return reader
      await reader.close()
      await this.finish(segment)
    } catch (error) {
      await file?.close().catch(() => {})
      if (isAbsent(error) || error instanceof RangeError) await this.finish(segment)
      else this.setAside(segment, error)
      this.release(segment)
    }
    return undefined
  }

  /** Whether nobody else has taken over, moved or deleted the file of a segment. */
  isOurs(segment: Segment): Promise<boolean> {
    return this.#parts.directory.holds(segment)
  }

  /** The caller enters in the ledger the outcome of some items of the segment. */
  account(segment: Segment, items: number): void {
    // More than was known: a batch saved within a call while it was written is on disk twice.
    this.#parts.ledger.recovered += Math.max(0, items - segment.unsettled)
    segment.unsettled = Math.max(0, segment.unsettled - items)
  }

  /** Marks records as settled. Where that fails, the next process sends them once more. */
  async markSettled({ path, identity }: Segment, records: readonly StoredRecord[]): Promise<void> {
    const positions = records.map(({ position }) => position + SETTLED_OFFSET)
    await this.#parts.fs.overwrite(path, identity, SETTLED, positions).catch(() => {})
  }

  /** Deletes a segment that is settled. Items that it should have held, but did not, are lost. */
  async finish(segment: Segment): Promise<void> {
    if (this.#retention.forget(segment, 'corrupt')) await this.#retention.remove(segment)
  }

  /** The segment cannot be read just now. */
  setAside(segment: Segment, error: unknown): void {
    segment.setAside = true
    this.#parts.report('spool', `${segment.path} cannot be read now: ${(error as Error).message}`)
  }

  /** Leaves the segment for later, or for another process. */
  release(segment: Segment): void {
    segment.inUse = false
  }

  /** Adopts segments of dead processes, within the bounds. Writes nothing if there are none. */
  adopt(): Promise<void> {
    return this.#takeOver(() => this.#adoption.adoptAll())
  }

  /** Adopts segments that did not fit before. Resolves to whether there were any. */
  async adoptMore(): Promise<boolean> {
    if (!this.#adoption.hasLeft) return false
    await this.#takeOver(() => this.#adoption.adoptRemaining())
    return this.#adoption.adopted > 0
  }

  #takeOver(take: () => Promise<void>): Promise<void> {
    return this.#access.exclusively(async () => {
      if (this.#stopped) return
      try {
        await take()
        await this.#retention.expire()
        await this.#retention.evictExcess()
      } catch (error) {
        this.#access.pause(error)
      }
    })
  }

  /** Every `LEASE_RENEWAL_MS`: renews the lease, expires old segments, adopts orphans. */
  async maintain(): Promise<void> {
    const hasJournaled = this.#hasJournaled
    if (this.#stopped || (this.#segments.isEmpty && !this.#adoption.hasRemaining && !hasJournaled)) return
    this.#hasJournaled = false
    await this.#access.exclusively(async () => {
      if (this.#stopped || (this.#segments.isEmpty && !hasJournaled)) return
      await this.#parts.directory.renewLease().catch(() => {})
      if (this.#parts.directory.askWhetherDeclaredDead()) await this.#retention.forgetGone()
      this.#segments.retrySetAside()
    })
    await this.#takeOver(() => this.#adoption.adoptIfDue())
  }

  /** Takes over nothing more, as nothing more is sent. What memory holds can still be written. */
  stop(): void {
    this.#stopped = true
  }

  /** Leaves all segments to the next process. */
  async close(): Promise<void> {
    this.#stopped = true
    this.#closed = true
    await this.#access.exclusively(async () => {
      await seal(this.#segments.growing)
      await this.#parts.directory.leave()
    })
  }
}
