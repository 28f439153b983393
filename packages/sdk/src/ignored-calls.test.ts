import { DiagLogLevel, diag } from '@opentelemetry/api'
import { IgnoredCalls } from './ignored-calls'

const said: string[] = []
beforeEach(() => {
  said.length = 0
  const note = (message: string) => void said.push(message)
  const logger = { error: note, warn: note, info: note, debug: note, verbose: note }
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
})
afterAll(() => diag.disable())

test('a logger of the app’s is told of each kind once, of its thousandth and millionth, and of the rest at the end', () => {
  const calls = new IgnoredCalls()
  const describe = jest.fn(() => 'the span "x" has ended')
  for (let i = 0; i < 1_000_010; i++) calls.note('endedSpan', describe)
  for (let i = 0; i < 3; i++) calls.note('exception', () => 'an exception says nothing')
  expect(describe).toHaveBeenCalledTimes(1)
  expect(said).toEqual([
    'the span "x" has ended; others of this kind are only counted',
    'ignored so far: 1000 calls on spans that have ended',
    'ignored so far: 1000000 calls on spans that have ended',
    'an exception says nothing; others of this kind are only counted',
  ])
  calls.sayRest()
  expect(said.at(-1)).toBe(
    'ignored: 1000010 calls on spans that have ended, 3 exceptions with neither a type nor a message',
  )
})
