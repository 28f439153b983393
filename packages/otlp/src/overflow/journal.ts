import type { Batch, BatchJournal, OpenBatch } from '../batch/batcher'
import type { RequestFrame } from '../batch/request-frame'
import type { ReportProblem } from '../problems/report'
import type { JournalFile, JournalFiles, JournalRecord } from '../spool/journal-file'
import type { Spool } from '../spool/spool'
import type { UntracedContext } from '../untraced-context'
import { JournalEntry } from './journal-entry'

/** How long an item waits at the most before it is written. The promise is 100 ms: the rest is for the timer and the disk. */
const DELAY_MS = 80
/** What is due within that goes along: one wake instead of two. */
const SLACK_MS = 5
/** How many new bytes are written without waiting for that. */
const FULL_BYTES = 64 * 1024
/** How long the disk is left alone after it failed. */
const DISK_PAUSE_MS = 10_000
/** How often it is looked whether it may be used again. */
const GLANCE_MS = 1_000
/** A disk that takes longer than that is not written to within the app's own call. */
const SLOW_MS = 50

/** What the journal is made of. */
export interface JournalParts {
  readonly files: JournalFiles
  readonly frame: RequestFrame
  readonly untracedContext: UntracedContext
  readonly report: ReportProblem
  /** Says how much the journal may take on disk now, and is told when it does. What is beyond that waits, without a copy. */
  readonly spool: Pick<Spool, 'maxJournalBytes' | 'noteJournal'>
}

/**
 * A copy on disk of what is in memory, so that neither SIGKILL nor an out-of-memory takes more than the last moment: within 100 ms, or as soon as
 * 64 KiB are new, it is appended to a file of its batch, which goes when the end of the batch is known. The page cache outlives the process,
 * so nothing waits for the disk, and as a batch lives for about a second, next to nothing of it ever reaches the disk.
 *
 * The thread pool writes, one operation at a time, so that a disk that hangs takes one of its threads and no more. Only what a single turn of the event
 * loop makes beyond 64 KiB is written within the call, as nothing else could before the loop turns again.
 */
export class Journal implements BatchJournal {
  private open = new JournalEntry()
  private source: OpenBatch | undefined
  private readonly entries = new Map<Batch, JournalEntry>()
  /** Those with something to write, the oldest first. */
  private readonly waiting = new Set<JournalEntry>()
  private readonly forgotten = new Set<JournalFile>()
  private unwritten = 0
  /** From how much on something is done about it at once. */
  private fullBytes = FULL_BYTES
  /** The thread pool was asked to in this turn of the event loop. */
  private isAsked = false
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private runningSince = 0
  private pausedUntil = 0
  private isClosed = false
  private bytes = 0

  constructor(private readonly parts: JournalParts) {}

  /** What `grew` and `closed` tell of. */
  follow(source: OpenBatch): void {
    this.source = source
  }

  grew(bytes: number): void {
    const { open } = this
    if (open.unwritten === 0) this.enlist(open)
    open.unwritten += bytes
    this.unwritten += bytes
    if (this.unwritten >= this.fullBytes) this.writeNow()
  }

  closed(batch: Batch, rest: Batch | undefined): void {
    const entry = this.open
    this.open = new JournalEntry()
    entry.batch = batch
    if (rest !== undefined) entry.parts.push(rest)
    this.entries.set(batch, entry)
    this.release(entry)
  }

  /** The end of the batch is known, or it is kept elsewhere. */
  forget(batch: Batch): void {
    const entry = this.entries.get(batch)
    if (entry === undefined) return
    this.entries.delete(batch)
    entry.isForgotten = true
    this.strike(entry)
    for (const file of entry.files) this.discard(file)
  }

  /** Removes what was forgotten within this call, for a process that may be about to end. */
  sweepSync(): void {
    for (const file of this.forgotten) {
      this.forgotten.delete(file)
      this.parts.files.removeSync(file)
      void this.parts.files.close(file)
    }
  }

  /** The files that a batch is in, if it is in them whole. */
  filesOf(batch: Batch): readonly JournalFile[] | undefined {
    const entry = this.entries.get(batch)
    return entry?.isComplete ? entry.files : undefined
  }

  /** They are someone else's from now on. */
  cede(batch: Batch): void {
    const entry = this.entries.get(batch)
    if (entry === undefined) return
    this.release(entry)
    this.entries.delete(batch)
    for (const { bytes } of entry.files) this.resize(-bytes)
  }

  /** Writes nothing more. What is written stays until it is forgotten. */
  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.timer)
    await this.running
    for (const { pooled } of this.entries.values()) if (pooled) await this.parts.files.close(pooled)
  }

  private get isUsable(): boolean {
    return !this.isClosed && performance.now() >= this.pausedUntil
  }

  /** Whether requests can be framed at once. What the resource throws, the export loop says. */
  private get isFramed(): boolean {
    try {
      return this.parts.frame.isKnown
    } catch {
      return false
    }
  }

  private enlist(entry: JournalEntry): void {
    entry.since = performance.now()
    this.waiting.add(entry)
    if (this.timer === undefined && this.running === undefined) this.wake(DELAY_MS)
  }

  private strike(entry: JournalEntry): void {
    this.waiting.delete(entry)
    this.unwritten -= entry.unwritten
    entry.unwritten = 0
    entry.parts = []
  }

  /** There is no timer while there is nothing to write: an idle process is not woken. */
  private wake(delayMs: number): void {
    if (this.isClosed) return
    const set = () =>
      setTimeout(() => {
        this.timer = undefined
        this.run()
      }, delayMs).unref()
    this.timer = this.parts.untracedContext.run(set)
  }

  /** Much is new. The thread pool is asked first; if the event loop does not turn before as much is new again, that is written within the call. */
  private writeNow(): void {
    if (this.isAsked) {
      this.writeSync()
      this.fullBytes = this.isUsable ? FULL_BYTES : Number.POSITIVE_INFINITY
      return
    }
    this.isAsked = true
    const isSlow = this.running !== undefined && performance.now() - this.runningSince > SLOW_MS
    this.parts.untracedContext.run(() => {
      setImmediate(() => {
        this.isAsked = false
        this.fullBytes = FULL_BYTES
      })
      this.run()
    })
    // A disk that may hang is not for the app to wait for.
    this.fullBytes = isSlow || !this.isUsable ? Number.POSITIVE_INFINITY : this.unwritten + FULL_BYTES
  }

  private run(): void {
    if (this.running !== undefined) return
    this.running = this.work().then(() => {
      this.running = undefined
      const [oldest] = this.waiting
      if (oldest === undefined || this.timer !== undefined) return
      const delayMs = oldest.since + DELAY_MS - performance.now()
      this.wake(this.isUsable && this.fits(oldest) ? Math.max(1, delayMs) : GLANCE_MS)
    })
  }

  /** One operation at a time, until there is nothing more to do. */
  private async work(): Promise<void> {
    const { files, frame } = this.parts
    try {
      for (;;) {
        this.runningSince = performance.now()
        const [file] = this.forgotten
        const entry = file === undefined && this.isUsable ? this.due() : undefined
        if (file !== undefined) {
          await files.remove(file)
          this.forgotten.delete(file)
        } else if (entry === undefined) return
        else if (this.isFramed) await this.write(entry)
        else await frame.known()
      }
    } catch (error) {
      this.pause(error)
    }
  }

  /** The oldest that there is room for, if it has waited long enough or there is much. */
  private due(): JournalEntry | undefined {
    const isMuch = this.unwritten >= FULL_BYTES
    const sinceMs = performance.now() - DELAY_MS + SLACK_MS
    for (const entry of this.waiting) {
      if (!isMuch && entry.since > sinceMs) return undefined
      if (this.fits(entry)) return entry
    }
    return undefined
  }

  private fits({ unwritten }: JournalEntry): boolean {
    if (this.bytes + unwritten <= this.parts.spool.maxJournalBytes) return true
    this.report('its part of maxBytes is full')
    return false
  }

  private async write(entry: JournalEntry): Promise<void> {
    entry.isBusy = true
    try {
      entry.pooled ??= await this.create(entry)
      if (!entry.isForgotten) await this.append(entry, entry.pooled)
    } finally {
      entry.isBusy = false
      this.release(entry)
    }
  }

  private async create(entry: JournalEntry): Promise<JournalFile> {
    const file = await this.parts.files.create()
    if (entry.isForgotten) this.discard(file)
    else entry.files.push(file)
    return file
  }

  private async append(entry: JournalEntry, file: JournalFile): Promise<void> {
    const { unwritten, since } = entry
    const parts = this.take(entry)
    const { bytes } = file
    try {
      const record = this.recordOf(parts)
      if (record !== undefined) await this.parts.files.append(file, record)
      this.resize(file.bytes - bytes)
    } catch (error) {
      entry.pooled = undefined
      await this.parts.files.mend(file)
      this.giveBack(entry, parts, unwritten, since)
      throw error
    }
  }

  /** All that waits, within the call. */
  private writeSync(): void {
    if (!this.isUsable || !this.isFramed) return
    const start = performance.now()
    for (const entry of [...this.waiting]) {
      if (!this.fits(entry)) continue
      const { unwritten, since } = entry
      const parts = this.take(entry)
      try {
        const record = this.recordOf(parts)
        if (record !== undefined) this.growSync(entry, record)
        this.release(entry)
      } catch (error) {
        entry.direct = undefined
        this.giveBack(entry, parts, unwritten, since)
        this.pause(error)
        return
      }
    }
    if (performance.now() - start > SLOW_MS) this.pausedUntil = performance.now() + DISK_PAUSE_MS
  }

  private growSync(entry: JournalEntry, record: JournalRecord): void {
    const { direct } = entry
    const bytes = direct?.bytes ?? 0
    const file = this.parts.files.growSync(direct, record)
    if (direct === undefined) entry.files.push(file)
    entry.direct = file
    this.resize(file.bytes - bytes)
  }

  private take(entry: JournalEntry): readonly Batch[] {
    const fresh = entry === this.open ? this.source?.takeNew() : undefined
    const parts = fresh ? [...entry.parts, fresh] : entry.parts
    this.strike(entry)
    return parts
  }

  private giveBack(entry: JournalEntry, parts: readonly Batch[], unwritten: number, since: number): void {
    if (entry.isForgotten) return
    entry.parts = [...parts, ...entry.parts]
    entry.unwritten += unwritten
    entry.since = since
    this.unwritten += unwritten
    this.waiting.add(entry)
  }

  /** One record, as parts of one batch are one request. */
  private recordOf(parts: readonly Batch[]): JournalRecord | undefined {
    const items = parts.reduce((sum, part) => sum + part.items, 0)
    if (items === 0) return undefined
    const scopes = parts.length === 1 ? parts[0]!.scopes : Buffer.concat(parts.map((part) => part.scopes))
    return { items, parts: this.parts.frame.partsSync(scopes) }
  }

  /** A batch that is closed and written needs its file open no longer. */
  private release({ batch, unwritten, isBusy, pooled }: JournalEntry): void {
    if (batch !== undefined && unwritten === 0 && !isBusy && pooled) void this.parts.files.close(pooled)
  }

  private discard(file: JournalFile): void {
    this.resize(-file.bytes)
    this.forgotten.add(file)
    this.parts.untracedContext.run(() => this.run())
  }

  private resize(bytes: number): void {
    this.bytes += bytes
    if (bytes > 0) this.parts.spool.noteJournal()
  }

  private pause(error: unknown): void {
    this.pausedUntil = performance.now() + DISK_PAUSE_MS
    this.report((error as Error).message)
  }

  private report(reason: string): void {
    this.parts.report('journal', `the journal cannot be written: ${reason}; what it lacks would not outlive a kill -9`)
  }
}
