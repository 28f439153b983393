import { crc32c } from './crc32c'

/**
 * The format of a segment: a file that describes itself, so that there is no index that could rot. All numbers are little-endian.
 *
 * ```text
 * header  magic "HEDDLESP" · version u8 · signal u8 · encoding u8 · 0 · CRC-32C of these 12 bytes u32
 * record  length u32 · CRC-32C of what follows u32 · items u32 · payload: one whole export request, as it would have been sent
 * record  …
 * ```
 *
 * It is valid after every record, so that it need not be closed in any way: a crash can only tear the last one.
 *
 * Once a record is delivered, its checksum and its items are written over with {@link SETTLED}, so that whoever comes to the segment
 * next goes on behind it.
 */
const MAGIC = Buffer.from('HEDDLESP')
const VERSION = 1
const SIGNALS = { traces: 1, logs: 2 } as const
const ENCODINGS = { protobuf: 1, json: 2 } as const

export const HEADER_BYTES = 16
export const RECORD_HEAD_BYTES = 12
/** What OTLP allows a request, and so the most that a record can hold. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024
/** No segment that we wrote is larger. */
export const MAX_SEGMENT_BYTES = HEADER_BYTES + RECORD_HEAD_BYTES + MAX_RECORD_BYTES

/** What all records of a segment are. */
export interface SegmentKind {
  readonly signal: keyof typeof SIGNALS
  readonly encoding: keyof typeof ENCODINGS
}

/** One export request and how many spans or log records are in it. */
export interface SpoolRecord {
  readonly items: number
  readonly payload: Buffer
}

/** Takes the place of a record's checksum and of its items, which are never 0: no flipped bit makes one of the other. */
export const SETTLED = Buffer.from('DONE\0\0\0\0', 'latin1')
/** Where in a record that is written. */
export const SETTLED_OFFSET = 4

/** A record as it was found. */
export interface StoredRecord extends SpoolRecord {
  /** Where in the segment it begins. */
  readonly position: number
  /** Its checksum holds. Costs a pass over the payload, so it is asked when the record is about to be sent. */
  isIntact(): boolean
}

/** What could be read of a segment. */
export interface SegmentContents {
  readonly encoding: SegmentKind['encoding']
  readonly records: readonly StoredRecord[]
  /** Spans or log records in records that cannot be read. A record that cannot even be counted counts as one. */
  readonly lost: number
}

export function segmentHeader({ signal, encoding }: SegmentKind): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.set([VERSION, SIGNALS[signal], ENCODINGS[encoding]], MAGIC.length)
  header.writeUInt32LE(crc32c(header.subarray(0, 12)), 12)
  return header
}

/** What stands before the payload of a record. */
function recordHead({ items, payload }: SpoolRecord): Buffer {
  const head = Buffer.allocUnsafe(RECORD_HEAD_BYTES)
  head.writeUInt32LE(payload.length, 0)
  head.writeUInt32LE(items, 8)
  head.writeUInt32LE(crc32c(head.subarray(8), payload), 4)
  return head
}

/** The records as they are written, one behind another. */
export function encode(records: readonly SpoolRecord[]): Buffer[] {
  return records.flatMap((record) => [recordHead(record), record.payload])
}

/** How many bytes {@link encode} gives. */
export function sizeOf(records: readonly SpoolRecord[]): number {
  return records.reduce((sum, { payload }) => sum + RECORD_HEAD_BYTES + payload.length, 0)
}

/** Reads whatever the bytes are. `foreign` is a sound segment, but of another version or signal: not ours to judge. */
export function readSegment(bytes: Buffer, signal: SegmentKind['signal']): SegmentContents | 'foreign' {
  if (bytes.length === 0) return NOTHING
  const header = bytes.subarray(0, HEADER_BYTES)
  const { records, lost } = readRecords(bytes)
  for (const encoding of ['protobuf', 'json'] as const) {
    if (header.equals(segmentHeader({ signal, encoding }))) return { encoding, records, lost }
  }
  if (isSound(header)) return 'foreign'
  const items = records.reduce((sum, record) => sum + record.items, lost)
  return { ...NOTHING, lost: Math.max(1, items) }
}

const NOTHING: SegmentContents = { encoding: 'protobuf', records: [], lost: 0 }

function isSound(header: Buffer): boolean {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return false
  return header.readUInt32LE(12) === crc32c(header.subarray(0, 12))
}

function readRecords(bytes: Buffer): Pick<SegmentContents, 'records' | 'lost'> {
  const records: StoredRecord[] = []
  let position = HEADER_BYTES
  while (position + RECORD_HEAD_BYTES <= bytes.length) {
    const head = bytes.subarray(position, position + RECORD_HEAD_BYTES)
    const length = head.readUInt32LE(0)
    const items = plausible(head.readUInt32LE(8), length)
    const end = position + RECORD_HEAD_BYTES + length
    // Past a length that makes no sense there is no telling where the next record begins.
    if (length === 0 || end > bytes.length) return { records, lost: items }
    const payload = bytes.subarray(position + RECORD_HEAD_BYTES, end)
    if (!head.subarray(SETTLED_OFFSET).equals(SETTLED)) records.push(new Stored(position, head, items, payload))
    position = end
  }
  return { records, lost: position < bytes.length ? 1 : 0 }
}

/** An item takes two bytes at the least: a count beyond that is damaged itself. */
function plausible(items: number, length: number): number {
  return items > 0 && items <= Math.min(length, MAX_RECORD_BYTES) / 2 ? items : 1
}

class Stored implements StoredRecord {
  constructor(
    readonly position: number,
    private readonly head: Buffer,
    readonly items: number,
    readonly payload: Buffer,
  ) {}

  isIntact(): boolean {
    return this.head.readUInt32LE(4) === crc32c(this.head.subarray(8), this.payload)
  }
}
