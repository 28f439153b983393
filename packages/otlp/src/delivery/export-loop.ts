import type { Batch } from '../batch/batcher'
import type { BatchQueue } from '../batch/queue'
import type { RequestFrame } from '../batch/request-frame'
import { isAnswer, type SendOutcome } from '../send/sender'
import type { UntracedContext } from '../untraced-context'
import type { CollectorHealth } from './collector-health'
import type { OutcomeRecorder } from './outcome-recorder'
import type { Overflow } from './overflow'
import type { RetryingSender } from './retry'
import { SilenceDetector } from './silence-detector'

/** The parts that the loop joins. */
interface ExportLoopParts {
  readonly queue: BatchQueue
  readonly frame: RequestFrame
  readonly sender: RetryingSender
  readonly health: CollectorHealth
  readonly outcomes: OutcomeRecorder
  readonly untracedContext: UntracedContext
  readonly maxInFlight: number
  readonly overflow?: Overflow | undefined
}

/**
 * Takes batches from the queue, hands them to the sender as whole requests, and enters in the
 * ledger how each ended.
 */
export class ExportLoop {
  readonly #onTheirWay = new Set<Batch>()
  readonly #silence: SilenceDetector | undefined
  #scheduled = false
  readonly #parts: ExportLoopParts

  constructor(parts: ExportLoopParts) {
    this.#parts = parts
    const { health, overflow } = parts
    this.#silence = overflow && new SilenceDetector(health, () => this.#divertTo(overflow))
  }

  /**
   * Sends waiting batches, soon: never within the app's own call, which may be the one that would
   * have to load gRPC.
   */
  schedule(): void {
    if (this.#scheduled || !this.#canRun) return
    this.#scheduled = true
    this.#parts.untracedContext.run(() => {
      setImmediate(() => {
        this.#scheduled = false
        this.#fill()
      })
    })
  }

  get #canRun(): boolean {
    return this.#onTheirWay.size < this.#parts.maxInFlight && this.#parts.overflow?.isActive !== true
  }

  #fill(): void {
    while (this.#canRun) {
      const batch = this.#parts.queue.take()
      if (batch === undefined) return
      this.#onTheirWay.add(batch)
      void this.#deliver(batch).then(() => {
        this.#onTheirWay.delete(batch)
        this.#fill()
      })
    }
  }

  async #deliver(batch: Batch): Promise<void> {
    const start = performance.now()
    const outcome = await this.#send(batch)
    const durationMs = performance.now() - start
    const { queue, outcomes, overflow } = this.#parts
    const copy = await overflow?.copyOf(batch)
    if (isAnswer(outcome)) overflow?.deactivate()
    if (copy !== undefined) {
      copy.conclude(outcome, durationMs)
    } else if (outcome.kind === 'retry' && overflow !== undefined) {
      queue.giveBack([batch])
      overflow.activate()
    } else if (queue.remove(batch)) {
      // A batch abandoned at the deadline of a shutdown, or saved on disk meanwhile, is already in
      // the ledger.
      outcomes.record(batch.items, outcome, durationMs)
    }
  }

  async #send(batch: Batch): Promise<SendOutcome> {
    const { frame, sender } = this.#parts
    try {
      const request = await frame.request(batch.scopes)
      const end = this.#silence?.begin()
      const outcome = await sender.send(request)
      end?.(outcome)
      return outcome
    } catch (error) {
      return { kind: 'rejected', reason: 'invalid', message: String(error) }
    }
  }

  /**
   * The collector has fallen silent. Requests that only wait to be tried again give up here;
   * requests that may still be answered are copied.
   */
  #divertTo(overflow: Overflow): void {
    if (!overflow.hasRoom) return
    // Later, when the waiting requests have given up, but before the overflow finds that there is
    // nothing on disk.
    setImmediate(() => overflow.copyInFlight([...this.#onTheirWay]))
    overflow.activate()
    this.#parts.sender.releaseToOverflow()
  }
}
