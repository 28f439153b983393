import { randomBytes } from 'node:crypto'
import { SLICE_BYTES, Slices } from '../../event-loop'
import { turnsOf } from '../../fixtures/turns'
import { storedBytes } from '../fixtures/read-segment'
import { CHECKSUMS, extendInSlices } from './checksum'
import { SegmentReader } from './reader'
import { encode, encodeInSlices, segmentHeader } from './segment'

const MIB = 1024 * 1024
/** As many as a segment has, of the size of a full batch. */
const records = Array.from({ length: 8 }, () => ({ items: 2_048, payload: randomBytes(MIB / 2) }))

test.each(CHECKSUMS)(
  'a $name goes over a slice of a large record in each turn of the event loop',
  async ({ extend }) => {
    const bytes = randomBytes(MIB + 1)
    let turn = 0
    const perTurn: number[] = []
    const counting: typeof extend = (checksum, of, start = 0, end = of.length) => {
      perTurn[turn] = (perTurn[turn] ?? 0) + end - start
      return extend(checksum, of, start, end)
    }
    let immediate = setImmediate(function next() {
      turn++
      immediate = setImmediate(next)
    })
    const checksum = await extendInSlices(counting, 0, bytes, new Slices())
    clearImmediate(immediate)
    expect(checksum).toBe(extend(0, bytes))
    expect(perTurn.reduce((sum, count) => sum + count)).toBe(bytes.length)
    for (const count of perTurn) expect(count ?? 0).toBeLessThanOrEqual(SLICE_BYTES)
  },
)

test('what is written during an outage, megabytes at a time, is encoded in as many turns as it has slices', async () => {
  const { result, turns } = await turnsOf(() => encodeInSlices(records))
  expect(Buffer.concat(result).equals(Buffer.concat(encode(records)))).toBe(true)
  expect(turns).toBeGreaterThanOrEqual((4 * MIB) / SLICE_BYTES - 1)
})

test('small records, of which a slice holds many, are encoded within one turn', async () => {
  const small = Array.from({ length: 20 }, () => ({ items: 1, payload: randomBytes(500) }))
  expect((await turnsOf(() => encodeInSlices(small))).turns).toBe(0)
})

test('a large record is checked in as many turns as it has slices', async () => {
  const file = Buffer.concat([segmentHeader({ signal: 'logs', encoding: 'protobuf' }), ...encode(records)])
  const reader = await SegmentReader.open(storedBytes(file), 'logs')
  const { result, turns } = await turnsOf(() => reader.next())
  expect(result!.payload.equals(records[0]!.payload)).toBe(true)
  expect(turns).toBeGreaterThanOrEqual(MIB / 2 / SLICE_BYTES - 1)
})
