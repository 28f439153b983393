import { dirname, join, resolve } from 'node:path'
import type { FileFacts, SpoolFs } from '../fs'
import { leaseFile, type Owner, segmentFile } from './names'
import { Privacy } from './privacy'
import type { Processes } from './processes'
import { type Survey, survey } from './survey'

/** How often the owner of segments renews its lease, for those who cannot look up its pid. */
export const LEASE_RENEWAL_MS = 20_000

/** A file, and what tells it apart from another one in its place. */
interface Whereabouts {
  readonly path: string
  /** See `FileFacts`. */
  readonly identity: string
}

/**
 * One signal's directory, which several processes may share. Each has files of its own, named after
 * it, and never touches those of another that is alive. Before its first segment a process writes a
 * lease, and it removes it when it leaves: segments whose owner has no lease, or is dead in spite
 * of it, may be taken over by whoever renames them first.
 *
 * Whatever is not ours by its name, its user, its mode or its kind is left alone.
 */
export class SpoolDirectory {
  readonly #base: string
  readonly #path: string
  readonly #owner: Owner
  readonly #privacy: Privacy
  #sequence = 0
  #hasLease = false
  #hasLeft = false
  #wasDeclaredDead = false
  /**
   * The directories that are known to be on disk, from ours up. One that has been made anew since,
   * by whomever, is another one.
   */
  #anchored: string | undefined
  readonly #fs: SpoolFs
  readonly #processes: Processes
  readonly #now: () => number

  constructor(
    dir: string,
    signal: string,
    fs: SpoolFs,
    processes: Processes,
    now: () => number,
    uid: number | undefined = process.getuid?.(),
  ) {
    this.#fs = fs
    this.#processes = processes
    this.#now = now
    this.#privacy = new Privacy(uid)
    this.#base = resolve(dir)
    this.#path = join(this.#base, signal)
    this.#owner = processes.newOwner()
  }

  /** Path of the next segment. */
  newSegment(createdMs: number): string {
    return join(this.#path, segmentFile({ createdMs, sequence: this.#sequence++, owner: this.#owner }))
  }

  /** Path of the next file of the journal. */
  newJournal(createdMs: number): string {
    return join(this.#path, segmentFile({ createdMs, sequence: this.#sequence++, owner: this.#owner, isJournal: true }))
  }

  /**
   * Makes sure that the directory is there and private, and that the others know of us. With
   * `isDurable`, the directory survives a power loss from then on.
   * @throws Error when it is not private, or as the file system does
   */
  async prepare(isDurable: boolean): Promise<void> {
    await this.#fs.makeDirectory(this.#path)
    for (const path of [this.#base, this.#path]) this.#privacy.require(path, await this.#fs.facts(path))
    if (isDurable) await this.anchor()
    await this.renewLease()
  }

  /** {@link prepare} for a process that is about to end. */
  prepareSync(): void {
    this.#fs.sync.makeDirectory(this.#path)
    for (const path of [this.#base, this.#path]) this.#privacy.require(path, this.#fs.sync.facts(path))
    if (this.#hasLeft) return
    this.#hasLease = true
    this.#fs.sync.touch(this.#lease)
  }

  /** Nobody keeps what a process writes after it has left: it is anyone's at once. */
  async renewLease(): Promise<void> {
    if (this.#hasLeft) return
    if (this.#hasLease && (await this.#fs.facts(this.#lease)) === undefined) this.#wasDeclaredDead = true
    this.#hasLease = true
    await this.#fs.touch(this.#lease)
  }

  /**
   * Whether another process has removed our lease since this was last asked: then it may have taken
   * over what we have as well.
   */
  askWhetherDeclaredDead(): boolean {
    const wasDeclaredDead = this.#wasDeclaredDead
    this.#wasDeclaredDead = false
    return wasDeclaredDead
  }

  /**
   * Has the disk know of every directory above ours, and of what is in ours, unless it has been
   * told of these. Another process may have made them a moment ago. From the highest on; one that
   * we may not read is someone else's, and older.
   */
  async anchor(): Promise<void> {
    const found = await this.#lineage()
    if (found !== undefined && found === this.#anchored) return
    for (const path of this.#ancestors()) await this.#fs.syncDirectory(path).catch(() => {})
    if (this.#hasLease) await this.sync()
    this.#anchored = found
  }

  /**
   * A file of ours, if it is where others look for it: neither the file nor the directory was
   * moved, deleted or taken over.
   * @throws Error as the file system does
   */
  async find({ path, identity }: Whereabouts): Promise<FileFacts | undefined> {
    for (const at of [this.#base, this.#path]) if (!this.#privacy.isKept(await this.#fs.facts(at))) return undefined
    const facts = await this.#fs.facts(path)
    return facts?.identity === identity ? facts : undefined
  }

  /** Whether {@link find} finds the file; true while that cannot be seen. */
  async holds(where: Whereabouts): Promise<boolean> {
    try {
      return (await this.find(where)) !== undefined
    } catch {
      return true
    }
  }

  /** {@link find} for a process that is about to end. */
  findSync({ path, identity }: Whereabouts): FileFacts | undefined {
    for (const at of [this.#base, this.#path]) if (!this.#privacy.isKept(this.#fs.sync.facts(at))) return undefined
    const facts = this.#fs.sync.facts(path)
    return facts?.identity === identity ? facts : undefined
  }

  /**
   * Waits until the disk knows of new segments. Not every system can do that for a directory, and
   * then the files must do.
   */
  async sync(): Promise<void> {
    await this.#fs.syncDirectory(this.#path).catch(() => {})
  }

  /** From now on our segments are anyone's. */
  async leave(): Promise<void> {
    this.#hasLeft = true
    if (this.#hasLease) await this.#fs.remove(this.#lease).catch(() => {})
  }

  /**
   * Looks at what others have here. Writes nothing, but removes the leases of the dead.
   * @throws Error when the directory is not private, or as the file system does
   */
  survey(): Promise<Survey> {
    const base = this.#base
    const path = this.#path
    const owner = this.#owner
    const privacy = this.#privacy
    const fs = this.#fs
    const processes = this.#processes
    const now = this.#now
    return survey({ base, path, owner, fs, processes, privacy, now })
  }

  /**
   * Which directories these are, ours and those above; nothing where they could be others without a
   * sign of it.
   */
  async #lineage(): Promise<string | undefined> {
    const facts: FileFacts[] = []
    for (const path of [...this.#ancestors(), this.#path]) {
      const found = await this.#fs.facts(path).catch(() => undefined)
      if (found === undefined) return undefined
      facts.push(found)
    }
    // On a device that knows when its directories were made, one without that is from before: the
    // image that the system came in.
    const knowing = new Set(facts.filter(({ bornNs }) => bornNs > 0n).map(({ device }) => device))
    if (facts.some(({ device }) => !knowing.has(device))) return undefined
    return facts.map(({ identity, bornNs }) => `${identity}@${bornNs}`).join(' ')
  }

  /** From the highest on. */
  #ancestors(): string[] {
    const ancestors: string[] = []
    for (let path = this.#path; path !== dirname(path); path = dirname(path)) ancestors.unshift(dirname(path))
    return ancestors
  }

  get #lease(): string {
    return join(this.#path, leaseFile(this.#owner))
  }
}
