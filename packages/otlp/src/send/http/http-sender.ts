import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import type { Socket } from 'node:net'
import { promisify } from 'node:util'
import { builtin } from '../../builtin'
import type { ResolvedSignal } from '../../options/resolve'
import { redactor } from '../../problems/redact'
import { bodyWritten, writeBody } from '../body'
import type { Security } from '../connection/address'
import { connect, connectThrough } from '../connection/connect'
import { GivenUp, whileOnItsWay } from '../connection/loop-guard'
import { bare, type ProxyServer, proxyFor, TunnelRefused } from '../connection/proxy'
import type { ContentType, Sender, SendOutcome } from '../sender'
import { userAgent } from '../user-agent'
import { readResponse } from './http-answer'
import { classifyHttpFailure, describe } from './http-failure'
import { IdleConnections } from './idle-connections'

/**
 * What ends a connection that the server closed while it was idle: the request has not been looked
 * at, a fresh connection will do.
 */
const STALE_CONNECTION = new Set(['ECONNRESET', 'EPIPE'])

/** What `http.Agent` has its connections made by. */
type Connected = (error: Error | null, socket?: Socket) => void
type Connecting = { createConnection(options: Options, done: Connected): Socket | undefined }
type Options = RequestOptions & { readonly servername?: string }

/**
 * OTLP/HTTP: one POST a request, over connections that are kept alive. Follows no redirect, and
 * never keeps the process from ending.
 */
export class HttpSender implements Sender {
  onSign: () => void = () => {}
  readonly #url: URL
  readonly #address: { readonly host: string; readonly port: number }
  readonly #redact: (message: string) => string
  readonly #inFlight = new Set<ClientRequest>()
  /** Connections through a proxy that are just being opened. */
  readonly #opening = new Set<(reason: Error) => void>()
  readonly #idle = new IdleConnections()
  #agent: Agent | undefined
  /** A proxy that opens no tunnels is asked to forward. */
  #isForwarded = false
  #closed = false
  readonly #options: ResolvedSignal
  readonly #contentType: ContentType

  constructor(options: ResolvedSignal, contentType: ContentType) {
    this.#options = options
    this.#contentType = contentType
    this.#url = new URL(options.endpoint)
    const { hostname, port } = this.#url
    this.#address = { host: bare(hostname), port: Number(port || (this.#isSecure ? 443 : 80)) }
    this.#redact = redactor(options.headers)
  }

  async send(request: Buffer, contentType = this.#contentType): Promise<SendOutcome> {
    try {
      const body = this.#options.compression === 'gzip' ? await gzip(request) : request
      await this.#idle.weedOut(this.#agent)
      const outcome = await this.#exchange(body, contentType)
      return outcome.message === undefined ? outcome : { ...outcome, message: this.#redact(outcome.message) }
    } catch (error) {
      return { kind: 'rejected', reason: 'rejected', message: this.#redact(describe(error as Error)) }
    }
  }

  unref(): void {
    for (const request of this.#inFlight) if (!request.writableFinished) this.#giveUp(request, new GivenUp())
  }

  close(): void {
    this.#closed = true
    for (const request of this.#inFlight) this.#giveUp(request, new Error('shut down'))
    this.#agent?.destroy()
  }

  #exchange(body: Buffer, contentType: ContentType): Promise<SendOutcome> {
    return new Promise((resolve) => {
      const request = this.#open(body.length, contentType)
      let answer: IncomingMessage | undefined
      const timer = setTimeout(() => {
        const lateness = answer === undefined ? 'no answer' : 'no end of it'
        const error = new Error(`${lateness} within ${this.#options.timeoutMs} ms`)
        if (answer === undefined) this.#giveUp(request, error)
        else if (answer.complete) request.destroy()
        else answer.destroy(error)
      }, this.#options.timeoutMs)
      const isThere = whileOnItsWay(() => this.#giveUp(request, new GivenUp()))
      const settle = (outcome: SendOutcome | Promise<SendOutcome>) => {
        clearTimeout(timer)
        isThere()
        this.#inFlight.delete(request)
        resolve(outcome)
      }
      timer.unref()
      this.#inFlight.add(request)
      request.on('response', (response) => {
        this.onSign()
        answer = response
        void readResponse(response).then(async (outcome) => {
          // A collector may answer before it has read everything, and the memory of what is
          // delivered is used again.
          if (outcome.kind === 'delivered') await bodyWritten(request)
          settle(outcome)
        })
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        // An answer that breaks off is the reader's business.
        if (answer !== undefined) return
        const isRepeated = this.#isStale(request, error) || this.#isToBeForwarded(error)
        settle(isRepeated ? this.#exchange(body, contentType) : classifyHttpFailure(error))
      })
      request.on('close', () => {
        // Without an error too: so Node.js ends a request whose answer is an upgrade.
        if (answer === undefined) settle({ kind: 'retry', message: 'the connection was closed without an answer' })
      })
      void writeBody(request, body)
    })
  }

  #isStale(request: ClientRequest, { code = '' }: NodeJS.ErrnoException): boolean {
    return request.reusedSocket && STALE_CONNECTION.has(code) && !this.#closed
  }

  #isToBeForwarded(error: Error): boolean {
    if (!(error instanceof TunnelRefused) || this.#isSecure || this.#isForwarded || this.#closed) return false
    this.#isForwarded = true
    return true
  }

  /** A request without a connection does not hear that it is to end. */
  #giveUp(request: ClientRequest, reason: Error): void {
    request.destroy(reason)
    if (!request.socket) for (const end of [...this.#opening]) end(reason)
  }

  #open(contentLength: number, contentType: ContentType): ClientRequest {
    // Loaded at the first export, so that a start does not wait for what is not needed yet.
    const http = builtin<typeof import('node:http')>('node:http')
    this.#agent ??= this.#newAgent(http)
    const headers = this.#headers(contentLength, contentType)
    const proxy = this.#proxy
    if (proxy === undefined || !this.#isForwarded) {
      return http.request(this.#url, { method: 'POST', agent: this.#agent, headers })
    }
    const { authorization } = proxy
    const { origin, pathname, search } = this.#url
    return http.request(this.#url, {
      method: 'POST',
      agent: this.#agent,
      path: `${origin}${pathname}${search}`,
      headers: { ...headers, ...(authorization && { 'proxy-authorization': authorization }) },
    })
  }

  get #proxy(): ProxyServer | undefined {
    return proxyFor({ ...this.#address, isSecure: this.#isSecure })
  }

  /** An agent of our own: the app may set limits on, or destroy, the global one. */
  #newAgent({ Agent }: typeof import('node:http')): Agent {
    const agent = new Agent({ keepAlive: true })
    const { protocol } = this.#url
    Object.assign(agent, { protocol, defaultPort: this.#isSecure ? 443 : 80 })
    const connecting: Connecting = { createConnection: (options, done) => this.#connect(options, done) }
    Object.assign(agent, connecting)
    const { reuseSocket } = agent
    agent.reuseSocket = (socket, request) => {
      // What the agent had it listen for while nobody used it goes.
      reuseSocket.call(agent, socket, request)
      // But the process does not wait for the answer.
      ;(socket as Socket).unref()
    }
    this.#idle.watch(agent)
    return agent
  }

  #connect({ servername }: Options, done: Connected): Socket | undefined {
    const { ca, cert, key } = this.#options.tls
    const security: Security | undefined = this.#isSecure ? { ca, cert, key, servername } : undefined
    const proxy = this.#proxy
    if (proxy === undefined) return connect(this.#address, security, this)
    if (this.#isForwarded) return connect(proxy.address, proxy.security, this)
    const end = connectThrough(proxy, this.#address, security, this, (error, socket) => {
      this.#opening.delete(end)
      done(error, socket)
    })
    this.#opening.add(end)
    return undefined
  }

  get #isSecure(): boolean {
    return this.#url.protocol === 'https:'
  }

  #headers(contentLength: number, contentType: ContentType): Record<string, string | number> {
    return {
      'user-agent': userAgent(),
      ...this.#options.headers,
      'content-type': contentType,
      'content-length': contentLength,
      ...(this.#options.compression === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
    }
  }
}

function gzip(bytes: Buffer): Promise<Buffer> {
  const zlib = builtin<typeof import('node:zlib')>('node:zlib')
  // Telemetry repeats itself so much that the fastest level saves nearly as much as the default, at
  // a fraction of the CPU.
  return promisify<Buffer, { level: number }, Buffer>(zlib.gzip)(bytes, { level: zlib.constants.Z_BEST_SPEED })
}
