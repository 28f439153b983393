import type { DropReason } from './ledger'

/**
 * Told of what happens in a signal's pipeline, where counts alone do not say it. None of it may
 * throw.
 */
export interface ExportObserver {
  /** A batch is complete. */
  batched(): void
  /**
   * An export ended, after `durationMs` with all its retries; with the reason if not all of it was
   * delivered.
   */
  exported(durationMs: number, failure: DropReason | undefined): void
  /** The pipeline has shut down. */
  closed(): void
}
