import { existsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { type Daemon, type DaemonOptions, startDaemon } from '../../../backends/src/daemon'

const SETPRIV = '/usr/bin/setpriv'

/**
 * A daemon that Linux kills when this process is killed: a test run that ends that way leaves no
 * server behind. One that a failed test has not stopped does not keep Jest from ending.
 */
export async function startBound(options: DaemonOptions): Promise<Daemon> {
  const daemon = await startDaemon(
    existsSync(SETPRIV)
      ? { ...options, command: SETPRIV, args: ['--pdeathsig', 'KILL', '--', options.command, ...options.args] }
      : options,
  )
  daemon.process.unref()
  for (const stream of [daemon.process.stdout, daemon.process.stderr]) (stream as Socket).unref()
  return daemon
}
