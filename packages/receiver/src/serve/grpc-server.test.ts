import { once } from 'node:events'
import { type ClientHttp2Session, connect, type OutgoingHttpHeaders } from 'node:http2'
import { gzipSync } from 'node:zlib'
import { unaryCall } from '../fixtures/grpc-client'
import { spansNamed, tracesRequest } from '../fixtures/messages'
import { type Receiver, startReceiver } from '../index'

const maxBodyBytes = 100_000
const path = '/opentelemetry.proto.collector.trace.v1.TraceService/Export'
const traces = tracesRequest(...spansNamed(1))

let receiver: Receiver
let session: ClientHttp2Session
beforeAll(async () => {
  receiver = await startReceiver({ http: false, maxBodyBytes })
  session = connect(receiver.grpcUrl)
  // These tests are not about what the server does to the connection at the end.
  session.on('error', () => {})
})
afterEach(() => receiver.clear())
afterAll(async () => {
  session.destroy()
  await receiver.close()
})

function frame(message: Uint8Array, flag = 0, length = message.length): Buffer {
  const header = Buffer.alloc(5)
  header[0] = flag
  header.writeUInt32BE(length, 1)
  return Buffer.concat([header, message])
}

/** The trailers that answer a raw request, or the headers if there are no trailers. */
async function send(body: Uint8Array, headers: OutgoingHttpHeaders = {}): Promise<Record<string, unknown>> {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', ...headers })
  let trailers = {}
  stream.on('trailers', (received) => {
    trailers = received
  })
  stream.on('error', () => {})
  stream.end(body)
  const [responseHeaders] = await once(stream, 'response')
  stream.resume()
  if (!stream.closed) await once(stream, 'close')
  return { ...responseHeaders, ...trailers }
}

test('metadata is kept with the request, in lower case', async () => {
  expect(await unaryCall(receiver.grpcUrl, traces, { metadata: { 'X-Tenant': 'blue' } })).toMatchObject({ code: 0 })
  expect(receiver.requests).toMatchObject([
    { path, protocol: 'grpc', count: 1, bytes: traces.length, headers: { 'x-tenant': 'blue' } },
  ])
})

test.each([
  ['an unknown method', 12, '/v1/traces', traces, /unknown method \/v1\/traces/],
  ['bytes that are no protobuf', 13, path, Buffer.from([0x0a, 0xff, 0xff]), /index out of range/],
  ['a large message', 8, path, Buffer.alloc(maxBodyBytes + 1), /exceeds/],
  ['a very large message', 8, path, Buffer.alloc(4_000_000), /exceeds/],
] as const)('%s is refused with status %d and a reason', async (_what, code, called, message, reason) => {
  const result = await unaryCall(receiver.grpcUrl, message, { path: called })
  expect(result).toMatchObject({ code, message: expect.stringMatching(reason) })
  expect(receiver.requests).toMatchObject([{ path: called, count: 0, error: result.message }])
})

test.each([
  ['no message', Buffer.alloc(0), {}, '13'],
  ['half a frame header', Buffer.alloc(3), {}, '13'],
  ['a length that lies', frame(traces, 0, 1_000), {}, '13'],
  ['two messages', Buffer.concat([frame(traces), frame(traces)]), {}, '13'],
  ['a compressed message of no encoding', frame(traces, 1), {}, '12'],
  ['a compressed message of an unknown encoding', frame(traces, 1), { 'grpc-encoding': 'snappy' }, '12'],
  ['gzip that is none', frame(traces, 1), { 'grpc-encoding': 'gzip' }, '13'],
  ['gzip that inflates too far', frame(gzipSync(Buffer.alloc(1e6)), 1), { 'grpc-encoding': 'gzip' }, '8'],
])('%s is refused', async (_what, body, headers, status) => {
  expect(await send(body, headers)).toMatchObject({ ':status': 200, 'grpc-status': status })
  expect(receiver.spans).toHaveLength(0)
  expect(receiver.requests).toMatchObject([{ error: expect.any(String) }])
})

test('a request that is not gRPC is refused as HTTP asks', async () => {
  expect(await send(traces, { 'content-type': 'application/x-protobuf' })).toMatchObject({ ':status': 415 })
  expect(receiver.requests).toMatchObject([{ protocol: undefined, error: expect.stringContaining('application/grpc') }])
})

test('a message that says so is inflated, and one beside it that does not is not', async () => {
  const encoding = { 'grpc-encoding': 'gzip' }
  expect(await send(frame(gzipSync(traces), 1), encoding)).toMatchObject({ 'grpc-status': '0' })
  expect(await send(frame(traces, 0), encoding)).toMatchObject({ 'grpc-status': '0' })
  expect(receiver.requests).toMatchObject([{ compressed: true }, { compressed: false }])
  expect(receiver.spans).toHaveLength(2)
})

test('a client that cancels in the middle leaves nothing behind', async () => {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc' })
  stream.on('error', () => {})
  await new Promise((resolve) => stream.write(frame(traces).subarray(0, 9), resolve))
  stream.destroy()
  await once(stream, 'close')
  expect(await send(frame(traces))).toMatchObject({ 'grpc-status': '0' })
  expect(receiver.requests).toHaveLength(1)
})

test('an HTTP/1 client is turned away, and the receiver lives on', async () => {
  await expect(fetch(`${receiver.grpcUrl}${path}`, { method: 'POST', body: 'x' })).rejects.toThrow()
  expect(await send(frame(traces))).toMatchObject({ 'grpc-status': '0' })
})
