import type { AddressInfo, Server, Socket } from 'node:net'

/** A listening server that can be ended at once. */
export interface Listener {
  /** Host and port as they stand in a URL. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Listens on `host` and `port` (0 takes a free one). `close()` destroys this server's connections,
 * so that neither keep-alive nor a hanging request delays it.
 *
 * @throws the system's error (EADDRINUSE, EACCES, …) when it cannot listen
 */
export async function listen(server: Server, host: string, port: number): Promise<Listener> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: boundPort } = server.address() as AddressInfo
  return {
    address: `${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
