import { OtlpOptionsError } from './error'

/**
 * The spool: a private directory in which spans and log records are kept while the collector is
 * failing, and from one process to the next. While the collector answers, only the journal is
 * written to it, and without that it is not even made.
 */
export interface SpoolOptions {
  /**
   * Path of the directory, made with mode 0700 when it is first needed. A directory that is a
   * symbolic link, belongs to another user, or is writable by others is refused, and reported as
   * the problem `<signal>_spool`. Processes may share it, and should if they send to the same
   * collector: what one leaves behind, another sends as it was, to its own endpoint and with its
   * own headers. So those that send elsewhere need a directory of their own.
   */
  readonly dir: string
  /**
   * Bytes held in the directory for one signal, by all processes together; beyond them each evicts
   * the oldest that it has, down to an equal part. What was written since a process last looked
   * (every 20 s, and at each new segment) may be beyond the bound.
   * @default 268_435_456
   */
  readonly maxBytes?: number | undefined
  /**
   * Milliseconds after which telemetry on disk is too old to be of use, dropped and counted as
   * `expired`.
   * @default 259_200_000, three days
   */
  readonly maxAgeMs?: number | undefined
  /**
   * Segments in the directory for one signal, by all processes together; two for each process at
   * the least.
   * @default 1_000
   */
  readonly maxFiles?: number | undefined
  /**
   * Waits after each write, while the process runs, until the disk has the data, so that they
   * survive a power loss too. With `false`, they survive only the end of the process.
   * @default true
   */
  readonly fsync?: boolean | undefined
  /**
   * Writes, within 100 ms, a copy of what is in memory, which goes when the collector has it, so
   * that SIGKILL and an out-of-memory take no more than that. It is not waited for, so a power loss
   * takes it along.
   * @default true
   */
  readonly journal?: boolean | undefined
}

/** {@link SpoolOptions} with every default in place. */
export interface ResolvedSpool {
  readonly dir: string
  /** For segments. */
  readonly maxBytes: number
  readonly maxAgeMs: number
  readonly maxFiles: number
  readonly fsync: boolean
  /** For the journal, beside that; 0 for none. */
  readonly maxJournalBytes: number
  /**
   * Size at which the next segment is begun, and so how much is evicted, or sent again after a
   * crash, at a time.
   */
  readonly segmentBytes: number
  /**
   * Age at which the next segment is begun, so that a segment, which expires in one piece, holds a
   * short time.
   */
  readonly segmentAgeMs: number
}

const MIB = 1024 * 1024

/**
 * Puts the defaults in place.
 * @throws OtlpOptionsError when the directory is no text, or a number could never work
 */
export function resolveSpool(options: SpoolOptions): ResolvedSpool {
  const { dir, fsync = true, journal = true } = options
  if (typeof dir !== 'string' || dir === '' || dir.includes('\0')) fail('dir must be the path of a directory')
  const allBytes = atLeast('maxBytes', options.maxBytes ?? 256 * MIB, 64 * 1024)
  const maxJournalBytes = journal ? allBytes / 8 : 0
  const maxBytes = allBytes - maxJournalBytes
  const maxAgeMs = atLeast('maxAgeMs', options.maxAgeMs ?? 3 * 86_400_000, 1)
  const maxFiles = atLeast('maxFiles', options.maxFiles ?? 1_000, 2)
  const segmentBytes = Math.min(4 * MIB, maxBytes / 8)
  const segmentAgeMs = Math.min(600_000, maxAgeMs / 8)
  return { dir, maxBytes, maxAgeMs, maxFiles, fsync, maxJournalBytes, segmentBytes, segmentAgeMs }
}

function atLeast(name: string, value: number, least: number): number {
  return value >= least ? value : fail(`${name} is ${value}, it must be a number, and ${least} at the least`)
}

function fail(message: string): never {
  throw new OtlpOptionsError(`spool: ${message}`)
}
