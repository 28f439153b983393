import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type Encoding, encodeResponse, encodeStatus, SIGNAL_ROUTES, type SignalRoute } from '../decode/signals'
import type { Protocol } from '../store/received'
import { isHttpSuccess, type ReceiverAnswer } from './answer'
import { inflate, readBody } from './body'
import { BodyError } from './body-error'
import type { Intake } from './intake'
import type { Lease, PendingBodies } from './memory'
import { type ReceiverTls, tlsOptions } from './tls'

const CONTENT_TYPES: Readonly<Record<Encoding, string>> = {
  protobuf: 'application/x-protobuf',
  json: 'application/json',
}

/** The gRPC code in the body of an HTTP error; any other status gives UNKNOWN (2). */
const STATUS_CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  405: 12,
  413: 8,
  415: 3,
  429: 8,
  500: 13,
  502: 14,
  503: 14,
  504: 4,
}

/**
 * Serves OTLP over HTTP.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export function createHttpServer(
  intake: Intake,
  maxBodyBytes: number,
  pending: PendingBodies,
  tls: ReceiverTls | undefined,
) {
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const lease = pending.lease()
    new HttpExchange(request, response, intake, maxBodyBytes, lease)
      .run()
      .catch(() => request.destroy())
      .finally(lease.release)
  }
  const server = tls ? createTlsServer(tlsOptions(tls), onRequest) : createServer(onRequest)
  // Node's 5 s would race exporters that send every 5 s on a keep-alive connection.
  server.keepAliveTimeout = 60_000
  return server
}

class HttpExchange {
  readonly #path: string
  readonly #route: SignalRoute | undefined
  readonly #encoding: Encoding | undefined
  #bytes = 0

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    readonly intake: Intake,
    readonly maxBodyBytes: number,
    readonly lease: Lease,
  ) {
    this.#path = (request.url ?? '/').split('?', 1)[0]!
    this.#route = SIGNAL_ROUTES.find((route) => route.httpPath === this.#path)
    this.#encoding = encodingOf(request.headers['content-type'])
  }

  async run(): Promise<void> {
    const { method } = this.request
    if (!this.#route)
      return this.#refuse(404, `${this.#path} is none of ${SIGNAL_ROUTES.map((r) => r.httpPath).join(', ')}`)
    if (method !== 'POST') return this.#refuse(405, `${method} is not allowed, only POST`, { allow: 'POST' })
    if (!this.#encoding)
      return this.#refuse(415, `content-type must be one of ${Object.values(CONTENT_TYPES).join(', ')}`)
    let body: Uint8Array
    try {
      body = await this.#body()
    } catch (error) {
      if (error instanceof BodyError) return this.#refuse(error.httpStatus, error.message)
      throw error
    }
    const verdict = await this.intake.accept({
      ...this.#described(),
      route: this.#route,
      protocol: this.#protocol()!,
      body,
    })
    if (verdict.kind === 'refused') return this.#error(verdict.error.httpStatus, verdict.error.message)
    this.#answer(verdict.answer, this.#route)
  }

  async #body(): Promise<Uint8Array> {
    const encoding = this.request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'gzip' && encoding !== 'identity')
      throw new BodyError('unsupported', `content-encoding ${encoding}`)
    const raw = await readBody(this.request, this.maxBodyBytes, this.lease)
    this.#bytes = raw.length
    return encoding === 'gzip' ? inflate(raw, this.maxBodyBytes, this.lease) : raw
  }

  #answer(answer: ReceiverAnswer, route: SignalRoute): void {
    const { httpStatus = 200, partialSuccess, retryAfterMs } = answer
    if (answer.hang) return
    if (answer.reset) {
      this.request.socket.destroy()
      return
    }
    const retryAfter = retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }
    const headers = { ...retryAfter, ...answer.headers }
    if (answer.body !== undefined) this.#send(httpStatus, answer.body, headers)
    else if (isHttpSuccess(httpStatus))
      this.#send(httpStatus, encodeResponse(route, this.#encoding!, partialSuccess), headers)
    else this.#error(httpStatus, answer.message ?? 'fault injected', headers, retryAfterMs)
  }

  /**
   * Refuses before the whole body is read; Node discards the rest, so that the client gets to read
   * the answer.
   */
  #refuse(status: number, message: string, headers: Record<string, string> = {}): void {
    const refusal = { signal: this.#route?.signal, protocol: this.#protocol(), error: message }
    this.intake.refused({ ...this.#described(), ...refusal })
    this.#error(status, message, headers)
  }

  #error(status: number, message: string, headers: Record<string, string> = {}, retryAfterMs?: number): void {
    const body = encodeStatus(STATUS_CODES[status] ?? 2, message, this.#encoding ?? 'json', retryAfterMs)
    this.#send(status, body, headers)
  }

  #send(status: number, body: string | Uint8Array, headers: Readonly<Record<string, string>>): void {
    this.response.writeHead(status, {
      'content-type': CONTENT_TYPES[this.#encoding ?? 'json'],
      'content-length': Buffer.byteLength(body),
      ...headers,
    })
    this.response.end(body)
  }

  #protocol(): Protocol | undefined {
    return this.#encoding && `http/${this.#encoding}`
  }

  #described() {
    const headers: Record<string, string> = Object.create(null)
    for (const [name, value] of Object.entries(this.request.headers)) headers[name] = String(value)
    const compressed = headers['content-encoding'] === 'gzip'
    return { path: this.#path, headers, bytes: this.#bytes, compressed }
  }
}

function encodingOf(contentType: string | undefined): Encoding | undefined {
  const mediaType = (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (mediaType === CONTENT_TYPES.protobuf) return 'protobuf'
  return mediaType === CONTENT_TYPES.json ? 'json' : undefined
}
