import { type AddressInfo, createServer } from 'node:net'
import { LogsResponse, TraceResponse } from '../../fixtures/schema'
import { resolved } from '../../fixtures/signal'
import type { SignalOptions } from '../../options/options'
import { HttpCollector, pem, status } from '../fixtures/http-collector'
import { retryAfterMs } from './http-answer'
import { HttpSender } from './http-sender'

const PROTOBUF = 'application/x-protobuf'
const REQUEST = Buffer.from('an export request')

let collector: HttpCollector
let sender: HttpSender

function senderTo(url: string, options: Partial<SignalOptions> = {}): HttpSender {
  sender = new HttpSender(resolved({ endpoint: url, protocol: 'http/protobuf', ...options }), PROTOBUF)
  return sender
}

beforeEach(async () => {
  collector = await HttpCollector.start()
})

afterEach(async () => {
  sender?.close()
  await collector.close()
})

test('once a request is delivered its memory is not read again, though the answer came before its end', async () => {
  const body = Buffer.alloc(8 * 1024 * 1024, 'x')
  let end = (_received: Buffer) => {}
  const received = new Promise<Buffer>((resolve) => {
    end = resolve
  })
  const server = createServer((socket) => {
    socket.once('data', (head) => {
      socket.pause().write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')
      const chunks = [head]
      socket.on('data', (chunk) => chunks.push(chunk))
      socket.on('close', () => end(Buffer.concat(chunks)))
      setTimeout(() => socket.resume(), 100)
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await expect(senderTo(`http://127.0.0.1:${port}/`).send(body)).resolves.toEqual({ kind: 'delivered' })
  body.fill('y')
  sender.close()
  const bytes = await received
  const sent = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4)
  await new Promise((resolve) => server.close(resolve))
  expect(sent).toHaveLength(body.length)
  expect(sent.includes('y')).toBe(false)
})

describe('a request', () => {
  test('is a POST of the bytes to exactly the endpoint, with type, headers and user agent', async () => {
    const outcome = await senderTo(collector.url('/tenant/v1/logs?region=eu'), {
      headers: { 'X-Tenant': 'acme' },
    }).send(REQUEST)
    expect(outcome).toEqual({ kind: 'delivered' })
    expect(collector.requests).toEqual([
      {
        url: '/tenant/v1/logs?region=eu',
        body: REQUEST,
        headers: expect.objectContaining({
          'content-type': PROTOBUF,
          'content-length': String(REQUEST.length),
          'x-tenant': 'acme',
          'user-agent': expect.stringMatching(/^OTel-OTLP-Exporter-JavaScript\/\d+\.\d+\.\d+ heddle$/),
        }),
      },
    ])
  })

  test('is gzipped when asked', async () => {
    await senderTo(collector.url('/'), { compression: 'gzip' }).send(REQUEST)
    expect(collector.requests[0]!.headers['content-encoding']).toBe('gzip')
    expect(collector.requests[0]!.body).toEqual(REQUEST)
  })

  test('takes the connection of the one before', async () => {
    senderTo(collector.url('/'))
    await sender.send(REQUEST)
    await sender.send(REQUEST)
    expect(collector.connections).toBe(1)
  })

  test('does not mind that the server closed the idle connection', async () => {
    senderTo(collector.url('/'))
    collector.answers.push(status(200), (response) => response.socket!.destroy())
    await sender.send(REQUEST)
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(collector.requests).toHaveLength(3)
  })
})

describe('an answer', () => {
  test.each([429, 502, 503, 504])('%d may be retried', async (code) => {
    collector.answers.push(status(code))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toMatchObject({ kind: 'retry' })
  })

  test.each([301, 400, 401, 404, 408, 413, 500, 501])(
    '%d must not be retried, and no redirect is followed',
    async (code) => {
      collector.answers.push(status(code, { location: collector.url('/elsewhere') }))
      expect(await senderTo(collector.url('/')).send(REQUEST)).toMatchObject({ kind: 'rejected', reason: 'rejected' })
      expect(collector.requests).toHaveLength(1)
    },
  )

  test('says how long to wait', async () => {
    collector.answers.push(status(503, { 'retry-after': '7' }))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toMatchObject({ kind: 'retry', afterMs: 7_000 })
  })

  test('tells of a partial success in protobuf', async () => {
    const body = TraceResponse.encode({ partialSuccess: { rejectedSpans: 3, errorMessage: 'too old' } }).finish()
    collector.answers.push(status(200, { 'content-type': PROTOBUF }, body))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toEqual({
      kind: 'delivered',
      rejected: 3,
      message: 'too old',
    })
  })

  test('tells of a partial success in JSON', async () => {
    const body = JSON.stringify({ partialSuccess: { rejectedLogRecords: '2', errorMessage: 'too new' } })
    collector.answers.push(status(200, { 'content-type': 'application/json' }, body))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toEqual({
      kind: 'delivered',
      rejected: 2,
      message: 'too new',
    })
  })

  test.each<[string, string, string | Uint8Array]>([
    ['JSON that is none', 'application/json', '<html>'],
    ['JSON of another kind', 'application/json', 'null'],
    [
      'protobuf that breaks off',
      PROTOBUF,
      LogsResponse.encode({ partialSuccess: { errorMessage: 'abc' } })
        .finish()
        .subarray(0, 3),
    ],
    ['endless varints', PROTOBUF, Buffer.alloc(1000, 0xff)],
  ])('with %s is a success all the same', async (_kind, contentType, body) => {
    collector.answers.push(status(200, { 'content-type': contentType }, body))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toEqual({ kind: 'delivered' })
  })

  test('larger than 64 KiB fails the request for good', async () => {
    collector.answers.push(status(503, {}, Buffer.alloc(70 * 1024)))
    expect(await senderTo(collector.url('/')).send(REQUEST)).toMatchObject({ kind: 'rejected', reason: 'rejected' })
  })

  test('that never comes ends with the timeout, and may be retried', async () => {
    collector.answers.push(() => {})
    const outcome = await senderTo(collector.url('/'), { timeoutMs: 50 }).send(REQUEST)
    expect(outcome).toEqual({ kind: 'retry', message: 'no answer within 50 ms' })
  })

  test('that breaks off may be retried', async () => {
    collector.answers.push((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setImmediate(() => response.socket!.destroy())
    })
    expect(await senderTo(collector.url('/')).send(REQUEST)).toMatchObject({ kind: 'retry' })
  })

  test('that trickles ends with the timeout', async () => {
    let timer: NodeJS.Timeout | undefined
    collector.answers.push((response) => {
      response.writeHead(200)
      timer = setInterval(() => response.write('x'), 5)
    })
    expect(await senderTo(collector.url('/'), { timeoutMs: 60 }).send(REQUEST)).toMatchObject({ kind: 'retry' })
    clearInterval(timer)
  })
})

describe('diagnostics', () => {
  test('repeat what the collector says, on one line, without our secrets', async () => {
    const body = JSON.stringify({ message: 'token s3cr3t-t0ken\nexpired\u001b[31m' })
    collector.answers.push(status(401, { 'content-type': 'application/json' }, body))
    const outcome = await senderTo(collector.url('/'), { headers: { authorization: 'Bearer s3cr3t-t0ken' } }).send(
      REQUEST,
    )
    expect(outcome).toMatchObject({ message: 'HTTP 401 Unauthorized token [redacted] expired [31m' })
  })

  test('tell why there is no connection', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const { port } = closed.address() as import('node:net').AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const outcome = await senderTo(`http://127.0.0.1:${port}/`).send(REQUEST)
    expect(outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('ECONNREFUSED') })
  })
})

describe('TLS', () => {
  const client = { ca: pem('ca.crt'), cert: pem('client.crt'), key: pem('client.key') }
  let secure: HttpCollector
  beforeAll(async () => {
    secure = await HttpCollector.start({ tls: true })
  })
  afterAll(() => secure.close())

  test('with a client certificate', async () => {
    expect(await senderTo(secure.url('/'), { tls: client }).send(REQUEST)).toEqual({ kind: 'delivered' })
  })

  test('does not trust a certificate of an unknown authority', async () => {
    const outcome = await senderTo(secure.url('/')).send(REQUEST)
    expect(outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('certificate') })
  })

  test('is refused without the client certificate', async () => {
    expect(await senderTo(secure.url('/'), { tls: { ca: client.ca } }).send(REQUEST)).toMatchObject({ kind: 'retry' })
    expect(secure.requests).toHaveLength(1)
  })
})

test('close cancels what is in flight', async () => {
  collector.answers.push(() => {})
  const outcome = senderTo(collector.url('/')).send(REQUEST)
  await collector.arrived(1)
  sender.close()
  expect(await outcome).toEqual({ kind: 'retry', message: 'shut down' })
})

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 21 Nov 2025 10:00:30 GMT', 30_000],
  ['Fri, 21 Nov 2025 09:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  ['-5', undefined],
])('Retry-After %p is %p ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2025, 10, 21, 10, 0, 0))).toBe(expected)
})
