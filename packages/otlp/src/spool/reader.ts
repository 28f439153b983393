import { extendCrc32c } from './crc32c'
import type { StoredFile } from './fs'
import {
  encodingOf,
  HEADER_BYTES,
  parseHead,
  RECORD_HEAD_BYTES,
  type RecordHead,
  type SegmentKind,
  type SpoolRecord,
} from './segment'

/** How much is read at a time. What is larger is read by itself. */
const WINDOW_BYTES = 64 * 1024
/** Of how much the checksum is taken before the app has its turn: about a millisecond. */
const SLICE_BYTES = 1024 * 1024

/** A record as it was found. */
export interface StoredRecord extends SpoolRecord {
  /** Where in the segment it begins. */
  readonly position: number
}

/** How much is in a segment, readable or not. */
export interface SegmentCount {
  readonly records: number
  /** Spans or log records. What is not ours to count, or cannot be counted, counts as one. */
  readonly items: number
}

/**
 * Reads a segment, whatever its bytes are, from the beginning to the end, and holds no more of it at a time than a window and one record:
 * a file that is made of millions of records costs no more memory than any other, and the app has its turn at each window.
 */
export class SegmentReader {
  private readonly buffer: Buffer
  /** What of the file is in the buffer. */
  private window: Buffer
  private windowStart = 0
  private position = HEADER_BYTES
  /** As it was opened; less when someone has cut it since. */
  private size: number

  private constructor(
    private readonly file: StoredFile,
    /** `foreign` is a sound segment, but of another version or signal: not ours to judge. */
    readonly encoding: SegmentKind['encoding'] | 'foreign' | 'damaged',
  ) {
    this.size = file.size
    this.buffer = Buffer.allocUnsafe(Math.min(WINDOW_BYTES, file.size))
    this.window = this.buffer.subarray(0, 0)
  }

  /** @throws as the file system does */
  static async open(file: StoredFile, signal: SegmentKind['signal']): Promise<SegmentReader> {
    const header = Buffer.alloc(Math.min(HEADER_BYTES, file.size))
    const read = await file.read(header, 0)
    return new SegmentReader(file, encodingOf(header.subarray(0, read), signal))
  }

  get bytes(): number {
    return this.file.size
  }

  /**
   * The next record that is neither settled nor damaged; nothing when there is none.
   * @throws as the file system does
   */
  async next(): Promise<StoredRecord | undefined> {
    if (this.encoding === 'foreign' || this.encoding === 'damaged') return undefined
    for (;;) {
      const found = await this.advance()
      if (typeof found !== 'object') return undefined
      const { position, head } = found
      const start = position + RECORD_HEAD_BYTES
      const payload = this.within(start, head.length) ?? (await this.fill(start, head.length))
      if (payload === undefined) return undefined
      const isLarge = payload.length > WINDOW_BYTES
      const checksum = isLarge ? await checksumInSlices(head, payload) : extendCrc32c(head.seed, payload)
      if (checksum !== head.checksum) continue
      // The window is used again.
      return { position, items: head.items, payload: isLarge ? payload : Buffer.from(payload) }
    }
  }

  /**
   * Counts what is left, without a look at the payloads.
   * @throws as the file system does
   */
  async count(): Promise<SegmentCount> {
    if (this.encoding === 'foreign') return { records: 0, items: 1 }
    let [records, items] = [0, 0]
    for (;;) {
      const found = await this.advance()
      if (typeof found !== 'object') {
        items += found
        if (this.encoding !== 'damaged') return { records, items }
        return { records: 0, items: this.size === 0 ? 0 : Math.max(1, items) }
      }
      records++
      items += found.head.items
    }
  }

  close(): Promise<void> {
    return this.file.close().catch(() => {})
  }

  /** The next record that is not settled; at the end, how many items there are that cannot be read. */
  private async advance(): Promise<{ readonly position: number; readonly head: RecordHead } | number> {
    for (;;) {
      const { position } = this
      const bytes = this.within(position, RECORD_HEAD_BYTES) ?? (await this.fill(position, RECORD_HEAD_BYTES))
      if (bytes === undefined) return this.end(position < this.size ? 1 : 0)
      const head = parseHead(bytes)
      const end = position + RECORD_HEAD_BYTES + head.length
      // Past a length that makes no sense there is no telling where the next record begins.
      if (head.length === 0 || end > this.size) return this.end(head.items)
      this.position = end
      if (!head.isSettled) return { position, head }
    }
  }

  private end(lost: number): number {
    this.position = this.size
    return lost
  }

  private within(position: number, length: number): Buffer | undefined {
    const from = position - this.windowStart
    return from >= 0 && from + length <= this.window.length ? this.window.subarray(from, from + length) : undefined
  }

  /** Nothing when there is less in the file. */
  private async fill(position: number, length: number): Promise<Buffer | undefined> {
    if (position + length > this.size) return undefined
    const isLarge = length > WINDOW_BYTES
    const bytes = isLarge ? Buffer.allocUnsafe(length) : this.buffer.subarray(0, this.size - position)
    const read = await this.file.read(bytes, position)
    if (read < bytes.length) this.size = position + read
    if (isLarge) return read < length ? undefined : bytes
    this.window = bytes.subarray(0, read)
    this.windowStart = position
    return this.within(position, length)
  }
}

async function checksumInSlices({ seed }: RecordHead, payload: Buffer): Promise<number> {
  let checksum = seed
  for (let from = 0; from < payload.length; from += SLICE_BYTES) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve))
    checksum = extendCrc32c(checksum, payload.subarray(from, from + SLICE_BYTES))
  }
  return checksum
}
