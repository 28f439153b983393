import type { ChannelCredentials, Client, ClientOptions, ClientUnaryCall, Metadata } from '@grpc/grpc-js'
import type { ResolvedSignal } from '../resolve-options'
import { readProtobufAnswer } from './answer'
import { classifyGrpcFailure, DEADLINE_EXCEEDED } from './grpc-answer'
import { redactor } from './redact'
import type { Sender, SendOutcome } from './sender'
import { userAgent } from './user-agent'

type Grpc = typeof import('@grpc/grpc-js')

const MAX_RESPONSE_BYTES = 64 * 1024
const GZIP = 2
const DEFAULT_PORT = 4317
const asItIs = (bytes: Buffer): Buffer => bytes

/** OTLP/gRPC: unary calls of `Export` over one channel. `@grpc/grpc-js` is loaded at the first of them. */
export class GrpcSender implements Sender {
  private readonly redact: (message: string) => string
  private readonly inFlight = new Set<ClientUnaryCall>()
  private client: Client | undefined
  private metadata: Metadata | undefined

  constructor(
    private readonly options: ResolvedSignal,
    /** Full name of the method, such as `/opentelemetry.proto.collector.trace.v1.TraceService/Export`. */
    private readonly method: string,
  ) {
    this.redact = redactor(options.headers)
  }

  async send(request: Buffer): Promise<SendOutcome> {
    try {
      const outcome = await this.call(request)
      return outcome.message === undefined ? outcome : { ...outcome, message: this.redact(outcome.message) }
    } catch (error) {
      return { kind: 'rejected', reason: 'rejected', message: this.redact((error as Error).message) }
    }
  }

  /** grpc-js holds the process for as long as there is a call. */
  letGo(): void {
    if (this.inFlight.size > 0) this.close()
  }

  close(): void {
    for (const call of this.inFlight) call.cancel()
    this.client?.close()
    this.client = undefined
  }

  private call(request: Buffer): Promise<SendOutcome> {
    this.connect()
    const client = this.client!
    return new Promise((resolve) => {
      const deadline = Date.now() + this.options.timeoutMs
      const call = client.makeUnaryRequest(
        this.method,
        asItIs,
        asItIs,
        request,
        this.metadata!,
        { deadline },
        (error, answer) => {
          this.inFlight.delete(call)
          // A connection that swallowed a request may be dead without knowing: the next attempt gets a new one.
          if (error?.code === DEADLINE_EXCEEDED) this.disconnect(client)
          resolve(error ? classifyGrpcFailure(error) : readProtobufAnswer(answer ?? Buffer.alloc(0)))
        },
      )
      this.inFlight.add(call)
    })
  }

  private connect(): void {
    if (this.client !== undefined) return
    const grpc = require('@grpc/grpc-js') as Grpc
    this.metadata ??= metadataOf(grpc, this.options.headers)
    const { target, isSecure } = grpcTarget(this.options.endpoint, this.options.tls.insecure)
    this.client = new grpc.Client(target, this.credentials(grpc, isSecure), this.channelOptions())
  }

  private disconnect(client: Client): void {
    client.close()
    if (this.client === client) this.client = undefined
  }

  private credentials(grpc: Grpc, isSecure: boolean): ChannelCredentials {
    if (!isSecure) return grpc.credentials.createInsecure()
    const { ca, cert, key } = this.options.tls
    return grpc.credentials.createSsl(bytesOf(ca), bytesOf(key), bytesOf(cert))
  }

  private channelOptions(): ClientOptions {
    return {
      'grpc.primary_user_agent': userAgent(),
      'grpc.max_send_message_length': -1,
      'grpc.max_receive_message_length': MAX_RESPONSE_BYTES,
      // Retries have one owner, and it is not the channel: it must be ready to connect again whenever the owner tries.
      'grpc.enable_retries': 0,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
      ...(this.options.compression === 'gzip' ? { 'grpc.default_compression_algorithm': GZIP } : {}),
    }
  }
}

/** Target and security of a gRPC endpoint: the scheme decides on TLS; without one, TLS it is unless `insecure` says otherwise. */
export function grpcTarget(
  endpoint: string,
  insecure = false,
): { readonly target: string; readonly isSecure: boolean } {
  const url = /^(https?):\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(endpoint)
  if (url === null) return { target: endpoint, isSecure: !insecure && !endpoint.startsWith('unix:') }
  const [, scheme, host] = url as unknown as [string, string, string]
  const isSecure = scheme.toLowerCase() === 'https'
  const hasPort = /:\d+$/.test(host)
  return { target: hasPort ? host : `${host}:${isSecure ? 443 : DEFAULT_PORT}`, isSecure }
}

function metadataOf(grpc: Grpc, headers: Readonly<Record<string, string>>): Metadata {
  const metadata = new grpc.Metadata()
  for (const [name, value] of Object.entries(headers)) {
    metadata.set(name, name.toLowerCase().endsWith('-bin') ? Buffer.from(value, 'base64') : value)
  }
  return metadata
}

function bytesOf(pem: string | Buffer | undefined): Buffer | null {
  return pem === undefined ? null : Buffer.from(pem)
}
