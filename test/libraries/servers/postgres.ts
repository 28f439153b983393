import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../../../backends/src/run'
import { programOf } from './installed'
import { quietPort } from './ports'
import { type Database, HOST, startServer, unprivileged } from './server'

const user = 'heddle'
const password = 'secret'
const database = 'postgres'

export async function startPostgres(): Promise<Database> {
  const account = unprivileged()
  const server = await startServer(
    'postgres',
    async (folder) => {
      const program = programOf('postgres')
      const passwordFile = join(folder, 'password')
      writeFileSync(passwordFile, password)
      const data = join(folder, 'data')
      await run(
        join(dirname(program), 'initdb'),
        ['-D', data, '-U', user, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '-N'],
        { cwd: folder, ...account },
      )
      const port = await quietPort()
      const settings = { listen_addresses: HOST, port, unix_socket_directories: '', ...CARELESS }
      return {
        name: 'postgres',
        command: program,
        args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        port,
        question: { say: startup(), isReady: (answer) => answer.toString('latin1', 0, 1) === 'R' },
        // Does not wait for the clients.
        stopSignal: 'SIGINT',
      }
    },
    account,
  )
  return { ...server, user, password, database }
}

/** What is lost in a crash of the machine is not wanted. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '16MB' }

/** A StartupMessage of version 3.0: a server that is still starting answers with an error. */
function startup(): Buffer {
  const parameters = Buffer.from(`user\0${user}\0database\0${database}\0\0`)
  const header = Buffer.alloc(8)
  header.writeInt32BE(header.length + parameters.length)
  header.writeInt32BE(3 << 16, 4)
  return Buffer.concat([header, parameters])
}
