import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { BackendsError } from './install'
import type { Report } from './run'

/** What the process in the background tells the one that waits for it. */
export type Message = { readonly report: string } | { readonly serving: string }

interface State {
  readonly pid: number
  readonly addresses: string
}

const STOPPED_WITHIN_MS = 30_000
const POLL_MS = 50

/** One set of servers for each clone; `HEDDLE_BACKENDS_STATE` names another file. */
const stateFile = () =>
  process.env['HEDDLE_BACKENDS_STATE'] || join(__dirname, '..', '..', '.cache', 'backends-running.json')

/**
 * Has this command serve in a process of its own that outlives us. Resolves to the addresses, also
 * when it did so before.
 *
 * @throws BackendsError when it ends before it serves; what it had to say has been reported.
 */
export async function startBackground(args: readonly string[], report: Report): Promise<string> {
  const running = readState()
  if (running) return running.addresses
  // With no share in our output: whoever reads that waits for its end.
  const child = fork(join(__dirname, 'main.js'), ['--foreground', ...args], { detached: true, stdio: 'ignore' })
  const cancel = () => child.kill()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, cancel)
  const addresses = await serving(child, report)
  mkdirSync(dirname(stateFile()), { recursive: true })
  writeFileSync(stateFile(), JSON.stringify({ pid: child.pid!, addresses } satisfies State))
  child.disconnect()
  child.unref()
  return addresses
}

/**
 * Ends what {@link startBackground} has started. Resolves to whether there was any, once it has
 * ended.
 */
export async function stopBackground(): Promise<boolean> {
  const running = readState()
  rmSync(stateFile(), { force: true })
  if (!running) return false
  process.kill(running.pid, 'SIGTERM')
  const deadline = Date.now() + STOPPED_WITHIN_MS
  while (isOurs(running.pid)) {
    if (Date.now() > deadline) throw new BackendsError(`process ${running.pid} does not end`)
    await delay(POLL_MS)
  }
  return true
}

function serving(child: ChildProcess, report: Report): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('serving' in message) resolve(message.serving)
      else report(message.report)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new BackendsError('nothing was left running')))
  })
}

function readState(): State | undefined {
  try {
    const state = JSON.parse(readFileSync(stateFile(), 'utf8')) as State
    return isOurs(state.pid) ? state : undefined
  } catch {
    return undefined
  }
}

/**
 * Its number may have been given to another process since; where that cannot be seen, it is
 * believed.
 */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(__dirname)
  } catch {
    return process.platform !== 'linux'
  }
}
