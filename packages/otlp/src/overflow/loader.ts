import type { BatchLimits } from '../batch/batcher'
import { Slices } from '../event-loop'
import type { SegmentReader, StoredRecord } from '../spool/format/reader'
import { RecordMemory } from '../spool/format/record-memory'
import type { SegmentKind } from '../spool/format/segment'
import type { Segment } from '../spool/segments'
import type { Spool } from '../spool/spool'
import type { SignalName } from '../telemetry'
import { Load, type LoadLimits } from './load'

/** What it takes to handle a record, however small, in bytes of a slice. */
const RECORD_COST_BYTES = 1024

/** The segment that is being read. */
interface Cursor {
  readonly segment: Segment
  readonly reader: SegmentReader
  readonly kind: SegmentKind
  /** Read, but not taken yet. */
  waiting: StoredRecord | undefined
}

/** Reads what is on disk, the oldest first, into as few requests as it fits in. */
export class Loader {
  #cursor: Cursor | undefined
  readonly #memory = new RecordMemory()
  readonly #slices = new Slices()
  readonly #spool: Spool
  readonly #signal: SignalName
  readonly #limits: Pick<BatchLimits, 'maxItems' | 'maxBytes'>

  constructor(spool: Spool, signal: SignalName, limits: Pick<BatchLimits, 'maxItems' | 'maxBytes'>) {
    this.#spool = spool
    this.#signal = signal
    this.#limits = limits
  }

  /** Reads the next request. `undefined` when nothing can be read. */
  async next(): Promise<Load | undefined> {
    const load = new Load(this.#loadLimits, this.#memory)
    if (this.#cursor !== undefined && !(await this.#spool.isOurs(this.#cursor.segment))) await this.#drop(this.#cursor)
    while (!load.isFull && (await this.#take(load)));
    // Whether that was all of the segment: then it goes as a whole, and nothing needs to be noted
    // in it.
    if (load.parts.length > 0 && this.#cursor !== undefined) await this.#look(this.#cursor, load)
    return load.parts.length > 0 ? load : undefined
  }

  /** Uses the memory of what was read until now for nothing else. */
  forgetMemory(): void {
    this.#memory.forget()
  }

  /** Leaves what is being read for later, or for another process. */
  async release(): Promise<void> {
    const cursor = this.#cursor
    this.#memory.forget()
    this.#cursor = undefined
    if (cursor === undefined) return
    await cursor.reader.close()
    this.#spool.release(cursor.segment)
  }

  /**
   * The bounds of a request now: the size of a segment depends on how much other processes hold.
   */
  get #loadLimits(): LoadLimits {
    const spool = this.#spool
    const limits = this.#limits
    return {
      maxItems: limits.maxItems,
      // Segments that are being sent cannot be evicted to make room for new ones.
      maxBytes: Math.min(limits.maxBytes, spool.segmentBytes),
      maxSegments: spool.maxInUse,
    }
  }

  /** Returns false when there is no more, or no more that fits. */
  async #take(load: Load): Promise<boolean> {
    this.#cursor ??= await this.#open()
    const cursor = this.#cursor
    if (cursor === undefined) return false
    const record = await this.#look(cursor, load)
    if (record === undefined) return true
    if (!load.add({ segment: cursor.segment, record }, cursor.kind)) return false
    cursor.waiting = undefined
    await this.#slices.handled(record.payload.length + RECORD_COST_BYTES)
    return true
  }

  async #open(): Promise<Cursor | undefined> {
    for (;;) {
      const segment = await this.#spool.next()
      if (segment === undefined) return undefined
      const reader = await this.#spool.read(segment, this.#memory)
      if (reader === undefined) continue
      const encoding = reader.encoding === 'json' ? 'json' : 'protobuf'
      return { segment, reader, kind: { signal: this.#signal, encoding }, waiting: undefined }
    }
  }

  /** The next record. At the end of the segment, nothing, and then it is no longer read. */
  async #look(cursor: Cursor, load: Load): Promise<StoredRecord | undefined> {
    const { segment, reader } = cursor
    try {
      // Damaged ones are passed over: what is left unsettled when the segment is finished counts as
      // corrupt.
      cursor.waiting ??= await reader.next()
    } catch (error) {
      this.#cursor = undefined
      this.#memory.forget()
      await reader.close()
      this.#spool.setAside(segment, error)
      if (!load.end(segment, 'unreadable')) this.#spool.release(segment)
      return undefined
    }
    if (cursor.waiting === undefined) {
      this.#cursor = undefined
      await reader.close()
      if (!load.end(segment, 'whole')) await this.#spool.finish(segment)
    }
    return cursor.waiting
  }

  async #drop({ segment, reader }: Cursor): Promise<void> {
    this.#cursor = undefined
    this.#memory.forget()
    await reader.close()
    await this.#spool.finish(segment)
  }
}
