import { EventEmitter } from 'node:events'
import type { ExitActions, Host } from './exit-events'
import { installExitHooks } from './exit-hooks'

/**
 * A process that can be told to end without ending the test's own. For real processes see
 * test/processes/process-signals.test.ts.
 */
class FakeProcess extends EventEmitter {
  readonly killed: (string | number | undefined)[] = []
  constructor(readonly pid = 4711) {
    super()
  }
  kill(_pid: number, signal?: string | number): true {
    this.killed.push(signal)
    return true
  }
}

function install(host: FakeProcess, actions: Partial<ExitActions> = {}) {
  const calls: string[] = []
  const remove = installExitHooks(
    {
      flush: async () => void calls.push('flush'),
      finish: async () => void calls.push('finish'),
      shutdown: async () => void calls.push('shutdown'),
      activity: () => 0,
      mayLose: () => true,
      isHolding: () => true,
      onMayLose: () => {},
      exit: () => calls.push('exit'),
      ...actions,
    },
    host as unknown as Host,
    true,
    // A signal of the system has a number. test/processes/process-signals.test.ts sends real ones.
    (_, [, number]) => number !== undefined,
  )
  return { calls, remove }
}

const settled = () => new Promise(setImmediate)

describe('a signal', () => {
  test('that only we listen for is raised again after the shutdown, with nobody listening', async () => {
    const host = new FakeProcess()
    const { calls } = install(host)
    host.emit('SIGTERM', 'SIGTERM', 15)
    await settled()
    expect(calls).toEqual(['shutdown'])
    expect(host.killed).toEqual(['SIGTERM'])
    expect(host.listenerCount('SIGTERM')).toBe(0)
  })

  test.each(['before', 'after'])(
    'that the app listens for once, registered %s us, is the app’s to decide',
    async (when) => {
      const host = new FakeProcess()
      if (when === 'before') host.once('SIGTERM', () => {})
      const { calls } = install(host)
      if (when === 'after') host.once('SIGTERM', () => {})
      host.emit('SIGTERM', 'SIGTERM', 15)
      await settled()
      expect(calls).toEqual(['flush'])
      expect(host.killed).toEqual([])
    },
  )

  test('does not wait for listeners of signal-exit, which wait for us', async () => {
    const host = Object.assign(new FakeProcess(), { __signal_exit_emitter__: { count: 1 } })
    host.on('SIGTERM', () => {})
    const { calls } = install(host)
    host.emit('SIGTERM', 'SIGTERM', 15)
    await settled()
    expect(calls).toEqual(['shutdown'])
    expect(host.killed).toEqual(['SIGTERM'])
  })

  test('to process 1 of a container flushes: it would not end the app without us either', async () => {
    const host = new FakeProcess(1)
    const { calls } = install(host)
    host.emit('SIGTERM', 'SIGTERM', 15)
    await settled()
    expect(calls).toEqual(['flush'])
    expect(host.killed).toEqual([])
    expect(host.listenerCount('SIGTERM')).toBe(1)
  })

  test('that comes twice at once, as Ctrl-C under npm does, still waits for the flush', async () => {
    const host = new FakeProcess()
    let end = () => {}
    const shutdown = () => new Promise<void>((resolve) => (end = resolve))
    const { remove } = install(host, { shutdown })
    host.emit('SIGINT', 'SIGINT', 15)
    // A shutdown takes the hooks out; the listener that waits must stay.
    remove()
    host.emit('SIGINT', 'SIGINT', 15)
    expect(host.killed).toEqual([])
    end()
    await settled()
    expect(host.killed).toEqual(['SIGINT'])
  })
})

describe('an event with the name of a signal that the app emits itself', () => {
  test('ends nothing, and what is held is delivered', async () => {
    const host = new FakeProcess()
    const { calls } = install(host)
    host.emit('SIGTERM')
    await settled()
    expect(calls).toEqual(['flush'])
    expect(host.killed).toEqual([])
    expect(host.listenerCount('SIGTERM')).toBe(1)
  })
})

describe('while there is nothing to lose', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  const ofProcess = () => {
    const host = new FakeProcess()
    const state = { mayLose: false, notify: () => {} }
    install(host, {
      mayLose: () => state.mayLose,
      onMayLose(listener) {
        state.notify = listener
      },
    })
    return { host, state }
  }

  test('there is no listener, so that a signal ends the process at once; it comes with the first that is made and goes with the last', () => {
    const { host, state } = ofProcess()
    expect(host.listenerCount('SIGTERM')).toBe(0)
    state.mayLose = true
    state.notify()
    state.notify()
    expect(host.listenerCount('SIGTERM')).toBe(1)
    jest.advanceTimersByTime(5_000)
    expect(host.listenerCount('SIGTERM')).toBe(1)
    state.mayLose = false
    jest.advanceTimersByTime(5_000)
    expect(host.listenerCount('SIGTERM')).toBe(0)
  })

  test.each(['before', 'after'])('there is one if the app listens itself, from %s on', (when) => {
    const host = new FakeProcess()
    if (when === 'before') host.on('SIGTERM', () => {})
    install(host, { mayLose: () => false })
    if (when === 'after') host.on('SIGTERM', () => {})
    expect(host.listenerCount('SIGTERM')).toBe(2)
    expect(host.listenerCount('SIGINT')).toBe(0)
  })
})

describe('beforeExit', () => {
  const ofProcess = (activity: () => number) => {
    const host = new FakeProcess()
    const { calls } = install(host, { activity })
    const emit = async () => {
      host.emit('beforeExit')
      await settled()
    }
    return { host, calls, emit }
  }

  test('flushes again as long as something new was made, and no longer', async () => {
    let made = 0
    const { calls, emit } = ofProcess(() => made)
    await emit()
    expect(calls).toEqual([])
    made = 2
    await emit()
    await emit()
    expect(calls).toEqual(['finish'])
    made = 3
    await emit()
    expect(calls).toEqual(['finish', 'finish'])
  })

  test('lets an app end that logs at each of them', async () => {
    let made = 1
    const { host, calls, emit } = ofProcess(() => made)
    host.on('beforeExit', async () => {
      await undefined
      made++
    })
    await emit()
    await emit()
    expect(calls).toEqual(['finish'])
  })
})

test('taking the hooks out leaves no listener', () => {
  const host = new FakeProcess()
  const { remove } = install(host)
  expect(host.eventNames()).toEqual(expect.arrayContaining(['SIGTERM', 'SIGINT', 'beforeExit', 'exit']))
  remove()
  expect(host.eventNames()).toEqual([])
})
