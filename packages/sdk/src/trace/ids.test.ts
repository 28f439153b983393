import { newSpanId, newTraceId } from './ids'

// More than one pool of random bytes holds.
const COUNT = 2_000

test.each([
  ['trace ids', newTraceId, /^[0-9a-f]{32}$/],
  ['span ids', newSpanId, /^[0-9a-f]{16}$/],
])('%s are lower-case hexadecimal, none is zero and none comes twice', (_, newId, form) => {
  const ids = Array.from({ length: COUNT }, newId)
  for (const id of ids) expect(id).toMatch(form)
  expect(ids.some((id) => /^0+$/.test(id))).toBe(false)
  expect(new Set(ids).size).toBe(COUNT)
})

test('every digit of an id is as often each of the sixteen', () => {
  const counts = Array.from({ length: 32 }, () => new Map<string, number>())
  for (let i = 0; i < COUNT; i++) {
    for (const [position, digit] of [...newTraceId()].entries())
      counts[position]!.set(digit, (counts[position]!.get(digit) ?? 0) + 1)
  }
  // 125 each, give or take: eight standard deviations are 88.
  for (const digits of counts)
    for (const digit of '0123456789abcdef') expect(Math.abs(digits.get(digit)! - 125)).toBeLessThan(88)
})
