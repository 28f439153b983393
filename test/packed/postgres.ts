import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const VERSIONS = '/usr/lib/postgresql'
const bin = (existsSync(VERSIONS) ? readdirSync(VERSIONS) : []).map((version) => join(VERSIONS, version, 'bin')).at(-1)

export const hasPostgres = bin !== undefined

/** A server on a port of its own, in a folder of its own. It refuses to run as root. */
export async function startPostgres(): Promise<{ readonly port: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-postgres-'))
  const account = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  execFileSync(join(bin!, 'initdb'), ['-D', folder, '-U', 'heddle', '-A', 'trust', '-N'], { ...account, cwd: folder })
  const port = await freePort()
  const args = ['-D', folder, '-p', port, '-h', '127.0.0.1', '-k', '', '-F']
  const server = spawn(join(bin!, 'postgres'), args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  for (let turn = 0; turn < 300 && !said.includes('ready to accept connections'); turn++) await sleep(100)
  return {
    port,
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres']))
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  server.close()
  return String(port)
}
