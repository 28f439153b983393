import { integer, object, oneOf } from '../../reading/checks'
import { clamped } from '../../reading/durations'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'
import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

/**
 * Process signals that may ask for the ledger. Node keeps SIGUSR1 for its debugger, and a listener
 * for SIGHUP would undo `nohup`. Where SIGUSR2 is taken, as by nodemon, there is SIGCONT, which
 * does nothing to a running process.
 */
const PROCESS_SIGNALS = ['SIGUSR2', 'SIGCONT'] as const
type LedgerProcessSignal = (typeof PROCESS_SIGNALS)[number]

/** When the ledger is written on stderr, as one line. An end with losses writes it in any case. */
export interface LedgerOptions {
  /**
   * Writes the ledger whenever the process gets this signal. The signal then loses its own effect:
   * SIGUSR2 no longer ends the process, as nodemon expects; SIGCONT has none on a running process.
   * Not on Windows.
   *
   * Errors: any other signal.
   * @default `HEDDLE_LEDGER_SIGNAL`, else none
   */
  readonly signal?: LedgerProcessSignal | undefined
  /**
   * Writes the ledger at this interval, in milliseconds, if it has changed; 0 is never.
   *
   * Errors: anything but a whole number from 0. More than 24 days count as 24 days.
   * @default `HEDDLE_LEDGER_INTERVAL`, else 0
   */
  readonly intervalMs?: number | undefined
}

export interface LedgerOption {
  /**
   * When the ledger, the counts of what became of every span and log record, is written on stderr.
   * An end with losses writes it in any case, unless `OTEL_LOG_LEVEL` is `error` or `none`.
   *
   * Errors: an unknown signal; an interval that is no whole number from 0.
   * @default at an end with losses alone
   */
  readonly ledger?: LedgerOptions | undefined
}

/** When the ledger is written on stderr, besides at an end with losses. */
export interface ResolvedLedger {
  readonly signal: LedgerProcessSignal | undefined
  /** 0 is never. */
  readonly intervalMs: number
}

const SIGNAL = 'HEDDLE_LEDGER_SIGNAL'

export const ledger: Setting<LedgerOption, { readonly ledger: ResolvedLedger }> = {
  checks: { ledger: object<LedgerOptions>({ signal: oneOf(PROCESS_SIGNALS), intervalMs: integer(0) }) },
  variables: {
    [SIGNAL]: used('none, so that a signal does what it does without Heddle'),
    HEDDLE_LEDGER_INTERVAL: used('0, which is never'),
  },
  resolve: ({ ledger: given = {} }, { env, problems }) => ({
    ledger: {
      signal: given.signal ?? signalFrom(env, problems),
      intervalMs: clamped(given.intervalMs ?? env.integer(0, 'HEDDLE_LEDGER_INTERVAL') ?? 0),
    },
  }),
}

function signalFrom(env: EnvironmentReader, problems: Problems): LedgerProcessSignal | undefined {
  const name = env.string(SIGNAL)
  const signal = PROCESS_SIGNALS.find((allowed) => allowed === name?.toUpperCase())
  if (name !== undefined && !signal) problems.addVariable(SIGNAL, name, PROCESS_SIGNALS.join(', '))
  return signal
}
