import { type Context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api'
import fc from 'fast-check'
import { EMPTY_CONTEXT } from './list-context'

const KEYS = ['a', 'b', 'c', 'd'].map(createContextKey)
const steps = fc.array(
  fc.record({ from: fc.nat(), key: fc.constantFrom(...KEYS), value: fc.anything(), isDeletion: fc.boolean() }),
)

test("holds the same values as the API's own context, whatever is derived from which", () => {
  fc.assert(
    fc.property(steps, (some) => {
      const ours: Context[] = [EMPTY_CONTEXT]
      const official: Context[] = [ROOT_CONTEXT]
      for (const { from, key, value, isDeletion } of some) {
        const derive = (contexts: Context[]) => {
          const context = contexts[from % contexts.length]!
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

test('a value that is a key is no key', () => {
  const [first, second] = KEYS as [symbol, symbol]
  const context = EMPTY_CONTEXT.setValue(first, second)
  expect(context.getValue(second)).toBeUndefined()
  expect(context.deleteValue(second).getValue(first)).toBe(second)
})
