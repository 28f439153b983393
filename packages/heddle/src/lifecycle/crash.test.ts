import { EventEmitter } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Crash, type CrashHost, CrashWatch } from './crash'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const { setImmediate: realImmediate } = globalThis

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
  /** Reports an error that nobody but the watch can hold. */
  const fail = (message: string): WeakRef<Error> => {
    const error = new Error(message)
    host.emit('uncaughtExceptionMonitor', error, 'uncaughtException')
    return new WeakRef(error)
  }
  return { crashes, watch, fail }
}

/** A `WeakRef` keeps its target until the event loop has turned. */
async function isHeld(error: WeakRef<Error>): Promise<boolean> {
  await new Promise((resolve) => realImmediate(resolve))
  collectGarbage()
  return error.deref() !== undefined
}

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

test('what an app was told of is the crash if it ends soon after, and is forgotten if it does not', async () => {
  const { crashes, watch, fail } = watchedApp()
  const first = fail('first')
  expect(await isHeld(first)).toBe(true)
  jest.advanceTimersByTime(10_001)
  expect(await isHeld(first)).toBe(false)
  watch.exit(1)
  expect(crashes).toEqual([])
  // The time runs anew with each.
  const second = fail('second')
  jest.advanceTimersByTime(9_000)
  const third = fail('third')
  jest.advanceTimersByTime(9_000)
  expect([await isHeld(second), await isHeld(third)]).toEqual([false, true])
  watch.exit(1)
  expect(crashes.map(({ error }) => error)).toEqual([third.deref()])
})
