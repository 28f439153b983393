import { RepeatedMessages } from './repeated-messages'

const HOUR = 3_600_000

test('a message of a kind is said once, whatever its numbers, ids and quoted parts are', () => {
  const messages = new RepeatedMessages(() => 0)
  expect(messages.admit('warn: span "a" (b7ad6b7169203331) took 7 ms')).toBeDefined()
  expect(messages.admit('warn: span "b" (00f067aa0ba902b7) took 9 ms')).toBeUndefined()
  expect(messages.admit('warn: span "b" failed')).toBeDefined()
})

test('a kind that goes on is said again after an hour, with its count, and the rest at the end', () => {
  let now = 0
  const messages = new RepeatedMessages(() => now)
  messages.admit('warn: lost')
  for (let i = 0; i < 5; i++) messages.admit('warn: lost')
  now = HOUR
  expect(messages.admit('warn: lost')).toBe('warn: lost (6 of this kind in the last hours)')
  messages.admit('warn: lost')
  expect(messages.takeRest()).toBe('said once and then counted: 1 more of "warn: lost"')
  expect(messages.takeRest()).toBeUndefined()
})

test('kinds beyond a hundred share one, so that messages that never repeat do not flood either', () => {
  const messages = new RepeatedMessages(() => 0)
  const word = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const said = Array.from({ length: 10_000 }, (_, n) => messages.admit(`warn: ${word(n)}`)).filter(Boolean)
  expect(said).toHaveLength(101)
})

test('a message of any length is looked at no further than its first 500 characters', () => {
  const messages = new RepeatedMessages(() => 0)
  messages.admit('x'.repeat(100_000_000))
  expect(messages.admit(`${'x'.repeat(99_999_999)}y`)).toBeUndefined()
  expect(messages.takeRest()!.length).toBeLessThan(200)
})
