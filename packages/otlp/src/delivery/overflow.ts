import type { Batch } from '../batch/batcher'
import type { SendOutcome } from '../send/sender'

/** A copy on disk of a batch in flight. The copy has taken the batch's place in the ledger. */
export interface Copy {
  conclude(outcome: SendOutcome, durationMs: number): void
}

/**
 * Where batches wait that cannot be sent now, as the export loop and the retry loop see the disk.
 */
export interface Overflow {
  /** All batches go there, and none is sent: the collector is failing. */
  readonly isActive: boolean
  /** Whether a batch that could not be sent has a place there. */
  readonly hasRoom: boolean
  /** The collector is failing. */
  activate(): void
  /** The collector is well again. */
  deactivate(): void
  /** Copies batches in flight, which may never be answered. */
  copyInFlight(batches: readonly Batch[]): void
  /** Resolves to the copy of a batch, if there is one, as soon as that is clear. */
  copyOf(batch: Batch): Promise<Copy | undefined>
}
