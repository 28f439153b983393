import { logRecord, RESOURCE } from '../fixtures/records'
import { createOtlpPipeline } from '../pipeline'
import { timeoutOf, within } from './deadline'

test('a deadline that has passed ends the wait at once, and is nothing that Node.js would warn of', async () => {
  const timers = jest.spyOn(globalThis, 'setTimeout')
  await within(-1.5, new Promise(() => {}))
  expect(timers.mock.calls.map(([, delayMs]) => delayMs)).toEqual([0])
  timers.mockRestore()
})

const ODD: readonly (readonly [unknown, number])[] = [
  [500, 500],
  [0.5, 0.5],
  [0, 0],
  [-1, 0],
  [Number.NEGATIVE_INFINITY, 0],
  [Number.POSITIVE_INFINITY, 2 ** 31 - 1],
  [1e12, 2 ** 31 - 1],
  [Number.NaN, 7],
  ['250', 250],
  ['', 7],
  ['soon', 7],
  [10n, 10],
  [-(10n ** 400n), 0],
  [null, 7],
  [undefined, 7],
  [true, 7],
  [Symbol('ms'), 7],
  [{ valueOf: () => 3 }, 7],
  [[5], 7],
  [() => 5, 7],
]

test.each(ODD)('a timeout of %p is %p ms, with 7 as the default', (given, ms) => {
  expect(timeoutOf(() => given, 7)).toBe(ms)
})

test('no flush, end or shutdown rejects for what it is given', async () => {
  const throwing = Object.defineProperty({}, 'timeoutMs', {
    get() {
      throw new Error('as the test says')
    },
  })
  const logs = { endpoint: 'http://127.0.0.1:1/v1/logs', protocol: 'http/protobuf' } as const
  const pipeline = createOtlpPipeline({ resource: RESOURCE, logs, onProblem: () => {} })
  pipeline.logRecordProcessor.onEmit(logRecord('held'))
  const options: unknown[] = [null, 7, 'now', throwing, ...ODD.map(([timeoutMs]) => ({ timeoutMs }))]
  for (const each of options) {
    await expect(pipeline.flush(each as never)).resolves.toBeUndefined()
    await expect(pipeline.finish(each as never)).resolves.toBeUndefined()
  }
  await expect(pipeline.logRecordProcessor.forceFlush({ timeoutMillis: Number.NaN })).resolves.toBeUndefined()
  await expect(pipeline.logRecordProcessor.forceFlush(null as never)).resolves.toBeUndefined()
  await expect(pipeline.shutdown(throwing as never)).resolves.toBeUndefined()
  expect(pipeline.stats().logs).toMatchObject({ created: 1, dropped: { shutdown: 1 } })
})
