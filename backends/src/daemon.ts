import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

export interface DaemonProcess extends Pick<SpawnOptions, 'cwd' | 'uid' | 'gid'> {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

export type DaemonOptions = DaemonProcess &
  (
    | {
        /** Answers with 200 once it serves. */
        readonly readyUrl: string
      }
    | {
        /** Asked until it serves. */
        readonly isReady: () => Promise<boolean>
      }
  )

/** A server in a process of its own, which ends with this one. */
export interface Daemon {
  readonly name: string
  readonly process: ChildProcess
  /** The end of what it has printed. */
  readonly output: () => string
  /** Ends it, with force when it does not end within 10 s, and waits for that. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

const READY_WITHIN_MS = 120_000
const STOPPED_WITHIN_MS = 10_000
const POLL_MS = 50
const KEPT_OUTPUT = 64 * 1024

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** @throws when it ends, or does not serve within two minutes; the message has what it printed. */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { name, command, args, env, cwd, uid, gid } = options
  const child = spawn(command, args, {
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT)
    })
  }
  running.add(child)
  child.once('close', () => running.delete(child))
  const daemon: Daemon = {
    name,
    process: child,
    output: () => output,
    stop: (signal = 'SIGTERM') => stop(child, signal),
  }
  // A child that cannot be spawned says so in an event, which must not be one that nobody listens
  // to.
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`${name} ended with ${code} before it served:\n${output}`)))
  })
  failed.catch(() => {})
  try {
    await Promise.race([
      served(name, 'isReady' in options ? options.isReady : () => answersOk(options.readyUrl)),
      failed,
    ])
  } catch (error) {
    await daemon.stop('SIGKILL')
    throw error
  }
  return daemon
}

async function served(name: string, isReady: () => Promise<boolean>) {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (await isReady()) return
    await delay(POLL_MS)
  }
  throw new Error(`${name} does not answer`)
}

async function answersOk(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  await answer?.arrayBuffer()
  return answer?.ok ?? false
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  const force = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
  await closed
  clearTimeout(force)
}
