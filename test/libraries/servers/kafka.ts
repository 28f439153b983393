import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from './installed'
import { quietPorts } from './ports'
import { HOST, type Server, startServer } from './server'

/** A Kafka of one node that is broker and controller, without ZooKeeper. */
export const startKafka = (): Promise<Server> =>
  startServer('kafka', async (folder) => {
    const [port, controller] = (await quietPorts(2)) as [number, number]
    const logs = join(folder, 'logs')
    // As its storage tool formats a folder, for which it starts another JVM.
    mkdirSync(logs)
    writeFileSync(join(logs, 'meta.properties'), lines({ version: 1, 'cluster.id': 'heddle', 'node.id': NODE }))
    const file = join(folder, 'server.properties')
    writeFileSync(file, lines({ ...ONE_NODE, ...listening(port, controller), 'log.dirs': logs }))
    return {
      name: 'kafka',
      command: 'java',
      args: [...STARTS_SOON, '-cp', join(programOf('kafka'), '*'), 'kafka.Kafka', file],
      port,
      question: { say: apiVersions(), isReady: (answer) => answer.readInt16BE(8) === 0 },
    }
  })

const NODE = 1

const ONE_NODE = {
  'process.roles': 'broker,controller',
  'node.id': NODE,
  'controller.listener.names': 'CONTROLLER',
  'num.partitions': 1,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  // A group of consumers does not wait for more of them.
  'group.initial.rebalance.delay.ms': 0,
}

const listening = (port: number, controller: number) => ({
  'controller.quorum.voters': `${NODE}@${HOST}:${controller}`,
  listeners: `PLAINTEXT://${HOST}:${port},CONTROLLER://${HOST}:${controller}`,
  'advertised.listeners': `PLAINTEXT://${HOST}:${port}`,
})

const STARTS_SOON = [
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
]

const lines = (properties: Readonly<Record<string, string | number>>) =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

/** An ApiVersions request, version 0, of a client without a name. Its answer begins with an error code. */
function apiVersions(): Buffer {
  const request = Buffer.alloc(4 + 10)
  request.writeInt32BE(request.length - 4)
  request.writeInt16BE(18, 4)
  request.writeInt16BE(-1, 12)
  return request
}
