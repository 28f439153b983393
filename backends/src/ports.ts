import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** Ports of the loopback interface that nobody listens on now: all different, and none kept. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

/** Those of the ports that somebody listens on, or that may not be listened on. */
export async function takenPorts(ports: readonly number[]): Promise<readonly number[]> {
  const isTaken = await Promise.all(
    ports.map(async (port) => {
      const server = createServer().listen(port, '127.0.0.1')
      try {
        await once(server, 'listening')
        await once(server.close(), 'close')
        return false
      } catch {
        return true
      }
    }),
  )
  return ports.filter((_, index) => isTaken[index])
}
