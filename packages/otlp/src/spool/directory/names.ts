/**
 * The process, and the pipeline within it, that a file of the spool belongs to. Its files carry it
 * in their names.
 */
export interface Owner {
  /**
   * Stands for the host, its boot and its PID namespace: pids can be compared only where it is the
   * same. 16 hexadecimal digits.
   */
  readonly machine: string
  readonly pid: number
  /**
   * When the process started, in the kernel's own unit, or `0` where that is not known. Tells two
   * processes with one pid apart.
   */
  readonly startTime: string
  /** Tells two pipelines of one process apart. 8 hexadecimal digits. */
  readonly nonce: string
}

/**
 * The name of a segment: `<created>-<sequence>-<owner>.seg`. To rename a segment is to take it
 * over. A journal (see `Journal`) has the same with `.journal`, and is a segment as soon as its
 * owner is dead.
 */
export interface SegmentName {
  /**
   * When its first record was written, in milliseconds since the epoch. It keeps that through every
   * adoption.
   */
  readonly createdMs: number
  /** Counts the segments of one owner, so that no two names are the same. */
  readonly sequence: number
  readonly owner: Owner
  readonly isJournal?: boolean
}

const OWNER = String.raw`([0-9a-f]{16})\.(\d{1,10})\.(\d{1,20})\.([0-9a-f]{8})`
const SEGMENT = new RegExp(String.raw`^(\d{13})-(\d{6,12})-${OWNER}\.(seg|journal)$`)
const LEASE = new RegExp(`^${OWNER}\\.lease$`)

export function segmentFile({ createdMs, sequence, owner, isJournal }: SegmentName): string {
  const extension = isJournal ? 'journal' : 'seg'
  return `${String(createdMs).padStart(13, '0')}-${String(sequence).padStart(6, '0')}-${ownerId(owner)}.${extension}`
}

/** The file that says that its owner has not left: see `SpoolDirectory`. */
export function leaseFile(owner: Owner): string {
  return `${ownerId(owner)}.lease`
}

/** Undefined for every name that we would not have given: such a file is not ours. */
export function parseSegmentFile(file: string): SegmentName | undefined {
  const [, createdMs, sequence, machine, pid, startTime, nonce, extension] = SEGMENT.exec(file) ?? []
  if (nonce === undefined) return undefined
  const owner = { machine: machine!, pid: Number(pid), startTime: startTime!, nonce }
  return { createdMs: Number(createdMs), sequence: Number(sequence), owner, isJournal: extension === 'journal' }
}

/** Undefined for every name that we would not have given. */
export function parseLeaseFile(file: string): Owner | undefined {
  const [, machine, pid, startTime, nonce] = LEASE.exec(file) ?? []
  return nonce === undefined ? undefined : { machine: machine!, pid: Number(pid), startTime: startTime!, nonce }
}

export function ownerId({ machine, pid, startTime, nonce }: Owner): string {
  return `${machine}.${pid}.${startTime}.${nonce}`
}
