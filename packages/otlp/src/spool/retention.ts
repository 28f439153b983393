import type { DropReason } from '../ledger/ledger'
import type { SpoolParts } from './parts'
import type { Segment, Segments } from './segments'
import { seal } from './write'

const EXPLANATIONS: Readonly<Partial<Record<DropReason, string>>> = {
  corrupt: 'damaged on disk, or deleted, moved or taken over by someone else',
  evicted: 'the oldest on disk had to make room within maxBytes or maxFiles',
  expired: 'on disk for longer than maxAgeMs',
}

/** Lets go of segments, and enters in the ledger what is lost by it. */
export class Retention {
  readonly #parts: SpoolParts
  readonly #segments: Segments

  constructor(parts: SpoolParts, segments: Segments) {
    this.#parts = parts
    this.#segments = segments
  }

  /**
   * Gives up the oldest segments until there is room. Returns those whose files are to be removed.
   * @throws Error when there would be no room without all of them either, and then gives up none
   */
  makeRoom(bytes: number, files: number): Segment[] {
    if (!this.#segments.canMakeRoomFor(bytes, files)) throw new Error('maxBytes or maxFiles does not leave room')
    return this.#evict(() => this.#segments.hasRoomFor(bytes, files))
  }

  /** When others have come to take their part of the bounds. */
  async evictExcess(): Promise<void> {
    while (!this.#segments.hasRoomFor(0, 0)) {
      const segment = this.#segments.evictable
      if (segment === undefined) return
      this.forget(segment, 'evicted')
      await this.remove(segment)
    }
  }

  #evict(isEnough: () => boolean): Segment[] {
    const evicted: Segment[] = []
    for (;;) {
      const segment = isEnough() ? undefined : this.#segments.evictable
      if (segment === undefined) return evicted
      this.forget(segment, 'evicted')
      evicted.push(segment)
    }
  }

  /** Forgets the segments whose files were taken over, moved or deleted. */
  async forgetGone(): Promise<void> {
    for (const segment of this.#segments.idle) {
      if (await this.#parts.directory.holds(segment)) continue
      await seal(segment)
      this.forget(segment, 'corrupt')
    }
  }

  async expire(): Promise<void> {
    const { now, options } = this.#parts
    for (const segment of this.#segments.createdBefore(now() - options.maxAgeMs)) {
      this.forget(segment, 'expired')
      await this.remove(segment)
    }
  }

  /** Returns false if it had been forgotten before. */
  forget(segment: Segment, reason: DropReason): boolean {
    if (!this.#segments.forget(segment)) return false
    if (segment.unsettled === 0) return true
    this.#parts.ledger.drop(reason, segment.unsettled)
    this.#parts.report(reason, `${segment.unsettled} dropped: ${EXPLANATIONS[reason]}`)
    return true
  }

  async remove(segment: Segment): Promise<void> {
    await seal(segment)
    // A segment that cannot be deleted is sent again by the next process: better twice than never.
    await this.#parts.fs.remove(segment.path).catch(() => {})
  }

  removeSync(path: string): void {
    try {
      this.#parts.fs.sync.remove(path)
    } catch {
      // As above.
    }
  }
}
