import { constants } from 'node:http2'
import { status } from '@grpc/grpc-js'
import { QUICK_RETRY } from '../../fixtures/signal'
import { expectBalanced, sendTwoBatches } from '../../fixtures/two-batches'
import type { SignalOptions } from '../../options/options'
import { failWith, GrpcCollector } from '../fixtures/grpc-collector'
import { pem } from '../fixtures/http-collector'
import { answer, Http2Collector, httpStatus, type Treatment } from '../fixtures/http2-collector'
import { closeStrangeServers, startTcp, startTls, trickle } from '../fixtures/strange-servers'

let wire: Http2Collector

beforeEach(async () => {
  wire = await Http2Collector.start()
})
afterEach(async () => {
  await wire.close()
  await closeStrangeServers()
})

const to = (endpoint: string, options: Partial<SignalOptions> = {}): SignalOptions => ({
  endpoint,
  protocol: 'grpc',
  timeoutMs: 300,
  // A channel that lost its connection refuses calls for up to 100 ms.
  retry: { ...QUICK_RETRY, maxDelayMs: 50 },
  ...options,
})
const toWire = () => to(`http://127.0.0.1:${wire.port}`)
const begin = { ':status': 200, 'content-type': 'application/grpc' }
const message = (body: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, 0, body.length]), body])
/** A google.rpc.Status with code 8 and a RetryInfo of one millisecond. */
const retryInfo = () => {
  const url = Buffer.from('type.googleapis.com/google.rpc.RetryInfo')
  const info = Buffer.from([0x0a, 0x04, 0x10, 0xc0, 0x84, 0x3d])
  const any = Buffer.concat([Buffer.from([0x0a, url.length]), url, Buffer.from([0x12, info.length]), info])
  return Buffer.concat([Buffer.from([0x08, 0x08, 0x1a, any.length]), any])
}

describe('every gRPC status', () => {
  let collector: GrpcCollector
  beforeEach(async () => {
    collector = await GrpcCollector.start()
  })
  afterEach(() => collector.close())

  const advice: Partial<Record<number, RegExp>> = {
    [status.PERMISSION_DENIED]: /does not accept who is asking/,
    [status.UNAUTHENTICATED]: /does not accept who is asking: see OTEL_EXPORTER_OTLP_HEADERS/,
    [status.UNIMPLEMENTED]: /has no OTLP receiver for this signal on that port/,
  }
  const isRetryable = (code: number) => [1, 4, 10, 11, 14, 15].includes(code)
  const codes = Array.from({ length: 16 }, (_, i) => i + 1)

  test.each(codes.filter(isRetryable).map((code) => [code, status[code]]))(
    '%d %s: the batch is sent again, and the one behind it follows',
    async (code, name) => {
      collector.answers.push(failWith(code as number, 'not now'))
      const { ledger, lines } = await sendTwoBatches(to(`http://127.0.0.1:${collector.port}`), {})
      expect(ledger).toMatchObject({ delivered: 2 })
      expect(collector.requests).toHaveLength(3)
      expect(lines).toEqual([expect.stringMatching(`logs_unreachable: .*: gRPC ${name}: not now; trying again`)])
      expectBalanced(ledger)
    },
  )

  test.each(codes.filter((code) => !isRetryable(code)).map((code) => [code, status[code]]))(
    '%d %s: the batch is dropped and counted, and the one behind it is delivered',
    async (code, name) => {
      collector.answers.push(failWith(code as number, 'no'))
      const { ledger, lines } = await sendTwoBatches(to(`http://127.0.0.1:${collector.port}`), {})
      expect(ledger).toMatchObject({ delivered: 1, dropped: { rejected: 1 } })
      expect(collector.requests).toHaveLength(2)
      expect(lines).toEqual([expect.stringMatching(`logs_rejected: .*: 1 dropped: gRPC ${name}: no`)])
      expect(lines[0]).toMatch(advice[code as number] ?? /: no$/)
      expectBalanced(ledger)
    },
  )

  test('8 RESOURCE_EXHAUSTED with RetryInfo: the batch is sent again', async () => {
    collector.answers.push(failWith(8, 'slow down', { 'grpc-status-details-bin': retryInfo() }))
    const { ledger } = await sendTwoBatches(to(`http://127.0.0.1:${collector.port}`), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(collector.requests).toHaveLength(3)
  })

  test('3 INVALID_ARGUMENT with RetryInfo: it is dropped all the same', async () => {
    collector.answers.push(failWith(3, 'no', { 'grpc-status-details-bin': retryInfo() }))
    const { ledger } = await sendTwoBatches(to(`http://127.0.0.1:${collector.port}`), {})
    expect(ledger).toMatchObject({ delivered: 1, dropped: { rejected: 1 } })
  })

  test('a partial success of more than was sent, or of less than nothing, keeps the ledger in balance', async () => {
    const more = Buffer.from([10, 3, 8, 0xff, 0x7f])
    const less = Buffer.from([10, 11, 8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1])
    for (const body of [more, less]) collector.answers.push((callback) => callback(null, body))
    const { ledger } = await sendTwoBatches(to(`http://127.0.0.1:${collector.port}`), {})
    expect(ledger).toMatchObject({ delivered: 1, dropped: { partial_success: 1 } })
    expectBalanced(ledger)
  })
})

const AGAIN: Record<string, [Treatment, RegExp]> = {
  'connection reset before the answer': [({ session }) => session!.socket.resetAndDestroy(), /gRPC UNAVAILABLE/],
  'connection reset in the midst of the answer': [
    (stream) => {
      stream.respond(begin)
      stream.write(Buffer.from([0, 0, 0]))
      setTimeout(() => stream.session!.destroy(), 5)
    },
    /gRPC/,
  ],
  'stream reset (INTERNAL_ERROR)': [
    (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    /Received RST_STREAM with code 2/,
  ],
  'stream reset (CANCEL)': [(stream) => stream.close(constants.NGHTTP2_CANCEL), /gRPC CANCELLED/],
  'stream reset (REFUSED_STREAM)': [
    (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM),
    /gRPC UNAVAILABLE: Stream refused/,
  ],
  'stream reset (ENHANCE_YOUR_CALM)': [
    (stream) => stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM),
    /gRPC RESOURCE_EXHAUSTED/,
  ],
  'stream reset in the midst of the answer': [
    (stream) => {
      stream.respond(begin)
      stream.write(Buffer.from([0, 0, 0]))
      setTimeout(() => stream.close(constants.NGHTTP2_INTERNAL_ERROR), 5)
    },
    /Received RST_STREAM/,
  ],
  'GOAWAY and the end of the connection': [
    ({ session }) => {
      session!.goaway(constants.NGHTTP2_NO_ERROR, 0)
      session!.destroy()
    },
    /gRPC UNAVAILABLE/,
  ],
  'the end of an answer that has no status': [
    (stream) => {
      stream.respond(begin)
      stream.end()
    },
    /Call ended without gRPC status/,
  ],
  'an answer that never comes': [() => {}, /gRPC DEADLINE_EXCEEDED.*did not answer in time/],
  'an answer byte by byte': [
    (stream) => {
      stream.respond(begin)
      const timer = setInterval(() => (stream.destroyed ? clearInterval(timer) : stream.write(Buffer.alloc(1))), 10)
      stream.on('close', () => clearInterval(timer))
    },
    /gRPC/,
  ],
  'HTTP 429 of a proxy': [httpStatus(429), /gRPC UNAVAILABLE: Received HTTP status code 429/],
  'HTTP 502 of a proxy': [httpStatus(502), /gRPC UNAVAILABLE: Received HTTP status code 502/],
  'HTTP 503 of a proxy': [httpStatus(503), /gRPC UNAVAILABLE: Received HTTP status code 503/],
  'HTTP 504 of a proxy': [httpStatus(504), /gRPC UNAVAILABLE: Received HTTP status code 504/],
}

const REJECTED: Record<string, [Treatment, RegExp]> = {
  'HTTP 401 of a proxy': [httpStatus(401), /gRPC UNAUTHENTICATED: .*does not accept who is asking/],
  'HTTP 404 of a proxy': [httpStatus(404), /gRPC UNIMPLEMENTED: .*no OTLP receiver/],
  'HTTP 500 of a proxy': [httpStatus(500), /gRPC UNKNOWN: Received HTTP status code 500/],
  'an answer of more than 64 KiB': [
    answer(Buffer.concat([Buffer.from([0, 0, 1, 0x11, 0x70]), Buffer.alloc(70_000)]), { 'grpc-status': '0' }),
    /gRPC RESOURCE_EXHAUSTED: Received message larger than max/,
  ],
  'an answer that claims to have 4 GiB': [
    answer(Buffer.alloc(9, 0xff), { 'grpc-status': '0' }),
    /gRPC RESOURCE_EXHAUSTED/,
  ],
  'an answer that claims to be compressed': [
    answer(Buffer.from([1, 0, 0, 0, 2, 8, 8]), { 'grpc-status': '0' }),
    /gRPC/,
  ],
  'a status beyond those that there are': [
    answer(Buffer.alloc(5), { 'grpc-status': '77', 'grpc-message': 'x%0Ay%1b%ZZ' }),
    /gRPC UNKNOWN: x/,
  ],
  'a status that is no number': [answer(Buffer.alloc(5), { 'grpc-status': 'fine' }), /gRPC UNKNOWN/],
}

describe('the batch is sent again, and the one behind it follows, after', () => {
  test.each(Object.entries(AGAIN))('%s', async (_, [treatment, line]) => {
    wire.treatments.push(treatment)
    const { ledger, lines } = await sendTwoBatches(toWire(), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(wire.calls).toBe(3)
    expect(lines[0]).toMatch(/^logs_unreachable: OTLP logs to http/)
    expect(lines[0]).toMatch(line)
    expectBalanced(ledger)
  })
})

describe('the batch is dropped and counted, and the one behind it is delivered, after', () => {
  test.each(Object.entries(REJECTED))('%s', async (_, [treatment, line]) => {
    wire.treatments.push(treatment)
    const { ledger, lines } = await sendTwoBatches(toWire(), {})
    expect(ledger).toMatchObject({ delivered: 1, dropped: { rejected: 1 } })
    expect(wire.calls).toBe(2)
    expect(lines).toEqual([expect.stringMatching(/^logs_rejected: OTLP logs to http/)])
    expect(lines[0]).toMatch(line)
    expectBalanced(ledger)
  })
})

describe('the batch counts as delivered, whatever else is said, after', () => {
  test.each<[string, Treatment]>([
    ['bytes that are no protobuf', answer(message(Buffer.alloc(100, 0xff)), { 'grpc-status': '0' })],
    ['protobuf that breaks off', answer(message(Buffer.from([10, 200])), { 'grpc-status': '0' })],
    [
      'OK and GOAWAY',
      (stream) => {
        answer(Buffer.alloc(5), { 'grpc-status': '0' })(stream)
        stream.session!.goaway()
      },
    ],
    ['30 KB of trailers', answer(Buffer.alloc(5), { 'grpc-status': '0', x: 'a'.repeat(30_000) })],
  ])('%s', async (_, treatment) => {
    wire.treatments.push(treatment)
    const { ledger } = await sendTwoBatches(toWire(), {})
    expect(ledger).toMatchObject({ delivered: 2 })
    expect(wire.calls).toBe(2)
    expectBalanced(ledger)
  })
})

test('trailers of 1 MB end the batch one way or the other, and the one behind it is delivered', async () => {
  wire.treatments.push(answer(Buffer.alloc(5), { 'grpc-status': '0', x: 'a'.repeat(1_000_000) }))
  const { ledger } = await sendTwoBatches(toWire(), {})
  expect(ledger.delivered).toBeGreaterThanOrEqual(1)
  expectBalanced(ledger)
})

describe('while no connection comes about, everything is held until the shutdown, and an operator reads why:', () => {
  test.each<[string, () => Promise<Partial<SignalOptions>>, RegExp]>([
    [
      'the certificate has expired',
      async () => ({
        endpoint: `https://localhost:${await startTls('expired', ['h2'])}`,
        tls: { ca: pem('expired.crt') },
      }),
      /the collector’s certificate has expired/,
    ],
    [
      'the certificate is of an unknown authority',
      async () => ({ endpoint: `https://localhost:${await startTls('server', ['h2'])}` }),
      /OTEL_EXPORTER_OTLP_CERTIFICATE/,
    ],
    [
      'the certificate is for another name',
      async () => ({
        endpoint: `https://localhost:${await startTls('other-name', ['h2'])}`,
        tls: { ca: pem('other-name.crt') },
      }),
      /the collector’s certificate is for another name/,
    ],
    [
      'it speaks TLS',
      async () => ({ endpoint: `http://127.0.0.1:${await startTls('server', ['h2'])}` }),
      /if that port speaks TLS, begin the endpoint with https:/,
    ],
    [
      'it speaks no TLS',
      async () => ({ endpoint: `https://localhost:${wire.port}` }),
      /speaks without TLS there: begin the endpoint with http:/,
    ],
    [
      'the TLS handshake never ends',
      async () => ({ endpoint: `https://localhost:${await startTcp()}` }),
      /gRPC DEADLINE_EXCEEDED/,
    ],
    [
      'the connection is silent',
      async () => ({ endpoint: `http://127.0.0.1:${await startTcp()}` }),
      /gRPC DEADLINE_EXCEEDED/,
    ],
    [
      'it says a byte at a time',
      async () => ({ endpoint: `http://127.0.0.1:${await startTcp((socket) => trickle(socket, Buffer.alloc(500)))}` }),
      /gRPC/,
    ],
    ['its name is not known', async () => ({ endpoint: 'http://no-such-host.invalid:4317' }), /that name is not known/],
    ['nothing listens', async () => ({ endpoint: 'http://127.0.0.1:1' }), /ECONNREFUSED.*nothing listens there/],
  ])('%s', async (_, arrange, line) => {
    const { endpoint = '', ...options } = await arrange()
    const { ledger, lines } = await sendTwoBatches(to(endpoint, { timeoutMs: 200, ...options }), { flush: false })
    expect(ledger).toMatchObject({ delivered: 0, dropped: { shutdown: 2 } })
    expect(lines.join('\n')).toMatch(line)
    expectBalanced(ledger)
  })
})
