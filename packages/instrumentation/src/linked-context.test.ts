import { type Context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api'
import fc from 'fast-check'
import { EMPTY_CONTEXT } from './linked-context'

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
          // Mostly the last one, so that chains become long.
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
