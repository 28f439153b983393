import { programOf } from './installed'
import { HOST, quietPort, type Server, startServer } from './server'

export const startRedis = (): Promise<Server> =>
  startServer('redis', async (folder) => {
    const port = await quietPort()
    const args = ['--port', `${port}`, '--bind', HOST, '--dir', folder, '--save', '', '--appendonly', 'no']
    return { command: programOf('redis'), args, port }
  })
