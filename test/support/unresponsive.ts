import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import net, { type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const opened: { close(): void }[] = []

/** For `afterEach`: closes every server and stopped process of this file. */
export function closeUnresponsive(): void {
  for (const each of opened.splice(0)) each.close()
}

/**
 * Starts a server that passes each connection to `treat` and writes nothing itself. Returns its
 * port.
 */
export async function startSilent(treat: (socket: Socket) => void = () => {}): Promise<number> {
  const sockets = new Set<Socket>()
  const server: Server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    treat(socket)
  })
  opened.push({
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** Starts a UDP server, such as a name server, that never answers. Returns its port. */
export async function startSilentUdp(): Promise<number> {
  const socket = createSocket('udp4')
  opened.push(socket)
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

const LISTEN = `const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.send(s.address().port))`

/**
 * Returns a port to which no connection is ever established: the process that listens is stopped
 * and its queue is full, so that the kernel drops each SYN.
 */
export async function startUnreachable(): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['-e', LISTEN], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const sockets: Socket[] = []
  opened.push({
    close() {
      child.kill('SIGKILL')
      for (const socket of sockets) socket.destroy()
    },
  })
  const [port] = (await once(child, 'message')) as [number]
  child.kill('SIGSTOP')
  for (let missed = 0; missed < 2; ) {
    const socket = net.connect(port, '127.0.0.1').on('error', () => {})
    sockets.push(socket)
    const isConnected = await Promise.race([once(socket, 'connect').then(() => true), sleep(500, false)])
    missed = isConnected ? 0 : missed + 1
  }
  return port
}
