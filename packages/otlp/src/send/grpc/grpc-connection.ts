import type { ClientHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { builtin } from '../../builtin'
import type { TlsOptions } from '../../options/options'
import type { Security } from '../connection/address'
import { connect, connectThrough } from '../connection/connect'
import { GivenUp } from '../connection/loop-guard'
import { proxyFor } from '../connection/proxy'
import { type GrpcCall, type GrpcMessage, UNAVAILABLE } from './grpc-call'
import type { GrpcAddress } from './grpc-target'

/** What all calls of a session may have queued together. A request is a single write, however large. */
const SESSION_MEMORY_MB = 1_024

/** Where a connection goes, and whom it trusts there. */
export interface GrpcPeer extends GrpcAddress {
  readonly isSecure: boolean
  readonly tls: TlsOptions
}

/**
 * One HTTP/2 connection from its opening to its end, with the calls that are on it. It takes no
 * further calls once it is forgotten, and ends with the last one that it has; each has a timeout,
 * so that this is soon. Never keeps the process from ending.
 *
 * A call that is abandoned has its connection forgotten. It may be dead without knowing, or have
 * bytes for which the kernel has no room, and these hold the event loop. Other calls that are on it
 * are left to be answered: to send them again would have them arrive twice.
 *
 * No PING is sent. The timeout of the first call finds out about a connection that is dead, and
 * servers of gRPC, by default, end the connection of a client that sends one more often than every
 * five minutes (ENHANCE_YOUR_CALM, "too_many_pings").
 */
export class GrpcConnection {
  readonly #calls = new Set<GrpcCall>()
  readonly #opened: Promise<ClientHttp2Session>
  #session: ClientHttp2Session | undefined
  #socket: Socket | undefined
  #endOpening: (reason: Error) => void = () => {}
  #isForgotten = false
  #ended: Error | undefined
  readonly #peer: GrpcPeer
  readonly #onSign: () => void

  constructor(
    peer: GrpcPeer,
    /** Called at each sign of life: the connection, TLS on it, and the settings of the collector. */
    onSign: () => void,
  ) {
    this.#peer = peer
    this.#onSign = onSign
    this.#opened = this.#open()
    this.#opened.catch(() => this.#forget())
  }

  /** Whether it takes further calls. */
  get isUsable(): boolean {
    return !this.#isForgotten && this.#session?.closed !== true && this.#session?.destroyed !== true
  }

  /** Starts the call as soon as there is a session, or fails it with what keeps one from being there. */
  carry(call: GrpcCall, message: GrpcMessage): void {
    this.#calls.add(call)
    this.#opened.then(
      (session) => call.start(session, message),
      (error: Error) => {
        call.isGivenUp ||= error instanceof GivenUp
        call.fail(noConnection(error))
      },
    )
    call.result.then(() => this.#release(call))
  }

  /** Ends it at once, whatever is on it. */
  end(reason: Error): void {
    this.#isForgotten = true
    this.#ended ??= reason
    this.#endOpening(reason)
    this.#session?.destroy()
    // The session alone waits for the kernel to take what is written, and after a GOAWAY for the
    // collector to close the socket.
    this.#socket?.destroy()
  }

  #release(call: GrpcCall): void {
    this.#calls.delete(call)
    if (call.isAbandoned || this.#isForgotten) this.#forget()
  }

  /** Takes no further calls, and ends with the last one that it has. */
  #forget(): void {
    this.#isForgotten = true
    if (this.#calls.size === 0) this.end(new Error('no longer used'))
  }

  async #open(): Promise<ClientHttp2Session> {
    const http2 = builtin<typeof import('node:http2')>('node:http2')
    const socket = await this.#openSocket()
    this.#endOpening = () => {}
    if (this.#ended !== undefined) {
      socket.destroy()
      throw this.#ended
    }
    const scheme = this.#peer.isSecure ? 'https' : 'http'
    const session = http2.connect(`${scheme}://${this.#peer.authority}`, {
      createConnection: () => socket,
      maxSessionMemory: SESSION_MEMORY_MB,
      settings: { enablePush: false },
    })
    // Each call listens for what ends the connection.
    session.setMaxListeners(0)
    session.on('error', () => {})
    session.once('goaway', () => this.#forget())
    session.once('close', () => this.#forget())
    session.once('remoteSettings', () => this.#onSign())
    this.#socket = socket
    this.#session = session
    return session
  }

  /** Resolves when the connection has come about, so that what kept it from that is known. */
  #openSocket(): Promise<Socket> {
    const { address, host, isSecure, tls } = this.#peer
    const { ca, cert, key } = tls
    const security: Security | undefined = isSecure
      ? { ca, cert, key, servername: host, ALPNProtocols: ['h2'] }
      : undefined
    return new Promise((resolve, reject) => {
      const proxy = 'host' in address ? proxyFor({ ...address, isSecure }) : undefined
      if (proxy !== undefined && 'host' in address) {
        this.#endOpening = connectThrough(proxy, address, security, { onSign: this.#onSign }, (error, socket) => {
          if (socket === undefined) reject(error)
          else resolve(socket)
        })
        return
      }
      const socket = connect(address, security, { onSign: this.#onSign })
      this.#endOpening = (reason) => socket.destroy(reason)
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('Connection dropped')))
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        socket.off('error', reject)
        resolve(socket)
      })
    })
  }
}

function noConnection(error: NodeJS.ErrnoException) {
  return { code: UNAVAILABLE, details: `No connection established. Last error: ${error.message || error.code}` }
}
