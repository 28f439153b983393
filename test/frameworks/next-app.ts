import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withoutTelemetrySettings } from '../support/service'

const HEDDLE = join(__dirname, '../../packages/heddle')
export const PRELOAD = { NODE_OPTIONS: '--import heddle/register' }
const ENV = { ...withoutTelemetrySettings(process.env), NEXT_TELEMETRY_DISABLED: '1' }

export interface NextServer {
  readonly url: string
  /** What it has printed so far. */
  said(): string
  stop(): Promise<void>
}

/** A production build of the app, with the Next of that folder. */
export class NextApp {
  readonly #folder: string
  readonly #next: string

  private constructor(folder: string, next: string) {
    this.#folder = folder
    this.#next = next
  }

  static async build(major: string): Promise<NextApp> {
    const folder = join(__dirname, `next${major}`, '.cache')
    const next = join(folder, '../node_modules/next/dist/bin/next')
    rmSync(folder, { recursive: true, force: true })
    cpSync(join(__dirname, 'apps/next'), folder, { recursive: true })
    if (major === '15') nameMiddleware(folder)
    // As it is installed: Next takes files for the standalone server from folders of packages alone.
    for (const part of ['package.json', 'dist'])
      cpSync(join(HEDDLE, part), join(folder, 'node_modules/heddle', part), { recursive: true })
    await promisify(execFile)(process.execPath, [next, 'build'], { cwd: folder, env: { ...ENV, ...PRELOAD } })
    return new NextApp(folder, next)
  }

  /** `next start`. */
  start(env: NodeJS.ProcessEnv): Promise<NextServer> {
    return serve(this.#folder, [this.#next, 'start', '-H', 'localhost'], env)
  }

  /** `node server.js`, which needs nothing but its own folder. */
  startStandalone(env: NodeJS.ProcessEnv): Promise<NextServer> {
    return serve(join(this.#folder, '.next/standalone/.cache'), ['server.js'], env)
  }
}

/** Next 16 calls it `proxy`. */
function nameMiddleware(folder: string): void {
  const file = join(folder, 'middleware.js')
  renameSync(join(folder, 'proxy.js'), file)
  writeFileSync(file, readFileSync(file, 'utf8').replace('function proxy', 'function middleware'))
}

async function serve(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<NextServer> {
  const port = await freePort()
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...ENV, HEDDLE_SPOOL: 'false', HOSTNAME: 'localhost', PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
        if (said.includes('Ready in')) resolve()
      })
    child.once('exit', () => reject(new Error(said)))
  })
  await ready
  return { url: `http://localhost:${port}`, said: () => said, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return String(port)
}
