import { type Context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api'
import { isTracingSuppressed, suppressTracing } from '@opentelemetry/core'
import fc from 'fast-check'
import { EMPTY_CONTEXT, holds, PassingValue, suppressedBy } from './linked-context'

const KEYS = ['a', 'b', 'c', 'd'].map(createContextKey)
const steps = fc.array(
  fc.record({
    from: fc.nat({ max: 3 }),
    key: fc.constantFrom(...KEYS),
    value: fc.anything(),
    isDeletion: fc.boolean(),
  }),
  { maxLength: 100, size: 'max' },
)

test("holds the same values as the API's own context, whatever is derived from which", () => {
  fc.assert(
    fc.property(steps, (some) => {
      const ours: Context[] = [EMPTY_CONTEXT]
      const official: Context[] = [ROOT_CONTEXT]
      for (const { from, key, value, isDeletion } of some) {
        const derive = (contexts: Context[]) => {
          // Mostly the last context, so that chains become long.
          const context = contexts.at(-1 - (from % contexts.length))!
          contexts.push(isDeletion ? context.deleteValue(key) : context.setValue(key, value))
        }
        derive(ours)
        derive(official)
      }
      const valuesOf = (contexts: Context[]) => contexts.map((context) => KEYS.map((key) => context.getValue(key)))
      expect(valuesOf(ours)).toEqual(valuesOf(official))
    }),
  )
})

test('holds the last of many values for each of many keys', () => {
  const keys = Array.from({ length: 50 }, (_, index) => createContextKey(`key ${index}`))
  let context = EMPTY_CONTEXT
  for (let round = 0; round < 100; round++) for (const key of keys) context = context.setValue(key, round)
  expect(keys.map((key) => context.getValue(key))).toEqual(keys.map(() => 99))
})

test('does not hold what it hides, however deep that lies', () => {
  const [a, b, c] = KEYS as [symbol, symbol, symbol]
  const [first, second] = [{ big: 1 }, { big: 2 }]
  const below = EMPTY_CONTEXT.setValue(a, first).setValue(b, second).setValue(c, 3)
  expect([first, second].map((value) => holds(below, value))).toEqual([true, true])
  const replaced = below.setValue(a, 4)
  const deleted = below.deleteValue(b)
  expect([first, second].map((value) => holds(replaced, value))).toEqual([false, true])
  expect([first, second].map((value) => holds(deleted, value))).toEqual([true, false])
  expect([a, b, c].map((key) => replaced.getValue(key))).toEqual([4, second, 3])
  expect([a, b, c].map((key) => deleted.getValue(key))).toEqual([first, undefined, 3])
  expect(holds(ROOT_CONTEXT.setValue(a, first), first)).toBe(false)
})

test('a value that is withdrawn is gone from the context and from those derived meanwhile', () => {
  const value = new PassingValue('for a while')
  const [a, b] = KEYS as [symbol, symbol]
  const context = EMPTY_CONTEXT.setValue(a, value)
  const derived = context.setValue(b, 1).setValue(b, 2)
  expect([context, derived].map((each) => each.getValue(a))).toEqual(['for a while', 'for a while'])
  value.withdraw()
  expect([context, derived].map((each) => each.getValue(a))).toEqual([undefined, undefined])
})

test('tracing is suppressed until that is withdrawn, except where somebody has suppressed it on purpose', () => {
  const suppression = new PassingValue(true)
  const suppressed = suppressedBy(suppression)
  const derived = suppressed.setValue(KEYS[0]!, 1)
  const onPurpose = suppressTracing(derived)
  expect([suppressed, derived, onPurpose].map(isTracingSuppressed)).toEqual([true, true, true])
  expect([suppressed, derived, onPurpose].map((each) => holds(each, suppression))).toEqual([true, true, false])
  suppression.withdraw()
  expect([suppressed, derived, onPurpose].map(isTracingSuppressed)).toEqual([false, false, true])
})
