import { programOf } from '../servers/installed'
import { quietPort } from '../servers/ports'
import { HOST, type Server, startServer } from '../servers/server'

/** A stand-in for AWS. */
export const startMoto = (): Promise<Server> =>
  startServer('moto', async () => {
    const port = await quietPort()
    return {
      name: 'moto',
      command: 'python3',
      args: ['-m', 'moto.server', '--host', HOST, '--port', `${port}`],
      env: { PYTHONPATH: programOf('moto') },
      port,
      question: {
        say: 'GET /moto-api/data.json HTTP/1.0\r\n\r\n',
        isReady: (answer) => answer.toString('latin1', 0, 5) === 'HTTP/',
      },
    }
  })
