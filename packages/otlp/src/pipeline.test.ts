import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { context, trace } from '@opentelemetry/api'
import { isTracingSuppressed } from '@opentelemetry/core'
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { LogPipeline } from './fixtures/log-pipeline'
import { RESOURCE, SPAN_ID, span, TRACE_ID } from './fixtures/records'
import { type DecodedLogs, type DecodedTraces, decode, LogsRequest, namesOf, TraceRequest } from './fixtures/schema'
import { status } from './send/fixtures/http-collector'
import { Http2Collector } from './send/fixtures/http2-collector'

// Sets the context manager, as every SDK does.
beforeAll(() => new NodeTracerProvider().register())
afterAll(() => {
  context.disable()
  trace.disable()
})

let subject: LogPipeline

beforeEach(async () => {
  subject = await LogPipeline.create()
})
afterEach(() => subject.close())

describe('in a stock OpenTelemetry SDK', () => {
  async function emit(): Promise<void> {
    const tracers = new NodeTracerProvider({
      resource: RESOURCE,
      spanProcessors: [subject.pipeline.spanProcessor satisfies SpanProcessor],
    })
    const loggers = new LoggerProvider({
      resource: RESOURCE,
      processors: [subject.pipeline.logRecordProcessor satisfies LogRecordProcessor],
    })
    const ended = tracers.getTracer('test').startSpan('GET /orders')
    loggers.getLogger('test').emit({ body: 'order placed', context: trace.setSpan(context.active(), ended) })
    ended.end()
    await Promise.all([tracers.forceFlush(), loggers.forceFlush()])
  }

  test('spans and logs arrive over gRPC, with the same ids', async () => {
    const grpcCollector = await subject.startGrpcCollector()
    const signal = { endpoint: `http://127.0.0.1:${grpcCollector.port}`, protocol: 'grpc' } as const
    subject.start({ traces: signal, logs: signal })
    await emit()
    const bodyOf = (method: string) => grpcCollector.requests.find(({ path }) => path.includes(method))!.body
    const traces = decode<DecodedTraces>(TraceRequest, bodyOf('TraceService'))
    const logs = decode<DecodedLogs>(LogsRequest, bodyOf('LogsService'))
    const { traceId, spanId, name } = traces.resourceSpans[0]!.scopeSpans[0]!.spans[0]!
    expect(name).toBe('GET /orders')
    expect(logs.resourceLogs[0]!.scopeLogs[0]!.logRecords[0]).toMatchObject({ traceId, spanId })
    expect(traces.resourceSpans[0]!.resource).toEqual(logs.resourceLogs[0]!.resource)
    expect(subject.pipeline.stats()).toMatchObject({
      traces: { created: 1, delivered: 1 },
      logs: { created: 1, delivered: 1 },
    })
  })

  test('spans and logs share a connection over gRPC, which ends with the shutdown', async () => {
    const grpcCollector = await Http2Collector.start()
    const signal = { endpoint: `http://127.0.0.1:${grpcCollector.port}`, protocol: 'grpc' } as const
    subject.start({ traces: signal, logs: signal })
    await emit()
    expect(grpcCollector.calls).toBe(2)
    const [session, ...others] = grpcCollector.sessions
    expect(others).toEqual([])
    const closed = once(session!, 'close')
    await subject.pipeline.shutdown()
    await closed
    await grpcCollector.close()
  })

  test('and over HTTP/JSON', async () => {
    const protocol = 'http/json'
    subject.start({
      traces: { endpoint: subject.collector.url('/v1/traces'), protocol },
      logs: { endpoint: subject.collector.url('/v1/logs'), protocol },
    })
    await emit()
    const bodies = new Map(subject.collector.requests.map(({ url, body }) => [url, JSON.parse(body.toString())]))
    const { traceId, spanId } = bodies.get('/v1/traces').resourceSpans[0].scopeSpans[0].spans[0]
    expect(bodies.get('/v1/logs').resourceLogs[0].scopeLogs[0].logRecords[0]).toMatchObject({ traceId, spanId })
    expect(subject.collector.requests[0]!.headers['content-type']).toBe('application/json')
  })
})

describe('what is sent', () => {
  test('a span that is recorded and not sampled is counted, and not sent', async () => {
    subject.start({ traces: { endpoint: subject.collector.url('/'), protocol: 'http/protobuf' } })
    const spanContext = (traceFlags: number) => () => ({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags })
    subject.pipeline.spanProcessor.onEnd(span({ name: 'recorded only', spanContext: spanContext(0) }))
    subject.pipeline.spanProcessor.onEnd(span({ name: 'sampled', spanContext: spanContext(1) }))
    await subject.pipeline.flush()
    expect(namesOf(decode<DecodedTraces>(TraceRequest, subject.collector.requests[0]!.body))).toEqual(['sampled'])
    expect(subject.pipeline.stats().traces).toMatchObject({ created: 2, delivered: 1, sampledOut: 1 })
  })

  test('a full batch goes at once, the rest by age', async () => {
    subject.startLogs({ batch: { maxItems: 2, maxDelayMs: 20 } })
    subject.log('a', 'b', 'c')
    await subject.collector.arrived(2)
    expect(subject.received()).toEqual([['a', 'b'], ['c']])
  })

  test('order is kept, also through retries', async () => {
    subject.startLogs({ batch: { maxItems: 1 } })
    subject.collector.answers.push(status(503), status(200), status(503))
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(subject.received().flat()).toEqual(['a', 'a', 'b', 'b', 'c'])
  })

  test('waits for the asynchronous attributes of the resource', async () => {
    let settle = () => {}
    const attributes: Record<string, unknown> = { 'service.name': 'orders' }
    const detected = new Promise<void>((resolve) => {
      settle = resolve
    })
    const resource = { attributes, asyncAttributesPending: true, waitForAsyncAttributes: () => detected }
    subject.start({ resource, logs: { endpoint: subject.collector.url('/'), protocol: 'http/protobuf' } })
    subject.log('a')
    const flushed = subject.pipeline.flush()
    attributes['host.id'] = 'detected late'
    settle()
    await flushed
    const { resource: sent } = decode<DecodedLogs>(LogsRequest, subject.collector.requests[0]!.body).resourceLogs[0]!
    expect(sent.attributes.map(({ key }) => key)).toEqual(['service.name', 'host.id'])
  })

  test("our own requests are not traced, and hold none of the app's async context", async () => {
    const app = new AsyncLocalStorage<string>()
    const seen: unknown[] = []
    const observe = () => seen.push([app.getStore(), isTracingSuppressed(context.active())])
    subject.startLogs({ batch: { maxItems: 1 } })
    const { request } = require('node:http') as typeof import('node:http')
    const spy = jest.spyOn(require('node:http'), 'request').mockImplementation((...args: unknown[]) => {
      observe()
      return (request as (...args: unknown[]) => import('node:http').ClientRequest)(...args)
    })
    await app.run('a request of the app', async () => {
      subject.log('a')
      await subject.pipeline.flush()
    })
    spy.mockRestore()
    expect(seen).toEqual([[undefined, true]])
  })
})

describe('flush', () => {
  test('ends at its deadline while the collector hangs, and what it waited for is still held', async () => {
    subject.startLogs()
    subject.collector.answers.push(() => {})
    subject.log('a')
    await subject.pipeline.flush({ timeoutMs: 30 })
    expect(subject.balanced()).toMatchObject({ held: { items: 1 } })
  })

  test('does not wait out our own backoff', async () => {
    subject.startLogs({ retry: { initialDelayMs: 60_000, maxDelayMs: 60_000 } })
    subject.collector.answers.push(status(503))
    subject.log('a')
    await subject.pipeline.flush({ timeoutMs: 50 })
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 1 })
  })
})

describe('shutdown', () => {
  test('delivers what is held', async () => {
    subject.startLogs({ batch: { maxItems: 2 } })
    subject.log('a', 'b', 'c')
    await subject.pipeline.shutdown()
    expect(subject.received()).toEqual([['a', 'b'], ['c']])
    expect(subject.balanced()).toMatchObject({ delivered: 3 })
  })

  test.each(['http/protobuf', 'grpc'] as const)(
    'keeps its deadline when a %s collector hangs, and counts what it gave up',
    async (protocol) => {
      const grpcCollector = await subject.startGrpcCollector()
      grpcCollector.answers.push(() => {})
      subject.collector.answers.push(() => {})
      const endpoint = protocol === 'grpc' ? `http://127.0.0.1:${grpcCollector.port}` : subject.collector.url('/')
      subject.startLogs({ endpoint, protocol, batch: { maxItems: 2 } })
      subject.log('a', 'b', 'c')
      const start = performance.now()
      await subject.pipeline.shutdown({ timeoutMs: 50 })
      expect(performance.now() - start).toBeLessThan(1_000)
      expect(subject.balanced()).toMatchObject({ dropped: { shutdown: 3 }, held: { items: 0, bytes: 0 } })
      expect(subject.problems).toMatchObject([{ code: 'logs_shutdown' }])
    },
  )

  test('does not wait for a collector that is away', async () => {
    subject.startLogs({ retry: { initialDelayMs: 60_000, maxDelayMs: 60_000 } })
    subject.collector.answers.push(status(503), status(503))
    subject.log('a')
    const start = performance.now()
    await subject.pipeline.shutdown({ timeoutMs: 20_000 })
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(subject.balanced()).toMatchObject({ dropped: { shutdown: 1 } })
  })

  test('is idempotent, and what comes after it is counted', async () => {
    subject.startLogs()
    await Promise.all([
      subject.pipeline.shutdown(),
      subject.pipeline.shutdown(),
      subject.pipeline.logRecordProcessor.shutdown(),
    ])
    subject.log('late')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ created: 1, dropped: { shutdown: 1 } })
    expect(subject.collector.requests).toHaveLength(0)
  })
})

test('a signal without options does nothing', async () => {
  subject.start({})
  subject.pipeline.spanProcessor.onStart()
  subject.pipeline.spanProcessor.onEnd(span())
  subject.log('a')
  await subject.pipeline.flush()
  expect(subject.pipeline.stats()).toMatchObject({ traces: { created: 0 }, logs: { created: 0 } })
})
