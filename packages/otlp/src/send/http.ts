import type { Agent, ClientRequest, IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import type { ResolvedSignal } from '../resolve-options'
import { readResponse } from './http-answer'
import { classifyHttpFailure, describe } from './http-failure'
import { redactor } from './redact'
import type { ContentType, Sender, SendOutcome } from './sender'
import { userAgent } from './user-agent'

/** What ends a connection that the server closed while it was idle: the request has not been looked at, a fresh connection will do. */
const STALE_CONNECTION = new Set(['ECONNRESET', 'EPIPE'])

/** OTLP/HTTP: one POST a request, over connections that are kept alive. Follows no redirect. */
export class HttpSender implements Sender {
  private readonly url: URL
  private readonly redact: (message: string) => string
  private readonly inFlight = new Set<ClientRequest>()
  private agent: Agent | undefined
  private closed = false

  constructor(
    private readonly options: ResolvedSignal,
    private readonly contentType: ContentType,
  ) {
    this.url = new URL(options.endpoint)
    this.redact = redactor(options.headers)
  }

  async send(request: Buffer, contentType = this.contentType): Promise<SendOutcome> {
    try {
      const body = this.options.compression === 'gzip' ? await gzip(request) : request
      const outcome = await this.exchange(body, contentType)
      return outcome.message === undefined ? outcome : { ...outcome, message: this.redact(outcome.message) }
    } catch (error) {
      return { kind: 'rejected', reason: 'rejected', message: this.redact(describe(error as Error)) }
    }
  }

  letGo(): void {
    for (const request of this.inFlight) {
      if (request.socket) request.socket.unref()
      else request.once('socket', (socket) => socket.unref())
    }
  }

  close(): void {
    this.closed = true
    for (const request of this.inFlight) request.destroy(new Error('shut down'))
    this.agent?.destroy()
  }

  private exchange(body: Buffer, contentType: ContentType): Promise<SendOutcome> {
    return new Promise((resolve) => {
      const request = this.open(body.length, contentType)
      let answer: IncomingMessage | undefined
      const timer = setTimeout(() => {
        const lateness = answer === undefined ? 'no answer' : 'no end of it'
        ;(answer ?? request).destroy(new Error(`${lateness} within ${this.options.timeoutMs} ms`))
      }, this.options.timeoutMs)
      const settle = (outcome: SendOutcome | Promise<SendOutcome>) => {
        clearTimeout(timer)
        this.inFlight.delete(request)
        resolve(outcome)
      }
      timer.unref()
      this.inFlight.add(request)
      request.on('response', (response) => {
        answer = response
        void readResponse(response).then(settle)
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        // An answer that breaks off is the reader's business.
        if (answer !== undefined) return
        const isStale = request.reusedSocket && STALE_CONNECTION.has(error.code ?? '') && !this.closed
        settle(isStale ? this.exchange(body, contentType) : classifyHttpFailure(error))
      })
      request.on('close', () => {
        // Without an error too: so Node.js ends a request whose answer is an upgrade.
        if (answer === undefined) settle({ kind: 'retry', message: 'the connection was closed without an answer' })
      })
      request.end(body)
    })
  }

  private open(contentLength: number, contentType: ContentType): ClientRequest {
    // Loaded at the first export, so that a start does not wait for what is not needed yet.
    const http = this.isSecure
      ? (require('node:https') as typeof import('node:https'))
      : (require('node:http') as typeof import('node:http'))
    const { ca, cert, key } = this.options.tls
    // An agent of our own: the app may set limits on, or destroy, the global one. It does not let idle connections hold the process.
    this.agent ??= new http.Agent({ keepAlive: true, ...(this.isSecure ? { ca, cert, key } : {}) })
    return http.request(this.url, {
      method: 'POST',
      agent: this.agent,
      headers: this.headers(contentLength, contentType),
    })
  }

  private get isSecure(): boolean {
    return this.url.protocol === 'https:'
  }

  private headers(contentLength: number, contentType: ContentType): Record<string, string | number> {
    return {
      'user-agent': userAgent(),
      ...this.options.headers,
      'content-type': contentType,
      'content-length': contentLength,
      ...(this.options.compression === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
    }
  }
}

function gzip(bytes: Buffer): Promise<Buffer> {
  const zlib = require('node:zlib') as typeof import('node:zlib')
  // Telemetry repeats itself so much that the fastest level saves nearly as much as the default, at a fraction of the CPU.
  return promisify<Buffer, { level: number }, Buffer>(zlib.gzip)(bytes, { level: zlib.constants.Z_BEST_SPEED })
}
