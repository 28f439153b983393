import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export const HOST = '127.0.0.1'

/** A server at a port of its own, on loopback. */
export interface Server {
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

interface Described {
  readonly command: string
  readonly args: readonly string[]
  readonly port: number
  readonly env?: NodeJS.ProcessEnv
}

/** Starts a server with a temporary folder, and waits until it listens. */
export async function startServer(name: string, describe: (folder: string) => Promise<Described>): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), `heddle-${name}-`))
  const { command, args, port, env } = await describe(folder)
  const server = spawn(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' })
  const exited = once(server, 'exit')
  while (!(await listens(port))) {
    if (server.exitCode !== null) throw new Error(`${name} ended with ${server.exitCode}`)
    await delay(50)
  }
  return {
    host: HOST,
    port,
    async stop() {
      server.kill()
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function quietPort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
