/**
 * Why a span or log record was not delivered:
 * - `queue_full`: more than `maxQueueBytes` or `maxQueueItems` was held; the newest are dropped
 * - `too_large`: a single one above 16 MiB once encoded
 * - `invalid`: it could not be encoded, for example for want of a valid span id
 * - `rejected`: the collector gave an answer that must not be retried
 * - `partial_success`: the collector took the rest of its batch and refused it
 * - `retry_exhausted`: the collector could not be reached, or would not take it, for longer than `retry.maxElapsedMs`
 * - `shutdown`: it ended after the shutdown, or was still held at its deadline
 */
export type DropReason =
  | 'queue_full'
  | 'too_large'
  | 'invalid'
  | 'rejected'
  | 'partial_success'
  | 'retry_exhausted'
  | 'shutdown'

/** What became of the spans or log records of one signal. At every quiet moment `created = delivered + Σ dropped + held.items`. */
export interface SignalStats {
  /** Sampled spans ended, or log records emitted. */
  readonly created: number
  /** Acknowledged by the collector. */
  readonly delivered: number
  readonly dropped: Readonly<Record<DropReason, number>>
  /** In memory: in the open batch, waiting, or on their way. */
  readonly held: Held
}

/** How much is in memory. */
export interface Held {
  readonly items: number
  /** Encoded size, without the frame of a request. */
  readonly bytes: number
}

/** Counts, for one signal, what was accepted and how each item ended. */
export class Ledger {
  created = 0
  delivered = 0
  readonly dropped: Record<DropReason, number> = {
    queue_full: 0,
    too_large: 0,
    invalid: 0,
    rejected: 0,
    partial_success: 0,
    retry_exhausted: 0,
    shutdown: 0,
  }

  drop(reason: DropReason, items = 1): void {
    this.dropped[reason] += items
  }

  stats(held: Held): SignalStats {
    return { created: this.created, delivered: this.delivered, dropped: { ...this.dropped }, held }
  }
}
