import type { Neighbours, Orphan } from './directory'
import { type SegmentCount, SegmentReader } from './reader'
import { MAX_SEGMENT_BYTES } from './segment'
import type { Segments } from './segments'
import type { SpoolParts } from './spool'

/** What is seen of a segment before it is taken over. */
interface Sight extends SegmentCount {
  readonly encoding: SegmentReader['encoding']
  readonly identity: string
  readonly bytes: number
}

/** Takes over what the dead have left in the directory, and keeps in view what the living hold there. */
export class Adoption {
  /** Others have something that may be ours one day. */
  mayHaveMore = false
  /** Some of it did not fit, the last time. */
  wasFull = false
  /** How many segments were taken over, the last time. */
  taken = 0

  constructor(
    private readonly parts: SpoolParts,
    private readonly segments: Segments,
    /** Nothing more is to be taken over, as nobody would send it. Asked after each wait. */
    private readonly isOver: () => boolean,
  ) {}

  /** Learns how much of the bounds others take. What cannot be seen just now stays as it was last seen. */
  async glance(): Promise<void> {
    const survey = await this.parts.directory.survey().catch(() => undefined)
    if (survey !== undefined) this.segments.neighbours = survey.neighbours
  }

  /** @throws Error when the directory is not private, or as the file system does */
  async takeAll(): Promise<void> {
    this.wasFull = false
    this.taken = 0
    const { orphans, neighbours } = await this.parts.directory.survey()
    this.segments.neighbours = neighbours
    this.mayHaveMore = neighbours.owners > 0
    const { directory, options } = this.parts
    let prepared: Promise<void> | undefined
    const prepare = () => (prepared ??= directory.prepare(options.fsync))
    for (const orphan of orphans) {
      if (this.isOver()) return
      await this.take(orphan, prepare).catch(() => {})
    }
  }

  /** Reads it before it takes it, so that one that we cannot send stays whose it is, unless it is too old for anyone. */
  private async take(orphan: Orphan, prepare: () => Promise<void>): Promise<void> {
    const { fs, directory, ledger, now, options } = this.parts
    const { path, createdMs } = orphan
    const isExpired = now() - createdMs > options.maxAgeMs
    if (!isExpired && !this.hasRoomFor(orphan)) {
      this.mayHaveMore = true
      this.wasFull = true
      return
    }
    const { encoding, records, items, bytes, identity } = await this.look(path)
    if (!isExpired && !this.isSendable(encoding, records, orphan)) {
      this.mayHaveMore = true
      return
    }
    if (this.isOver()) return
    await prepare()
    if (this.isOver()) return
    const ours = directory.newSegment(createdMs)
    await fs.rename(path, ours)
    this.taken++
    ledger.recovered += items
    this.segments.neighbours = without(this.segments.neighbours, orphan)
    this.segments.add({ path: ours, identity, createdMs, bytes, unsettled: items, file: undefined })
  }

  private async look(path: string): Promise<Sight> {
    const { fs, kind } = this.parts
    const file = await fs.open(path, MAX_SEGMENT_BYTES)
    try {
      const reader = await SegmentReader.open(file, kind.signal)
      const { encoding } = reader
      return { encoding, identity: file.identity, bytes: file.size, ...(await reader.count()) }
    } finally {
      await file.close().catch(() => {})
    }
  }

  private hasRoomFor(orphan: Orphan): boolean {
    return this.segments.hasRoomFor(orphan.bytes, 1, without(this.segments.neighbours, orphan))
  }

  private isSendable(encoding: Sight['encoding'], records: number, orphan: Orphan): boolean {
    if (encoding === 'foreign') return false
    if (encoding === 'damaged' || records === 0) return true
    const { sendable, report } = this.parts
    if (!sendable.includes(encoding)) {
      report('spool_encoding', `${orphan.path} holds ${encoding}, which cannot be sent over gRPC: it waits for HTTP`)
      return false
    }
    return true
  }
}

function without({ owners, bytes, files }: Neighbours, orphan: Orphan): Neighbours {
  return { owners, bytes: bytes - orphan.bytes, files: files - 1 }
}
