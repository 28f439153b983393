import type { Held } from '../ledger/ledger'
import { Adoption } from './adoption'
import { DiskAccess } from './disk-access'
import { SegmentReader, type StoredRecord } from './format/reader'
import { MAX_SEGMENT_BYTES, SETTLED, SETTLED_OFFSET, type SpoolRecord } from './format/segment'
import { isAbsent, type StoredFile } from './fs'
import type { JournalFile } from './journal-file'
import type { SpoolParts } from './parts'
import { Retention } from './retention'
import { SegmentWriter } from './segment-writer'
import { type Segment, Segments } from './segments'
import { mend, seal } from './write'

/**
 * What this process holds on disk of one signal: grown at the end, given out from the beginning, bounded in bytes, files and age.
 * It sends nothing and retries nothing. What it cannot do it says by `false`, and then it leaves the disk alone for a while.
 */
export class Spool {
  private readonly segments: Segments
  private readonly adoption: Adoption
  private readonly retention: Retention
  private readonly writer: SegmentWriter
  private readonly access: DiskAccess
  private stopped = false
  private closed = false
  /** There was a journal since others were last looked at. */
  private hasJournaled = false

  constructor(private readonly parts: SpoolParts) {
    this.segments = new Segments(parts.options)
    this.adoption = new Adoption(parts, this.segments, () => this.stopped)
    this.retention = new Retention(parts, this.segments)
    this.writer = new SegmentWriter(parts, this.segments, this.adoption, this.retention)
    this.access = new DiskAccess(parts)
  }

  get held(): Held {
    return this.segments.held
  }

  /** How much of the bounds is the journal's. */
  get maxJournalBytes(): number {
    return this.segments.maxJournalBytes
  }

  /** There is a journal of ours in the directory: the others are to know of us, and we want to know of them. */
  noteJournal(): void {
    this.hasJournaled = true
  }

  /** The files are segments from now on, unless they are no longer where others look for them. */
  takeSync(files: readonly JournalFile[]): boolean {
    try {
      if (files.some((file) => this.parts.directory.findSync(file) === undefined)) return false
    } catch {
      return false
    }
    for (const file of files) this.segments.addJournal(file)
    return true
  }

  /** How much is best written at a time. */
  get segmentBytes(): number {
    return this.segments.segmentBytes
  }

  /** Whether it makes sense to give it something now. */
  get isUsable(): boolean {
    return !this.closed && !this.access.isPaused
  }

  /**
   * Writes the records behind the others. `onWritten` is called the moment they are on disk, and returns how many items were not
   * accounted for elsewhere meanwhile.
   */
  append(records: readonly SpoolRecord[], onWritten: () => number): Promise<boolean> {
    return this.access.exclusively(async () => {
      if (!this.isUsable) return false
      try {
        const segment = await this.writer.write(records)
        segment.unsettled += onWritten()
        return true
      } catch (error) {
        await mend(this.segments.growing)
        this.access.pause(error)
        return false
      }
    })
  }

  /**
   * Writes a record to a segment of its own, which counts as being sent. Resolves to it, or to nothing when the disk failed, or when
   * `onWritten`, as above, said that there is nothing left to account for.
   */
  appendAside(record: SpoolRecord, onWritten: () => number): Promise<Segment | undefined> {
    return this.access.exclusively(async () => {
      if (!this.isUsable) return undefined
      await seal(this.segments.growing)
      let segment: Segment | undefined
      try {
        segment = await this.writer.write([record])
        segment.inUse = true
        segment.unsettled += onWritten()
        await seal(segment)
        if (segment.unsettled > 0) return segment
        await this.finish(segment)
      } catch (error) {
        await mend(this.segments.growing)
        if (segment !== undefined) this.release(segment)
        this.access.pause(error)
      }
      return undefined
    })
  }

  /** Writes the records, whole or not at all, within this call. */
  saveSync(records: readonly SpoolRecord[]): boolean {
    try {
      this.writer.writeSync(records).unsettled += records.reduce((sum, { items }) => sum + items, 0)
      return true
    } catch (error) {
      this.access.pause(error)
      return false
    }
  }

  /** The oldest segment that can be sent. From now on it neither grows nor is evicted. */
  next(): Promise<Segment | undefined> {
    return this.access.exclusively(async () => {
      const segment = this.closed ? undefined : this.segments.oldestReadable
      if (segment === undefined) return undefined
      segment.inUse = true
      await seal(segment)
      return segment
    })
  }

  /** How many segments may be given out at once. */
  get maxInUse(): number {
    return this.segments.maxInUse
  }

  /** Begins to read a segment, if that can be done. The caller closes what it is given. */
  async read(segment: Segment): Promise<SegmentReader | undefined> {
    let file: StoredFile | undefined
    try {
      file = await this.parts.fs.open(segment.path, MAX_SEGMENT_BYTES)
      const reader = await SegmentReader.open(file, this.parts.kind.signal)
      if (reader.encoding !== 'foreign') return reader
      await reader.close()
      await this.finish(segment)
    } catch (error) {
      await file?.close().catch(() => {})
      if (isAbsent(error) || error instanceof RangeError) await this.finish(segment)
      else {
        this.setAside(segment, error)
        this.release(segment)
      }
    }
    return undefined
  }

  /** Whether its file is still where others look for it. One that someone else has taken over, moved or deleted is not. */
  isOurs(segment: Segment): Promise<boolean> {
    return this.parts.directory.holds(segment)
  }

  /** Some items of the segment have met their end, which the caller enters in the ledger. */
  account(segment: Segment, items: number): void {
    // More than was known: what was saved synchronously while it was just being written is on disk twice.
    this.parts.ledger.recovered += Math.max(0, items - segment.unsettled)
    segment.unsettled = Math.max(0, segment.unsettled - items)
  }

  /** Notes in the segment that records of it are settled. Where that fails, they are sent once more by whoever comes next. */
  async markSettled({ path, identity }: Segment, records: readonly StoredRecord[]): Promise<void> {
    const positions = records.map(({ position }) => position + SETTLED_OFFSET)
    await this.parts.fs.overwrite(path, identity, SETTLED, positions).catch(() => {})
  }

  /** Deletes a segment all of whose records are settled. What it should have held, but was not found in it, is lost. */
  async finish(segment: Segment): Promise<void> {
    if (this.retention.forget(segment, 'corrupt')) await this.retention.remove(segment)
  }

  /** It cannot be read just now. */
  setAside(segment: Segment, error: unknown): void {
    segment.setAside = true
    this.parts.report('spool', `${segment.path} cannot be read now: ${(error as Error).message}`)
  }

  /** Leaves the segment for later, or for another process. */
  release(segment: Segment): void {
    segment.inUse = false
  }

  /** Takes over what the dead have left, as far as the bounds allow. Where nothing is, it writes nothing. */
  adopt(): Promise<void> {
    return this.takeOver(() => this.adoption.adoptAll())
  }

  /** Takes over what the dead have left and for which there was no room before. Resolves to whether there was any of it. */
  async adoptMore(): Promise<boolean> {
    if (!this.adoption.hasLeft) return false
    await this.takeOver(() => this.adoption.adoptRemaining())
    return this.adoption.adopted > 0
  }

  private takeOver(take: () => Promise<void>): Promise<void> {
    return this.access.exclusively(async () => {
      if (this.stopped) return
      try {
        await take()
        await this.retention.expire()
        await this.retention.evictExcess()
      } catch (error) {
        this.access.pause(error)
      }
    })
  }

  /** To be called every `LEASE_RENEWAL_MS`: keeps what is ours, gives up what is too old, takes over what others have left. */
  async maintain(): Promise<void> {
    const { hasJournaled } = this
    if (this.stopped || (this.segments.isEmpty && !this.adoption.hasRemaining && !hasJournaled)) return
    this.hasJournaled = false
    await this.access.exclusively(async () => {
      if (this.stopped || (this.segments.isEmpty && !hasJournaled)) return
      await this.parts.directory.renewLease().catch(() => {})
      if (this.parts.directory.askWhetherDeclaredDead()) await this.retention.forgetGone()
      this.segments.retrySetAside()
    })
    await this.takeOver(() => this.adoption.adoptIfDue())
  }

  /** Takes over nothing more, as nothing more is sent. What memory holds can still be written. */
  stop(): void {
    this.stopped = true
  }

  /** Leaves everything to whoever comes next. */
  async close(): Promise<void> {
    this.stopped = true
    this.closed = true
    await this.access.exclusively(async () => {
      await seal(this.segments.growing)
      await this.parts.directory.leave()
    })
  }
}
