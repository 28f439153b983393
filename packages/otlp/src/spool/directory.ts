import { join, resolve } from 'node:path'
import type { FileFacts, SpoolFs } from './fs'
import {
  leaseFile,
  type Owner,
  ownerId,
  parseLeaseFile,
  parseSegmentFile,
  type SegmentName,
  segmentFile,
} from './names'
import type { Processes } from './processes'
import { MAX_SEGMENT_BYTES } from './segment'

/** How often the owner of segments says that it is alive, for those who cannot look up its pid. */
export const LEASE_RENEWAL_MS = 20_000
/** After how long without that it is taken for dead. Three times the renewal, so that a busy process is not. */
const LEASE_EXPIRY_MS = 60_000
const WRITABLE_BY_OTHERS = 0o022

/** A segment whose owner has died or left. */
export interface Orphan extends SegmentName {
  readonly path: string
}

/** What others have in the directory. */
export interface Survey {
  /** What anyone may take over, oldest first. */
  readonly orphans: readonly Orphan[]
  /** There are segments of those who live, or may live: it is worth to look again. */
  readonly othersHold: boolean
}

/**
 * One signal's directory, which several processes may share. Each has files of its own, named after it, and never touches those of
 * another that is alive. Before its first segment a process writes a lease, and it removes it when it leaves: segments whose owner has
 * no lease, or is dead in spite of it, may be taken over by whoever renames them first.
 *
 * Whatever is not ours by its name, its user, its mode or its kind is left alone.
 */
export class SpoolDirectory {
  private readonly base: string
  private readonly path: string
  private readonly owner: Owner
  private sequence = 0
  private hasLease = false

  constructor(
    dir: string,
    signal: string,
    private readonly fs: SpoolFs,
    private readonly processes: Processes,
    private readonly now: () => number,
    private readonly uid: number | undefined = process.getuid?.(),
  ) {
    this.base = resolve(dir)
    this.path = join(this.base, signal)
    this.owner = processes.newOwner()
  }

  /** Where the next segment goes. */
  newSegment(createdMs: number): string {
    return join(this.path, segmentFile({ createdMs, sequence: this.sequence++, owner: this.owner }))
  }

  /**
   * Makes sure that the directory is there and private, and that the others know of us.
   * @throws Error when it is not private, or as the file system does
   */
  async prepare(): Promise<void> {
    await this.fs.makeDirectory(this.path)
    for (const path of [this.base, this.path]) this.requirePrivate(path, await this.fs.facts(path))
    await this.renewLease()
  }

  /** {@link prepare} for a process that is about to end. */
  prepareSync(): void {
    this.fs.sync.makeDirectory(this.path)
    for (const path of [this.base, this.path]) this.requirePrivate(path, this.fs.sync.facts(path))
    this.fs.sync.touch(this.lease)
    this.hasLease = true
  }

  async renewLease(): Promise<void> {
    await this.fs.touch(this.lease)
    this.hasLease = true
  }

  /** Waits until the disk knows of new segments. Not every system can do that for a directory, and then the files must do. */
  async sync(): Promise<void> {
    await this.fs.syncDirectory(this.path).catch(() => {})
  }

  /** From now on our segments are anyone's. */
  async leave(): Promise<void> {
    if (this.hasLease) await this.fs.remove(this.lease).catch(() => {})
  }

  /**
   * Looks at what others have here. Writes nothing, but removes the leases of the dead.
   * @throws Error when the directory is not private, or as the file system does
   */
  async survey(): Promise<Survey> {
    for (const path of [this.base, this.path]) {
      const facts = await this.fs.facts(path)
      if (facts === undefined) return { orphans: [], othersHold: false }
      this.requirePrivate(path, facts)
    }
    const files = await this.fs.list(this.path)
    const gone = new Map<string, boolean>()
    const isGone = async (owner: Owner) => {
      const id = ownerId(owner)
      if (!gone.has(id)) gone.set(id, await this.isGone(owner))
      return gone.get(id)!
    }
    const orphans: Orphan[] = []
    let othersHold = false
    for (const file of files) {
      const name = parseSegmentFile(file)
      if (name === undefined || ownerId(name.owner) === ownerId(this.owner)) continue
      const path = join(this.path, file)
      if (!(await isGone(name.owner))) othersHold = true
      else if (await this.isTrusted(path)) orphans.push({ ...name, path })
    }
    for (const file of files) {
      const owner = parseLeaseFile(file)
      if (owner && (await isGone(owner))) await this.fs.remove(join(this.path, file)).catch(() => {})
    }
    orphans.sort((a, b) => a.createdMs - b.createdMs || a.sequence - b.sequence)
    return { orphans, othersHold }
  }

  private get lease(): string {
    return join(this.path, leaseFile(this.owner))
  }

  private async isGone(owner: Owner): Promise<boolean> {
    const fate = this.processes.fateOf(owner)
    if (fate === 'dead') return true
    const lease = await this.fs.facts(join(this.path, leaseFile(owner)))
    if (lease === undefined) return true
    return fate === 'unknown' && this.now() - lease.mtimeMs > LEASE_EXPIRY_MS
  }

  private async isTrusted(path: string): Promise<boolean> {
    const facts = await this.fs.facts(path).catch(() => undefined)
    return facts?.kind === 'file' && facts.size <= MAX_SEGMENT_BYTES && this.isOursAlone(facts)
  }

  private requirePrivate(path: string, facts: FileFacts | undefined): void {
    if (facts?.kind !== 'directory') throw new Error(`${path} is not a directory (symbolic links are not followed)`)
    if (!this.isOursAlone(facts)) throw new Error(`${path} belongs to another user, or others may write to it`)
  }

  /** Where there are no users, as on Windows, everything is. */
  private isOursAlone({ uid, mode }: FileFacts): boolean {
    return this.uid === undefined || (uid === this.uid && (mode & WRITABLE_BY_OTHERS) === 0)
  }
}
