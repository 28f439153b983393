import { contentOf, textPart } from './content'

const read = (attributes: object) => JSON.parse((attributes as { messages: string }).messages)
const message = (content: unknown) => ({ role: 'user', parts: [textPart(content)] })

test('a long text is cut, and is JSON still', () => {
  const [{ parts }] = read(contentOf('messages', [message('x'.repeat(100_000))]))
  expect(parts).toEqual([{ type: 'text', content: `${'x'.repeat(8_192)}…` }])
})

test('of many messages the newest stay', () => {
  const messages = read(
    contentOf(
      'messages',
      Array.from({ length: 1_000 }, (_, index) => message(`${index} ${'x'.repeat(1_000)}`)),
    ),
  )
  expect(messages.length).toBeLessThan(66)
  expect(messages.at(-1).parts[0].content).toMatch(/^999 /)
})

test('one message of many parts is bounded too', () => {
  const parts = Array.from({ length: 10_000 }, () => textPart('x'.repeat(100)))
  expect(JSON.stringify(contentOf('messages', [{ role: 'user', parts }])).length).toBeLessThan(200_000)
})

test('where there are no messages there is no attribute', () => {
  expect(contentOf('messages', [])).toEqual({})
})
