import { DiagLogLevel, diag } from '@opentelemetry/api'
import { installDiagnostics } from './diag-logger'
import { writeStderr } from './stderr'

jest.mock('./stderr', () => ({ writeStderr: jest.fn() }))

afterAll(() => diag.disable())

const refused = new Error('connect ECONNREFUSED ::1:4318')
const silent = new Error('connect ETIMEDOUT 127.0.0.1:4318')

test.each<[string, unknown, string]>([
  ['an error', refused, 'connect ECONNREFUSED ::1:4318'],
  [
    'a list of errors, as a provider of the SDK rejects with',
    [refused, silent],
    'connect ECONNREFUSED ::1:4318; connect ETIMEDOUT 127.0.0.1:4318',
  ],
  [
    'an error that is several and has no message, as Node’s of a host with two addresses',
    new AggregateError([refused, silent]),
    'connect ECONNREFUSED ::1:4318; connect ETIMEDOUT 127.0.0.1:4318',
  ],
  ['a list with such an error in it', [new AggregateError([refused])], 'connect ECONNREFUSED ::1:4318'],
  ['an object', { code: 14, more: {} }, '{"code":14,"more":"…"}'],
  ['a list of other things', ['a', { b: 1 }], 'a; …'],
])('%s is written as its reason', (_, detail, reason) => {
  installDiagnostics(DiagLogLevel.WARN)
  diag.error('a flush failed', detail)
  expect(writeStderr).toHaveBeenLastCalledWith(`error: a flush failed: ${reason}`)
})

test('a list that has itself in it has an end', () => {
  installDiagnostics(DiagLogLevel.WARN)
  const endless: unknown[] = []
  endless.push(endless)
  diag.error('a flush failed', endless)
  expect(writeStderr).toHaveBeenLastCalledWith('error: a flush failed: …')
})
