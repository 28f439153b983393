import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takenPorts } from '../../backends/src/ports'
import type { ServerName } from '../../backends/src/servers/install'
import { startMoto } from './aws/moto'
import { startFerretDb } from './servers/ferretdb'
import { describeWithServer } from './servers/installed'
import { startKafka } from './servers/kafka'
import { startMariaDb } from './servers/mariadb'
import { startNats } from './servers/nats'
import { startPostgres } from './servers/postgres'
import { startRabbitMq } from './servers/rabbitmq'
import { startRedis } from './servers/redis'
import type { Server } from './servers/server'

const SERVERS: readonly [ServerName, () => Promise<Server>, readonly string[]][] = [
  ['postgres', startPostgres, ['pg', 'postgres']],
  ['mariadb', startMariaDb, ['mysql2']],
  ['redis', startRedis, ['redis', 'ioredis']],
  ['rabbitmq', startRabbitMq, ['amqplib']],
  ['nats', startNats, ['nats']],
  ['ferretdb', startFerretDb, ['mongodb']],
  ['kafka', startKafka, ['kafkajs']],
  ['moto', startMoto, ['aws-sdk']],
]

const LINUX = process.platform === 'linux'

/** What a client in a process of its own got back from the server. */
async function operate(client: string, server: Server): Promise<string> {
  const script = join(__dirname, 'operations', `${client}.mjs`)
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(server)], { timeout: 30_000 })
  return stdout.trim()
}

/** The processes that have the server's folder in their arguments or environment, or work in there. */
const processesOf = ({ folder }: Server): readonly string[] =>
  (LINUX ? readdirSync('/proc') : [])
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) =>
      [
        () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
        () => readFileSync(`/proc/${pid}/environ`, 'utf8'),
        // Redis and PostgreSQL write over both.
        () => readlinkSync(`/proc/${pid}/cwd`),
      ].some((read) => orNothing(read).includes(folder)),
    )

/** Processes end while we look, and those of other users may not be read. */
function orNothing(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

for (const [name, start, clients] of SERVERS) {
  describeWithServer(name)(name, () => {
    const running: Server[] = []
    afterEach(async () => {
      await Promise.all(running.splice(0).map((server) => server.stop()))
    })

    test(`serves ${clients.join(' and ')} beside another one, and leaves no process and no file`, async () => {
      const servers = await Promise.all([start(), start()])
      running.push(...servers)
      for (const client of clients) {
        expect(await Promise.all(servers.map((server) => operate(client, server)))).toEqual(['42', '42'])
      }
      for (const server of servers) {
        expect(processesOf(server).length > 0).toBe(LINUX)
        await server.stop()
        expect(processesOf(server)).toEqual([])
        expect(existsSync(server.folder)).toBe(false)
        expect(await takenPorts([server.port])).toEqual([])
      }
    })
  })
}
