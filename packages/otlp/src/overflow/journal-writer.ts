import type { Batch } from '../batch/batcher'
import type { RequestFrame } from '../batch/request-frame'
import type { ReportProblem } from '../problems/report'
import type { JournalFile, JournalFiles, JournalRecord } from '../spool/journal-file'
import type { Spool } from '../spool/spool'
import type { JournalBacklog } from './journal-backlog'
import type { JournalEntry } from './journal-entry'

/** How long nothing is written after the disk failed. */
const DISK_PAUSE_MS = 10_000
/** A disk that takes longer is not written to within the app's own call. */
export const SLOW_MS = 50

/** The parts that the writer joins. */
export interface JournalWriterParts {
  readonly files: JournalFiles
  readonly frame: RequestFrame
  readonly report: ReportProblem
  /**
   * Says how much the journal may take on disk now, and is told when it does. What is beyond that
   * waits, without a copy.
   */
  readonly spool: Pick<Spool, 'maxJournalBytes' | 'noteJournal'>
}

/**
 * Writes entries of the journal to their files, within the bound, and removes the files that are no
 * longer needed.
 */
export class JournalWriter {
  /** Set to write nothing any more. */
  isClosed = false
  readonly #discarded = new Set<JournalFile>()
  #bytes = 0
  #pausedUntil = 0
  readonly #parts: JournalWriterParts
  readonly #backlog: JournalBacklog

  constructor(parts: JournalWriterParts, backlog: JournalBacklog) {
    this.#parts = parts
    this.#backlog = backlog
  }

  get isUsable(): boolean {
    return !this.isClosed && performance.now() >= this.#pausedUntil
  }

  /**
   * Whether requests can be framed at once. An error of the resource is reported by the export
   * loop.
   */
  get isFramed(): boolean {
    try {
      return this.#parts.frame.isKnown
    } catch {
      return false
    }
  }

  /** Whether there is room for what the entry is to write. */
  fits({ unwritten }: JournalEntry): boolean {
    if (this.#bytes + unwritten <= this.#parts.spool.maxJournalBytes) return true
    this.#report('its part of maxBytes is full')
    return false
  }

  /**
   * Writes an entry by the thread pool. Rejects as the file system does, and then the entry waits
   * again.
   */
  async write(entry: JournalEntry): Promise<void> {
    entry.isBusy = true
    try {
      entry.pooled ??= await this.#create(entry)
      if (!entry.isForgotten) await this.#append(entry, entry.pooled)
    } finally {
      entry.isBusy = false
      this.closeIfWritten(entry)
    }
  }

  /** Writes all that waits, within the call. */
  writeSync(): void {
    if (!this.isUsable || !this.isFramed) return
    const start = performance.now()
    for (const entry of this.#backlog.entries) {
      if (!this.fits(entry)) continue
      const { unwritten, since } = entry
      const parts = this.#backlog.take(entry)
      try {
        const record = this.#recordOf(parts)
        if (record !== undefined) this.#growSync(entry, record)
        this.closeIfWritten(entry)
      } catch (error) {
        entry.direct = undefined
        this.#backlog.giveBack(entry, parts, unwritten, since)
        this.pause(error)
        return
      }
    }
    if (performance.now() - start > SLOW_MS) this.#pausedUntil = performance.now() + DISK_PAUSE_MS
  }

  /** A batch that is closed and written needs its file open no longer. */
  closeIfWritten({ batch, unwritten, isBusy, pooled }: JournalEntry): void {
    if (batch !== undefined && unwritten === 0 && !isBusy && pooled) void this.#parts.files.close(pooled)
  }

  /** Marks a file that is no longer needed. {@link removeNext} removes it later. */
  discard(file: JournalFile): void {
    this.#resize(-file.bytes)
    this.#discarded.add(file)
  }

  /** Whether there is a file to remove. */
  get hasDiscarded(): boolean {
    return this.#discarded.size > 0
  }

  async removeNext(): Promise<void> {
    const [file] = this.#discarded
    if (file === undefined) return
    await this.#parts.files.remove(file)
    this.#discarded.delete(file)
  }

  /** Removes all files that are no longer needed, within the call. */
  removeAllSync(): void {
    for (const file of this.#discarded) {
      this.#discarded.delete(file)
      this.#parts.files.removeSync(file)
      void this.#parts.files.close(file)
    }
  }

  /** The files of the entry belong to the spool from now on. */
  cede(entry: JournalEntry): void {
    for (const { bytes } of entry.files) this.#resize(-bytes)
  }

  /** Leaves the disk alone for a while. */
  pause(error: unknown): void {
    this.#pausedUntil = performance.now() + DISK_PAUSE_MS
    this.#report((error as Error).message)
  }

  async #create(entry: JournalEntry): Promise<JournalFile> {
    const file = await this.#parts.files.create()
    if (entry.isForgotten) this.discard(file)
    else entry.files.push(file)
    return file
  }

  async #append(entry: JournalEntry, file: JournalFile): Promise<void> {
    const { unwritten, since } = entry
    const parts = this.#backlog.take(entry)
    const { bytes } = file
    try {
      const record = this.#recordOf(parts)
      if (record !== undefined) await this.#parts.files.append(file, record)
      this.#resize(file.bytes - bytes)
    } catch (error) {
      entry.pooled = undefined
      await this.#parts.files.mend(file)
      this.#backlog.giveBack(entry, parts, unwritten, since)
      throw error
    }
  }

  #growSync(entry: JournalEntry, record: JournalRecord): void {
    const { direct } = entry
    const bytes = direct?.bytes ?? 0
    const file = this.#parts.files.growSync(direct, record)
    if (direct === undefined) entry.files.push(file)
    entry.direct = file
    this.#resize(file.bytes - bytes)
  }

  /** One record, as parts of one batch are one request. */
  #recordOf(parts: readonly Batch[]): JournalRecord | undefined {
    const items = parts.reduce((sum, part) => sum + part.items, 0)
    if (items === 0) return undefined
    const scopes = parts.length === 1 ? parts[0]!.scopes : Buffer.concat(parts.map((part) => part.scopes))
    return { items, parts: this.#parts.frame.partsSync(scopes) }
  }

  #resize(bytes: number): void {
    this.#bytes += bytes
    if (bytes > 0) this.#parts.spool.noteJournal()
  }

  #report(reason: string): void {
    this.#parts.report('journal', `the journal cannot be written: ${reason}; what it lacks would not outlive a kill -9`)
  }
}
