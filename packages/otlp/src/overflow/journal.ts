import type { Batch, BatchJournal, OpenBatch } from '../batch/batcher'
import type { JournalFile } from '../spool/journal-file'
import type { UntracedContext } from '../untraced-context'
import { DELAY_MS, JournalBacklog, MUCH_BYTES } from './journal-backlog'
import type { JournalEntry } from './journal-entry'
import { JournalWriter, type JournalWriterParts, SLOW_MS } from './journal-writer'

/** New bytes at which it is looked whether the event loop still turns. */
const TURN_BYTES = 64 * 1024
/** How often a journal that cannot be written checks whether it can be again. */
const RECHECK_MS = 1_000

/** The parts that the journal joins. */
interface JournalParts extends JournalWriterParts {
  readonly untracedContext: UntracedContext
}

/**
 * A copy on disk of what is in memory, so that neither SIGKILL nor an out-of-memory takes more than
 * the last moment: within 100 ms, or as soon as 1 MiB is new, what is new is appended to a file
 * of its batch, which is removed when the outcome of the batch is known. The page cache outlives
 * the process, so nothing waits for the disk, and as a batch lives for about a second, next to
 * nothing of it ever reaches the disk.
 *
 * The thread pool writes, one operation at a time, so that a disk that hangs takes one of its
 * threads and no more. Only what a single turn of the event loop makes beyond 64 KiB is written
 * within the call, as nothing else could before the loop turns again.
 *
 * This class says when. {@link JournalBacklog} knows what is to be written, and
 * {@link JournalWriter} writes it.
 */
export class Journal implements BatchJournal {
  readonly #backlog = new JournalBacklog()
  readonly #writer: JournalWriter
  readonly #entries = new Map<Batch, JournalEntry>()
  /** Bytes that are new since it was last looked whether the event loop turns. */
  #newBytes = 0
  /** It has not turned since then. */
  #isSameTurn = false
  /** Whether a turn that does not end may be written of within it. */
  #mayWriteSync = true
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #runningSince = 0
  readonly #parts: JournalParts

  constructor(parts: JournalParts) {
    this.#parts = parts
    this.#writer = new JournalWriter(parts, this.#backlog)
  }

  /** The batch that `grew` and `closed` tell of. */
  follow(source: OpenBatch): void {
    this.#backlog.follow(source)
  }

  grew(bytes: number): void {
    const backlog = this.#backlog
    if (backlog.grew(bytes) && this.#timer === undefined && this.#running === undefined) this.#wake(DELAY_MS)
    this.#newBytes += bytes
    if (this.#newBytes >= TURN_BYTES) this.#watchTurn()
  }

  closed(batch: Batch, rest: Batch | undefined): void {
    const entry = this.#backlog.closed(batch, rest)
    this.#entries.set(batch, entry)
    this.#writer.closeIfWritten(entry)
  }

  forget(batch: Batch): void {
    const entry = this.#entries.get(batch)
    if (entry === undefined) return
    this.#entries.delete(batch)
    entry.isForgotten = true
    this.#backlog.strike(entry)
    if (entry.files.length === 0) return
    for (const file of entry.files) this.#writer.discard(file)
    this.#parts.untracedContext.run(() => this.#run())
  }

  /**
   * Removes the files of what was forgotten within this call, for a process that may be about to
   * end.
   */
  sweepSync(): void {
    this.#writer.removeAllSync()
  }

  /** The files that a batch is in, if it is in them whole. */
  filesOf(batch: Batch): readonly JournalFile[] | undefined {
    const entry = this.#entries.get(batch)
    return entry?.isComplete ? entry.files : undefined
  }

  /** The files of the batch belong to the spool from now on. */
  cede(batch: Batch): void {
    const entry = this.#entries.get(batch)
    if (entry === undefined) return
    this.#writer.closeIfWritten(entry)
    this.#entries.delete(batch)
    this.#writer.cede(entry)
  }

  /** Writes nothing more. What is written stays until it is forgotten. */
  async close(): Promise<void> {
    this.#writer.isClosed = true
    clearTimeout(this.#timer)
    await this.#running
    for (const { pooled } of this.#entries.values()) if (pooled) await this.#parts.files.close(pooled)
  }

  /** There is no timer while there is nothing to write: an idle process is not woken. */
  #wake(delayMs: number): void {
    if (this.#writer.isClosed) return
    const set = () =>
      setTimeout(() => {
        this.#timer = undefined
        this.#run()
      }, delayMs).unref()
    this.#timer = this.#parts.untracedContext.run(set)
  }

  /**
   * 64 KiB are new. Usually that needs nothing but the timer: to wake the thread pool for each costs
   * far more than the bytes. If the event loop does not turn before as much is new again, though, no
   * timer can help, and all of it is written within the call.
   */
  #watchTurn(): void {
    this.#newBytes = 0
    if (this.#isSameTurn) {
      // An instrumentation of `node:fs` would make spans of it, while one is being encoded.
      if (this.#mayWriteSync) this.#parts.untracedContext.run(() => this.#writer.writeSync())
      return
    }
    this.#isSameTurn = true
    // A disk that may hang is not for the app to wait for.
    this.#mayWriteSync = this.#running === undefined || performance.now() - this.#runningSince <= SLOW_MS
    this.#parts.untracedContext.run(() => {
      setImmediate(() => {
        this.#isSameTurn = false
      })
      if (this.#backlog.bytes >= MUCH_BYTES) this.#run()
    })
  }

  #run(): void {
    if (this.#running !== undefined) return
    this.#running = this.#work().then(() => {
      this.#running = undefined
      const { oldest } = this.#backlog
      if (oldest === undefined || this.#timer !== undefined) return
      const delayMs = oldest.since + DELAY_MS - performance.now()
      this.#wake(this.#writer.isUsable && this.#writer.fits(oldest) ? Math.max(1, delayMs) : RECHECK_MS)
    })
  }

  /** One operation at a time, until there is nothing more to do. */
  async #work(): Promise<void> {
    const writer = this.#writer
    try {
      for (;;) {
        this.#runningSince = performance.now()
        const entry = writer.hasDiscarded || !writer.isUsable ? undefined : this.#nextDue()
        if (writer.hasDiscarded) await writer.removeNext()
        else if (entry === undefined) return
        else if (writer.isFramed) await writer.write(entry)
        else await this.#parts.frame.known()
      }
    } catch (error) {
      writer.pause(error)
    }
  }

  /** The oldest entry that is due and that there is room for. */
  #nextDue(): JournalEntry | undefined {
    for (const entry of this.#backlog.due()) if (this.#writer.fits(entry)) return entry
    return undefined
  }
}
