// A child process that answers commands over IPC. The load, each sink and each contender runs in
// one of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const benchmarks = fileURLToPath(new URL('../..', import.meta.url))
const logs = `${benchmarks}.cache/stderr/`
const running = new Set()
const FOREIGN = /^(OTEL_|HEDDLE_|DD_|SENTRY_|ELASTIC_|NODE_OPTIONS$|BENCH_)/

/**
 * Starts a file and waits for its first message, by which it is ready. Its stdout is /dev/null,
 * where a pino line costs each contender the same; its stderr is kept in `.cache/stderr/`.
 *
 * @param {URL} file
 * @param {{ name: string, node?: string, execArgv?: string[], env?: Record<string, string> }}
 *   options
 */
export async function startChild(file, { name, node = process.execPath, execArgv = [], env = {} }) {
  mkdirSync(logs, { recursive: true })
  const stderrFile = `${logs}${name}.log`
  const stderr = openSync(stderrFile, 'w')
  const started = performance.now()
  const child = fork(fileURLToPath(file), {
    // Node resolves a preload that is named by its package from here.
    cwd: benchmarks,
    execPath: node,
    execArgv,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
  })
  closeSync(stderr)
  running.add(child)
  // A message to a process that has ended fails here; `exited` rejects the answer.
  child.on('error', () => {})
  const waiting = new Map()
  const exited = once(child, 'exit').then(([code, signal]) => {
    running.delete(child)
    const said = readFileSync(stderrFile, 'utf8').slice(-2_000)
    const error = new Error(`${name} ended (${code ?? signal}): ${said}`)
    throw error
  })
  exited.catch(() => {})
  const ready = new Promise((resolve) => child.once('message', resolve))
  const announced = await Promise.race([ready, exited])
  const readyMs = performance.now() - started
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) resolve(result)
    else reject(new Error(`${name}: ${error}`))
  })
  let lastId = 0
  return {
    announced,
    readyMs,
    send(message) {
      const id = ++lastId
      const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      child.send({ id, ...message })
      return Promise.race([answered, exited])
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await exited.catch(() => {})
    },
  }
}

/** Kills every child: an answer that is awaited from one is rejected. */
export function endChildren() {
  for (const child of running) child.kill('SIGKILL')
}

/** The environment without the settings of any contender. */
function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)))
}
