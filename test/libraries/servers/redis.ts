import { programOf } from './installed'
import { quietPort } from './ports'
import { HOST, type Server, startServer } from './server'

export const startRedis = (): Promise<Server> =>
  startServer('redis', async (folder) => {
    const port = await quietPort()
    return {
      name: 'redis',
      command: programOf('redis'),
      args: ['--port', `${port}`, '--bind', HOST, '--dir', folder, '--save', '', '--appendonly', 'no'],
      port,
      question: { say: 'PING\r\n', isReady: (answer) => answer.toString('latin1', 0, 5) === '+PONG' },
    }
  })
