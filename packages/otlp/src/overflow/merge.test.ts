import fc from 'fast-check'
import { bodiesOf, type DecodedLogs, decode, LogsRequest } from '../fixtures/schema'
import { recordOf } from '../spool/fixtures/left-behind'
import { isMergeable, merge } from './merge'

const requests = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

test.each(['protobuf', 'json'] as const)('requests in %s become one that says the same', async (encoding) => {
  const kind = { signal: 'logs', encoding } as const
  await fc.assert(
    fc.asyncProperty(requests, async (bodies) => {
      const payloads = await Promise.all(bodies.map(async (bodies) => (await recordOf(bodies, encoding)).payload))
      expect(payloads.every((payload) => isMergeable(payload, kind))).toBe(true)
      const bytes = merge(payloads, kind)
      const merged = encoding === 'json' ? JSON.parse(bytes.toString()) : decode<DecodedLogs>(LogsRequest, bytes)
      expect(merged.resourceLogs).toHaveLength(bodies.length)
      const read = bodiesOf(merged)
      const apart = payloads.flatMap((payload) =>
        bodiesOf(encoding === 'json' ? JSON.parse(payload.toString()) : decode<DecodedLogs>(LogsRequest, payload)),
      )
      expect(read).toEqual(apart)
      expect(isMergeable(bytes, kind)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test.each(['protobuf', 'json'] as const)(
  'a request in %s that is cut anywhere is not put together with others',
  async (encoding) => {
    const { payload } = await recordOf(['a', 'b'], encoding)
    for (let length = 1; length < payload.length; length++) {
      expect(isMergeable(payload.subarray(0, length), { signal: 'logs', encoding })).toBe(false)
    }
  },
)

test('what has more in it than resources is not either', () => {
  const kind = { signal: 'logs', encoding: 'protobuf' } as const
  for (const bytes of [
    [0x12, 0],
    [0x0a, 0, 0x10, 1],
    [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    [0x0a],
    [0x0d, 1, 2, 3, 4],
  ]) {
    expect(isMergeable(Buffer.from(bytes), kind)).toBe(false)
  }
  for (const text of [
    '{}',
    '{"resourceLogs":[]}',
    '{"resourceSpans":[{}]}',
    ' {"resourceLogs":[{}]}',
    '{"resourceLogs":[{}],"more":1}',
  ]) {
    expect(isMergeable(Buffer.from(text), { signal: 'logs', encoding: 'json' })).toBe(false)
  }
})

test('a large text is not parsed to see whether it could be put together with others', async () => {
  const { payload } = await recordOf(['x'.repeat(70_000)], 'json')
  expect(isMergeable(payload, { signal: 'logs', encoding: 'json' })).toBe(false)
})
