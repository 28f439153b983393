import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Protocol, type Receiver, type Signal, startReceiver } from './index'

const protocols: readonly Protocol[] = ['grpc', 'http/protobuf', 'http/json']

let receiver: Receiver
let exporters: ChildProcess
beforeAll(async () => {
  receiver = await startReceiver()
  exporters = fork(join(__dirname, 'fixtures/official-exporters.cjs'))
})
afterEach(() => receiver.clear())
afterAll(async () => {
  exporters.kill()
  await receiver.close()
})

async function runExporter(signal: Signal, protocol: Protocol, compression: string) {
  const url = protocol === 'grpc' ? receiver.grpcUrl : receiver.httpUrl
  exporters.send({ signal, protocol, url, compression })
  const [context] = await once(exporters, 'message')
  return context as { traceId: string; spanId: string }
}

describe.each(protocols)('the official %s exporters', (protocol) => {
  test.each(['none', 'gzip'])('deliver every field of a span, compression %s', async (compression) => {
    const parent = await runExporter('traces', protocol, compression)
    const span = receiver.spans.find(({ kind }) => kind === 'SERVER')
    expect(span).toMatchObject({
      traceId: parent.traceId,
      parentSpanId: parent.spanId,
      flags: 0x101,
      name: 'GET /checkout/:id',
      startTimeUnixNano: 1_700_000_000_123_456_789n,
      endTimeUnixNano: 1_700_000_000_265_756_789n,
      durationMs: 142.3,
      status: { code: 'ERROR', message: 'out of stock' },
      events: [{ name: 'retry', timeUnixNano: 1_700_000_000_200_000_000n }],
      links: [{ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }],
      scope: { name: 'shop', version: '1.0.0' },
      schemaUrl: 'https://opentelemetry.io/schemas/1.37.0',
      droppedAttributesCount: 0,
    })
    expect({ ...span?.attributes }).toEqual({
      'http.response.status_code': 503,
      ratio: 0.25,
      cached: false,
      negative: -7,
      tags: ['a', 'b'],
      'user.name': 'Zoë ☕',
    })
    expect({ ...span?.resource }).toEqual({ 'service.name': 'orders', 'service.version': '2.1.0' })
    expect({ ...span?.events[0]?.attributes }).toEqual({ attempt: 2 })
    expect({ ...span?.links[0]?.attributes }).toEqual({ why: 'batch' })
    const compressed = compression === 'gzip'
    expect(receiver.requests).toMatchObject([{ signal: 'traces', protocol, compressed, count: 2, error: undefined }])
    expect(receiver.requests[0]?.bytes).toBeGreaterThan(0)
    expect(receiver.trace(parent.traceId)).toMatchObject({ isComplete: true, root: { name: 'checkout' } })
  })

  test.each(['none', 'gzip'])('deliver every field of a log record, compression %s', async (compression) => {
    const { traceId, spanId } = await runExporter('logs', protocol, compression)
    const [log] = receiver.logs
    expect(log).toMatchObject({
      traceId,
      spanId,
      flags: 1,
      severityNumber: 17,
      severityText: 'error',
      body: 'charge failed',
      eventName: 'charge.failed',
      timeUnixNano: 1_700_000_000_123_000_000n,
      observedTimeUnixNano: 1_700_000_000_124_000_000n,
      scope: { name: 'billing', version: '3' },
    })
    const { nested, ...flat } = log!.attributes
    expect(flat).toEqual({ orderId: 42, bytes: Uint8Array.of(1, 2, 255) })
    expect({ ...(nested as object) }).toEqual({ list: [1, 'two', true] })
    expect(receiver.requests).toMatchObject([
      { signal: 'logs', protocol, compressed: compression === 'gzip', count: 1 },
    ])
  })
})
