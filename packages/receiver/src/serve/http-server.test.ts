import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { decode, encode, logsRequest, spansNamed, tracesRequest } from '../fixtures/messages'
import { type Receiver, startReceiver } from '../index'

const maxBodyBytes = 100_000
const protobuf = { 'content-type': 'application/x-protobuf' }
const json = { 'content-type': 'application/json; charset=utf-8' }
const gzip = { 'content-encoding': 'gzip' }

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver({ grpc: false, maxBodyBytes })
})
afterEach(() => receiver.clear())
afterAll(() => receiver.close())

function post(path: string, headers: Record<string, string>, body: string | Buffer) {
  return fetch(receiver.httpUrl + path, { method: 'POST', headers, body })
}

test('an accepted request is answered with an empty response in its own encoding', async () => {
  const answer = await post('/v1/traces', protobuf, tracesRequest(...spansNamed(2)))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/x-protobuf')
  expect((await answer.arrayBuffer()).byteLength).toBe(0)
  expect(receiver.spans.map(({ name }) => name)).toEqual(['span 1', 'span 2'])

  const jsonAnswer = await post('/v1/logs', json, '{"resourceLogs":[]}')
  expect([jsonAnswer.status, await jsonAnswer.json()]).toEqual([200, {}])
  expect(receiver.requests).toMatchObject([{ protocol: 'http/protobuf' }, { protocol: 'http/json', count: 0 }])
})

test('metrics are acknowledged and not kept', async () => {
  const answer = await post('/v1/metrics', protobuf, encode('ExportTraceServiceRequest', { resourceSpans: [{}] }))
  expect(answer.status).toBe(200)
  expect(receiver.requests).toMatchObject([{ signal: 'metrics', count: 0, error: undefined }])
})

const traces = tracesRequest(...spansNamed(1))
const tooLarge = Buffer.alloc(maxBodyBytes + 1)
test.each([
  ['a wrong path', 404, '/v1/trace', protobuf, traces, /\/v1\/trace is none of/],
  ['no path', 404, '/', protobuf, traces, /is none of/],
  ['a wrong content type', 415, '/v1/traces', { 'content-type': 'text/plain' }, traces, /content-type must be/],
  [
    'an unknown compression',
    415,
    '/v1/traces',
    { ...protobuf, 'content-encoding': 'br' },
    traces,
    /content-encoding br/,
  ],
  ['bytes that are no protobuf', 400, '/v1/traces', protobuf, Buffer.from([0x0a, 0xff, 0xff]), /index out of range/],
  ['text that is no JSON', 400, '/v1/traces', json, '{"resourceSpans":', /JSON/],
  ['JSON of the wrong shape', 400, '/v1/logs', json, '{"resourceLogs":{}}', /resourceLogs must be an array/],
  ['bytes that are no gzip', 400, '/v1/traces', { ...protobuf, ...gzip }, traces, /gzip: incorrect header/],
  ['gzip that is cut', 400, '/v1/traces', { ...protobuf, ...gzip }, gzipSync(traces).subarray(0, 30), /gzip/],
  ['a large body', 413, '/v1/traces', protobuf, tooLarge, /exceeds 100000 bytes/],
  ['a body that inflates too far', 413, '/v1/traces', { ...protobuf, ...gzip }, gzipSync(tooLarge), /inflates to more/],
] as [string, number, string, Record<string, string>, string | Buffer, RegExp][])(
  '%s is refused with %d and a reason',
  async (_what, status, path, headers, body, reason) => {
    const answer = await post(path, headers, body)
    expect(answer.status).toBe(status)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isProtobuf = answer.headers.get('content-type') === 'application/x-protobuf'
    expect(isProtobuf).toBe(headers['content-type'] === protobuf['content-type'])
    const { code, message } = isProtobuf ? decode('Status', bytes) : JSON.parse(Buffer.from(bytes).toString())
    expect(message).toMatch(reason)
    expect(code).toBeGreaterThan(0)
    expect(receiver.spans).toHaveLength(0)
    expect(receiver.requests).toMatchObject([{ path, count: 0, error: message }])
  },
)

test('every method but POST is refused with 405', async () => {
  for (const method of ['GET', 'PUT', 'OPTIONS']) {
    const answer = await fetch(`${receiver.httpUrl}/v1/traces`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  }
})

test('a body far larger than the limit is answered while it is still being sent', async () => {
  const upload = request(`${receiver.httpUrl}/v1/traces`, { method: 'POST', headers: protobuf })
  const answered = new Promise<number | undefined>((resolve) =>
    upload.on('response', (r) => resolve(r.resume().statusCode)),
  )
  upload.on('error', () => {})
  upload.write(Buffer.alloc(5_000_000))
  expect(await answered).toBe(413)
  upload.destroy()
})

test('a client that goes away in the middle leaves nothing behind', async () => {
  const upload = request(`${receiver.httpUrl}/v1/traces`, {
    method: 'POST',
    headers: { ...protobuf, 'content-length': String(traces.length) },
  })
  upload.on('error', () => {})
  await new Promise((resolve) => upload.write(traces.subarray(0, 10), resolve))
  upload.destroy()
  await post('/v1/traces', protobuf, traces)
  expect(receiver.spans).toHaveLength(1)
  expect(receiver.requests).toHaveLength(1)
})

test('ids of any length are taken and shown as they are', async () => {
  const odd = { traceId: Buffer.from([1, 2]), spanId: Buffer.alloc(40, 7), name: 'odd ids' }
  await post('/v1/traces', protobuf, tracesRequest(odd, { name: 'no ids' }))
  expect(receiver.spans).toMatchObject([
    { traceId: '0102', spanId: '07'.repeat(40), parentSpanId: undefined },
    { traceId: '', spanId: '' },
  ])
  await post('/v1/logs', protobuf, logsRequest({ traceId: Buffer.from([1, 2]), body: { stringValue: 'odd' } }))
  expect(receiver.trace('0102')).toMatchObject({ spans: [{ name: 'odd ids' }], strayLogs: [{ body: 'odd' }] })
})
