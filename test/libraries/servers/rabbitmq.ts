import { join } from 'node:path'
import { answersOn } from './answers'
import { startBound } from './bound'
import { programOf } from './installed'
import { quietPorts } from './ports'
import { HOST, startServer, type UserServer } from './server'

/** RabbitMQ, in a world of Erlang nodes of its own: it finds no other one, and no other one it. */
export async function startRabbitMq(): Promise<UserServer> {
  const server = await startServer('rabbitmq', async (folder) => {
    const [port, nodePort, registryPort] = (await quietPorts(3)) as [number, number, number]
    return {
      name: 'rabbitmq',
      command: programOf('rabbitmq'),
      args: [],
      env: {
        ...registryAt(registryPort, folder),
        RABBITMQ_NODENAME: 'heddle@localhost',
        RABBITMQ_NODE_IP_ADDRESS: HOST,
        RABBITMQ_NODE_PORT: `${port}`,
        RABBITMQ_DIST_PORT: `${nodePort}`,
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
        // The script becomes the server, in place of waiting for it: signals reach it.
        RUNNING_UNDER_SYSTEMD: 'true',
        RABBITMQ_LOGS: '-',
        RABBITMQ_LOG_BASE: folder,
        RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
        RABBITMQ_PID_FILE: join(folder, 'pid'),
        // In place of the machine's own, which would win.
        RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
        RABBITMQ_CONFIG_FILE: join(folder, 'none'),
        RABBITMQ_ADVANCED_CONFIG_FILE: join(folder, 'none'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'none'),
      },
      port,
      question: { say: 'AMQP\0\0\x09\x01', isReady: (answer) => answer[0] === METHOD_FRAME },
      needs: await startRegistry(registryPort, folder),
    }
  })
  return { ...server, user: 'guest', password: 'guest' }
}

/** The server's first one, connection.start; one that refuses repeats the header of the protocol. */
const METHOD_FRAME = 1

const registryAt = (port: number, folder: string) => ({
  ERL_EPMD_PORT: `${port}`,
  ERL_EPMD_ADDRESS: HOST,
  // The cookie is in there.
  HOME: folder,
})

const NAMES_REQUEST = '\0\x01n'

/** Erlang's register of nodes: one that a node starts itself would be left behind. */
const startRegistry = (port: number, folder: string) =>
  startBound({
    name: 'epmd',
    command: 'epmd',
    args: [],
    cwd: folder,
    env: registryAt(port, folder),
    isReady: () => answersOn(port, { say: NAMES_REQUEST, isReady: (answer) => answer.readUInt32BE(0) === port }),
  })
