import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

type ServerName = 'rabbitmq' | 'redis' | 'kafka'

/** Kafka's is the folder of its jars. */
const installed: Partial<Record<ServerName, string>> = {
  rabbitmq: commandAt('/usr/lib/rabbitmq/bin/rabbitmq-server'),
  redis: commandAt(where('redis-server')),
  ...(JSON.parse(process.env['HEDDLE_TEST_SERVERS'] ?? '{}') as object),
}

/** `describe` where that server is installed, else `describe.skip`. */
export const describeWithServer = (name: ServerName) => (installed[name] ? describe : describe.skip)

export function programOf(name: ServerName): string {
  return installed[name]!
}

function commandAt(path: string): string {
  return existsSync(path) ? path : ''
}

function where(command: string): string {
  try {
    return execFileSync('which', [command], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
