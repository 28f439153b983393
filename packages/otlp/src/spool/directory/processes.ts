import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Owner } from './names'

/** Who we are, and what became of others. Injected, so that tests can let processes die. */
export interface Processes {
  newOwner(): Owner
  /**
   * `unknown` when it ran on another host, in another container, or where a pid may have been given
   * to someone else since; and of our own process, one of whose threads may have ended.
   */
  fateOf(owner: Owner): 'alive' | 'dead' | 'unknown'
}

const UNKNOWN_START = '0'

let machine: string | undefined

export const nodeProcesses: Processes = {
  newOwner() {
    return {
      machine: ownMachine(),
      pid: process.pid,
      startTime: startTimeOf(process.pid) ?? UNKNOWN_START,
      nonce: randomBytes(4).toString('hex'),
    }
  },

  fateOf({ machine: theirs, pid, startTime }) {
    if (theirs !== ownMachine()) return 'unknown'
    if (!isRunning(pid)) return 'dead'
    if (startTime === UNKNOWN_START) return 'unknown'
    if (startTimeOf(pid) !== startTime) return 'dead'
    return pid === process.pid ? 'unknown' : 'alive'
  },
}

/** Read once: it never changes while the process runs, and each signal asks for it. */
function ownMachine(): string {
  machine ??= machineId()
  return machine
}

/**
 * After a reboot, or in another container, the same pid is another process. What cannot be read
 * (not Linux) is left out.
 */
function machineId(): string {
  const bootId = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim())
  const pidNamespace = attempt(() => readlinkSync('/proc/self/ns/pid'))
  return createHash('sha256').update(`${hostname()}\0${bootId}\0${pidNamespace}`).digest('hex').slice(0, 16)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process runs, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Field 22 of proc_pid_stat(5). The name, field 2, may itself hold spaces and parentheses, so the
 * count begins after the last one.
 */
function startTimeOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
