import type { Batch } from './batch'
import type { Ledger } from './ledger'
import type { OwnContext } from './own-context'
import type { ReportProblem } from './problems'
import type { BatchQueue } from './queue'
import type { ResourceFrame } from './resource'
import type { Sender, SendOutcome } from './send/sender'

/** Takes batches from the queue, hands them to the sender as whole requests, and enters in the ledger how each ended. */
export class ExportLoop {
  private running = 0
  private scheduled = false

  constructor(
    private readonly queue: BatchQueue,
    private readonly frame: ResourceFrame,
    private readonly sender: Sender,
    private readonly ledger: Ledger,
    private readonly report: ReportProblem,
    private readonly ownContext: OwnContext,
    private readonly maxInFlight: number,
  ) {}

  /** Sends what waits, soon: never within the app's own call, which may be the one that would have to load gRPC. */
  schedule(): void {
    if (this.scheduled || this.running >= this.maxInFlight) return
    this.scheduled = true
    this.ownContext.run(() => {
      setImmediate(() => {
        this.scheduled = false
        this.fill()
      })
    })
  }

  private fill(): void {
    while (this.running < this.maxInFlight) {
      const batch = this.queue.take()
      if (batch === undefined) return
      this.running++
      void this.deliver(batch).then((outcome) => {
        this.running--
        // A batch abandoned at the deadline of a shutdown is already in the ledger.
        if (this.queue.settle(batch)) this.enter(batch, outcome)
        this.fill()
      })
    }
  }

  private async deliver(batch: Batch): Promise<SendOutcome> {
    try {
      return await this.sender.send(await this.frame.request(batch.scopes))
    } catch (error) {
      return { kind: 'rejected', reason: 'invalid', message: String(error) }
    }
  }

  private enter(batch: Batch, outcome: SendOutcome): void {
    if (outcome.kind !== 'delivered') {
      const reason = outcome.kind === 'rejected' ? outcome.reason : 'retry_exhausted'
      this.ledger.drop(reason, batch.items)
      this.report(reason, `${batch.items} dropped: ${outcome.message}`)
      return
    }
    // A collector that claims to have refused more than it was sent must not bring the ledger out of balance.
    const rejected = Math.min(outcome.rejected ?? 0, batch.items)
    this.ledger.delivered += batch.items - rejected
    this.ledger.drop('partial_success', rejected)
    if (rejected > 0)
      this.report('partial_success', `the collector refused ${rejected} of ${batch.items}: ${outcome.message ?? ''}`)
    else if (outcome.message) this.report('warning', `the collector warns: ${outcome.message}`)
  }
}
