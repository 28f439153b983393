import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { SLICE_BYTES } from '../event-loop'
import { turnsOf } from '../fixtures/turns'
import { writeBody } from './body'

const body = randomBytes(10 * SLICE_BYTES + 1)

function sink(highWaterMark: number, take: (chunk: Buffer) => void = () => {}) {
  const chunks: Buffer[] = []
  const stream = new Writable({
    highWaterMark,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      take(chunk)
      setImmediate(done)
    },
  })
  return { stream, chunks }
}

describe('a large body', () => {
  test.each([
    ['that is taken at once', 2 ** 30],
    ['that has to be waited for', 1],
  ])('%s is written in slices, one a turn of the event loop', async (_name, highWaterMark) => {
    const { stream, chunks } = sink(highWaterMark)
    const { turns } = await turnsOf(async () => {
      await writeBody(stream, body)
      await new Promise((resolve) => stream.once('finish', resolve))
    })
    expect(Buffer.concat(chunks).equals(body)).toBe(true)
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(SLICE_BYTES)
    expect(turns).toBeGreaterThanOrEqual(body.length / SLICE_BYTES - 1)
  })

  test('is written no further when the stream is destroyed meanwhile', async () => {
    const { stream, chunks } = sink(1, () => stream.destroy())
    await writeBody(stream, body)
    expect(chunks).toHaveLength(1)
  })
})

test('a body of one slice is written and ended at once', () => {
  const { stream, chunks } = sink(1)
  void writeBody(stream, body.subarray(0, SLICE_BYTES))
  expect(stream.writableEnded).toBe(true)
  expect(chunks).toHaveLength(1)
})
