import { problemsOf, resolve } from '../../fixtures/resolve'

describe('when the ledger is said', () => {
  test('never, unless it is asked for', () => {
    expect(resolve().ledger).toEqual({ signal: undefined, intervalMs: 0 })
  })

  test('by the environment, and in code before it', () => {
    const env = { HEDDLE_LEDGER_SIGNAL: 'sigusr2', HEDDLE_LEDGER_INTERVAL: '60000' }
    expect(resolve({}, env).ledger).toEqual({ signal: 'SIGUSR2', intervalMs: 60_000 })
    expect(resolve({ ledger: { signal: 'SIGCONT', intervalMs: 0 } }, env).ledger).toEqual({
      signal: 'SIGCONT',
      intervalMs: 0,
    })
  })

  test('an interval that no timer takes is the longest that one does', () => {
    expect(resolve({ ledger: { intervalMs: 1e12 } }).ledger.intervalMs).toBe(2 ** 31 - 1)
  })

  test('what cannot be used is an error in code, and a warning in a variable', () => {
    expect(resolve({}, { HEDDLE_LEDGER_SIGNAL: 'SIGUSR1', HEDDLE_LEDGER_INTERVAL: '1m' })).toMatchObject({
      ledger: { signal: undefined, intervalMs: 0 },
      warnings: [
        expect.stringMatching(/^HEDDLE_LEDGER_SIGNAL: read "SIGUSR1", allowed: SIGUSR2, SIGCONT; used: none/),
        expect.stringMatching(/^HEDDLE_LEDGER_INTERVAL: read "1m", allowed: a whole number from 0; used: 0/),
      ],
    })
    expect(problemsOf({ ledger: { signal: 'SIGTERM', every: 5 }, meterProvider: {} })).toEqual([
      'ledger: there is no option "every", allowed: signal, intervalMs',
      'ledger.signal: read "SIGTERM", allowed: SIGUSR2, SIGCONT',
      'meterProvider: read an object, allowed: an object with getMeter()',
    ])
  })
})
