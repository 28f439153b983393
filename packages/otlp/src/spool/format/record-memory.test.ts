import fc from 'fast-check'
import { RecordMemory } from './record-memory'

const KIB = 1024

test('two pieces that are out never share a byte', () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1_200 * KIB }))
  const step = fc.record({ bytes: size, back: fc.option(fc.nat(), { nil: undefined }), forget: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const memory = new RecordMemory()
      const out: { readonly piece: Buffer; readonly mark: number }[] = []
      for (const [i, { bytes, back, forget }] of steps.entries()) {
        const piece = memory.take(bytes)
        expect(piece).toHaveLength(bytes)
        out.push({ piece: piece.fill(i), mark: i })
        for (const { piece, mark } of out) expect(piece.equals(Buffer.alloc(piece.length, mark))).toBe(true)
        if (back !== undefined) {
          const [given] = out.splice(back % out.length, 1)
          memory.giveBack(given!.piece)
        }
        if (forget && i % 7 === 0) memory.forget()
      }
    }),
    { numRuns: 60 },
  )
})

test('what is given back is used again, however much is read in all', () => {
  const memory = new RecordMemory()
  const buffers = new Set<ArrayBufferLike>()
  for (let i = 0; i < 400; i++) {
    const pieces = [memory.take(512 * KIB), memory.take(400 * KIB), memory.take(300)]
    for (const piece of pieces) buffers.add(piece.buffer)
    for (const piece of pieces) memory.giveBack(piece)
  }
  expect(buffers.size).toBeLessThanOrEqual(2)
})

test('what was forgotten while it was out is never used again', () => {
  const memory = new RecordMemory()
  const out = memory.take(10)
  memory.forget()
  memory.giveBack(out)
  expect(memory.take(10).buffer).not.toBe(out.buffer)
})
