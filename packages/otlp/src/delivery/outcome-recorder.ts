import type { ExportObserver } from '../ledger/export-observer'
import type { DropReason, Ledger } from '../ledger/ledger'
import type { ReportProblem } from '../problems/report'
import type { SendOutcome } from '../send/sender'

/** Records in the ledger how requests ended, and reports what an operator should know. */
export class OutcomeRecorder {
  readonly #ledger: Ledger
  readonly #report: ReportProblem
  readonly #observer: ExportObserver | undefined | undefined

  constructor(ledger: Ledger, report: ReportProblem, observer?: ExportObserver | undefined) {
    this.#ledger = ledger
    this.#report = report
    this.#observer = observer
  }

  record(items: number, outcome: SendOutcome, durationMs: number): void {
    const failure = this.#count(items, outcome)
    this.#observer?.exported(durationMs, failure)
  }

  /** Returns why not all of the items were delivered, if so. */
  #count(items: number, outcome: SendOutcome): DropReason | undefined {
    if (outcome.kind !== 'delivered') {
      const reason = outcome.kind === 'rejected' ? outcome.reason : 'retry_exhausted'
      this.#ledger.drop(reason, items)
      this.#report(reason, `${items} dropped: ${outcome.message}`)
      return reason
    }
    // A collector that claims to have refused more than it was sent must not bring the ledger out
    // of balance.
    const rejected = Math.min(outcome.rejected ?? 0, items)
    this.#ledger.delivered += items - rejected
    this.#ledger.drop('partial_success', rejected)
    if (rejected > 0) {
      this.#report('partial_success', `the collector refused ${rejected} of ${items}: ${outcome.message ?? ''}`)
      return 'partial_success'
    }
    if (outcome.message) this.#report('warning', `the collector warns: ${outcome.message}`)
    return undefined
  }
}
