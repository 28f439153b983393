import { clamped } from '../../reading/durations'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'

/**
 * Signals that may ask for the ledger. Node keeps SIGUSR1 for its debugger, and a listener for SIGHUP would undo `nohup`. Where SIGUSR2 is
 * taken, as by nodemon, there is SIGCONT, which does nothing to a process that runs.
 */
export const LEDGER_SIGNALS = ['SIGUSR2', 'SIGCONT'] as const
export type LedgerSignal = (typeof LEDGER_SIGNALS)[number]

/** When the ledger is written on stderr, as one line. At an end with losses it is in any case. */
export interface LedgerOptions {
  /**
   * Whenever the process gets this signal. What the signal does by itself is then gone: SIGUSR2 no longer ends the process, as nodemon
   * expects; SIGCONT does nothing to a process that runs. Not on Windows. @default none
   */
  readonly signal?: LedgerSignal | undefined
  /** Every so many milliseconds, if it has changed; 0 for never. @default 0 */
  readonly intervalMs?: number | undefined
}

const SIGNAL = 'HEDDLE_LEDGER_SIGNAL'

/** When the ledger is said on stderr, besides at an end with losses. */
export interface ResolvedLedger {
  readonly signal: LedgerSignal | undefined
  /** 0 for never. */
  readonly intervalMs: number
}

export function resolveLedger(given: LedgerOptions, env: EnvironmentReader, problems: Problems): ResolvedLedger {
  return {
    signal: given.signal ?? signalIn(env, problems),
    intervalMs: clamped(given.intervalMs ?? env.integer(0, 'HEDDLE_LEDGER_INTERVAL') ?? 0),
  }
}

function signalIn(env: EnvironmentReader, problems: Problems): LedgerSignal | undefined {
  const name = env.string(SIGNAL)
  const signal = LEDGER_SIGNALS.find((allowed) => allowed === name?.toUpperCase())
  if (name !== undefined && !signal) problems.addVariable(SIGNAL, name, LEDGER_SIGNALS.join(', '))
  return signal
}
