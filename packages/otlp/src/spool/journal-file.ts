import { LEASE_RENEWAL_MS, type SpoolDirectory } from './directory/directory'
import { CHECKSUMS } from './format/checksum'
import { recordHead, type SegmentKind, segmentHeader } from './format/segment'
import type { SpoolFile, SpoolFs } from './fs'

const { name: CHECKSUM, extend: EXTEND } = CHECKSUMS[1]

/** One export request of so many items, in parts. */
export interface JournalRecord {
  readonly items: number
  readonly parts: readonly Buffer[]
}

/** A file of the journal: a segment that is not synced, and that is removed with its batch. */
export interface JournalFile {
  readonly path: string
  /** As in its `FileFacts`. */
  readonly identity: string
  readonly createdMs: number
  /** Up to where its records are whole. */
  bytes: number
  items: number
  /** While the thread pool may write to it. */
  handle: SpoolFile | undefined
  /** While the thread pool does: it must not be closed. */
  isBusy: boolean
}

/** Makes, grows and removes the files of journals. Everything fails as the file system does. */
export class JournalFiles {
  #preparedMs = Number.NEGATIVE_INFINITY
  readonly #kind: SegmentKind
  readonly #directory: SpoolDirectory
  readonly #fs: SpoolFs
  readonly #now: () => number

  constructor(kind: SegmentKind, directory: SpoolDirectory, fs: SpoolFs, now: () => number) {
    this.#kind = kind
    this.#directory = directory
    this.#fs = fs
    this.#now = now
  }

  async create(): Promise<JournalFile> {
    try {
      return await this.#createIn(() => this.#directory.prepare(false))
    } catch {
      // Another process may have deleted the directory since it was last prepared.
      this.#preparedMs = Number.NEGATIVE_INFINITY
      return await this.#createIn(() => this.#directory.prepare(false))
    }
  }

  /** A crash tears the last record at most. */
  async append(file: JournalFile, record: JournalRecord): Promise<void> {
    const chunks = this.#chunks(file, record)
    file.isBusy = true
    try {
      await file.handle!.append(chunks)
    } finally {
      file.isBusy = false
    }
    count(file, chunks, record)
  }

  /** After an append that failed: what is torn is cut off, and nothing more comes behind it. */
  async mend(file: JournalFile): Promise<void> {
    await file.handle?.truncate(file.bytes).catch(() => {})
    await this.close(file)
  }

  /** Does nothing while the thread pool writes: the one who has it write closes the file then. */
  async close(file: JournalFile): Promise<void> {
    const { handle } = file
    if (file.isBusy) return
    file.handle = undefined
    await handle?.close().catch(() => {})
  }

  /** A file that cannot be removed is sent once more by the next process. */
  async remove(file: JournalFile): Promise<void> {
    await this.#fs.remove(file.path).catch(() => {})
    await this.close(file)
  }

  /** Within the call, like the next one. `file` is one that was made by this. */
  growSync(file: JournalFile | undefined, record: JournalRecord): JournalFile {
    const chunks = this.#chunks(file, record)
    if (file === undefined) {
      if (this.#isPrepareDue) this.#directory.prepareSync()
      this.#preparedMs = this.#now()
      const createdMs = this.#now()
      const path = this.#directory.newJournal(createdMs)
      const made = newFile(path, this.#fs.sync.write(path, chunks), createdMs)
      count(made, chunks, record)
      return made
    }
    this.#fs.sync.append(file.path, file.identity, chunks, file.bytes)
    count(file, chunks, record)
    return file
  }

  removeSync(file: JournalFile): void {
    try {
      this.#fs.sync.remove(file.path)
    } catch {
      // As above.
    }
  }

  async #createIn(prepare: () => Promise<void>): Promise<JournalFile> {
    if (this.#isPrepareDue) await prepare()
    this.#preparedMs = this.#now()
    const createdMs = this.#now()
    const path = this.#directory.newJournal(createdMs)
    const handle = await this.#fs.create(path)
    return newFile(path, handle.identity, createdMs, handle)
  }

  /**
   * The lease is to be younger than what it protects: a process that was idle has let it grow old.
   */
  get #isPrepareDue(): boolean {
    return !(Math.abs(this.#now() - this.#preparedMs) < LEASE_RENEWAL_MS)
  }

  #chunks(file: JournalFile | undefined, { items, parts }: JournalRecord): Buffer[] {
    const chunks = [recordHead(items, parts, EXTEND), ...parts]
    return file && file.bytes > 0 ? chunks : [segmentHeader({ ...this.#kind, checksum: CHECKSUM }), ...chunks]
  }
}

function newFile(path: string, identity: string, createdMs: number, handle?: SpoolFile): JournalFile {
  return { path, identity, createdMs, bytes: 0, items: 0, handle, isBusy: false }
}

function count(file: JournalFile, chunks: readonly Buffer[], { items }: JournalRecord): void {
  for (const { length } of chunks) file.bytes += length
  file.items += items
}
