import { once } from 'node:events'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { messageType } from '../decode/schema'
import { weighProtobuf } from '../decode/weigh-protobuf'
import { unaryCall } from '../fixtures/grpc-client'
import { encode, logsRequest, spansNamed, tracesRequest } from '../fixtures/messages'
import { type Receiver, startReceiver } from '../index'
import { PendingBodies, Scales } from './memory'

let receiver: Receiver
afterEach(() => receiver?.close())

const MiB = 2 ** 20

function lengthDelimited(field: number, content: Uint8Array): Buffer {
  const length: number[] = []
  let rest = content.length
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128)
  return Buffer.concat([Uint8Array.of((field << 3) | 2, ...length, rest), content])
}

/**
 * A message of type `path[0]` that consists of empty messages, each in the field that the path
 * leads to.
 */
function emptyMessages(bytes: number, ...path: number[]): Buffer {
  const fields = [...path]
  let message: Buffer = Buffer.alloc(bytes - (bytes % 2), Uint8Array.of((fields.pop()! << 3) | 2, 0))
  for (const field of fields.reverse()) message = lengthDelimited(field, message)
  return message
}

const [resourceSpans, scopeSpans, spans, attributes, events, links] = [1, 2, 2, 9, 11, 13]

test.each([
  ['spans', 'traces', [resourceSpans, scopeSpans, spans]],
  ['events', 'traces', [resourceSpans, scopeSpans, spans, events]],
  ['links', 'traces', [resourceSpans, scopeSpans, spans, links]],
  ['attributes', 'traces', [resourceSpans, scopeSpans, spans, attributes]],
  ['values of an array', 'traces', [resourceSpans, scopeSpans, spans, attributes, 2, 5, 1]],
  ['entries of a map', 'traces', [resourceSpans, scopeSpans, spans, attributes, 2, 6, 1]],
  ['resources', 'traces', [resourceSpans]],
  ['scopes', 'traces', [resourceSpans, scopeSpans]],
  ['attributes of a resource', 'traces', [resourceSpans, 1, 1]],
  ['attributes of a scope', 'traces', [resourceSpans, scopeSpans, 1, 3]],
  ['log records', 'logs', [1, 2, 2]],
  ['log records in bodies of maps', 'logs', [1, 2, 2, 5, 6, 1]],
])(
  'millions of empty %s in a few kilobytes of gzip are refused, and the receiver lives on',
  async (_what, signal, path) => {
    receiver = await startReceiver({ grpc: false, maxBytes: 64 * MiB })
    const body = gzipSync(emptyMessages(4 * MiB, ...path))
    expect(body.length).toBeLessThan(6_000)
    const post = (content: Buffer, encoding: string) =>
      fetch(`${receiver.httpUrl}/v1/${signal}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-protobuf', 'content-encoding': encoding },
        body: content,
      })
    expect((await post(body, 'gzip')).status).toBe(413)
    expect(receiver.requests).toMatchObject([{ count: 0, error: expect.stringMatching(/bytes of memory/) }])
    const sound = signal === 'logs' ? logsRequest({}) : tracesRequest({})
    expect((await post(sound, 'identity')).status).toBe(200)
  },
)

test('over gRPC they are refused with RESOURCE_EXHAUSTED', async () => {
  receiver = await startReceiver({ http: false })
  const result = await unaryCall(receiver.grpcUrl, emptyMessages(3 * MiB, resourceSpans, scopeSpans, spans))
  expect(result).toMatchObject({ code: 8, message: expect.stringMatching(/bytes of memory/) })
})

test.each([
  ['{"resourceSpans":[{"scopeSpans":[{"spans":[', '{}', ']}]}]}'],
  ['{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[', '{}', ']}]}]}]}'],
  ['[', '0', ']'],
  ['[', '[]', ']'],
  ['{"unknown":[', '{}', ']}'],
])('in JSON they are refused: %s%s,…%s', async (begin, item, end) => {
  receiver = await startReceiver({ grpc: false, maxBytes: 64 * MiB })
  const count = Math.floor((4 * MiB) / (item.length + 1))
  const body = Buffer.concat([
    Buffer.from(begin),
    Buffer.alloc(count * (item.length + 1), `${item},`),
    Buffer.from(`${item}${end}`),
  ])
  const answer = await fetch(`${receiver.httpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(body),
  })
  expect(answer.status).toBe(413)
  expect(receiver.requests).toMatchObject([{ error: expect.stringMatching(/bytes of memory/) }])
})

test('what is weighed is every message, and nothing that is none', () => {
  const weigh = (message: object) => {
    const body = encode('ExportTraceServiceRequest', message)
    const scales = new Scales(0, Number.POSITIVE_INFINITY)
    weighProtobuf(messageType('ExportTraceServiceRequest'), body, scales)
    return scales.weight
  }
  const one = weigh({ resourceSpans: [{ scopeSpans: [{ spans: [{ name: 'a' }] }] }] })
  const two = weigh({ resourceSpans: [{ scopeSpans: [{ spans: [{ name: 'a' }, { name: '\n\0\n\0\n\0' }] }] }] })
  expect(two - one).toBe(700)
})

test('what all that is held takes is bounded, whatever its encoded size', async () => {
  receiver = await startReceiver({ grpc: false, maxBytes: 40_000 })
  const body = tracesRequest(...spansNamed(20))
  for (let i = 0; i < 4; i++) {
    const answer = await fetch(`${receiver.httpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf' },
      body,
    })
    expect(answer.status).toBe(200)
  }
  expect([receiver.spans.length, receiver.evicted]).toEqual([40, 40])
})

/** A request whose body is not complete yet. */
function begin(url: string) {
  const sent = request(`${url}/v1/traces`, { method: 'POST', headers: { 'content-type': 'application/x-protobuf' } })
  const answered = once(sent, 'response').then(([response]) => response.resume().statusCode as number)
  return { sent, answered }
}

test('bodies that are under way share a bound: beyond it a request is told to try again, and later it is taken', async () => {
  receiver = await startReceiver({ grpc: false, maxPendingBytes: 100_000 })
  const body = tracesRequest({ name: 'x'.repeat(60_000) })
  const first = begin(receiver.httpUrl)
  first.sent.write(body.subarray(0, 50_000))
  const second = begin(receiver.httpUrl)
  second.sent.end(body)
  // Either of the two may be the one that is too much: the server accepts the other.
  const third = second.answered.then(async (status) => {
    first.sent.end(body.subarray(50_000))
    return [status, await first.answered]
  })
  expect((await third).sort()).toEqual([200, 503])
  expect(receiver.requests.find(({ error }) => error)).toMatchObject({ error: expect.stringMatching(/all requests/) })
  const later = begin(receiver.httpUrl)
  later.sent.end(body)
  expect(await later.answered).toBe(200)
})

test('a body in chunks of one byte each counts for what the chunks take', async () => {
  receiver = await startReceiver({ grpc: false, maxPendingBytes: 100_000 })
  const { sent, answered } = begin(receiver.httpUrl)
  sent.on('error', () => {})
  sent.once('socket', (socket) => socket.once('connect', () => socket.write('1\r\n\n\r\n'.repeat(2_000))))
  sent.flushHeaders()
  expect(await answered).toBe(503)
  sent.destroy()
})

test('a lease that is released gives back what it took, once', () => {
  const pending = new PendingBodies(100)
  const [one, two] = [pending.lease(), pending.lease()]
  one.take(60)
  expect(() => two.take(41)).toThrow(/all requests together exceed 100 bytes/)
  two.take(40)
  one.release()
  one.release()
  two.take(60)
  expect(() => two.take(1)).toThrow()
})
