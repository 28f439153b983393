import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export interface ServiceOptions {
  /** Node's flags. @default ['--import', 'heddle/register'] */
  readonly execArgv?: readonly string[]
  /** The Node that runs it. @default this one */
  readonly execPath?: string
  readonly env?: NodeJS.ProcessEnv
  /** Arguments of the fixture. @default none */
  readonly args?: readonly string[]
}

export interface Service {
  readonly url: string
  readonly process: ChildProcess
  /** What the process has printed so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null; tookMs: number }>
}

const started = new Set<ChildProcess>()

/**
 * Starts a fixture in a process of its own, and waits for its `{ port }`, which it sends when it
 * listens.
 */
export async function startService(fixture: string, options: ServiceOptions = {}): Promise<Service> {
  const service = launch(fixture, options)
  const failed = once(service.process, 'exit').then(() => {
    throw new Error(`${fixture} ended before it listened: ${service.stderr()}`)
  })
  const [message] = (await Promise.race([once(service.process, 'message'), failed])) as [{ port: number }]
  failed.catch(() => {})
  return { ...service, url: `http://127.0.0.1:${message.port}` }
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /**
   * From the fixture's `process.disconnect()`, with which its own work begins, to the end of the
   * process.
   */
  readonly tookMs: number
}

/** Runs a fixture to its end. */
export async function runToEnd(fixture: string, options: ServiceOptions = {}): Promise<Ended> {
  const service = launch(fixture, options)
  let begin = Number.NaN
  service.process.once('disconnect', () => {
    begin = performance.now()
  })
  const ended = once(service.process, 'exit').then(() => performance.now() - begin)
  const [code, signal] = (await once(service.process, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, stdout: service.stdout(), stderr: service.stderr(), tookMs: await ended }
}

/** For `afterEach`: kills the processes that a failed test has left running. */
export function killServices(): void {
  for (const child of started) child.kill('SIGKILL')
  started.clear()
}

function launch(fixture: string, options: ServiceOptions): Omit<Service, 'url'> {
  const child = fork(resolve(__dirname, '../fixtures', fixture), options.args, {
    execPath: options.execPath ?? process.execPath,
    execArgv: [...(options.execArgv ?? ['--import', 'heddle/register'])],
    // Without this, a test that does not name a directory would write into the developer's home.
    env: { ...withoutTelemetrySettings(process.env), HEDDLE_SPOOL: 'false', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  started.add(child)
  child.once('exit', () => started.delete(child))
  const stdout = gather(child.stdout!)
  const stderr = gather(child.stderr!)
  return {
    process: child,
    stdout,
    stderr,
    async stop(signal = 'SIGTERM') {
      const begin = performance.now()
      const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
      child.kill(signal)
      const [code, by] = await exited
      return { code, signal: by, tookMs: performance.now() - begin }
    },
  }
}

function gather(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.on('data', (chunk) => {
    text += chunk
  })
  return () => text
}

/**
 * The environment without OTEL_* and HEDDLE_*: the developer's own settings have no effect in a
 * test.
 */
export function withoutTelemetrySettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(OTEL|HEDDLE)_/.test(name)))
}
