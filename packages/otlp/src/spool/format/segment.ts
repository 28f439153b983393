import { Slices } from '../../event-loop'
import type { SignalName } from '../../telemetry'
import { CHECKSUMS, type ChecksumName, type ExtendChecksum, extendInSlices } from './checksum'
import { crc32c, extendCrc32c } from './crc32c'

/**
 * The format of a segment: a file that describes itself, so that there is no index that could rot.
 * All numbers are little-endian.
 *
 * ```text
 * header  magic "HEDDLESP" · version u8 · signal u8 · encoding u8 · checksum u8 · CRC-32C of these 12 bytes u32
 * record  length u32 · checksum of what follows u32 · items u32 · payload: one whole export request, as it would have been sent
 * record  …
 * ```
 *
 * The file is valid after every record, so it need not be closed in any way: a crash can only tear
 * the last record.
 *
 * Once a record is delivered, its checksum and its items are written over with {@link SETTLED}, so
 * that the next process goes on behind it.
 */
const MAGIC = Buffer.from('HEDDLESP')
const VERSION = 1
const SIGNAL_CODES: Readonly<Record<SignalName, number>> = { traces: 1, logs: 2 }
const ENCODINGS = { protobuf: 1, json: 2 } as const

/** Offset in the header of the code of the records' checksum. */
const CHECKSUM_OFFSET = 11

export const HEADER_BYTES = 16
export const RECORD_HEAD_BYTES = 12
/** Largest request that OTLP allows, and so the most that a record can hold. */
const MAX_RECORD_BYTES = 64 * 1024 * 1024
/** No segment that we wrote is larger. */
export const MAX_SEGMENT_BYTES = HEADER_BYTES + RECORD_HEAD_BYTES + MAX_RECORD_BYTES

/** Signal and encoding of all records of a segment. */
export interface SegmentKind {
  readonly signal: SignalName
  readonly encoding: keyof typeof ENCODINGS
  /** @default 'CRC-32C' */
  readonly checksum?: ChecksumName
}

/** One export request and how many spans or log records are in it. */
export interface SpoolRecord {
  readonly items: number
  readonly payload: Buffer
}

/**
 * Takes the place of a record's checksum and of its items, which are never 0: no flipped bit makes
 * one of the other.
 */
export const SETTLED = Buffer.from('DONE\0\0\0\0', 'latin1')
/** Offset in a record at which {@link SETTLED} is written. */
export const SETTLED_OFFSET = 4
const SETTLED_CHECKSUM = SETTLED.readUInt32LE(0)
/** Offset in a record at which its checksum begins to count. */
export const ITEMS_OFFSET = 8

export function segmentHeader({ signal, encoding, checksum = 'CRC-32C' }: SegmentKind): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.set([VERSION, SIGNAL_CODES[signal], ENCODINGS[encoding]], MAGIC.length)
  header[CHECKSUM_OFFSET] = CHECKSUMS.findIndex(({ name }) => name === checksum)
  header.writeUInt32LE(crc32c(header.subarray(0, 12)), 12)
  return header
}

/** Encodes the head of a record, whose payload is `parts`, one behind another. */
export function recordHead(items: number, parts: readonly Buffer[], extend: ExtendChecksum): Buffer {
  const head = headWithoutChecksum(items, parts)
  let checksum = extend(0, head, ITEMS_OFFSET)
  for (const part of parts) checksum = extend(checksum, part)
  head.writeUInt32LE(checksum, 4)
  return head
}

function headWithoutChecksum(items: number, parts: readonly Buffer[]): Buffer {
  const head = Buffer.allocUnsafe(RECORD_HEAD_BYTES)
  head.writeUInt32LE(
    parts.reduce((sum, { length }) => sum + length, 0),
    0,
  )
  head.writeUInt32LE(items, ITEMS_OFFSET)
  return head
}

/** The records as they are written, one behind another. */
export function encode(records: readonly SpoolRecord[], extend: ExtendChecksum = extendCrc32c): Buffer[] {
  return records.flatMap(({ items, payload }) => [recordHead(items, [payload], extend), payload])
}

/** What {@link encode} returns. The event loop turns meanwhile, as a segment holds megabytes. */
export async function encodeInSlices(records: readonly SpoolRecord[]): Promise<Buffer[]> {
  const slices = new Slices()
  const encoded: Buffer[] = []
  for (const { items, payload } of records) {
    const head = headWithoutChecksum(items, [payload])
    head.writeUInt32LE(await extendInSlices(extendCrc32c, extendCrc32c(0, head, ITEMS_OFFSET), payload, slices), 4)
    encoded.push(head, payload)
  }
  return encoded
}

/** Size in bytes of what {@link encode} returns. */
export function sizeOf(records: readonly SpoolRecord[]): number {
  return records.reduce((sum, { payload }) => sum + RECORD_HEAD_BYTES + payload.length, 0)
}

/**
 * Reads the encoding from the header of a segment, whatever the bytes are. `foreign` is a sound
 * segment, but of another version or signal: not ours to judge. An empty file is one in which
 * nothing was written yet.
 */
export function encodingOf(header: Buffer, signal: SignalName): SegmentKind['encoding'] | 'foreign' | 'damaged' {
  if (header.length === 0) return 'protobuf'
  for (const encoding of ['protobuf', 'json'] as const) {
    for (const { name: checksum } of CHECKSUMS) {
      if (header.equals(segmentHeader({ signal, encoding, checksum }))) return encoding
    }
  }
  return isSound(header) ? 'foreign' : 'damaged'
}

/** The checksum of the records behind the header. */
export function checksumOf(header: Buffer): ExtendChecksum {
  return CHECKSUMS[header[CHECKSUM_OFFSET] ?? 0]?.extend ?? extendCrc32c
}

function isSound(header: Buffer): boolean {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) return false
  return header.readUInt32LE(12) === crc32c(header.subarray(0, 12))
}

/** Reads the head of a record that begins `at`, whatever the bytes are. */
export const recordHeadAt = {
  length: (bytes: Buffer, at: number): number => bytes.readUInt32LE(at),
  checksum: (bytes: Buffer, at: number): number => bytes.readUInt32LE(at + 4),
  /**
   * An item takes two bytes at the least: a count beyond that is damaged itself, and stands for
   * one.
   */
  items(bytes: Buffer, at: number): number {
    const items = bytes.readUInt32LE(at + ITEMS_OFFSET)
    return items > 0 && items <= Math.min(bytes.readUInt32LE(at), MAX_RECORD_BYTES) / 2 ? items : 1
  },
  isSettled: (bytes: Buffer, at: number): boolean =>
    bytes.readUInt32LE(at + SETTLED_OFFSET) === SETTLED_CHECKSUM && bytes.readUInt32LE(at + ITEMS_OFFSET) === 0,
} as const
