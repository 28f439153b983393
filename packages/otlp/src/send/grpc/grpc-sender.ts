import { promisify } from 'node:util'
import { builtin } from '../../builtin'
import type { ResolvedSignal } from '../../options/resolve'
import { redactor } from '../../problems/redact'
import { readProtobufAnswer } from '../answer'
import { GivenUp, whileOnItsWay } from '../connection/loop-guard'
import type { Sender, SendOutcome } from '../sender'
import { userAgent } from '../user-agent'
import { classifyGrpcFailure, type GrpcFailure } from './grpc-answer'
import { CANCELLED, GrpcCall, type GrpcMessage, PREFIX_BYTES } from './grpc-call'
import { type GrpcChannel, GrpcChannels } from './grpc-channel'

const CLOSED: GrpcFailure = { code: CANCELLED, details: 'Cancelled on client' }

/**
 * OTLP/gRPC: unary calls of `Export` over an HTTP/2 connection, which senders to the same place
 * share. Never keeps the process from ending.
 */
export class GrpcSender implements Sender {
  onSign: () => void = () => {}
  readonly #redact: (message: string) => string
  readonly #channel: GrpcChannel
  readonly #headers: Readonly<Record<string, string>>
  readonly #calls = new Set<GrpcCall>()
  #isClosed = false
  readonly #options: ResolvedSignal

  constructor(
    options: ResolvedSignal,
    /**
     * Full name of the method, such as
     * `/opentelemetry.proto.collector.trace.v1.TraceService/Export`.
     */
    method: string,
    /** Those of the senders that share connections with this one. */
    channels = new GrpcChannels(),
  ) {
    this.#options = options
    this.#redact = redactor(options.headers)
    this.#channel = channels.join(options.endpoint, options.tls, this)
    const { isSecure, authority } = this.#channel.peer
    this.#headers = {
      ...metadataOf(options.headers),
      ':method': 'POST',
      ':scheme': isSecure ? 'https' : 'http',
      ':authority': authority,
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
    for (const call of this.#calls) if (!call.isSent) giveUp(call)
  }

  close(): void {
    this.#isClosed = true
    for (const call of this.#calls) call.abandon(CLOSED)
    this.#channel.leave(this)
  }

  async #exchange(message: GrpcMessage): Promise<SendOutcome> {
    if (this.#isClosed) return classifyGrpcFailure(CLOSED)
    const call = new GrpcCall(this.#headers, this.#options.timeoutMs, () => this.onSign())
    this.#calls.add(call)
    const isThere = whileOnItsWay(() => giveUp(call))
    this.#channel.carry(call, message)
    const result = await call.result
    isThere()
    this.#calls.delete(call)
    if (Buffer.isBuffer(result)) return readProtobufAnswer(result)
    const outcome = classifyGrpcFailure(result)
    return call.isGivenUp && outcome.kind === 'retry' ? { ...outcome, givenUp: true } : outcome
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

function giveUp(call: GrpcCall): void {
  call.isGivenUp = true
  call.abandon({ code: CANCELLED, details: new GivenUp().message })
}

/** HTTP/2 has its headers in small letters. What ends in `-bin` is given in base64 and sent so. */
function metadataOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function gzip(bytes: Buffer): Promise<Buffer> {
  const zlib = builtin<typeof import('node:zlib')>('node:zlib')
  return promisify<Buffer, { level: number }, Buffer>(zlib.gzip)(bytes, { level: zlib.constants.Z_BEST_SPEED })
}
