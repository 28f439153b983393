import type { Batch } from './batch'
import type { OwnContext } from './own-context'
import type { BatchQueue } from './queue'
import type { ResourceFrame } from './resource'
import type { Sender, SendOutcome } from './send/sender'
import type { Settlement } from './settlement'

/** Where batches wait that cannot be sent now. */
export interface Detour {
  /** Batches are not to be sent now. */
  readonly isDiverting: boolean
  /** The collector is failing. */
  begin(): void
}

/** What the loop joins. */
export interface ExportLoopParts {
  readonly queue: BatchQueue
  readonly frame: ResourceFrame
  readonly sender: Sender
  readonly settlement: Settlement
  readonly ownContext: OwnContext
  readonly maxInFlight: number
  readonly detour?: Detour | undefined
}

/** Takes batches from the queue, hands them to the sender as whole requests, and enters in the ledger how each ended. */
export class ExportLoop {
  private running = 0
  private scheduled = false

  constructor(private readonly parts: ExportLoopParts) {}

  /** Sends what waits, soon: never within the app's own call, which may be the one that would have to load gRPC. */
  schedule(): void {
    if (this.scheduled || !this.canRun) return
    this.scheduled = true
    this.parts.ownContext.run(() => {
      setImmediate(() => {
        this.scheduled = false
        this.fill()
      })
    })
  }

  private get canRun(): boolean {
    return this.running < this.parts.maxInFlight && this.parts.detour?.isDiverting !== true
  }

  private fill(): void {
    while (this.canRun) {
      const batch = this.parts.queue.take()
      if (batch === undefined) return
      this.running++
      const start = performance.now()
      void this.deliver(batch).then((outcome) => {
        this.running--
        this.end(batch, outcome, performance.now() - start)
        this.fill()
      })
    }
  }

  private async deliver(batch: Batch): Promise<SendOutcome> {
    const { frame, sender } = this.parts
    try {
      return await sender.send(await frame.request(batch.scopes))
    } catch (error) {
      return { kind: 'rejected', reason: 'invalid', message: String(error) }
    }
  }

  private end(batch: Batch, outcome: SendOutcome, durationMs: number): void {
    const { queue, settlement, detour } = this.parts
    if (outcome.kind === 'retry' && detour !== undefined) {
      queue.giveBack([batch])
      detour.begin()
    } else if (queue.settle(batch)) {
      // A batch abandoned at the deadline of a shutdown, or saved on disk meanwhile, is already in the ledger.
      settlement.enter(batch.items, outcome, durationMs)
    }
  }
}
