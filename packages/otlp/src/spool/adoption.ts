import type { Neighbours, Orphan } from './directory'
import { MAX_SEGMENT_BYTES, readSegment, type SegmentContents } from './segment'
import type { Segments } from './segments'
import type { SpoolParts } from './spool'

/** Takes over what the dead have left in the directory, and keeps in view what the living hold there. */
export class Adoption {
  /** Others have something that may be ours one day. */
  mayHaveMore = false

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
    const { fs, kind, directory, ledger, now, options } = this.parts
    const { path, createdMs } = orphan
    const isExpired = now() - createdMs > options.maxAgeMs
    if (!isExpired && !this.hasRoomFor(orphan)) {
      this.mayHaveMore = true
      return
    }
    const bytes = await fs.read(path, MAX_SEGMENT_BYTES)
    const contents = readSegment(bytes, kind.signal)
    if (!isExpired && !this.isSendable(contents, orphan)) {
      this.mayHaveMore = true
      return
    }
    if (this.isOver()) return
    await prepare()
    if (this.isOver()) return
    const ours = directory.newSegment(createdMs)
    await fs.rename(path, ours)
    const unsettled = itemsOf(contents)
    ledger.recovered += unsettled
    this.segments.neighbours = without(this.segments.neighbours, orphan)
    this.segments.add({ path: ours, createdMs, bytes: bytes.length, unsettled, file: undefined })
  }

  private hasRoomFor(orphan: Orphan): boolean {
    return this.segments.hasRoomFor(orphan.bytes, 1, without(this.segments.neighbours, orphan))
  }

  private isSendable(contents: SegmentContents | 'foreign', orphan: Orphan): boolean {
    if (contents === 'foreign') return false
    const { sendable, report } = this.parts
    if (contents.records.length > 0 && !sendable.includes(contents.encoding)) {
      report(
        'spool_encoding',
        `${orphan.path} holds ${contents.encoding}, which cannot be sent over gRPC: it waits for HTTP`,
      )
      return false
    }
    return true
  }
}

/** Everything in a segment, readable or not. What is not ours to count counts as one. */
function itemsOf(contents: SegmentContents | 'foreign'): number {
  return contents === 'foreign' ? 1 : contents.records.reduce((sum, { items }) => sum + items, contents.lost)
}

function without({ owners, bytes, files }: Neighbours, orphan: Orphan): Neighbours {
  return { owners, bytes: bytes - orphan.bytes, files: files - 1 }
}
