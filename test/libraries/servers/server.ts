import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOST = '127.0.0.1'

/** A server at a port of its own, on loopback. */
export interface Server {
  readonly port: number
  stop(): Promise<void>
}

/** @param command - the program and its arguments */
export async function startServer(
  name: string,
  command: (port: number, folder: string) => readonly [program: string, ...args: string[]],
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), `heddle-${name}-`))
  const port = await freePort()
  const [program, ...args] = command(port, folder)
  const server = spawn(program, args, { stdio: 'ignore' })
  const exited = once(server, 'exit')
  while (!(await listens(port))) await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    port,
    async stop() {
      server.kill()
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
