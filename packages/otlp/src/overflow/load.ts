import type { BatchLimits } from '../batch/batcher'
import type { Memory, StoredRecord } from '../spool/format/reader'
import type { SegmentKind } from '../spool/format/segment'
import type { Segment } from '../spool/segments'
import { isMergeable, merge } from './merge'

/** A record in flight, and its segment. */
export interface Part {
  readonly segment: Segment
  readonly record: StoredRecord
}

/** Bounds of one request. */
export interface LoadLimits extends Pick<BatchLimits, 'maxItems' | 'maxBytes'> {
  readonly maxSegments: number
}

/** Records that are sent as one request. */
export class Load {
  readonly parts: Part[] = []
  readonly #segments = new Set<Segment>()
  readonly #ends = new Map<Segment, 'whole' | 'unreadable'>()
  #kind: SegmentKind | undefined
  #items = 0
  #bytes = 0
  #isSingle = false
  /** Taken for requests that are put together. */
  readonly #merged: Buffer[] = []
  readonly #limits: LoadLimits
  readonly #memory: Memory

  constructor(
    limits: LoadLimits,
    /** What the payloads of the records were taken from. */
    memory: Memory,
  ) {
    this.#limits = limits
    this.#memory = memory
  }

  /**
   * Takes the record, unless it has to go by itself, or with others like it, or later. One alone is
   * always taken.
   */
  add(part: Part, kind: SegmentKind): boolean {
    const { items, payload } = part.record
    const isSingle = !isMergeable(payload, kind)
    if (this.parts.length > 0 && (isSingle || this.isFull || !this.#hasRoomFor(items, payload.length, kind)))
      return false
    this.parts.push(part)
    this.#segments.add(part.segment)
    this.#kind = kind
    this.#items += items
    this.#bytes += payload.length
    this.#isSingle = isSingle
    return true
  }

  /** The request can take no more. */
  get isFull(): boolean {
    const { maxItems, maxBytes, maxSegments } = this.#limits
    return this.#isSingle || this.#items >= maxItems || this.#bytes >= maxBytes || this.#ends.size >= maxSegments
  }

  /**
   * No more of the segment can be read. Returns false when there is nothing of it in here either.
   */
  end(segment: Segment, how: 'whole' | 'unreadable'): boolean {
    if (!this.#segments.has(segment)) return false
    this.#ends.set(segment, how)
    return true
  }

  /** Undefined when more of the segment follows. */
  endOf(segment: Segment): 'whole' | 'unreadable' | undefined {
    return this.#ends.get(segment)
  }

  get encoding(): SegmentKind['encoding'] {
    return this.#kind!.encoding
  }

  request(parts: readonly Part[]): Buffer {
    const payloads = parts.map(({ record }) => record.payload)
    const request = merge(payloads, this.#kind!, this.#memory)
    if (request !== payloads[0]) this.#merged.push(request)
    return request
  }

  /** To be called when nobody reads the records and the requests any more. */
  giveBack(): void {
    for (const { record } of this.parts) this.#memory.giveBack(record.payload)
    for (const request of this.#merged) this.#memory.giveBack(request)
  }

  #hasRoomFor(items: number, bytes: number, { encoding }: SegmentKind): boolean {
    const { maxItems, maxBytes } = this.#limits
    return encoding === this.#kind!.encoding && this.#items + items <= maxItems && this.#bytes + bytes <= maxBytes
  }
}
