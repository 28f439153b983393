import type { Batch } from '../batch/batcher'
import type { JournalFile } from '../spool/journal-file'

/** What the journal knows of one batch. */
export class JournalEntry {
  /** What of it is to be written, oldest first. */
  parts: Batch[] = []
  /** How many bytes that is, with what the open batch has beyond `parts`. */
  unwritten = 0
  /** When the oldest of that came, in milliseconds of `performance.now()`. */
  since = 0
  /** It is being written. */
  isBusy = false
  isForgotten = false
  /** The last of {@link files} that is written by the thread pool, and the last that is written within the call. */
  pooled: JournalFile | undefined
  direct: JournalFile | undefined
  readonly files: JournalFile[] = []

  /** Undefined while the batch is open. */
  batch: Batch | undefined

  /** Whether every item of it is in the files. */
  get isComplete(): boolean {
    const written = this.files.reduce((sum, { items }) => sum + items, 0)
    return this.unwritten === 0 && !this.isBusy && written === this.batch?.items
  }
}
