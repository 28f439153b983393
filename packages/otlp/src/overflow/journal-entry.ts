import type { Batch } from '../batch/batcher'
import type { JournalFile } from '../spool/journal-file'

/** One batch, as the journal keeps it. */
export class JournalEntry {
  /** Parts of the batch that are to be written, oldest first. */
  parts: Batch[] = []
  /** Bytes to be written: those in `parts`, and those that the open batch has beyond. */
  unwritten = 0
  /** When the oldest unwritten item came, in milliseconds of `performance.now()`. */
  since = 0
  /** The thread pool is writing the entry. */
  isBusy = false
  isForgotten = false
  /**
   * The last of {@link files} that is written by the thread pool, and the last that is written
   * within the call.
   */
  pooled: JournalFile | undefined
  direct: JournalFile | undefined
  readonly files: JournalFile[] = []

  /** Undefined while the batch is open. */
  batch: Batch | undefined

  /** Whether every item of the batch is in the files. */
  get isComplete(): boolean {
    const written = this.files.reduce((sum, { items }) => sum + items, 0)
    return this.unwritten === 0 && !this.isBusy && written === this.batch?.items
  }
}
