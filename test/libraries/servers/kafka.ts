import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from './installed'
import { HOST, quietPort, type Server, startServer } from './server'

/** A Kafka of one node that is broker and controller. */
export const startKafka = (): Promise<Server> =>
  startServer('kafka', async (folder) => {
    const [port, controller] = await Promise.all([quietPort(), quietPort()])
    const logs = join(folder, 'logs')
    mkdirSync(logs)
    writeFileSync(join(logs, 'meta.properties'), 'version=1\ncluster.id=heddle\nnode.id=1\n')
    const file = join(folder, 'server.properties')
    const properties = {
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.listener.names': 'CONTROLLER',
      'offsets.topic.replication.factor': 1,
      'offsets.topic.num.partitions': 1,
      'group.initial.rebalance.delay.ms': 0,
      'controller.quorum.voters': `1@${HOST}:${controller}`,
      listeners: `PLAINTEXT://${HOST}:${port},CONTROLLER://${HOST}:${controller}`,
      'advertised.listeners': `PLAINTEXT://${HOST}:${port}`,
      'log.dirs': logs,
    }
    writeFileSync(
      file,
      Object.entries(properties)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    const args = ['-Xmx512m', '-XX:+UseSerialGC', '-cp', join(programOf('kafka'), '*'), 'kafka.Kafka', file]
    return { command: 'java', args, port }
  })
