import type { SignalStats } from '@heddle/otlp'
import type { CallbackName } from '@heddle/span-callbacks'

/** The counts of all records by what became of them, and of the callbacks that failed. */
export interface Ledger {
  /**
   * Numbers of spans. While nothing is in flight,
   * `created + recovered = delivered + sampledOut + Σ dropped + held.items + held.disk.items`.
   */
  readonly traces: SignalStats
  /** Numbers of log records, by the same sum. */
  readonly logs: SignalStats
  /** How often each callback of the option `on` threw or rejected; 0 for one that is not given. */
  readonly callbackErrors: CallbackErrors
}

export type CallbackErrors = Readonly<Record<CallbackName, number>>

/** The `callbackErrors` where the option `on` is not given. */
export const NO_CALLBACK_ERRORS: CallbackErrors = Object.freeze({ traceStart: 0, spanStart: 0, spanEnd: 0, log: 0 })
