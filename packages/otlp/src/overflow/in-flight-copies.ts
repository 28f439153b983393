import type { Batch } from '../batch/batcher'
import type { OutcomeRecorder } from '../delivery/outcome-recorder'
import type { Copy } from '../delivery/overflow'
import { isAnswer, type SendOutcome } from '../send/sender'
import type { Segment } from '../spool/segments'
import type { Spool } from '../spool/spool'
import type { Replay } from './replay'

/**
 * Copies on disk of batches in flight to a collector that has fallen silent, so that a crash cannot
 * lose them. Each copy is a segment of its own. It is deleted as soon as the collector answers
 * after all; otherwise the replay sends it.
 */
export class Copies {
  readonly #copies = new Map<Batch, Promise<Copy | undefined>>()
  readonly #spool: Spool
  readonly #outcomes: OutcomeRecorder
  readonly #replay: Replay

  constructor(spool: Spool, outcomes: OutcomeRecorder, replay: Replay) {
    this.#spool = spool
    this.#outcomes = outcomes
    this.#replay = replay
  }

  get isEmpty(): boolean {
    return this.#copies.size === 0
  }

  /**
   * `write` resolves to the segment that has taken the batch's place in the ledger, or to
   * `undefined`.
   */
  make(batch: Batch, write: () => Promise<Segment | undefined>): void {
    if (this.#copies.has(batch)) return
    const copy = write().then((segment) => {
      if (segment === undefined) this.#copies.delete(batch)
      return (
        segment && {
          conclude: (outcome: SendOutcome, durationMs: number) => this.#conclude(batch, segment, outcome, durationMs),
        }
      )
    })
    this.#copies.set(batch, copy)
  }

  of(batch: Batch): Promise<Copy | undefined> {
    return this.#copies.get(batch) ?? Promise.resolve(undefined)
  }

  #conclude(batch: Batch, segment: Segment, outcome: SendOutcome, durationMs: number): void {
    this.#copies.delete(batch)
    if (isAnswer(outcome)) {
      this.#spool.account(segment, batch.items)
      this.#outcomes.record(batch.items, outcome, durationMs)
      void this.#spool.finish(segment)
    } else {
      this.#spool.release(segment)
      this.#replay.start()
    }
  }
}
