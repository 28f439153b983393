import { Slices } from '../../event-loop'
import type { SignalName } from '../../telemetry'
import type { StoredFile } from '../fs'
import { type ExtendChecksum, extendInSlices } from './checksum'
import {
  checksumOf,
  encodingOf,
  HEADER_BYTES,
  ITEMS_OFFSET,
  RECORD_HEAD_BYTES,
  recordHeadAt,
  type SegmentKind,
  type SpoolRecord,
} from './segment'

/** Bytes that are read at a time. A larger record is read by itself. */
const WINDOW_BYTES = 64 * 1024

/** A record as it was found. */
export interface StoredRecord extends SpoolRecord {
  /** Offset in the segment at which the record begins. */
  readonly position: number
}

/** Where a reader puts the records that it reads. */
export interface Memory {
  /** What is in it is arbitrary. */
  take(bytes: number): Buffer
  /** To be called once at the most, when nobody reads the piece any more. */
  giveBack(piece: Buffer): void
}

/** Memory that is not used again. */
export const FRESH_MEMORY: Memory = { take: (bytes) => Buffer.allocUnsafe(bytes), giveBack: () => {} }

/** Content of a segment, readable or not. */
export interface SegmentCount {
  readonly records: number
  /** Spans or log records. What is not ours to count, or cannot be counted, counts as one. */
  readonly items: number
}

/**
 * Reads a segment, whatever its bytes are, from the beginning to the end, and holds no more of it
 * at a time than a window and one record: a file that is made of millions of records costs no more
 * memory than any other, and the app has its turn at each window.
 */
export class SegmentReader {
  readonly #buffer: Buffer
  /** The part of the file that is in the buffer. */
  #window: Buffer
  #windowStart = 0
  #position = HEADER_BYTES
  /** Size of the file when it was opened; less if another process has cut it since. */
  #size: number
  readonly #file: StoredFile
  readonly #extend: ExtendChecksum
  readonly #memory: Memory

  private constructor(
    file: StoredFile,
    /** `foreign` is a sound segment, but of another version or signal: not ours to judge. */
    readonly encoding: SegmentKind['encoding'] | 'foreign' | 'damaged',
    extend: ExtendChecksum,
    memory: Memory,
  ) {
    this.#file = file
    this.#memory = memory
    this.#extend = extend
    this.#size = file.size
    this.#buffer = Buffer.allocUnsafe(Math.min(WINDOW_BYTES, file.size))
    this.#window = this.#buffer.subarray(0, 0)
  }

  /**
   * Takes the payloads of the records from `memory`.
   * @throws as the file system does
   */
  static async open(file: StoredFile, signal: SignalName, memory = FRESH_MEMORY): Promise<SegmentReader> {
    const header = Buffer.alloc(Math.min(HEADER_BYTES, file.size))
    const found = header.subarray(0, await file.read(header, 0))
    return new SegmentReader(file, encodingOf(found, signal), checksumOf(found), memory)
  }

  get bytes(): number {
    return this.#file.size
  }

  /**
   * The next record that is neither settled nor damaged; nothing when there is none.
   * @throws as the file system does
   */
  async next(): Promise<StoredRecord | undefined> {
    if (this.encoding === 'foreign' || this.encoding === 'damaged') return undefined
    for (;;) {
      const found = this.#nextInWindow()
      if (found !== undefined) return found
      const length = await this.#look()
      // Past a length that makes no sense there is no telling where the next record begins.
      if (length === undefined || length === 0 || this.#position + RECORD_HEAD_BYTES + length > this.#size)
        return undefined
      if (RECORD_HEAD_BYTES + length <= WINDOW_BYTES) {
        if (!(await this.#fill(RECORD_HEAD_BYTES + length))) return undefined
      } else {
        const large = await this.#nextLarge(length)
        if (large !== undefined) return large
      }
    }
  }

  /**
   * Counts what is left, without a look at the payloads. What is torn at the end counts too, if
   * that `isTornLost`.
   * @throws as the file system does
   */
  async count(isTornLost = true): Promise<SegmentCount> {
    if (this.encoding === 'foreign') return { records: 0, items: 1 }
    const count = { records: 0, items: 0 }
    while (this.#position < this.#size) {
      if ((await this.#look()) === undefined) {
        if (isTornLost) count.items++
        break
      }
      this.#countInWindow(count, isTornLost)
    }
    if (this.encoding !== 'damaged') return count
    return { records: 0, items: this.#size === 0 ? 0 : Math.max(1, count.items) }
  }

  close(): Promise<void> {
    return this.#file.close().catch(() => {})
  }

  /** Goes over the records that lie wholly in the window, up to the first sound one. */
  #nextInWindow(): StoredRecord | undefined {
    const window = this.#window
    const windowStart = this.#windowStart
    let at = this.#position - windowStart
    while (at + RECORD_HEAD_BYTES <= window.length) {
      const length = recordHeadAt.length(window, at)
      const start = at
      const end = at + RECORD_HEAD_BYTES + length
      if (length === 0 || end > window.length) break
      at = end
      if (recordHeadAt.isSettled(window, start)) continue
      if (recordHeadAt.checksum(window, start) !== this.#extend(0, window, start + ITEMS_OFFSET, end)) continue
      this.#position = windowStart + end
      // The window is used again.
      const payload = this.#memory.take(length)
      window.copy(payload, 0, start + RECORD_HEAD_BYTES, end)
      return { position: windowStart + start, items: recordHeadAt.items(window, start), payload }
    }
    this.#position = windowStart + at
    return undefined
  }

  /** Goes over the records that begin in the window. */
  #countInWindow(count: { records: number; items: number }, isTornLost: boolean): void {
    const window = this.#window
    const windowStart = this.#windowStart
    let at = this.#position - windowStart
    while (at + RECORD_HEAD_BYTES <= window.length) {
      const length = recordHeadAt.length(window, at)
      const end = at + RECORD_HEAD_BYTES + length
      const isTorn = length === 0 || windowStart + end > this.#size
      if (isTorn ? isTornLost : !recordHeadAt.isSettled(window, at)) count.items += recordHeadAt.items(window, at)
      if (isTorn) {
        this.#position = this.#size
        return
      }
      if (!recordHeadAt.isSettled(window, at)) count.records++
      at = end
    }
    this.#position = windowStart + at
  }

  /**
   * Reads a record that is larger than a window, by itself. Nothing if it is settled or damaged.
   */
  async #nextLarge(length: number): Promise<StoredRecord | undefined> {
    const position = this.#position
    const at = position - this.#windowStart
    const [checksum, items] = [recordHeadAt.checksum(this.#window, at), recordHeadAt.items(this.#window, at)]
    const isSettled = recordHeadAt.isSettled(this.#window, at)
    this.#position = position + RECORD_HEAD_BYTES + length
    if (isSettled) return undefined
    const counted = this.#memory.take(RECORD_HEAD_BYTES - ITEMS_OFFSET + length)
    const isWhole = (await this.#readAt(position + ITEMS_OFFSET, counted)) === counted.length
    if (isWhole && checksum === (await extendInSlices(this.#extend, 0, counted, new Slices())))
      return { position, items, payload: counted.subarray(RECORD_HEAD_BYTES - ITEMS_OFFSET) }
    this.#memory.giveBack(counted)
    return undefined
  }

  /** The length of the next record. Nothing when there is no more in the file. */
  async #look(): Promise<number | undefined> {
    if (!(await this.#fill(RECORD_HEAD_BYTES))) return undefined
    return recordHeadAt.length(this.#window, this.#position - this.#windowStart)
  }

  /**
   * Has the window hold so many bytes from here on, a window's length at the most. Returns false
   * when there are fewer in the file.
   */
  async #fill(length: number): Promise<boolean> {
    const from = this.#position - this.#windowStart
    if (from >= 0 && from + length <= this.#window.length) return true
    if (this.#position + length > this.#size) return false
    const into = this.#buffer.subarray(0, this.#size - this.#position)
    this.#window = into.subarray(0, await this.#readAt(this.#position, into))
    this.#windowStart = this.#position
    return length <= this.#window.length
  }

  async #readAt(position: number, into: Buffer): Promise<number> {
    const read = await this.#file.read(into, position)
    if (read < into.length) this.#size = position + read
    return read
  }
}
