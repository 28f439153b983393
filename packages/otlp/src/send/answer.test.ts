import fc from 'fast-check'
import { printable, readErrorMessage, readJsonAnswer, readProtobufAnswer, readRetryInfo } from './answer'

test('no bytes that a collector answers with can throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const body = Buffer.from(bytes)
      expect(readProtobufAnswer(body).kind).toBe('delivered')
      expect(readJsonAnswer(body).kind).toBe('delivered')
      expect(typeof readErrorMessage('application/x-protobuf', body)).toBe('string')
      expect(['number', 'undefined']).toContain(typeof readRetryInfo(body))
    }),
    { numRuns: 2_000 },
  )
})

test('no JSON that a collector answers with can throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.json().map((json) => `{"partialSuccess":${json}}`),
      ),
      (json) => {
        expect(readJsonAnswer(Buffer.from(json)).kind).toBe('delivered')
        expect(typeof readErrorMessage('application/json', Buffer.from(json))).toBe('string')
      },
    ),
  )
})

test("a stranger's words are one short line without control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
      const line = printable(text)
      expect(line).not.toMatch(/\p{Cc}/u)
      expect(line.length).toBeLessThanOrEqual(301)
    }),
  )
})
