import type { SignalStats } from '@heddle/otlp'
import type { CallbackName } from '@heddle/span-callbacks'

/** What became of every record, and how often a callback failed. */
export interface Ledger {
  /** Spans: `created + recovered = delivered + sampledOut + Σ dropped + held.items + held.disk.items` at every quiet moment. */
  readonly traces: SignalStats
  /** Log records, by the same sum. */
  readonly logs: SignalStats
  /** How often each callback of the option `on` threw or rejected. */
  readonly callbackErrors: CallbackErrors
}

export type CallbackErrors = Readonly<Record<CallbackName, number>>

/** The ledger of callbacks that nobody has given. */
export const NO_CALLBACK_ERRORS: CallbackErrors = Object.freeze({ traceStart: 0, spanStart: 0, spanEnd: 0, log: 0 })
