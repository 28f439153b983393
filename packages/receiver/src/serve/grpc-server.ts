import {
  createSecureServer,
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import { encodeResponse, encodeStatus, SIGNAL_ROUTES, type SignalRoute } from '../decode/signals'
import type { ReceiverAnswer } from './answer'
import { inflate, readBody } from './body'
import { BodyError } from './body-error'
import type { Intake } from './intake'
import type { Lease, PendingBodies } from './memory'
import { type ReceiverTls, tlsOptions } from './tls'

const FRAME_HEADER_BYTES = 5
const UNIMPLEMENTED = 12
const CONTENT_TYPE = 'application/grpc'

/**
 * Serves OTLP over unary gRPC, directly on HTTP/2: a gRPC library's server shows its handlers
 * neither the compression of a message nor the connection, and the receiver needs both to observe
 * exporters and to inject faults.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
 */
export function createGrpcServer(
  intake: Intake,
  maxBodyBytes: number,
  pending: PendingBodies,
  tls: ReceiverTls | undefined,
) {
  const server = tls ? createSecureServer({ ...tlsOptions(tls), allowHTTP1: false }) : createServer()
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    // A client may cancel; without a listener its error would end the process.
    stream.on('error', () => {})
    const lease = pending.lease()
    new GrpcExchange(stream, headers, intake, maxBodyBytes, lease)
      .run()
      .catch(() => stream.destroy())
      .finally(lease.release)
  })
  return server
}

class GrpcExchange {
  readonly #path: string
  readonly #route: SignalRoute | undefined
  #bytes = 0
  #compressed = false

  constructor(
    readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
    readonly intake: Intake,
    readonly maxBodyBytes: number,
    readonly lease: Lease,
  ) {
    this.#path = headers[':path'] ?? ''
    this.#route = SIGNAL_ROUTES.find((route) => route.grpcPath === this.#path)
  }

  async run(): Promise<void> {
    if (!this.headers['content-type']?.startsWith(CONTENT_TYPE)) return this.#refuseHttp()
    if (!this.#route) return this.#refuse(UNIMPLEMENTED, `unknown method ${this.#path}`)
    let body: Uint8Array
    try {
      body = await this.#message()
    } catch (error) {
      if (error instanceof BodyError) return this.#refuse(error.grpcStatus, error.message)
      throw error
    }
    const verdict = await this.intake.accept({ ...this.#described(), route: this.#route, protocol: 'grpc', body })
    if (verdict.kind === 'refused') this.#fail(verdict.error.grpcStatus, verdict.error.message)
    else this.#answer(verdict.answer, this.#route)
  }

  /**
   * The one message of a unary request: a compression flag, the length in four bytes, the message.
   */
  async #message(): Promise<Uint8Array> {
    const frame = await readBody(this.stream, this.maxBodyBytes + FRAME_HEADER_BYTES, this.lease)
    this.#bytes = Math.max(0, frame.length - FRAME_HEADER_BYTES)
    if (frame.length < FRAME_HEADER_BYTES || frame.readUInt32BE(1) !== this.#bytes) {
      throw new BodyError('malformed', 'the body is not one whole gRPC message')
    }
    const message = frame.subarray(FRAME_HEADER_BYTES)
    this.#compressed = frame[0] === 1
    if (!this.#compressed) return message
    const encoding = this.headers['grpc-encoding']
    if (encoding !== 'gzip') throw new BodyError('unsupported', `grpc-encoding ${encoding}`)
    return inflate(message, this.maxBodyBytes, this.lease)
  }

  #answer(answer: ReceiverAnswer, route: SignalRoute): void {
    if (answer.hang || this.stream.destroyed) return
    if (answer.reset) {
      this.stream.session?.destroy()
      return
    }
    const { grpcStatus = 0, grpcMetadata = {}, message = 'fault injected', retryAfterMs } = answer
    const trailers: OutgoingHttpHeaders = {}
    if (retryAfterMs !== undefined) {
      trailers['grpc-status-details-bin'] = toBase64(encodeStatus(grpcStatus, message, 'protobuf', retryAfterMs))
    }
    for (const [name, value] of Object.entries(grpcMetadata)) {
      trailers[name] = typeof value === 'string' ? value : toBase64(value)
    }
    if (grpcStatus === 0) this.#succeed(encodeResponse(route, 'protobuf', answer.partialSuccess), trailers)
    else this.#fail(grpcStatus, message, trailers)
  }

  #succeed(message: Uint8Array, trailers: OutgoingHttpHeaders): void {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES + message.length)
    frame.writeUInt32BE(message.length, 1)
    frame.set(message, FRAME_HEADER_BYTES)
    this.stream.respond({ ':status': 200, 'content-type': CONTENT_TYPE }, { waitForTrailers: true })
    this.stream.once('wantTrailers', () => this.stream.sendTrailers({ ...trailers, 'grpc-status': '0' }))
    this.stream.end(frame)
  }

  #fail(status: number, message: string, trailers: OutgoingHttpHeaders = {}): void {
    if (this.stream.destroyed) return
    const grpcStatus = { 'grpc-status': String(status), 'grpc-message': percentEncode(message) }
    const headers = { ':status': 200, 'content-type': CONTENT_TYPE, 'grpc-accept-encoding': 'identity,gzip' }
    this.stream.respond({ ...headers, ...trailers, ...grpcStatus }, { endStream: true })
    this.stream.resume()
  }

  #refuse(status: number, message: string): void {
    const refusal = { signal: this.#route?.signal, protocol: 'grpc', error: message } as const
    this.intake.refused({ ...this.#described(), ...refusal })
    this.#fail(status, message)
  }

  #refuseHttp(): void {
    const error = `the content-type is not ${CONTENT_TYPE}`
    this.intake.refused({ ...this.#described(), signal: this.#route?.signal, protocol: undefined, error })
    this.stream.respond({ ':status': 415 }, { endStream: true })
    this.stream.resume()
  }

  #described() {
    const headers: Record<string, string> = Object.create(null)
    for (const [name, value] of Object.entries(this.headers)) {
      if (!name.startsWith(':')) headers[name] = String(value)
    }
    return { path: this.#path, headers, bytes: this.#bytes, compressed: this.#compressed }
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/**
 * Encodes `grpc-message` as the gRPC protocol asks: the percent sign and all but printable ASCII as
 * percent and hex.
 */
function percentEncode(message: string): string {
  let encoded = ''
  for (const byte of Buffer.from(message)) {
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25
    encoded += isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}
