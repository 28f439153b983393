import type { ClientHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { promisify } from 'node:util'
import { builtin } from '../../builtin'
import type { ResolvedSignal } from '../../options/resolve'
import { redactor } from '../../problems/redact'
import { readProtobufAnswer } from '../answer'
import { connect, connectThrough } from '../connection/connect'
import { GivenUp, whileOnItsWay } from '../connection/loop-guard'
import { proxyFor } from '../connection/proxy'
import type { Sender, SendOutcome } from '../sender'
import { userAgent } from '../user-agent'
import { classifyGrpcFailure, type GrpcFailure } from './grpc-answer'
import { CANCELLED, GrpcCall, type GrpcMessage, PREFIX_BYTES, UNAVAILABLE } from './grpc-call'
import { type GrpcAddress, grpcAddress, grpcTarget } from './grpc-target'

export { grpcTarget }

/** What of a session may be queued. A request is a single write, however large. */
const SESSION_MEMORY_MB = 256

/**
 * OTLP/gRPC: unary calls of `Export` over one HTTP/2 connection, which is opened when it is first
 * needed and whenever the one before has ended. Never keeps the process from ending.
 */
export class GrpcSender implements Sender {
  onSign: () => void = () => {}
  readonly #redact: (message: string) => string
  readonly #target: GrpcAddress
  readonly #isSecure: boolean
  readonly #headers: Readonly<Record<string, string>>
  readonly #calls = new Set<GrpcCall>()
  #connection: Promise<ClientHttp2Session> | undefined
  #session: ClientHttp2Session | undefined
  #endOpening: ((reason: Error) => void) | undefined
  readonly #options: ResolvedSignal

  constructor(
    options: ResolvedSignal,
    /**
     * Full name of the method, such as
     * `/opentelemetry.proto.collector.trace.v1.TraceService/Export`.
     */
    method: string,
  ) {
    this.#options = options
    this.#redact = redactor(options.headers)
    const { target, isSecure } = grpcTarget(options.endpoint, options.tls.insecure)
    this.#target = grpcAddress(target)
    this.#isSecure = isSecure
    this.#headers = {
      ...metadataOf(options.headers),
      ':method': 'POST',
      ':scheme': isSecure ? 'https' : 'http',
      ':authority': this.#target.authority,
      ':path': method,
      'user-agent': userAgent(),
      'content-type': 'application/grpc',
      te: 'trailers',
      'grpc-accept-encoding': 'identity,gzip',
      ...(options.compression === 'gzip' ? { 'grpc-encoding': 'gzip' } : {}),
    }
  }

  async send(request: Buffer): Promise<SendOutcome> {
    try {
      const outcome = await this.#exchange(await this.#message(request))
      return outcome.message === undefined ? outcome : { ...outcome, message: this.#redact(outcome.message) }
    } catch (error) {
      return { kind: 'rejected', reason: 'rejected', message: this.#redact((error as Error).message) }
    }
  }

  unref(): void {
    for (const call of this.#calls) if (!call.isSent) this.#giveUp(call)
  }

  close(): void {
    for (const call of this.#calls) call.fail({ code: CANCELLED, details: 'Cancelled on client' })
    this.#disconnect(new Error('shut down'))
  }

  async #exchange(message: GrpcMessage): Promise<SendOutcome> {
    const { timeoutMs } = this.#options
    const call = new GrpcCall(this.#headers, timeoutMs, () => this.onSign())
    this.#calls.add(call)
    const isThere = whileOnItsWay(() => this.#giveUp(call))
    this.#open().then(
      (session) => call.start(session, message),
      (error: Error) => {
        call.isGivenUp ||= error instanceof GivenUp
        call.fail(noConnection(error))
      },
    )
    const result = await call.result
    isThere()
    this.#calls.delete(call)
    // A connection that swallowed a request may be dead without knowing: the next attempt gets a
    // new one.
    if (call.isTimedOut) this.#disconnect(new Error('no answer in time'))
    if (Buffer.isBuffer(result)) return readProtobufAnswer(result)
    const outcome = classifyGrpcFailure(result)
    return call.isGivenUp && outcome.kind === 'retry' ? { ...outcome, givenUp: true } : outcome
  }

  #giveUp(call: GrpcCall): void {
    call.isGivenUp = true
    call.fail({ code: CANCELLED, details: new GivenUp().message })
    this.#disconnect(new GivenUp())
  }

  /** The connection that there is, or a new one. */
  #open(): Promise<ClientHttp2Session> {
    if (this.#session !== undefined && !this.#session.closed && !this.#session.destroyed)
      return Promise.resolve(this.#session)
    this.#connection ??= this.#connect().finally(() => {
      this.#connection = undefined
      this.#endOpening = undefined
    })
    return this.#connection
  }

  async #connect(): Promise<ClientHttp2Session> {
    const http2 = builtin<typeof import('node:http2')>('node:http2')
    const socket = await this.#openSocket()
    const scheme = this.#isSecure ? 'https' : 'http'
    const session = http2.connect(`${scheme}://${this.#target.authority}`, {
      createConnection: () => socket,
      maxSessionMemory: SESSION_MEMORY_MB,
      settings: { enablePush: false },
    })
    // Each call listens for what ends the connection.
    session.setMaxListeners(0)
    session.on('error', () => {})
    session.on('goaway', () => this.#forget(session))
    session.on('close', () => this.#forget(session))
    session.once('remoteSettings', () => this.onSign())
    this.#session = session
    return session
  }

  /** Resolves when the connection has come about, so that what kept it from that is known. */
  #openSocket(): Promise<Socket> {
    const isSecure = this.#isSecure
    const { address, host } = this.#target
    const { ca, cert, key } = this.#options.tls
    const security = isSecure ? { ca, cert, key, servername: host, ALPNProtocols: ['h2'] } : undefined
    return new Promise((resolve, reject) => {
      const proxy = 'host' in address ? proxyFor({ ...address, isSecure }) : undefined
      if (proxy !== undefined && 'host' in address) {
        this.#endOpening = connectThrough(proxy, address, security, this, (error, socket) => {
          if (socket === undefined) reject(error)
          else resolve(socket)
        })
        return
      }
      const socket = connect(address, security, this)
      this.#endOpening = (reason) => socket.destroy(reason)
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('Connection dropped')))
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        socket.off('error', reject)
        resolve(socket)
      })
    })
  }

  #disconnect(reason: Error): void {
    this.#endOpening?.(reason)
    this.#session?.destroy()
    this.#session = undefined
  }

  #forget(session: ClientHttp2Session): void {
    if (this.#session === session) this.#session = undefined
  }

  async #message(request: Buffer): Promise<GrpcMessage> {
    const isCompressed = this.#options.compression === 'gzip'
    const body = isCompressed ? await gzip(request) : request
    const prefix = Buffer.allocUnsafe(PREFIX_BYTES)
    prefix[0] = isCompressed ? 1 : 0
    prefix.writeUInt32BE(body.length, 1)
    return { prefix, body }
  }
}

function noConnection(error: NodeJS.ErrnoException): GrpcFailure {
  return { code: UNAVAILABLE, details: `No connection established. Last error: ${error.message || error.code}` }
}

/** HTTP/2 has its headers in small letters. What ends in `-bin` is given in base64 and sent so. */
function metadataOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function gzip(bytes: Buffer): Promise<Buffer> {
  const zlib = builtin<typeof import('node:zlib')>('node:zlib')
  return promisify<Buffer, { level: number }, Buffer>(zlib.gzip)(bytes, { level: zlib.constants.Z_BEST_SPEED })
}
