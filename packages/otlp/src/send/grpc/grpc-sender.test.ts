import { once } from 'node:events'
import { createServer as createHttp2Server, type ServerHttp2Stream } from 'node:http2'
import { type AddressInfo, connect, createServer } from 'node:net'
import * as grpc from '@grpc/grpc-js'
import { LogsResponse } from '../../fixtures/schema'
import { resolved } from '../../fixtures/signal'
import type { SignalOptions } from '../../options/options'
import { failWith, GrpcCollector } from '../fixtures/grpc-collector'
import { pem } from '../fixtures/http-collector'
import { GrpcSender } from './grpc-sender'
import { grpcTarget } from './grpc-target'

const METHOD = '/opentelemetry.proto.collector.logs.v1.LogsService/Export'
const REQUEST = Buffer.from('an export request')

/** A TCP relay that counts: grpc-js inflates before a server can see what came over the wire. */
async function startRelay(target: number) {
  let sent = 0
  const relay = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    client.on('data', (chunk) => {
      sent += chunk.length
    })
    client.pipe(upstream).pipe(client)
  })
  await new Promise<void>((resolve) => relay.unref().listen(0, '127.0.0.1', resolve))
  return { port: (relay.address() as AddressInfo).port, bytesSent: () => sent, close: () => relay.close() }
}

let collector: GrpcCollector
let sender: GrpcSender

function senderTo(endpoint: string, options: Partial<SignalOptions> = {}): GrpcSender {
  sender = new GrpcSender(resolved({ endpoint, protocol: 'grpc', ...options }), METHOD)
  return sender
}

function toCollector(options: Partial<SignalOptions> = {}): GrpcSender {
  return senderTo(`http://127.0.0.1:${collector.port}`, options)
}

beforeEach(async () => {
  collector = await GrpcCollector.start()
})

afterEach(() => {
  sender.close()
  collector.close()
})

describe('a call', () => {
  test('carries the bytes, the headers and the user agent', async () => {
    const headers = { 'X-Tenant': 'acme', 'trace-bin': Buffer.from('raw').toString('base64') }
    expect(await toCollector({ headers }).send(REQUEST)).toEqual({ kind: 'delivered' })
    const { path, body, metadata } = collector.requests[0]!
    expect({ path, body }).toEqual({ path: METHOD, body: REQUEST })
    expect(metadata.get('x-tenant')).toEqual(['acme'])
    expect(metadata.get('trace-bin')).toEqual([Buffer.from('raw')])
    expect(metadata.get('user-agent')[0]).toMatch(/^OTel-OTLP-Exporter-JavaScript\/\d+\.\d+\.\d+ heddle$/)
  })

  test('is gzipped when asked', async () => {
    const large = Buffer.alloc(100_000, 'a')
    const wire = await startRelay(collector.port)
    const options = { compression: 'gzip' } as const
    expect(await senderTo(`http://127.0.0.1:${wire.port}`, options).send(large)).toEqual({ kind: 'delivered' })
    expect(collector.requests[0]!.body).toEqual(large)
    expect(wire.bytesSent()).toBeLessThan(5_000)
    wire.close()
  })

  test('may be as large as a batch can become', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024)
    expect(await toCollector().send(large)).toEqual({ kind: 'delivered' })
    expect(collector.requests[0]!.body).toHaveLength(large.length)
  })
})

describe('a status', () => {
  const { status } = grpc
  test.each([
    status.CANCELLED,
    status.DEADLINE_EXCEEDED,
    status.ABORTED,
    status.OUT_OF_RANGE,
    status.UNAVAILABLE,
    status.DATA_LOSS,
  ])('%d may be retried', async (code) => {
    collector.answers.push(failWith(code, 'later'))
    expect(await toCollector().send(REQUEST)).toEqual({ kind: 'retry', message: `gRPC ${status[code]}: later` })
  })

  test.each([
    status.UNKNOWN,
    status.INVALID_ARGUMENT,
    status.NOT_FOUND,
    status.ALREADY_EXISTS,
    status.PERMISSION_DENIED,
    status.RESOURCE_EXHAUSTED,
    status.FAILED_PRECONDITION,
    status.UNIMPLEMENTED,
    status.INTERNAL,
    status.UNAUTHENTICATED,
  ])('%d must not be retried', async (code) => {
    collector.answers.push(failWith(code, 'no'))
    const message = `gRPC ${status[code]}: no`
    expect(await toCollector().send(REQUEST)).toEqual({ kind: 'rejected', reason: 'rejected', message })
  })

  test('RESOURCE_EXHAUSTED may be retried when the server says when', async () => {
    // google.rpc.Status { code: 8, details: [Any { google.rpc.RetryInfo { retry_delay: 2.5 s } }] }
    const retryInfo = Buffer.from([0x0a, 0x08, 0x08, 0x02, 0x10, 0x80, 0xca, 0xb5, 0xee, 0x01])
    const url = Buffer.from('type.googleapis.com/google.rpc.RetryInfo')
    const any = Buffer.concat([Buffer.from([0x0a, url.length]), url, Buffer.from([0x12, retryInfo.length]), retryInfo])
    const details = Buffer.concat([Buffer.from([0x08, 0x08, 0x1a, any.length]), any])
    collector.answers.push(failWith(status.RESOURCE_EXHAUSTED, 'slow down', { 'grpc-status-details-bin': details }))
    expect(await toCollector().send(REQUEST)).toMatchObject({ kind: 'retry', afterMs: 2_500 })
  })

  test('RetryInfo that is garbage does not matter', async () => {
    collector.answers.push(failWith(status.UNAVAILABLE, '', { 'grpc-status-details-bin': Buffer.alloc(50, 0xff) }))
    expect(await toCollector().send(REQUEST)).toEqual({ kind: 'retry', message: 'gRPC UNAVAILABLE:' })
  })
})

describe('an answer', () => {
  test('tells of a partial success', async () => {
    const answer = LogsResponse.encode({ partialSuccess: { rejectedLogRecords: 3, errorMessage: 'too old' } }).finish()
    collector.answers.push((callback) => callback(null, Buffer.from(answer)))
    expect(await toCollector().send(REQUEST)).toEqual({ kind: 'delivered', rejected: 3, message: 'too old' })
  })

  test('larger than 64 KiB fails the call for good', async () => {
    collector.answers.push((callback) => callback(null, Buffer.alloc(70 * 1024)))
    expect(await toCollector().send(REQUEST)).toMatchObject({ kind: 'rejected' })
  })

  test('that never comes ends with the timeout, may be retried, and the next call takes a new connection', async () => {
    collector.answers.push(() => {})
    expect(await toCollector({ timeoutMs: 100 }).send(REQUEST)).toMatchObject({ kind: 'retry' })
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
  })
})

test.each<[string, (stream: ServerHttp2Stream) => void]>([
  ['the stream ends without a status', (stream) => stream.close(0)],
  ['the session is given up', (stream) => stream.session!.destroy()],
  ['the session fails', (stream) => stream.session!.destroy(new Error('as the test says'))],
])('a call that nobody answers, as %s, may be retried', async (_, end) => {
  const server = createHttp2Server()
  server.on('session', (session) => session.on('error', () => {}))
  server.on('stream', (stream) => {
    stream.on('error', () => {})
    stream.on('end', () => end(stream)).resume()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const outcome = await senderTo(`http://127.0.0.1:${port}`).send(REQUEST)
  sender.close()
  server.close()
  expect(outcome).toMatchObject({ kind: 'retry' })
})

test('a collector that is away is tried again as soon as it is back', async () => {
  const { port } = collector
  collector.close()
  expect(await senderTo(`http://127.0.0.1:${port}`).send(REQUEST)).toMatchObject({
    kind: 'retry',
    message: expect.stringContaining('ECONNREFUSED'),
  })
  collector = await GrpcCollector.start({ port })
  let outcome = await sender.send(REQUEST)
  for (let attempt = 0; attempt < 40 && outcome.kind === 'retry'; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    outcome = await sender.send(REQUEST)
  }
  expect(outcome).toEqual({ kind: 'delivered' })
})

describe('TLS', () => {
  const client = { ca: pem('ca.crt'), cert: pem('client.crt'), key: pem('client.key') }
  let secure: GrpcCollector
  beforeAll(async () => {
    secure = await GrpcCollector.start({ tls: true })
  })
  afterAll(() => secure.close())

  test('with a client certificate', async () => {
    expect(await senderTo(`https://localhost:${secure.port}`, { tls: client }).send(REQUEST)).toEqual({
      kind: 'delivered',
    })
  })

  test('does not trust a certificate of an unknown authority', async () => {
    expect(await senderTo(`https://localhost:${secure.port}`).send(REQUEST)).toMatchObject({ kind: 'retry' })
    expect(secure.requests).toHaveLength(1)
  })
})

test('close cancels what is in flight', async () => {
  collector.answers.push(() => {})
  const outcome = toCollector().send(REQUEST)
  await collector.arrived(1)
  sender.close()
  expect(await outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('CANCELLED') })
})

test.each([
  ['http://collector:4317', false, 'collector:4317', false],
  ['http://collector', false, 'collector:4317', false],
  ['https://api.example.com', false, 'api.example.com:443', true],
  ['https://api.example.com:443/', false, 'api.example.com:443', true],
  ['http://user:pass@[::1]:4317/path', false, '[::1]:4317', false],
  ['collector:4317', false, 'collector:4317', true],
  ['collector:4317', true, 'collector:4317', false],
  ['unix:/var/run/otel.sock', false, 'unix:/var/run/otel.sock', false],
])('%s (insecure: %p) is %s (TLS: %p)', (endpoint, insecure, target, isSecure) => {
  expect(grpcTarget(endpoint, insecure)).toEqual({ target, isSecure })
})
