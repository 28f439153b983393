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
    for (const orphan of orphans) await this.take(orphan).catch(() => {})
  }

  /** Reads it first, so that one that we cannot send stays whose it is, unless it is too old for anyone. */
  private async take(orphan: Orphan): Promise<void> {
    const { fs, kind, directory, ledger, now, options } = this.parts
    const { path, createdMs } = orphan
    const bytes = await fs.read(path, MAX_SEGMENT_BYTES)
    const contents = readSegment(bytes, kind.signal)
    const isExpired = now() - createdMs > options.maxAgeMs
    if (!isExpired && !this.isWanted(contents, orphan)) {
      this.mayHaveMore = true
      return
    }
    await directory.prepare(options.fsync)
    const ours = directory.newSegment(createdMs)
    await fs.rename(path, ours)
    const unsettled = itemsOf(contents)
    ledger.recovered += unsettled
    this.segments.neighbours = without(this.segments.neighbours, orphan)
    this.segments.add({ path: ours, createdMs, bytes: bytes.length, unsettled, file: undefined })
  }

  private isWanted(contents: SegmentContents | 'foreign', orphan: Orphan): boolean {
    if (contents === 'foreign') return false
    const { sendable, report } = this.parts
    if (contents.records.length > 0 && !sendable.includes(contents.encoding)) {
      report(
        'spool_encoding',
        `${orphan.path} holds ${contents.encoding}, which cannot be sent over gRPC: it waits for HTTP`,
      )
      return false
    }
    return this.segments.hasRoomFor(orphan.bytes, 1, without(this.segments.neighbours, orphan))
  }
}

/** Everything in a segment, readable or not. What is not ours to count counts as one. */
function itemsOf(contents: SegmentContents | 'foreign'): number {
  return contents === 'foreign' ? 1 : contents.records.reduce((sum, { items }) => sum + items, contents.lost)
}

function without({ owners, bytes, files }: Neighbours, orphan: Orphan): Neighbours {
  return { owners, bytes: bytes - orphan.bytes, files: files - 1 }
}
