import fc from 'fast-check'
import { crc32c } from './crc32c'
import {
  encode,
  HEADER_BYTES,
  RECORD_HEAD_BYTES,
  readSegment,
  SETTLED,
  SETTLED_OFFSET,
  type SegmentContents,
  type SegmentKind,
  type SpoolRecord,
  segmentHeader,
} from './segment'

const KIND: SegmentKind = { signal: 'logs', encoding: 'protobuf' }
const RECORDS: SpoolRecord[] = [
  { items: 3, payload: Buffer.from('first request') },
  { items: 5, payload: Buffer.from('the second request') },
  { items: 2, payload: Buffer.from('third') },
]
const ITEMS = 10

function segment(records = RECORDS, kind = KIND): Buffer {
  return Buffer.concat([segmentHeader(kind), ...encode(records)])
}

/** Where each record ends. */
const ENDS = RECORDS.map((_, i) => segment(RECORDS.slice(0, i + 1)).length)

function read(bytes: Buffer): SegmentContents {
  const contents = readSegment(bytes, 'logs')
  if (contents === 'foreign') throw new Error('foreign')
  return contents
}

const intact = (bytes: Buffer) =>
  read(bytes)
    .records.filter((record) => record.isIntact())
    .map(({ items, payload }) => ({ items, payload: payload.toString() }))
const expected = RECORDS.map(({ items, payload }) => ({ items, payload: payload.toString() }))

test('gives back what was written', () => {
  expect(intact(segment())).toEqual(expected)
  expect(read(segment()).lost).toBe(0)
})

test('truncated at any byte, it gives every record before the cut, and counts a torn one', () => {
  for (let length = 0; length < segment().length; length++) {
    const bytes = segment().subarray(0, length)
    const whole = ENDS.filter((end) => end <= length).length
    const isTorn = length > 0 && ![HEADER_BYTES, ...ENDS].includes(length)
    expect(intact(bytes)).toEqual(expected.slice(0, whole))
    const hasCount = length >= (ENDS[whole - 1] ?? HEADER_BYTES) + RECORD_HEAD_BYTES
    expect({ length, lost: read(bytes).lost }).toEqual({
      length,
      lost: isTorn ? (hasCount ? RECORDS[whole]!.items : 1) : 0,
    })
  }
})

test('with any bit of a record flipped, no damaged record passes for sound, and those before it are unharmed', () => {
  for (let bit = HEADER_BYTES * 8; bit < segment().length * 8; bit++) {
    const bytes = segment()
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    const hit = ENDS.findIndex((end) => bit >> 3 < end)
    const found = intact(bytes)
    expect(found.slice(0, hit)).toEqual(expected.slice(0, hit))
    expect(found).not.toContainEqual(expected[hit])
    expect(expected).toEqual(expect.arrayContaining(found))
  }
})

test('with any bit of its header flipped, nothing in it is trusted, and everything is counted', () => {
  for (let bit = 0; bit < HEADER_BYTES * 8; bit++) {
    const bytes = segment()
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    expect(read(bytes)).toMatchObject({ records: [], lost: ITEMS })
  }
})

test('a record that is settled is passed over, and those behind it are not', () => {
  const bytes = segment()
  const [first, ...others] = read(bytes).records
  SETTLED.copy(bytes, first!.position + SETTLED_OFFSET)
  const { records, lost } = read(bytes)
  expect(lost).toBe(0)
  expect(records.map(({ position }) => position)).toEqual(others.map(({ position }) => position))
  expect(records.every((record) => record.isIntact())).toBe(true)
})

test('tells how it is encoded', () => {
  for (const encoding of ['protobuf', 'json'] as const) {
    expect(read(segment(RECORDS, { signal: 'logs', encoding }))).toMatchObject({ encoding, lost: 0 })
  }
})

test('of another version or signal, it is foreign', () => {
  expect(readSegment(segment(RECORDS, { ...KIND, signal: 'traces' }), 'logs')).toBe('foreign')
  const later = segment()
  later[8] = 2
  later.writeUInt32LE(crc32c(later.subarray(0, 12)), 12)
  expect(readSegment(later, 'logs')).toBe('foreign')
})

test.each([
  ['empty', Buffer.alloc(0), 0],
  ['zeros, as a power loss may leave', Buffer.alloc(1_000), 1],
  ['text', Buffer.from('hello, I am a text file and no segment'), expect.any(Number)],
  ['a header alone', segmentHeader(KIND), 0],
  ['a header, then zeros', Buffer.concat([segmentHeader(KIND), Buffer.alloc(500)]), 1],
  ['a header, then a length of 4 GiB', Buffer.concat([segmentHeader(KIND), Buffer.alloc(500, 0xff)]), 1],
])('%s', (_, bytes, lost) => {
  expect(read(bytes)).toMatchObject({ records: [], lost })
})

test('whatever the bytes are, reading them ends, and counts no more than there could be', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([segmentHeader(KIND), bytes])),
  )
  fc.assert(
    fc.property(anything, (bytes) => {
      const { records, lost } = read(Buffer.from(bytes))
      expect(records.reduce((sum, { items }) => sum + items, lost)).toBeLessThan(Number.MAX_SAFE_INTEGER)
      for (const { items, payload } of records) expect(items).toBeLessThanOrEqual(payload.length)
    }),
  )
})
