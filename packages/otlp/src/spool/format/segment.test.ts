import fc from 'fast-check'
import { itemsIn, storedBytes } from '../fixtures/read-segment'
import { crc32c } from './crc32c'
import { SegmentReader, type StoredRecord } from './reader'
import {
  encode,
  HEADER_BYTES,
  RECORD_HEAD_BYTES,
  SETTLED,
  SETTLED_OFFSET,
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

const open = (bytes: Buffer) => SegmentReader.open(storedBytes(bytes), 'logs')
const countIn = async (bytes: Buffer) => (await open(bytes)).count()

/** The records that can be sent, and where they are. */
async function stored(bytes: Buffer): Promise<StoredRecord[]> {
  const reader = await open(bytes)
  const records: StoredRecord[] = []
  for (let record = await reader.next(); record !== undefined; record = await reader.next()) records.push(record)
  return records
}

const intact = async (bytes: Buffer) =>
  (await stored(bytes)).map(({ items, payload }) => ({ items, payload: payload.toString() }))
const expected = RECORDS.map(({ items, payload }) => ({ items, payload: payload.toString() }))

test('gives back what was written', async () => {
  expect(await intact(segment())).toEqual(expected)
  expect(await countIn(segment())).toEqual({ records: 3, items: ITEMS })
})

test('truncated at any byte, it gives every record before the cut, and counts a torn one', async () => {
  for (let length = 0; length < segment().length; length++) {
    const bytes = segment().subarray(0, length)
    const whole = ENDS.filter((end) => end <= length).length
    const isTorn = length > 0 && ![HEADER_BYTES, ...ENDS].includes(length)
    expect(await intact(bytes)).toEqual(expected.slice(0, whole))
    const hasCount = length >= (ENDS[whole - 1] ?? HEADER_BYTES) + RECORD_HEAD_BYTES
    const before = RECORDS.slice(0, whole).reduce((sum, { items }) => sum + items, 0)
    expect({ length, items: (await countIn(bytes)).items - before }).toEqual({
      length,
      items: isTorn ? (hasCount ? RECORDS[whole]!.items : 1) : 0,
    })
  }
})

test('with any bit of a record flipped, no damaged record passes for sound, and those before it are unharmed', async () => {
  for (let bit = HEADER_BYTES * 8; bit < segment().length * 8; bit++) {
    const bytes = segment()
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    const hit = ENDS.findIndex((end) => bit >> 3 < end)
    const found = await intact(bytes)
    expect(found.slice(0, hit)).toEqual(expected.slice(0, hit))
    expect(found).not.toContainEqual(expected[hit])
    expect(expected).toEqual(expect.arrayContaining(found))
  }
})

test('with any bit of its header flipped, nothing in it is trusted, and everything is counted', async () => {
  for (let bit = 0; bit < HEADER_BYTES * 8; bit++) {
    const bytes = segment()
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    expect(await intact(bytes)).toEqual([])
    expect(await countIn(bytes)).toEqual({ records: 0, items: ITEMS })
  }
})

test('a record that is settled is passed over, and those behind it are not', async () => {
  const bytes = segment()
  const [first] = await stored(bytes)
  SETTLED.copy(bytes, first!.position + SETTLED_OFFSET)
  expect(await countIn(bytes)).toEqual({ records: 2, items: ITEMS - RECORDS[0]!.items })
  expect(await intact(bytes)).toEqual(expected.slice(1))
})

test('tells how it is encoded', async () => {
  for (const encoding of ['protobuf', 'json'] as const) {
    expect(await open(segment(RECORDS, { signal: 'logs', encoding }))).toMatchObject({ encoding })
  }
})

test('of another version or signal, it is foreign', async () => {
  const later = segment()
  later[8] = 2
  later.writeUInt32LE(crc32c(later.subarray(0, 12)), 12)
  for (const bytes of [segment(RECORDS, { ...KIND, signal: 'traces' }), later]) {
    expect(await open(bytes)).toMatchObject({ encoding: 'foreign' })
    expect(await intact(bytes)).toEqual([])
    expect(await countIn(bytes)).toEqual({ records: 0, items: 1 })
  }
})

test.each([
  ['empty', Buffer.alloc(0), 0],
  ['zeros, as a power loss may leave', Buffer.alloc(1_000), 1],
  ['text', Buffer.from('hello, I am a text file and no segment'), expect.any(Number)],
  ['a header alone', segmentHeader(KIND), 0],
  ['a header, then zeros', Buffer.concat([segmentHeader(KIND), Buffer.alloc(500)]), 1],
  ['a header, then a length of 4 GiB', Buffer.concat([segmentHeader(KIND), Buffer.alloc(500, 0xff)]), 1],
])('%s', async (_, bytes, items) => {
  expect(await intact(bytes)).toEqual([])
  expect((await countIn(bytes)).items).toEqual(items)
})

test('whatever the bytes are, reading them ends, and counts no more than there could be', async () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([segmentHeader(KIND), bytes])),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (anyBytes) => {
      const bytes = Buffer.from(anyBytes)
      const { items } = await countIn(bytes)
      expect(items).toBeLessThan(Number.MAX_SAFE_INTEGER)
      expect((await open(bytes)).encoding === 'foreign' ? 0 : items).toBe(itemsIn(bytes, 'logs'))
      for (const { items, payload } of await stored(bytes)) expect(items).toBeLessThanOrEqual(payload.length)
    }),
  )
})

describe('read a window at a time', () => {
  /** Records from a byte to some windows, with damaged and settled ones among them. */
  const sizes = [1, 2, 70_000, 65_536 - 12, 3, 65_536, 1, 65_537, 40_000, 40_000, 1, 3_000_000, 5]
  const records = sizes.map((size, i) => ({ items: 1, payload: Buffer.alloc(size, i + 1) }))

  test('it gives what it gives in one piece', async () => {
    const bytes = segment(records)
    const found = await stored(bytes)
    expect(found.map(({ payload }, i) => payload.equals(records[i]!.payload))).toEqual(records.map(() => true))
    expect(await countIn(bytes)).toEqual({ records: 13, items: 13 })
  })

  test('one that someone cuts meanwhile ends there', async () => {
    let bytes = segment(records)
    const file = { ...storedBytes(bytes), read: async (into: Buffer, at: number) => bytes.subarray(at).copy(into) }
    const reader = await SegmentReader.open(file, 'logs')
    const sizeOfNext = async () => (await reader.next())?.payload.length
    for (let i = 0; i < 3; i++) expect(await sizeOfNext()).toBe(sizes[i])
    bytes = bytes.subarray(0, 140_000)
    for (let i = 3; i < 5; i++) expect(await sizeOfNext()).toBe(sizes[i])
    for (let i = 0; i < 3; i++) expect(await sizeOfNext()).toBeUndefined()
  })
})
