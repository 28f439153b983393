import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Daemon, DaemonProcess } from '../../../backends/src/daemon'
import { answersOn, type Question } from './answers'
import { startBound } from './bound'

/** A server at a port of its own, on loopback. */
export interface Server {
  readonly host: string
  readonly port: number
  /** Has its data, and is deleted when it is stopped. */
  readonly folder: string
  /** Ends it, with force when it does not end within 10 s. @default the signal for a quick end */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** A server whose clients sign in. */
export interface UserServer extends Server {
  readonly user: string
  readonly password: string
}

export interface Database extends UserServer {
  readonly database: string
}

/** The account of a process. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

interface ServerProcess extends DaemonProcess {
  readonly port: number
  readonly question: Question
  /** @default 'SIGTERM' */
  readonly stopSignal?: NodeJS.Signals
  /** What it needs, which ends after it. */
  readonly needs?: Daemon
}

export const HOST = '127.0.0.1'

/**
 * Starts a server with a temporary folder, which is deleted when the server is stopped, or does not
 * start.
 *
 * @param account - owns the folder
 */
export async function startServer(
  name: string,
  describe: (folder: string) => Promise<ServerProcess>,
  account: Account = {},
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), `heddle-${name}-`))
  let needs: Daemon | undefined
  const clear = async () => {
    await needs?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
    const { port, question, stopSignal, ...described } = await describe(folder)
    needs = described.needs
    const daemon = await startBound({
      cwd: folder,
      ...account,
      ...described,
      isReady: () => answersOn(port, question),
    })
    return {
      host: HOST,
      port,
      folder,
      async stop(signal = stopSignal) {
        await daemon.stop(signal)
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}

/** An account for servers that refuse to run as root: nobody's where we are root, else our own. */
export function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {}
  const [, , uid, gid] = /^nobody:.*/m.exec(readFileSync('/etc/passwd', 'utf8'))![0].split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
