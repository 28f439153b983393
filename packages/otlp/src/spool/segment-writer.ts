import type { Adoption } from './adoption'
import { encode, HEADER_BYTES, type SpoolRecord, segmentHeader, sizeOf } from './format/segment'
import type { SpoolParts } from './parts'
import type { Retention } from './retention'
import type { Segment, Segments } from './segments'
import { SegmentGone, seal, write } from './write'

/** Writes records to the segment that grows, and begins the next one when that is full or old. */
export class SegmentWriter {
  /** Written last within a call. */
  #saved: Segment | undefined
  readonly #parts: SpoolParts
  readonly #segments: Segments
  readonly #adoption: Adoption
  readonly #retention: Retention

  constructor(parts: SpoolParts, segments: Segments, adoption: Adoption, retention: Retention) {
    this.#parts = parts
    this.#segments = segments
    this.#adoption = adoption
    this.#retention = retention
  }

  /**
   * Writes the records to the segment that grows. One that is gone is given up for a new one.
   * @throws Error when there is no room, or as the file system does
   */
  async write(records: readonly SpoolRecord[]): Promise<Segment> {
    const { directory, options } = this.#parts
    for (let attempt = 0; ; attempt++) {
      const segment = await this.#segmentFor(records)
      try {
        await write(segment, records, directory, options.fsync)
        return segment
      } catch (error) {
        if (!(error instanceof SegmentGone)) throw error
        await seal(segment)
        this.#retention.forget(segment, 'corrupt')
        if (attempt > 0) throw error
      }
    }
  }

  /**
   * Writes the records, whole or not at all, within this call.
   * @throws Error when there is no room, or as the file system does
   */
  writeSync(records: readonly SpoolRecord[]): Segment {
    this.#saved = this.#growSaved(records) ?? this.#writeSaved(records)
    return this.#saved
  }

  /** The segment that the records go to: the one that grows, or a new one. */
  async #segmentFor(records: readonly SpoolRecord[]): Promise<Segment> {
    const { options, now } = this.#parts
    const size = HEADER_BYTES + sizeOf(records)
    const { growing } = this.#segments
    const isFull = growing && growing.bytes + size > this.#segments.segmentBytes
    if (isFull || (growing && now() - growing.createdMs > options.segmentAgeMs)) await seal(growing)
    // Others may have filled the directory meanwhile. This process looks once a segment, and at
    // each `Spool.maintain`.
    if (this.#segments.growing === undefined) await this.#adoption.refreshNeighbours()
    for (const evicted of this.#retention.makeRoom(size, this.#segments.growing ? 0 : 1))
      await this.#retention.remove(evicted)
    return this.#segments.growing ?? (await this.#begin())
  }

  async #begin(): Promise<Segment> {
    const { options, directory, fs, kind, now } = this.#parts
    await directory.prepare(options.fsync)
    const createdMs = now()
    const path = directory.newSegment(createdMs)
    const file = await fs.create(path)
    const segment = this.#segments.add({
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

  /**
   * Records that a process still makes in its `exit` event come one by one, and would be as many
   * files.
   */
  #growSaved(records: readonly SpoolRecord[]): Segment | undefined {
    const saved = this.#saved
    const segments = this.#segments
    const size = sizeOf(records)
    if (saved === undefined || !segments.has(saved) || saved.inUse) return undefined
    if (saved.bytes + size > segments.segmentBytes || !segments.hasRoomFor(size, 0)) return undefined
    try {
      this.#parts.fs.sync.append(saved.path, saved.identity, encode(records), saved.bytes)
      if (this.#parts.directory.findSync(saved) === undefined) return undefined
    } catch {
      // Another process may have deleted the file. A new file may still do.
      return undefined
    }
    saved.bytes += size
    return saved
  }

  #writeSaved(records: readonly SpoolRecord[]): Segment {
    const { kind, directory, fs, now } = this.#parts
    const bytes = HEADER_BYTES + sizeOf(records)
    for (const { path } of this.#retention.makeRoom(bytes, 1)) this.#retention.removeSync(path)
    directory.prepareSync()
    const createdMs = now()
    const path = directory.newSegment(createdMs)
    const identity = fs.sync.write(path, [segmentHeader(kind), ...encode(records)])
    if (directory.findSync({ path, identity }) === undefined) throw new SegmentGone(`${path} was moved by someone else`)
    return this.#segments.add({ path, identity, createdMs, bytes, unsettled: 0, file: undefined })
  }
}
