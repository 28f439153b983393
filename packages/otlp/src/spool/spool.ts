import type { Held } from '../ledger/ledger'
import { Adoption } from './adoption'
import { SegmentReader, type StoredRecord } from './format/reader'
import {
  encode,
  HEADER_BYTES,
  MAX_SEGMENT_BYTES,
  SETTLED,
  SETTLED_OFFSET,
  type SpoolRecord,
  segmentHeader,
  sizeOf,
} from './format/segment'
import { isAbsent, type StoredFile } from './fs'
import type { JournalFile } from './journal-file'
import type { SpoolParts } from './parts'
import { Retention } from './retention'
import { type Segment, Segments } from './segments'
import { mend, SegmentGone, seal, write } from './write'

/** How long the disk is left alone after it failed. */
const DISK_PAUSE_MS = 10_000

/**
 * What this process holds on disk of one signal: grown at the end, given out from the beginning, bounded in bytes, files and age.
 * It sends nothing and retries nothing. What it cannot do it says by `false`, and then it leaves the disk alone for a while.
 */
export class Spool {
  private readonly segments: Segments
  private readonly adoption: Adoption
  private readonly retention: Retention
  private working: Promise<unknown> = Promise.resolve()
  private pausedUntil = 0
  private stopped = false
  private closed = false
  /** There was a journal since others were last looked at. */
  private hasJournaled = false
  /** Written last within a call. */
  private saved: Segment | undefined

  constructor(private readonly parts: SpoolParts) {
    this.segments = new Segments(parts.options)
    this.adoption = new Adoption(parts, this.segments, () => this.stopped)
    this.retention = new Retention(parts, this.segments)
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
    for (const { path, identity, createdMs, bytes, items } of files) {
      this.segments.add({ path, identity, createdMs, bytes, unsettled: items, file: undefined })
    }
    return true
  }

  /** How much is best written at a time. */
  get segmentBytes(): number {
    return this.segments.segmentBytes
  }

  /** Whether it makes sense to give it something now. */
  get isUsable(): boolean {
    return !this.closed && this.parts.now() >= this.pausedUntil
  }

  /**
   * Writes the records behind the others. `onWritten` is called the moment they are on disk, and returns how many items were not
   * accounted for elsewhere meanwhile.
   */
  append(records: readonly SpoolRecord[], onWritten: () => number): Promise<boolean> {
    return this.exclusively(async () => {
      if (!this.isUsable) return false
      try {
        const segment = await this.write(records)
        segment.unsettled += onWritten()
        return true
      } catch (error) {
        await mend(this.segments.growing)
        this.pause(error)
        return false
      }
    })
  }

  /**
   * Writes a record to a segment of its own, which counts as being sent. Resolves to it, or to nothing when the disk failed, or when
   * `onWritten`, as above, said that there is nothing left to account for.
   */
  appendAside(record: SpoolRecord, onWritten: () => number): Promise<Segment | undefined> {
    return this.exclusively(async () => {
      if (!this.isUsable) return undefined
      await seal(this.segments.growing)
      let segment: Segment | undefined
      try {
        segment = await this.write([record])
        segment.inUse = true
        segment.unsettled += onWritten()
        await seal(segment)
        if (segment.unsettled > 0) return segment
        await this.finish(segment)
      } catch (error) {
        await mend(this.segments.growing)
        if (segment !== undefined) this.release(segment)
        this.pause(error)
      }
      return undefined
    })
  }

  /** Writes the records, whole or not at all, within this call. */
  saveSync(records: readonly SpoolRecord[]): boolean {
    try {
      const segment = this.growSaved(records) ?? this.writeSaved(records)
      segment.unsettled += records.reduce((sum, { items }) => sum + items, 0)
      this.saved = segment
      return true
    } catch (error) {
      this.pause(error)
      return false
    }
  }

  /** The oldest segment that can be sent. From now on it neither grows nor is evicted. */
  next(): Promise<Segment | undefined> {
    return this.exclusively(async () => {
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
  async isOurs(segment: Segment): Promise<boolean> {
    try {
      return (await this.parts.directory.find(segment)) !== undefined
    } catch {
      // That cannot be seen just now.
      return true
    }
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
    return this.exclusively(async () => {
      if (this.stopped) return
      try {
        await take()
        await this.retention.expire()
        await this.retention.evictExcess()
      } catch (error) {
        this.pause(error)
      }
    })
  }

  /** To be called every `LEASE_RENEWAL_MS`: keeps what is ours, gives up what is too old, takes over what others have left. */
  async maintain(): Promise<void> {
    const { hasJournaled } = this
    if (this.stopped || (this.segments.isEmpty && !this.adoption.hasRemaining && !hasJournaled)) return
    this.hasJournaled = false
    await this.exclusively(async () => {
      if (this.stopped || (this.segments.isEmpty && !hasJournaled)) return
      await this.parts.directory.renewLease().catch(() => {})
      if (this.parts.directory.askWhetherDeclaredDead()) await this.giveUpWhatIsGone()
      this.segments.retrySetAside()
    })
    await this.takeOver(() => this.adoption.adoptIfDue())
  }

  private async giveUpWhatIsGone(): Promise<void> {
    for (const segment of this.segments.idle) {
      if (await this.isOurs(segment)) continue
      await seal(segment)
      this.retention.forget(segment, 'corrupt')
    }
  }

  /** Takes over nothing more, as nothing more is sent. What memory holds can still be written. */
  stop(): void {
    this.stopped = true
  }

  /** Leaves everything to whoever comes next. */
  async close(): Promise<void> {
    this.stopped = true
    this.closed = true
    await this.exclusively(async () => {
      await seal(this.segments.growing)
      await this.parts.directory.leave()
    })
  }

  /** Writes the records to the segment that grows. One that is gone is given up for a new one. */
  private async write(records: readonly SpoolRecord[]): Promise<Segment> {
    const { directory, options } = this.parts
    for (let attempt = 0; ; attempt++) {
      const segment = await this.segmentFor(records)
      try {
        await write(segment, records, directory, options.fsync)
        return segment
      } catch (error) {
        if (!(error instanceof SegmentGone)) throw error
        await seal(segment)
        this.retention.forget(segment, 'corrupt')
        if (attempt > 0) throw error
      }
    }
  }

  /** The segment that the records go to: the one that grows, or a new one. */
  private async segmentFor(records: readonly SpoolRecord[]): Promise<Segment> {
    const { options, now } = this.parts
    const size = HEADER_BYTES + sizeOf(records)
    const { growing } = this.segments
    const isFull = growing && growing.bytes + size > this.segments.segmentBytes
    if (isFull || (growing && now() - growing.createdMs > options.segmentAgeMs)) await seal(growing)
    // Others may have filled the directory meanwhile: that is looked at once a segment, and whenever `maintain` is called.
    if (this.segments.growing === undefined) await this.adoption.refreshNeighbours()
    for (const evicted of this.retention.makeRoom(size, this.segments.growing ? 0 : 1))
      await this.retention.remove(evicted)
    return this.segments.growing ?? (await this.begin())
  }

  private async begin(): Promise<Segment> {
    const { options, directory, fs, kind, now } = this.parts
    await directory.prepare(options.fsync)
    const createdMs = now()
    const path = directory.newSegment(createdMs)
    const file = await fs.create(path)
    const segment = this.segments.add({
      path,
      createdMs,
      identity: file.identity,
      bytes: HEADER_BYTES,
      unsettled: 0,
      file,
    })
    await file.append([segmentHeader(kind)])
    if (options.fsync) await directory.sync()
    return segment
  }

  /** What a process still says in its `exit` event comes one by one, and would be as many files. */
  private growSaved(records: readonly SpoolRecord[]): Segment | undefined {
    const { saved, segments } = this
    const size = sizeOf(records)
    if (saved === undefined || !segments.has(saved) || saved.inUse) return undefined
    if (saved.bytes + size > this.segmentBytes || !segments.hasRoomFor(size, 0)) return undefined
    try {
      this.parts.fs.sync.append(saved.path, saved.identity, encode(records), saved.bytes)
      if (this.parts.directory.findSync(saved) === undefined) return undefined
    } catch {
      // Someone may have deleted it. A new file may still do.
      return undefined
    }
    saved.bytes += size
    return saved
  }

  private writeSaved(records: readonly SpoolRecord[]): Segment {
    const { kind, directory, fs, now } = this.parts
    const bytes = HEADER_BYTES + sizeOf(records)
    for (const { path } of this.retention.makeRoom(bytes, 1)) this.retention.removeSync(path)
    directory.prepareSync()
    const createdMs = now()
    const path = directory.newSegment(createdMs)
    const identity = fs.sync.write(path, [segmentHeader(kind), ...encode(records)])
    if (directory.findSync({ path, identity }) === undefined) throw new SegmentGone(`${path} was moved by someone else`)
    return this.segments.add({ path, identity, createdMs, bytes, unsettled: 0, file: undefined })
  }

  private pause(error: unknown): void {
    this.pausedUntil = this.parts.now() + DISK_PAUSE_MS
    const { message } = error as Error
    this.parts.report('spool', `the spool cannot be used: ${message}; what is not sent is held in memory alone`)
  }

  /** One after another, because all of them read the list of segments, wait for the disk, and then change the list. */
  private exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.working.then(work)
    this.working = result.catch(() => {})
    return result
  }
}
