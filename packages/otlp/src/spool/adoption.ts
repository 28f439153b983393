import type { Neighbours, Orphan, Survey } from './directory/survey'
import { type SegmentCount, SegmentReader } from './format/reader'
import { MAX_SEGMENT_BYTES } from './format/segment'
import type { SpoolParts } from './parts'
import type { Segments } from './segments'

/**
 * A look at the directory that takes longer than this is followed by a rest of so many times as
 * long.
 */
const LONG_LOOK_MS = 200
const REST_FACTOR = 20

/** A segment, as it is read before it is taken over. */
interface Sight extends SegmentCount {
  readonly encoding: SegmentReader['encoding']
  readonly identity: string
  readonly bytes: number
}

/**
 * Takes over what the dead have left in the directory, and keeps in view what the living hold
 * there.
 */
export class Adoption {
  /** Whether others have segments that this process may adopt one day. */
  hasRemaining = false
  /** Segments that were adopted the last time. */
  adopted = 0
  /** Orphans that did not fit the last time. */
  #left: readonly Orphan[] = []
  /**
   * A directory in which so much is that to look at it takes long is looked at so much less often.
   */
  #nextLookMs = 0
  readonly #parts: SpoolParts
  readonly #segments: Segments
  readonly #isOver: () => boolean

  constructor(
    parts: SpoolParts,
    segments: Segments,
    /** Whether to adopt nothing more, as nobody would send it. Asked after each wait. */
    isOver: () => boolean,
  ) {
    this.#parts = parts
    this.#segments = segments
    this.#isOver = isOver
  }

  /** Some of what the dead have left did not fit, the last time. */
  get hasLeft(): boolean {
    return this.#left.length > 0
  }

  /** Whether to look at the directory again. */
  get #isDue(): boolean {
    return performance.now() >= this.#nextLookMs
  }

  /**
   * Learns how much of the bounds others take. What cannot be seen just now stays as it was last
   * seen.
   */
  async refreshNeighbours(): Promise<void> {
    if (!this.#isDue) return
    const survey = await this.#survey().catch(() => undefined)
    if (survey !== undefined) this.#segments.neighbours = survey.neighbours
  }

  /** @throws Error when the directory is not private, or as the file system does */
  async adoptAll(): Promise<void> {
    this.#left = []
    this.adopted = 0
    const { orphans, neighbours } = await this.#survey()
    this.#segments.neighbours = neighbours
    this.hasRemaining = neighbours.liveOwners > 0
    await this.#adoptThose(orphans)
  }

  async adoptIfDue(): Promise<void> {
    if (this.#isDue) await this.adoptAll()
  }

  /** Adopts orphans that did not fit the last time, as far as they fit now. */
  async adoptRemaining(): Promise<void> {
    this.adopted = 0
    await this.#adoptThose(this.#left)
  }

  async #survey(): Promise<Survey> {
    const start = performance.now()
    const survey = await this.#parts.directory.survey()
    const end = performance.now()
    if (end - start > LONG_LOOK_MS) this.#nextLookMs = end + REST_FACTOR * (end - start)
    return survey
  }

  async #adoptThose(orphans: readonly Orphan[]): Promise<void> {
    const { directory, options } = this.#parts
    const left: Orphan[] = []
    let prepared: Promise<void> | undefined
    const prepare = () => (prepared ??= directory.prepare(options.fsync))
    for (const [i, orphan] of orphans.entries()) {
      if (this.#isOver()) return
      if (!this.#isExpired(orphan) && !this.#hasRoomFor(orphan, 0)) {
        left.push(...orphans.slice(i))
        break
      }
      if (!(await this.#adopt(orphan, prepare).catch(() => true))) left.push(orphan)
    }
    this.#left = left
    this.hasRemaining ||= left.length > 0
  }

  /**
   * Reads it before it takes it, so that one that we cannot send stays whose it is, unless it is
   * too old for anyone. Returns false when there is no room for it.
   */
  async #adopt(orphan: Orphan, prepare: () => Promise<void>): Promise<boolean> {
    const { fs, directory, ledger } = this.#parts
    const { path, createdMs } = orphan
    const isExpired = this.#isExpired(orphan)
    if (!isExpired && !this.#hasRoomFor(orphan)) return false
    const { encoding, records, items, bytes, identity } = await this.#look(orphan)
    if (!isExpired && !this.#isSendable(encoding, records, orphan)) {
      this.hasRemaining = true
      return true
    }
    if (this.#isOver()) return true
    await prepare()
    if (this.#isOver()) return true
    const ours = directory.newSegment(createdMs)
    await fs.rename(path, ours)
    this.adopted++
    ledger.recovered += items
    this.#segments.neighbours = without(this.#segments.neighbours, orphan)
    this.#segments.add({ path: ours, identity, createdMs, bytes, unsettled: items, file: undefined })
    return true
  }

  async #look({ path, isJournal }: Orphan): Promise<Sight> {
    const { fs, kind } = this.#parts
    const file = await fs.open(path, MAX_SEGMENT_BYTES)
    try {
      const reader = await SegmentReader.open(file, kind.signal)
      const { encoding } = reader
      // A record that is torn at the end of a journal was also in the memory of the dead process,
      // which may have delivered it.
      return { encoding, identity: file.identity, bytes: file.size, ...(await reader.count(!isJournal)) }
    } finally {
      await file.close().catch(() => {})
    }
  }

  #isExpired({ createdMs }: Orphan): boolean {
    return this.#parts.now() - createdMs > this.#parts.options.maxAgeMs
  }

  #hasRoomFor(orphan: Orphan, bytes = orphan.bytes): boolean {
    return this.#segments.hasRoomFor(bytes, 1, without(this.#segments.neighbours, orphan))
  }

  #isSendable(encoding: Sight['encoding'], records: number, orphan: Orphan): boolean {
    if (encoding === 'foreign') return false
    if (encoding === 'damaged' || records === 0) return true
    const { sendable, report } = this.#parts
    if (!sendable.includes(encoding)) {
      report('spool_encoding', `${orphan.path} holds ${encoding}, which cannot be sent over gRPC: it waits for HTTP`)
      return false
    }
    return true
  }
}

function without(neighbours: Neighbours, orphan: Orphan): Neighbours {
  return { ...neighbours, bytes: neighbours.bytes - orphan.bytes, files: neighbours.files - 1 }
}
