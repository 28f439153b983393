/**
 * Why a span or log record was not delivered:
 * - `queue_full`: more than `maxQueueBytes` or `maxQueueItems` was held; the newest are dropped
 * - `disk_full`: the same, because the spool could not be written
 * - `too_large`: a single one above 16 MiB once encoded
 * - `invalid`: it could not be encoded, for example for want of a valid span id
 * - `rejected`: the collector gave an answer that must not be retried
 * - `partial_success`: the collector took the rest of its batch and refused it
 * - `retry_exhausted`: the collector could not be reached, or would not take it, for longer than
 *   `retry.maxElapsedMs`
 * - `shutdown`: it ended after the shutdown, or was still held at its deadline and could not be
 *   kept on disk
 * - `evicted`: the oldest on disk, which had to make room within the bounds of the spool
 * - `expired`: on disk for longer than the spool's `maxAgeMs`
 * - `corrupt`: damaged on disk, or deleted, moved or taken over there by someone else, who may have
 *   sent it
 */
export type DropReason =
  | 'queue_full'
  | 'disk_full'
  | 'too_large'
  | 'invalid'
  | 'rejected'
  | 'partial_success'
  | 'retry_exhausted'
  | 'shutdown'
  | 'evicted'
  | 'expired'
  | 'corrupt'

/**
 * What became of the spans or log records of one signal, in items. At every quiet moment
 * `created + recovered = delivered + sampledOut + Σ dropped + held.items + held.disk.items`.
 */
export interface SignalStats {
  /**
   * Spans ended, or log records emitted. A span that is not even recorded counts when it starts,
   * and only if the tracer provider has a `countedSampler` of the pipeline: nobody is told of its
   * end. What is made while tracing is suppressed is not a span, and counts nowhere.
   */
  readonly created: number
  /** Found on disk, where other processes had left them. */
  readonly recovered: number
  /**
   * Spans that the sampler decided against, recorded or not. Log records are not sampled: always 0.
   */
  readonly sampledOut: number
  /** Acknowledged by the collector. */
  readonly delivered: number
  /** Not delivered, by reason. */
  readonly dropped: Readonly<Record<DropReason, number>>
  /** In memory (in the open batch, waiting, or in flight), and on disk. */
  readonly held: Held & { readonly disk: Held }
}

/** Amount that is held somewhere. */
export interface Held {
  /** Spans or log records. */
  readonly items: number
  /** Encoded size; in memory without the frame of a request. */
  readonly bytes: number
}

/** The ledger of a signal, with what its metrics tell beyond it. */
export interface SignalMeasures {
  readonly stats: SignalStats
  /** Items in memory that were never sent or spooled. */
  readonly queued: number
  /** Items that were dropped before they were ever sent or spooled. */
  readonly refused: Readonly<Record<DropReason, number>>
}

const NOTHING: Held = { items: 0, bytes: 0 }

/** Counts, for one signal, what was accepted and how each item ended. */
export class Ledger {
  created = 0
  recovered = 0
  sampledOut = 0
  delivered = 0
  readonly dropped = nothingDropped()
  /** Items that were dropped before there was an attempt to send them. */
  readonly refused = nothingDropped()

  sampleOut(): void {
    this.created++
    this.sampledOut++
  }

  drop(reason: DropReason, items = 1): void {
    this.dropped[reason] += items
  }

  refuse(reason: DropReason, items: number): void {
    this.refused[reason] += items
    this.drop(reason, items)
  }

  stats(memory: Held = NOTHING, disk: Held = NOTHING): SignalStats {
    const { created, recovered, sampledOut, delivered } = this
    return { created, recovered, sampledOut, delivered, dropped: { ...this.dropped }, held: { ...memory, disk } }
  }
}

function nothingDropped(): Record<DropReason, number> {
  return {
    queue_full: 0,
    disk_full: 0,
    too_large: 0,
    invalid: 0,
    rejected: 0,
    partial_success: 0,
    retry_exhausted: 0,
    shutdown: 0,
    evicted: 0,
    expired: 0,
    corrupt: 0,
  }
}
