import { join } from 'node:path'
import { MAX_SEGMENT_BYTES } from '../format/segment'
import type { SpoolFs } from '../fs'
import { leaseFile, type Owner, ownerId, parseLeaseFile, parseSegmentFile, type SegmentName } from './names'
import type { Privacy } from './privacy'
import type { Processes } from './processes'

/**
 * Age of a lease at which its owner counts as dead. Three times the renewal, so that a busy process
 * does not.
 */
const LEASE_EXPIRY_MS = 60_000
/** Most orphans that one survey returns. The others have their turn when these are gone. */
const MAX_ORPHANS = 10_000
/** Most owners whose fate is remembered. */
const MAX_FATES = 10_000

/** A segment whose owner has died or left. */
export interface Orphan extends SegmentName {
  readonly path: string
  readonly bytes: number
}

/** How much other processes hold, the dead included. */
export interface Neighbours {
  /** Processes that live, or may live. */
  readonly liveOwners: number
  readonly bytes: number
  readonly files: number
  /** Bytes in the journals of the living, which count beside the segments. */
  readonly journalBytes: number
}

/** What other processes have in the directory. */
export interface Survey {
  /** Segments that anyone may adopt, oldest first. */
  readonly orphans: readonly Orphan[]
  readonly neighbours: Neighbours
}

export const NO_NEIGHBOURS: Neighbours = { liveOwners: 0, bytes: 0, files: 0, journalBytes: 0 }

/** Whose view of which directory a survey is. */
interface SurveyParts {
  /** The directory of the signal, and the one above, which must be private too. */
  readonly path: string
  readonly base: string
  readonly owner: Owner
  readonly fs: SpoolFs
  readonly processes: Processes
  readonly privacy: Privacy
  readonly now: () => number
}

/**
 * Looks at what others have in the directory. Writes nothing, but removes the leases of the dead.
 * @throws Error when the directory is not private, or as the file system does
 */
export async function survey(parts: SurveyParts): Promise<Survey> {
  const { fs, privacy, owner } = parts
  for (const path of [parts.base, parts.path]) {
    const facts = await fs.facts(path)
    if (facts === undefined) return { orphans: [], neighbours: NO_NEIGHBOURS }
    privacy.require(path, facts)
  }
  const orphans: Orphan[] = []
  const living = new Set<string>()
  let [bytes, files, journalBytes] = [0, 0, 0]
  const fates = new Fates((other) => isGone(other, parts))
  for await (const file of fs.list(parts.path)) {
    const leaseholder = parseLeaseFile(file)
    if (leaseholder !== undefined && (await fates.isGone(leaseholder))) {
      await fs.remove(join(parts.path, file)).catch(() => {})
    }
    const name = parseSegmentFile(file)
    if (name === undefined || ownerId(name.owner) === ownerId(owner)) continue
    const path = join(parts.path, file)
    const size = await trustedSize(path, parts)
    const isLiving = !(await fates.isGone(name.owner))
    if (name.isJournal && isLiving) {
      journalBytes += size ?? 0
    } else if (size !== undefined) {
      bytes += size
      files++
    }
    if (isLiving) living.add(ownerId(name.owner))
    else if (size !== undefined && size <= MAX_SEGMENT_BYTES) orphans.push({ ...name, path, bytes: size })
    if (orphans.length > 2 * MAX_ORPHANS) keepOldest(orphans)
  }
  keepOldest(orphans)
  return { orphans, neighbours: { liveOwners: living.size, bytes, files, journalBytes } }
}

/** Whether an owner is dead, or has left. */
async function isGone(owner: Owner, { fs, processes, path, now }: SurveyParts): Promise<boolean> {
  const fate = processes.fateOf(owner)
  if (fate === 'dead') return true
  const lease = await fs.facts(join(path, leaseFile(owner)))
  if (lease === undefined) return true
  return fate === 'unknown' && now() - lease.mtimeMs > LEASE_EXPIRY_MS
}

/** Size of a file that this user owns alone; `undefined` for anything else. */
async function trustedSize(path: string, { fs, privacy }: SurveyParts): Promise<number | undefined> {
  const facts = await fs.facts(path).catch(() => undefined)
  return facts?.kind === 'file' && privacy.isOursAlone(facts) ? facts.size : undefined
}

/** What became of owners, asked once for each in one survey. */
class Fates {
  readonly #known = new Map<string, Promise<boolean>>()
  readonly #ask: (owner: Owner) => Promise<boolean>

  constructor(ask: (owner: Owner) => Promise<boolean>) {
    this.#ask = ask
  }

  isGone(owner: Owner): Promise<boolean> {
    const id = ownerId(owner)
    const known = this.#known.get(id)
    if (known !== undefined) return known
    if (this.#known.size >= MAX_FATES) this.#known.clear()
    const fate = this.#ask(owner)
    this.#known.set(id, fate)
    return fate
  }
}

function keepOldest(orphans: Orphan[]): void {
  orphans.sort((a, b) => a.createdMs - b.createdMs || a.sequence - b.sequence)
  orphans.length = Math.min(orphans.length, MAX_ORPHANS)
}
