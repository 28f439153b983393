import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2'
import { builtin } from '../../builtin'
import { writeBody } from '../body'
import { type GrpcFailure, STATUS } from './grpc-answer'

/** Largest answer that is read, in bytes. */
const MAX_RESPONSE_BYTES = 64 * 1024
export const PREFIX_BYTES = 5
const EMPTY = Buffer.alloc(0)

export const CANCELLED = STATUS.indexOf('CANCELLED')
export const UNAVAILABLE = STATUS.indexOf('UNAVAILABLE')
const UNKNOWN = STATUS.indexOf('UNKNOWN')
const INTERNAL = STATUS.indexOf('INTERNAL')
const DEADLINE_EXCEEDED = STATUS.indexOf('DEADLINE_EXCEEDED')
const RESOURCE_EXHAUSTED = STATUS.indexOf('RESOURCE_EXHAUSTED')

/**
 * What an answer means that is none of gRPC
 * (https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md).
 */
const OF_HTTP: Readonly<Record<number, string>> = {
  400: 'INTERNAL',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'UNIMPLEMENTED',
  429: 'UNAVAILABLE',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
}

type Headers = Readonly<Record<string, string | string[] | number | undefined>>

/** A message and what gRPC writes before it: whether it is compressed, and its length. */
export interface GrpcMessage {
  readonly prefix: Buffer
  readonly body: Buffer
}

/** One unary call: a message there, and a message or a failure back. */
export class GrpcCall {
  /** The message of the answer, or why there is none. Never rejects. */
  readonly result: Promise<Buffer | GrpcFailure>
  /** Nobody waits for the answer any more. */
  isAbandoned = false
  /** The process had nothing else left to do. */
  isGivenUp = false
  #resolve: (result: Buffer | GrpcFailure) => void = () => {}
  #isSettled = false
  #stream: ClientHttp2Stream | undefined
  readonly #timer: NodeJS.Timeout
  readonly #chunks: Buffer[] = []
  #size = 0
  #head: Headers = {}
  #trailers: Headers | undefined
  readonly #headers: Readonly<Record<string, string>>
  readonly #timeoutMs: number
  readonly #onSign: () => void

  constructor(headers: Readonly<Record<string, string>>, timeoutMs: number, onSign: () => void) {
    this.#headers = headers
    this.#timeoutMs = timeoutMs
    this.#onSign = onSign
    this.result = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#timer = setTimeout(() => {
      this.abandon({ code: DEADLINE_EXCEEDED, details: `Deadline exceeded after ${timeoutMs} ms` })
    }, timeoutMs).unref()
  }

  /** The kernel, or the collector's window, has all of it. */
  get isSent(): boolean {
    return this.#stream?.writableFinished === true && this.#stream.session?.socket?.writableLength === 0
  }

  start(session: ClientHttp2Session, { prefix, body }: GrpcMessage): void {
    if (this.#isSettled) return
    try {
      this.#stream = session.request({ ...this.#headers, 'grpc-timeout': grpcTimeout(this.#timeoutMs) })
    } catch (error) {
      const details = `No connection established. Last error: ${(error as Error).message}`
      this.fail({ code: UNAVAILABLE, details })
      return
    }
    this.#listen(this.#stream, session)
    // Written together, and without a copy.
    this.#stream.cork()
    this.#stream.write(prefix)
    void writeBody(this.#stream, body)
    this.#stream.uncork()
  }

  /** Ends a call that is not answered yet. */
  abandon(failure: GrpcFailure): void {
    if (this.#isSettled) return
    this.isAbandoned = true
    this.fail(failure)
  }

  fail(failure: GrpcFailure): void {
    this.#settle(failure)
    // NGHTTP2_CANCEL
    this.#stream?.close(8)
  }

  #listen(stream: ClientHttp2Stream, session: ClientHttp2Session): void {
    let error: NodeJS.ErrnoException | undefined
    const remember = (cause: NodeJS.ErrnoException) => {
      error ??= cause
    }
    session.once('error', remember)
    stream.on('response', (headers) => {
      this.#head = headers as Headers
      this.#onSign()
    })
    stream.on('trailers', (trailers) => {
      this.#trailers = trailers as Headers
    })
    stream.on('data', (chunk: Buffer) => this.#take(chunk))
    stream.on('error', remember)
    stream.on('close', () => {
      session.off('error', remember)
      this.#settle(this.#isAnswered ? this.#read() : this.#broken(stream, session.destroyed, error))
    })
  }

  /** What is not gRPC is not read. */
  #take(chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#size <= MAX_RESPONSE_BYTES + PREFIX_BYTES) this.#chunks.push(chunk)
    else if (this.#head[':status'] === 200) this.fail(tooLarge(this.#claimedBytes))
  }

  get #claimedBytes(): number {
    const head = Buffer.concat(this.#chunks).subarray(0, PREFIX_BYTES)
    return head.length === PREFIX_BYTES ? head.readUInt32BE(1) : 0
  }

  get #isAnswered(): boolean {
    return this.#statusFields['grpc-status'] !== undefined || (this.#head[':status'] ?? 200) !== 200
  }

  /** They come behind the answer, or alone in the place of its headers. */
  get #statusFields(): Headers {
    return this.#trailers ?? this.#head
  }

  #read(): Buffer | GrpcFailure {
    const fields = this.#statusFields
    const status = fields['grpc-status']
    if (status === undefined) {
      const httpStatus = Number(this.#head[':status'])
      const code = STATUS.indexOf(OF_HTTP[httpStatus] ?? 'UNKNOWN')
      return { code, details: `Received HTTP status code ${httpStatus}` }
    }
    const code = /^\d+$/.test(String(status)) ? Number(status) : UNKNOWN
    if (code === 0) return this.#message()
    return {
      code,
      details: decoded(String(fields['grpc-message'] ?? '')),
      metadata: { get: (key) => binary(fields[key]) },
    }
  }

  #message(): Buffer | GrpcFailure {
    const bytes = Buffer.concat(this.#chunks)
    // It was taken, whatever was still to be said of that.
    if (bytes.length < PREFIX_BYTES) return EMPTY
    const length = bytes.readUInt32BE(1)
    if (length > MAX_RESPONSE_BYTES) return tooLarge(length)
    if (bytes.length < PREFIX_BYTES + length) return EMPTY
    const body = bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + length)
    if (bytes[0] === 0) return body
    if (this.#head['grpc-encoding'] !== 'gzip') {
      return { code: INTERNAL, details: 'Received compressed message in an unknown encoding' }
    }
    try {
      return builtin<typeof import('node:zlib')>('node:zlib').gunzipSync(body, { maxOutputLength: MAX_RESPONSE_BYTES })
    } catch (error) {
      return { code: INTERNAL, details: `Failed to decompress the answer: ${(error as Error).message}` }
    }
  }

  #broken({ rstCode }: ClientHttp2Stream, isDisconnected: boolean, error: Error | undefined): GrpcFailure {
    if (isDisconnected) return { code: UNAVAILABLE, details: disconnection(error) }
    // NGHTTP2_REFUSED_STREAM, NGHTTP2_CANCEL and NGHTTP2_ENHANCE_YOUR_CALM.
    if (rstCode === 7) return { code: UNAVAILABLE, details: 'Stream refused by server' }
    if (rstCode === 8) return { code: CANCELLED, details: 'Call cancelled' }
    if (rstCode === 11) {
      return { code: RESOURCE_EXHAUSTED, details: 'Bandwidth exhausted or memory limit exceeded' }
    }
    const why = rstCode === 0 ? ' (Call ended without gRPC status)' : error ? ` (${error.message})` : ''
    return { code: INTERNAL, details: `Received RST_STREAM with code ${rstCode}${why}` }
  }

  #settle(result: Buffer | GrpcFailure): void {
    if (this.#isSettled) return
    this.#isSettled = true
    clearTimeout(this.#timer)
    this.#resolve(result)
  }
}

/** At most eight digits, by the protocol. */
function grpcTimeout(timeoutMs: number): string {
  return timeoutMs < 1e8 ? `${Math.ceil(timeoutMs)}m` : `${Math.ceil(timeoutMs / 1_000)}S`
}

function disconnection(error: NodeJS.ErrnoException | undefined): string {
  if (error?.code === 'ERR_HTTP2_ERROR') return `Connection dropped: ${error.message}`
  return error === undefined || error.code === 'ERR_HTTP2_STREAM_CANCEL'
    ? 'Connection dropped'
    : `Connection dropped: ${error.message}`
}

function tooLarge(bytes: number): GrpcFailure {
  return { code: RESOURCE_EXHAUSTED, details: `Received message larger than max (${bytes} vs ${MAX_RESPONSE_BYTES})` }
}

/** Percent-encoded UTF-8; what is not stays as it is. */
function decoded(message: string): string {
  try {
    return decodeURIComponent(message)
  } catch {
    return message
  }
}

function binary(field: Headers[string]): Buffer[] {
  return [field ?? []]
    .flat()
    .flatMap((value) => String(value).split(','))
    .map((value) => Buffer.from(value, 'base64'))
}
