import type { Format } from '../encode/format'
import type { DropReason } from '../ledger/ledger'

/** How a request is encoded. */
export type ContentType = Format<never, never>['contentType']

/** A request that may be sent again. */
export interface RetryableFailure {
  readonly kind: 'retry'
  readonly message: string
  /** How long the collector asked to wait, in milliseconds. */
  readonly afterMs?: number
  /** No connection came about: its name is not known, or nothing listens there. */
  readonly unreached?: true
  /** The process had nothing else left to do. */
  readonly givenUp?: true
}

/** How one export request ended. */
export type SendOutcome =
  | {
      readonly kind: 'delivered'
      /** How many items the collector refused within the request it accepted (partial success). */
      readonly rejected?: number
      /** The collector's own words about a partial success, or a warning. */
      readonly message?: string
    }
  | RetryableFailure
  | { readonly kind: 'rejected'; readonly reason: DropReason; readonly message: string }

/** A stage that sends a whole export request: a transport, or a stage that wraps one. */
export interface Sender {
  /** Called, if it is set, at each sign of life of the collector. */
  onSign?: () => void
  /**
   * Never rejects. The content type is given when it is not that of the pipeline: an earlier
   * process may have encoded otherwise. Once the request is delivered, its memory may be used again.
   */
  send(request: Buffer, contentType?: ContentType): Promise<SendOutcome>
  /**
   * Requests in flight no longer keep the process from ending, even if they have to be cancelled
   * for that.
   */
  unref?(): void
  /** Cancels what is in flight and closes connections. */
  close(): void
}

/** Whether the collector itself has said what becomes of a request. */
export function isAnswer(outcome: SendOutcome): boolean {
  return outcome.kind === 'delivered' || (outcome.kind === 'rejected' && outcome.reason === 'rejected')
}
