import { programOf } from './installed'
import { quietPort } from './ports'
import { HOST, type Server, startServer } from './server'

/** NATS with JetStream. */
export const startNats = (): Promise<Server> =>
  startServer('nats', async (folder) => {
    const port = await quietPort()
    return {
      name: 'nats',
      command: programOf('nats'),
      args: ['--addr', HOST, '--port', `${port}`, '--jetstream', '--store_dir', folder],
      port,
      question: { isReady: (answer) => answer.toString('latin1', 0, 5) === 'INFO ' },
    }
  })
