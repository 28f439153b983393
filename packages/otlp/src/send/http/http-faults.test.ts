import type { ServerResponse } from 'node:http'
import { RetryingSender } from '../../delivery/retry'
import { QUICK_RETRY, resolved } from '../../fixtures/signal'
import { expectBalanced, sendTwoBatches } from '../../fixtures/two-batches'
import type { SignalOptions } from '../../options/options'
import { HttpCollector, pem, status } from '../fixtures/http-collector'
import { closeStrangeServers, startTcp, startTls, trickle } from '../fixtures/strange-servers'
import { HttpSender } from './http-sender'

let collector: HttpCollector

beforeEach(async () => {
  collector = await HttpCollector.start()
})
afterEach(async () => {
  await collector.close()
  await closeStrangeServers()
})

type Answer = (response: ServerResponse) => void

const toCollector = (options: Partial<SignalOptions> = {}): SignalOptions => ({
  endpoint: collector.url('/v1/logs'),
  protocol: 'http/protobuf',
  timeoutMs: 300,
  ...options,
})
/** Bytes in the place of an answer. */
const raw =
  (text: string): Answer =>
  (response) =>
    void response.socket!.end(text)
const html = { 'content-type': 'text/html; charset=utf-8' }
const json = { 'content-type': 'application/json' }
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toUTCString()

const AGAIN: Record<string, [Answer, RegExp]> = {
  '429': [status(429), /HTTP 429 Too Many Requests; trying again/],
  '502': [status(502, html, '<h1>Bad Gateway</h1>'), /HTTP 502 Bad Gateway/],
  '503': [status(503), /HTTP 503 Service Unavailable/],
  '504': [status(504), /HTTP 504 Gateway Timeout/],
  '429 with Retry-After in seconds': [status(429, { 'retry-after': '0' }), /HTTP 429/],
  '503 with a Retry-After that has passed': [status(503, { 'retry-after': new Date(0).toUTCString() }), /HTTP 503/],
  '503 with a negative Retry-After': [status(503, { 'retry-after': '-5' }), /HTTP 503/],
  '503 with a Retry-After that is none': [status(503, { 'retry-after': 'soon' }), /HTTP 503/],
  'reset before the answer': [
    (response) => response.socket!.resetAndDestroy(),
    /ECONNRESET.*; the connection was closed/,
  ],
  'closed before the answer': [(response) => response.socket!.end(), /socket hang up.*; the connection was closed/],
  'closed in the midst of the headers': [raw('HTTP/1.1 200 OK\r\ncontent-le'), /trying again/],
  'closed in the midst of the body': [raw('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'), /the answer broke off/],
  'reset in the midst of the body': [
    (response) => {
      response.writeHead(200, { 'content-length': '9' }).write('half')
      setTimeout(() => response.socket!.resetAndDestroy(), 5)
    },
    /the answer broke off/,
  ],
  'an answer that never comes': [() => {}, /no answer within 300 ms.*did not answer in time/],
  'headers byte by byte': [
    (response) => trickle(response.socket!, Buffer.alloc(500, 'HTTP/1.1 200 OK\r\nx: y')),
    /no answer within/,
  ],
  'a body byte by byte': [
    (response) => {
      response.writeHead(200, { 'content-length': '500' }).flushHeaders()
      trickle(response.socket!, Buffer.alloc(500))
    },
    /the answer broke off: no end of it within 300 ms.*did not answer in time/,
  ],
  'chunks that are none': [raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'), /the answer broke off/],
  'two different lengths': [raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\n'), /Parse Error/],
  'bytes that are no HTTP': [raw('220 mail.example ESMTP\r\n'), /the answer is not HTTP.*is that port a collector’s\?/],
  'an upgrade that nobody asked for': [
    raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    /closed without an answer/,
  ],
}

const REJECTED: Record<string, [Answer, RegExp]> = {
  '400 with the words of the collector': [
    status(400, json, '{"code":3,"message":"bad\\nspan"}'),
    /1 dropped: HTTP 400 Bad Request bad span$/,
  ],
  '401': [
    status(401),
    /HTTP 401 Unauthorized; the collector does not accept who is asking: see OTEL_EXPORTER_OTLP_HEADERS/,
  ],
  '403': [status(403), /HTTP 403 Forbidden; the collector does not accept who is asking/],
  '404': [status(404), /HTTP 404 Not Found; is the path right\?/],
  '413': [status(413), /HTTP 413 Payload Too Large; the collector takes only smaller requests/],
  '415': [status(415), /HTTP 415 Unsupported Media Type; the collector does not take this encoding/],
  '400 of a TLS server': [
    status(400, {}, 'Client sent an HTTP request to an HTTPS server.'),
    /begin the endpoint with https:\/\//,
  ],
  'a body of more than 64 KiB': [status(503, {}, Buffer.alloc(70_000)), /HTTP 503 with more than 64 KiB of body/],
  'an endless body': [
    (response) => {
      response.writeHead(200)
      const more = () => response.destroyed || response.write(Buffer.alloc(16_384)) || response.once('drain', more)
      for (let i = 0; i < 10; i++) more()
    },
    /HTTP 200 with more than 64 KiB of body/,
  ],
  'headers of 100 KB': [raw(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`), /more headers than are read/],
}

describe('the batch is sent again, and the one behind it follows, after', () => {
  test.each(Object.entries(AGAIN))('%s', async (_, [answer, line]) => {
    collector.answers.push(answer)
    const { ledger, lines } = await sendTwoBatches(toCollector(), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(collector.requests).toHaveLength(3)
    expect(lines).toEqual([expect.stringMatching(/^logs_unreachable: OTLP logs to http/)])
    expect(lines[0]).toMatch(line)
    expectBalanced(ledger)
  })

  test('a fault on a connection that is used again: no more often than on a fresh one', async () => {
    const reset: Answer = (response) => {
      response.writeHead(200, { 'content-length': '9' }).write('half')
      setTimeout(() => response.socket!.resetAndDestroy(), 5)
    }
    collector.answers.push(status(200), reset)
    const { ledger } = await sendTwoBatches(toCollector(), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(collector.requests).toHaveLength(3)
  })
})

describe('the batch is dropped and counted, and the one behind it is delivered, after', () => {
  test.each(Object.entries(REJECTED))('%s', async (_, [answer, line]) => {
    collector.answers.push(answer)
    const { ledger, lines } = await sendTwoBatches(toCollector(), {})
    expect(ledger).toMatchObject({ delivered: 1, dropped: { rejected: 1 } })
    expect(collector.requests).toHaveLength(2)
    expect(lines).toEqual([expect.stringMatching(/^logs_rejected: OTLP logs to http/)])
    expect(lines[0]).toMatch(line)
    expectBalanced(ledger)
  })

  const retryable = [429, 502, 503, 504]
  const others = Array.from({ length: 300 }, (_, i) => 300 + i).filter((code) => !retryable.includes(code))
  test('every other status from 300 on, and no redirect is followed', async () => {
    for (const code of others) {
      collector.answers.push(status(code, { location: collector.url('/elsewhere') }))
      const { ledger } = await sendTwoBatches(toCollector(), {})
      expect({ code, ...ledger }).toMatchObject({ code, delivered: 1, dropped: { rejected: 1 } })
    }
    expect(collector.requests).toHaveLength(2 * others.length)
    expect(collector.requests.filter(({ url }) => url !== '/v1/logs')).toEqual([])
  })

  test('a redirect, which is explained', async () => {
    collector.answers.push(status(307, { location: 'http://localhost:1/' }))
    expect((await sendTwoBatches(toCollector(), {})).lines).toEqual([
      expect.stringMatching(/HTTP 307 .*no redirect is followed/),
    ])
  })
})

describe('the batch counts as delivered, whatever else is said, after', () => {
  const partial = (count: string) => status(200, json, `{"partialSuccess":{"rejectedLogRecords":${count}}}`)
  test.each<[string, Answer, number]>([
    ['200 with an empty body', status(200), 0],
    ['202', status(202), 0],
    ['204', status(204), 0],
    ['JSON that is none', status(200, json, '{{{'), 0],
    ['JSON as deep as 64 KiB allow', status(200, json, '['.repeat(65_000)), 0],
    ['a partial success of a negative number', partial('-1'), 0],
    ['a partial success of a fraction', partial('0.5'), 0],
    ['a partial success of a number beyond all', partial('1e999'), 0],
    ['a partial success of more than was sent', partial('"9007199254740993"'), 1],
    [
      'a negative partial success in protobuf',
      status(200, {}, Buffer.from([10, 11, 8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1])),
      0,
    ],
    ['protobuf that breaks off', status(200, {}, Buffer.from([10, 200])), 0],
    ['bytes that are no protobuf', status(200, {}, Buffer.alloc(60_000, 0xff)), 0],
  ])('%s', async (_, answer, rejected) => {
    collector.answers.push(answer)
    const { ledger } = await sendTwoBatches(toCollector(), {})
    expect(ledger).toMatchObject({ delivered: 2 - rejected, dropped: { partial_success: rejected } })
    expect(collector.requests).toHaveLength(2)
    expectBalanced(ledger)
  })

  test('a web page, with a word of warning', async () => {
    collector.answers.push(status(200, html, '<!doctype html>'))
    const { ledger, lines } = await sendTwoBatches(toCollector(), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(lines).toEqual([
      expect.stringMatching(/^logs_warning: .*the answer is a web page; is that port a collector’s\?/),
    ])
  })
})

describe('while no connection comes about, everything is held until the shutdown, and an operator reads why:', () => {
  test.each<[string, () => Promise<Partial<SignalOptions>>, RegExp]>([
    [
      'the certificate has expired',
      async () => ({ endpoint: `https://localhost:${await startTls('expired')}/`, tls: { ca: pem('expired.crt') } }),
      /certificate has expired; the collector’s certificate has expired/,
    ],
    [
      'the certificate is of an unknown authority',
      async () => ({ endpoint: `https://localhost:${await startTls('server')}/` }),
      /unable to verify.*OTEL_EXPORTER_OTLP_CERTIFICATE/,
    ],
    [
      'the certificate is for another name',
      async () => ({
        endpoint: `https://localhost:${await startTls('other-name')}/`,
        tls: { ca: pem('other-name.crt') },
      }),
      /the collector’s certificate is for another name/,
    ],
    [
      'it speaks TLS, and says so',
      async () => ({
        endpoint: `http://127.0.0.1:${await startTcp((socket) => void socket.once('data', () => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 70]))))}/`,
      }),
      /the answer is TLS; .*begin the endpoint with https:/,
    ],
    [
      'it speaks TLS',
      async () => ({ endpoint: `http://127.0.0.1:${await startTls('server')}/` }),
      /if that port speaks TLS, begin the endpoint with https:/,
    ],
    [
      'it speaks no TLS',
      async () => ({ endpoint: collector.url('/').replace('http:', 'https:') }),
      /speaks without TLS there: begin the endpoint with http:/,
    ],
    [
      'the TLS handshake never ends',
      async () => ({ endpoint: `https://localhost:${await startTcp()}/` }),
      /no answer within 100 ms/,
    ],
    [
      'its name is not known',
      async () => ({ endpoint: 'http://no-such-host.invalid/' }),
      /(ENOTFOUND|EAI_AGAIN).*that name is not known/,
    ],
    ['nothing listens', async () => ({ endpoint: 'http://127.0.0.1:1/' }), /ECONNREFUSED.*nothing listens there/],
  ])('%s', async (_, arrange, line) => {
    const options = toCollector({ timeoutMs: 100, ...(await arrange()) })
    const { ledger, lines } = await sendTwoBatches(options, { flush: false })
    expect(ledger).toMatchObject({ delivered: 0, dropped: { shutdown: 2 } })
    expect(lines.join('\n')).toMatch(line)
    expectBalanced(ledger)
  })
})

test.each([
  ['7', 7_000],
  [inAWeek, 60_000],
  ['999999999999999999999', 60_000],
])('a Retry-After of %s is waited for, a minute at the most', async (retryAfter, expectedMs) => {
  collector.answers.push(status(503, { 'retry-after': retryAfter }))
  const transport = new HttpSender(resolved(toCollector()), 'application/x-protobuf')
  const sender = new RetryingSender(transport, { ...QUICK_RETRY, maxElapsedMs: 300_000 })
  const timers = jest.spyOn(globalThis, 'setTimeout')
  const outcome = sender.send(Buffer.from('an export request'))
  while (!timers.mock.calls.some(([, ms]) => ms === expectedMs)) await new Promise((resolve) => setImmediate(resolve))
  timers.mockRestore()
  sender.wake()
  expect(await outcome).toEqual({ kind: 'delivered' })
  sender.close()
})
