import type { DropReason } from '../ledger'

/** How one export request ended. */
export type SendOutcome =
  | {
      readonly kind: 'delivered'
      /** How many items the collector refused within the request it accepted (partial success). */
      readonly rejected?: number
      /** The collector's own words about a partial success, or a warning. */
      readonly message?: string
    }
  | {
      readonly kind: 'retry'
      readonly message: string
      /** How long the collector asked to wait, in milliseconds. */
      readonly afterMs?: number
    }
  | { readonly kind: 'rejected'; readonly reason: DropReason; readonly message: string }

/** A stage of the way out that takes a whole export request. Transports are such, and so is everything wrapped around them. */
export interface Sender {
  /** Never rejects. */
  send(request: Buffer): Promise<SendOutcome>
  /** Cancels what is in flight and closes connections. */
  close(): void
}
