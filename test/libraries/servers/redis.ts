import { startServer } from './server'

export const startRedis = () =>
  startServer('redis', (port, folder) => [
    'redis-server',
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
  ])
