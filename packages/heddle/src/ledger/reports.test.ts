import { EventEmitter } from 'node:events'
import { createOtlpPipeline } from '@heddle/otlp'
import { writeStderr } from '../diagnostics/stderr'
import { type Ledger, NO_CALLBACK_ERRORS } from './ledger'
import { reportLedger } from './reports'

jest.mock('../diagnostics/stderr', () => ({ writeStderr: jest.fn() }))
const said = () => jest.mocked(writeStderr).mock.calls.map(([line]) => line)
beforeEach(() => jest.mocked(writeStderr).mockClear())

const empty = createOtlpPipeline({ resource: { attributes: {} } }).stats()
const ledgerOf = (created: number): Ledger => ({
  ...empty,
  logs: { ...empty.logs, created },
  callbackErrors: NO_CALLBACK_ERRORS,
})
const asHost = (host: EventEmitter) => host as unknown as NodeJS.Process

describe('at a signal', () => {
  // The process listens for a signal once: the listener of one test stays for those after it.
  test('the ledger of the latest start is said, by one listener, also when that was stopped', () => {
    const host = new EventEmitter()
    const at = { signal: 'SIGUSR2', intervalMs: 0 } as const
    const stopFirst = reportLedger(at, () => ledgerOf(1), asHost(host), true)
    stopFirst()
    host.emit('SIGUSR2')
    const stopSecond = reportLedger(at, () => ledgerOf(2), asHost(host), true)
    stopSecond()
    host.emit('SIGUSR2')
    expect(said()).toEqual([expect.stringContaining('| logs created=1 '), expect.stringContaining('| logs created=2 ')])
    expect(host.listenerCount('SIGUSR2')).toBe(1)
  })

  test.each([
    ['nobody asked', undefined, true],
    ['in a worker thread, which gets no signals', 'SIGCONT' as const, false],
  ])('when %s, nobody listens', (_name, signal, handlesSignals) => {
    const host = new EventEmitter()
    reportLedger({ signal, intervalMs: 0 }, () => ledgerOf(0), asHost(host), handlesSignals)
    expect(host.eventNames()).toEqual([])
  })
})

test('at an interval the ledger is said when it has changed, until it is stopped', () => {
  jest.useFakeTimers()
  let created = 0
  const stop = reportLedger({ signal: undefined, intervalMs: 1_000 }, () => ledgerOf(created))
  jest.advanceTimersByTime(3_000)
  expect(said()).toEqual([])
  created = 1
  jest.advanceTimersByTime(3_000)
  expect(said()).toEqual([expect.stringContaining('| logs created=1 ')])
  stop()
  created = 2
  jest.advanceTimersByTime(3_000)
  expect(said()).toHaveLength(1)
  jest.useRealTimers()
})
