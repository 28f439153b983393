import { createOtlpPipeline, type SignalStats } from '@heddle/otlp'
import { writeStderr } from '../diagnostics/stderr'
import { type Ledger, NO_CALLBACK_ERRORS } from './ledger'
import { ledgerLine, reportLosses } from './line'

jest.mock('../diagnostics/stderr', () => ({ writeStderr: jest.fn() }))
const said = () => jest.mocked(writeStderr).mock.calls.map(([line]) => line)
beforeEach(() => jest.mocked(writeStderr).mockClear())

const empty = createOtlpPipeline({ resource: { attributes: {} } }).stats()

function ledger(traces: Partial<SignalStats> = {}): Ledger {
  return { ...empty, traces: { ...empty.traces, ...traces }, callbackErrors: NO_CALLBACK_ERRORS }
}
const dropped = (counts: Partial<SignalStats['dropped']>) => ({ ...empty.traces.dropped, ...counts })
const held = (memory: number, disk = 0) => ({ items: memory, bytes: memory, disk: { items: disk, bytes: disk } })

describe('the line', () => {
  test('has every count of both signals, and the reasons that there are', () => {
    const traces = {
      created: 20,
      recovered: 4,
      delivered: 8,
      sampledOut: 2,
      dropped: dropped({ queue_full: 2, rejected: 1 }),
      held: held(5, 6),
    }
    expect(ledgerLine(ledger(traces))).toBe(
      'ledger: traces created=20 recovered=4 delivered=8 sampled_out=2 dropped=3 (queue_full=2 rejected=1) held=5 disk=6' +
        ' | logs created=0 recovered=0 delivered=0 sampled_out=0 dropped=0 held=0 disk=0',
    )
  })

  test('ends with the callbacks that failed, if any did', () => {
    const failed = { ...ledger(), callbackErrors: { ...NO_CALLBACK_ERRORS, spanEnd: 2, log: 1 } }
    expect(ledgerLine(failed)).toBe(`${ledgerLine(ledger())} | callbacks errors=3 (spanEnd=2 log=1)`)
  })
})

describe('an end', () => {
  test('with everything delivered, sampled out or on disk is none with losses', () => {
    reportLosses(ledger({ created: 9, delivered: 3, sampledOut: 3, held: held(0, 3) }))
    expect(said()).toEqual([])
  })

  test('with something dropped says so', () => {
    const lossy = ledger({ created: 1, dropped: dropped({ evicted: 1 }) })
    reportLosses(lossy)
    expect(said()).toEqual([ledgerLine(lossy)])
  })

  test('with something in memory says what to do about it', () => {
    const lossy = ledger({ created: 1, held: held(1) })
    reportLosses(lossy)
    expect(said()).toEqual([
      expect.stringMatching(/^ledger: .* \| the process ends with 1 record not delivered: await shutdown\(\) /),
    ])
  })
})
