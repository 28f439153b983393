import type { LookupFunction, Socket, TcpNetConnectOpts } from 'node:net'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { builtin } from '../../builtin'
import type { Address, Security } from './address'
import { newLookup } from './lookup'
import { GivenUp, whileOnItsWay } from './loop-guard'
import { type ProxyServer, tunnel } from './proxy'

/** What is told of a connection that is being opened. */
interface ConnectHooks {
  /** A sign of life: the connection, or TLS on it, is there. */
  onSign(): void
}

/**
 * Opens a connection that never holds the event loop for longer than it takes to see that nothing
 * else does. It is connected, or fails, later.
 */
export function connect(address: Address, security: Security | undefined, { onSign }: ConnectHooks): Socket {
  const { lookup, cancel } = newLookup()
  const where = { ...address, lookup }
  const socket = security === undefined ? openPlain(where) : openSecure({ ...where, ...security })
  watch(socket, onSign)
  socket.once('close', cancel)
  if (security !== undefined) socket.once('secureConnect', onSign)
  return socket
}

/**
 * The same through a proxy. Calls back once, with a connection that is ready for use. Returns what
 * gives it up.
 */
export function connectThrough(
  proxy: ProxyServer,
  address: { readonly host: string; readonly port: number },
  security: Security | undefined,
  { onSign }: ConnectHooks,
  done: (error: Error | null, socket?: Socket) => void,
): (reason: Error) => void {
  const toProxy = connect(proxy.address, proxy.security, { onSign })
  let current: Socket = toProxy
  let isDone = false
  const settle = (error: Error | null, socket?: Socket) => {
    if (isDone) return
    isDone = true
    if (error !== null) current.destroy()
    done(error, socket)
  }
  tunnel(toProxy, proxy, address).then((socket) => {
    onSign()
    if (security === undefined) return settle(null, socket)
    const secure = secureOver(socket, security)
    current = secure
    secure.once('secureConnect', () => {
      secure.off('error', settle)
      onSign()
      settle(null, secure)
    })
    secure.on('error', settle)
    secure.on('error', () => {})
  }, settle)
  return settle
}

function openPlain(where: Address & { readonly lookup: LookupFunction }): Socket {
  const net = builtin<typeof import('node:net')>('node:net')
  return net.connect({ ...where, noDelay: true } as TcpNetConnectOpts)
}

function openSecure(options: ConnectionOptions): TLSSocket {
  const tls = builtin<typeof import('node:tls')>('node:tls')
  return tls.connect(withoutAddressAsName(options)).setNoDelay(true)
}

function secureOver(socket: Socket, security: Security): TLSSocket {
  const tls = builtin<typeof import('node:tls')>('node:tls')
  return tls.connect(withoutAddressAsName({ ...security, socket }))
}

/** TLS knows no IP addresses as names; the certificate is held against `host` then. */
function withoutAddressAsName({ servername = '', ...options }: ConnectionOptions): ConnectionOptions {
  const net = builtin<typeof import('node:net')>('node:net')
  return net.isIP(servername) ? { host: servername, ...options } : { servername, host: servername, ...options }
}

function watch(socket: Socket, onSign: () => void): void {
  socket.unref()
  // The user of the connection gets the error too. On an unused connection, it must not crash the
  // app.
  socket.on('error', () => {})
  const end = whileOnItsWay(() => socket.destroy(new GivenUp()))
  socket.once('connect', () => {
    end()
    // With several addresses to try, the handle is not that of before.
    socket.unref()
    onSign()
  })
  socket.once('close', end)
}
