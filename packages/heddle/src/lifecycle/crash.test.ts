import { EventEmitter } from 'node:events'
import { type Crash, type CrashHost, CrashWatch } from './crash'

/** A process whose app listens for uncaught exceptions, and lives on. */
function watchedApp() {
  const crashes: Crash[] = []
  const host = Object.assign(new EventEmitter(), { hasUncaughtExceptionCaptureCallback: () => false })
  host.on('uncaughtException', () => {})
  const watch = new CrashWatch(
    (crash) => crashes.push(crash),
    () => undefined,
    host as unknown as CrashHost,
  )
  watch.install()
  return { crashes, watch, fail: (error: unknown) => host.emit('uncaughtExceptionMonitor', error, 'uncaughtException') }
}

/** What a watch still holds, wherever in it that is. */
function isHeld(watch: CrashWatch, error: object): boolean {
  const held = JSON.stringify(watch, (_key, value) =>
    value === error ? 'THE ERROR' : value?.constructor?.name === 'Timeout' ? undefined : value,
  )
  return held.includes('THE ERROR')
}

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('what an app was told of is the crash if it ends soon after, and is forgotten if it does not', () => {
  const { crashes, watch, fail } = watchedApp()
  const [first, second, third] = ['first', 'second', 'third'].map((message) => new Error(message)) as [
    Error,
    Error,
    Error,
  ]
  fail(first)
  expect(isHeld(watch, first)).toBe(true)
  jest.advanceTimersByTime(10_001)
  expect(isHeld(watch, first)).toBe(false)
  watch.exit(1)
  expect(crashes).toEqual([])
  // The time runs anew with each.
  fail(second)
  jest.advanceTimersByTime(9_000)
  fail(third)
  jest.advanceTimersByTime(9_000)
  expect([second, third].map((error) => isHeld(watch, error))).toEqual([false, true])
  watch.exit(1)
  expect(crashes.map(({ error }) => error)).toEqual([third])
})
