import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { programOf } from './installed'
import { HOST, listens, quietPort, type Server, startServer } from './server'

/** RabbitMQ with a register of Erlang nodes of its own. */
export async function startRabbitMq(): Promise<Server & { readonly user: string; readonly password: string }> {
  const [port, nodePort, registryPort] = await Promise.all([quietPort(), quietPort(), quietPort()])
  const registry = spawn('epmd', ['-port', `${registryPort}`], { stdio: 'ignore' })
  while (!(await listens(registryPort))) await delay(20)
  const server = await startServer('rabbitmq', async (folder) => ({
    command: programOf('rabbitmq'),
    args: [],
    port,
    env: {
      HOME: folder,
      ERL_EPMD_PORT: `${registryPort}`,
      ERL_EPMD_ADDRESS: HOST,
      RABBITMQ_NODENAME: 'heddle@localhost',
      RABBITMQ_NODE_IP_ADDRESS: HOST,
      RABBITMQ_NODE_PORT: `${port}`,
      RABBITMQ_DIST_PORT: `${nodePort}`,
      // The script becomes the server, in place of waiting for it: signals reach it.
      RUNNING_UNDER_SYSTEMD: 'true',
      RABBITMQ_LOGS: '-',
      RABBITMQ_LOG_BASE: folder,
      RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
      RABBITMQ_PID_FILE: join(folder, 'pid'),
      RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
      RABBITMQ_CONFIG_FILE: join(folder, 'none'),
      RABBITMQ_ADVANCED_CONFIG_FILE: join(folder, 'none'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'none'),
    },
  }))
  return {
    ...server,
    user: 'guest',
    password: 'guest',
    async stop() {
      await server.stop()
      const ended = once(registry, 'exit')
      registry.kill()
      await ended
    },
  }
}
