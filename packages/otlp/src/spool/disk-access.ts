import type { SpoolParts } from './parts'

/** How long nothing is written after the disk failed. */
const DISK_PAUSE_MS = 10_000

/** One operation on the disk after another, and none for a while after the disk failed. */
export class DiskAccess {
  #working: Promise<unknown> = Promise.resolve()
  #pausedUntil = 0
  readonly #parts: Pick<SpoolParts, 'now' | 'report'>

  constructor(parts: Pick<SpoolParts, 'now' | 'report'>) {
    this.#parts = parts
  }

  get isPaused(): boolean {
    return this.#parts.now() < this.#pausedUntil
  }

  pause(error: unknown): void {
    this.#pausedUntil = this.#parts.now() + DISK_PAUSE_MS
    const { message } = error as Error
    this.#parts.report('spool', `the spool cannot be used: ${message}; what is not sent is held in memory alone`)
  }

  /**
   * One after another, because all operations read the list of segments, wait for the disk, and
   * then change the list.
   */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#working.then(work)
    this.#working = result.catch(() => {})
    return result
  }
}
