import { AsyncLocalStorage } from 'node:async_hooks'
import { context, diag, trace } from '@opentelemetry/api'
import { isTracingSuppressed } from '@opentelemetry/core'
import { LoggerProvider, type LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { logRecord, RESOURCE, SPAN_ID, span, TRACE_ID } from './fixtures/records'
import {
  bodiesOf,
  type DecodedLogs,
  type DecodedTraces,
  decode,
  LogsRequest,
  LogsResponse,
  namesOf,
  TraceRequest,
} from './fixtures/schema'
import { QUICK_RETRY } from './fixtures/signal'
import type { OtlpPipelineOptions, Problem, SignalOptions } from './options'
import { createOtlpPipeline, type OtlpPipeline } from './pipeline'
import { failWith, GrpcCollector } from './send/fixtures/grpc-collector'
import { HttpCollector, status } from './send/fixtures/http-collector'

let collector: HttpCollector
let pipeline: OtlpPipeline
let problems: Problem[]

// Sets the context manager, as every SDK does.
beforeAll(() => new NodeTracerProvider().register())
afterAll(() => {
  context.disable()
  trace.disable()
})

beforeEach(async () => {
  collector = await HttpCollector.start()
  problems = []
})
afterEach(async () => {
  await pipeline.shutdown({ timeoutMs: 0 })
  await collector.close()
})

function start(options: Partial<OtlpPipelineOptions>): OtlpPipeline {
  pipeline = createOtlpPipeline({ resource: RESOURCE, onProblem: (problem) => problems.push(problem), ...options })
  return pipeline
}

/** A pipeline for logs alone, over HTTP/protobuf, that retries quickly. */
function startLogs(options: Partial<SignalOptions> = {}): OtlpPipeline {
  return start({
    logs: { endpoint: collector.url('/v1/logs'), protocol: 'http/protobuf', retry: QUICK_RETRY, ...options },
  })
}

function log(...bodies: string[]): void {
  for (const body of bodies) pipeline.logRecordProcessor.onEmit(logRecord(body))
}

const received = () => collector.requests.map(({ body }) => bodiesOf(decode<DecodedLogs>(LogsRequest, body)))

/** The ledger of the logs, which must balance whenever it is read. */
function balanced() {
  const { logs } = pipeline.stats()
  const dropped = Object.values(logs.dropped).reduce((sum, count) => sum + count, 0)
  expect(logs.delivered + dropped + logs.held.items).toBe(logs.created)
  return logs
}

describe('in a stock OpenTelemetry SDK', () => {
  async function emit(): Promise<void> {
    const tracers = new NodeTracerProvider({
      resource: RESOURCE,
      spanProcessors: [pipeline.spanProcessor satisfies SpanProcessor],
    })
    const loggers = new LoggerProvider({
      resource: RESOURCE,
      processors: [pipeline.logRecordProcessor satisfies LogRecordProcessor],
    })
    const ended = tracers.getTracer('test').startSpan('GET /orders')
    loggers.getLogger('test').emit({ body: 'order placed', context: trace.setSpan(context.active(), ended) })
    ended.end()
    await Promise.all([tracers.forceFlush(), loggers.forceFlush()])
  }

  test('spans and logs arrive over gRPC, with the same ids', async () => {
    const grpcCollector = await GrpcCollector.start()
    const signal = { endpoint: `http://127.0.0.1:${grpcCollector.port}`, protocol: 'grpc' } as const
    start({ traces: signal, logs: signal })
    await emit()
    const bodyOf = (method: string) => grpcCollector.requests.find(({ path }) => path.includes(method))!.body
    const traces = decode<DecodedTraces>(TraceRequest, bodyOf('TraceService'))
    const logs = decode<DecodedLogs>(LogsRequest, bodyOf('LogsService'))
    grpcCollector.close()
    const { traceId, spanId, name } = traces.resourceSpans[0]!.scopeSpans[0]!.spans[0]!
    expect(name).toBe('GET /orders')
    expect(logs.resourceLogs[0]!.scopeLogs[0]!.logRecords[0]).toMatchObject({ traceId, spanId })
    expect(traces.resourceSpans[0]!.resource).toEqual(logs.resourceLogs[0]!.resource)
    expect(pipeline.stats()).toMatchObject({ traces: { created: 1, delivered: 1 }, logs: { created: 1, delivered: 1 } })
  })

  test('and over HTTP/JSON', async () => {
    const protocol = 'http/json'
    start({
      traces: { endpoint: collector.url('/v1/traces'), protocol },
      logs: { endpoint: collector.url('/v1/logs'), protocol },
    })
    await emit()
    const bodies = new Map(collector.requests.map(({ url, body }) => [url, JSON.parse(body.toString())]))
    const { traceId, spanId } = bodies.get('/v1/traces').resourceSpans[0].scopeSpans[0].spans[0]
    expect(bodies.get('/v1/logs').resourceLogs[0].scopeLogs[0].logRecords[0]).toMatchObject({ traceId, spanId })
    expect(collector.requests[0]!.headers['content-type']).toBe('application/json')
  })
})

describe('what is sent', () => {
  test('a span that is not sampled is none of ours', async () => {
    start({ traces: { endpoint: collector.url('/'), protocol: 'http/protobuf' } })
    const spanContext = (traceFlags: number) => () => ({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags })
    pipeline.spanProcessor.onEnd(span({ name: 'recorded only', spanContext: spanContext(0) }))
    pipeline.spanProcessor.onEnd(span({ name: 'sampled', spanContext: spanContext(1) }))
    await pipeline.flush()
    expect(namesOf(decode<DecodedTraces>(TraceRequest, collector.requests[0]!.body))).toEqual(['sampled'])
    expect(pipeline.stats().traces).toMatchObject({ created: 1, delivered: 1 })
  })

  test('a full batch goes at once, the rest by age', async () => {
    startLogs({ batch: { maxItems: 2, maxDelayMs: 20 } })
    log('a', 'b', 'c')
    await collector.arrived(2)
    expect(received()).toEqual([['a', 'b'], ['c']])
  })

  test('order is kept, also through retries', async () => {
    startLogs({ batch: { maxItems: 1 } })
    collector.answers.push(status(503), status(200), status(503))
    log('a', 'b', 'c')
    await pipeline.flush()
    expect(received().flat()).toEqual(['a', 'a', 'b', 'b', 'c'])
  })

  test('waits for the asynchronous attributes of the resource', async () => {
    let settle = () => {}
    const attributes: Record<string, unknown> = { 'service.name': 'orders' }
    const detected = new Promise<void>((resolve) => {
      settle = resolve
    })
    const resource = { attributes, asyncAttributesPending: true, waitForAsyncAttributes: () => detected }
    start({ resource, logs: { endpoint: collector.url('/'), protocol: 'http/protobuf' } })
    log('a')
    const flushed = pipeline.flush()
    attributes['host.id'] = 'detected late'
    settle()
    await flushed
    const { resource: sent } = decode<DecodedLogs>(LogsRequest, collector.requests[0]!.body).resourceLogs[0]!
    expect(sent.attributes.map(({ key }) => key)).toEqual(['service.name', 'host.id'])
  })

  test("our own requests are not traced, and hold none of the app's async context", async () => {
    const app = new AsyncLocalStorage<string>()
    const seen: unknown[] = []
    const observe = () => seen.push([app.getStore(), isTracingSuppressed(context.active())])
    startLogs({ batch: { maxItems: 1 } })
    const { request } = require('node:http') as typeof import('node:http')
    const spy = jest.spyOn(require('node:http'), 'request').mockImplementation((...args: unknown[]) => {
      observe()
      return (request as (...args: unknown[]) => import('node:http').ClientRequest)(...args)
    })
    await app.run('a request of the app', async () => {
      log('a')
      await pipeline.flush()
    })
    spy.mockRestore()
    expect(seen).toEqual([[undefined, true]])
  })
})

describe('what is not delivered', () => {
  test('is retried until it is', async () => {
    startLogs()
    collector.answers.push(status(503), status(429), status(502))
    log('a')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ created: 1, delivered: 1 })
    expect(problems).toEqual([{ code: 'logs_unreachable', message: expect.stringContaining('HTTP 503') }])
  })

  test('is retried over gRPC as well', async () => {
    const grpcCollector = await GrpcCollector.start()
    grpcCollector.answers.push(failWith(14), failWith(4))
    startLogs({ endpoint: `http://127.0.0.1:${grpcCollector.port}`, protocol: 'grpc' })
    log('a')
    await pipeline.flush()
    grpcCollector.close()
    expect(balanced()).toMatchObject({ delivered: 1 })
  })

  test('is counted when it is rejected, and does not block what is behind it', async () => {
    startLogs({ batch: { maxItems: 2 } })
    collector.answers.push(status(400))
    log('poisoned', 'poisoned', 'good')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ delivered: 1, dropped: { rejected: 2 }, held: { items: 0, bytes: 0 } })
    expect(problems).toEqual([{ code: 'logs_rejected', message: expect.stringContaining('HTTP 400') }])
  })

  test('is counted when the collector takes only a part, which is never sent again', async () => {
    startLogs()
    const answer = LogsResponse.encode({ partialSuccess: { rejectedLogRecords: 2, errorMessage: 'too old' } }).finish()
    collector.answers.push(status(200, { 'content-type': 'application/x-protobuf' }, answer))
    log('a', 'b', 'c')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ delivered: 1, dropped: { partial_success: 2 } })
    expect(collector.requests).toHaveLength(1)
  })

  test('a collector that claims to have refused more than it got cannot unbalance the ledger', async () => {
    startLogs()
    collector.answers.push(
      status(200, { 'content-type': 'application/json' }, '{"partialSuccess":{"rejectedLogRecords":"99"}}'),
    )
    log('a')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ delivered: 0, dropped: { partial_success: 1 } })
  })

  test('is counted when it was tried for too long', async () => {
    startLogs({ retry: { initialDelayMs: 1, maxDelayMs: 1, maxElapsedMs: 20 } })
    collector.answers.push(...Array(1_000).fill(status(503)))
    log('a')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ dropped: { retry_exhausted: 1 }, held: { items: 0 } })
  })

  test('is held while the collector is away, and the newest are dropped and counted when the bound is reached', async () => {
    startLogs({ batch: { maxItems: 1 }, maxQueueBytes: 500 })
    const waiting: (() => void)[] = []
    collector.answers.push((response) => waiting.push(() => response.end()))
    const bodies = Array.from({ length: 20 }, (_, i) => `log ${i}`)
    log(...bodies)
    const { held, dropped } = balanced()
    expect(held.bytes).toBeLessThanOrEqual(500)
    expect(dropped.queue_full).toBeGreaterThan(0)
    await collector.arrived(1)
    waiting[0]!()
    await pipeline.flush()
    expect(received().flat()).toEqual(bodies.slice(0, held.items))
    expect(problems).toMatchObject([{ code: 'logs_queue_full' }])
  })

  test('is counted when it is too large or cannot be encoded', () => {
    startLogs()
    log('x'.repeat(17 * 1024 * 1024))
    pipeline.logRecordProcessor.onEmit(logRecord('x', { hrTime: null as never }))
    expect(balanced()).toMatchObject({ created: 2, dropped: { too_large: 1, invalid: 1 } })
  })

  test('a resource that throws loses no app, only telemetry, and says so', async () => {
    const resource = {
      get attributes(): never {
        throw new Error('broken detector')
      },
    }
    start({ resource, logs: { endpoint: collector.url('/'), protocol: 'http/protobuf' } })
    log('a')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ dropped: { invalid: 1 } })
    expect(problems).toMatchObject([{ message: expect.stringContaining('broken detector') }])
  })
})

describe('problems', () => {
  test('of one kind are told once, and a receiver that throws harms nothing', async () => {
    const told: string[] = []
    start({
      logs: { endpoint: collector.url('/'), protocol: 'http/protobuf', batch: { maxItems: 1 } },
      onProblem: ({ code }) => {
        told.push(code)
        throw new Error('no')
      },
    })
    collector.answers.push(status(400), status(401))
    log('a', 'b', 'c')
    await pipeline.flush()
    expect(told).toEqual(['logs_rejected'])
    expect(balanced()).toMatchObject({ delivered: 1, dropped: { rejected: 2 } })
  })

  test('go to the diagnostics of OpenTelemetry by default, without the secrets of the endpoint', async () => {
    const warn = jest.fn()
    diag.setLogger({ warn, error: warn, info() {}, debug() {}, verbose() {} }, { suppressOverrideMessage: true })
    const endpoint = collector.url('/v1/logs?token=s3cr3t').replace('://', '://user:pass@')
    pipeline = createOtlpPipeline({ resource: RESOURCE, logs: { endpoint, protocol: 'http/protobuf' } })
    collector.answers.push(status(400))
    log('a')
    await pipeline.flush()
    diag.disable()
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]![0]).toContain('HTTP 400')
    expect(warn.mock.calls[0]![0]).not.toMatch(/s3cr3t|pass/)
  })
})

describe('flush', () => {
  test('ends at its deadline while the collector hangs, and what it waited for is still held', async () => {
    startLogs()
    collector.answers.push(() => {})
    log('a')
    await pipeline.flush({ timeoutMs: 30 })
    expect(balanced()).toMatchObject({ held: { items: 1 } })
  })

  test('does not wait out our own backoff', async () => {
    startLogs({ retry: { initialDelayMs: 60_000, maxDelayMs: 60_000 } })
    collector.answers.push(status(503))
    log('a')
    await pipeline.flush({ timeoutMs: 50 })
    await pipeline.flush()
    expect(balanced()).toMatchObject({ delivered: 1 })
  })
})

describe('shutdown', () => {
  test('delivers what is held', async () => {
    startLogs({ batch: { maxItems: 2 } })
    log('a', 'b', 'c')
    await pipeline.shutdown()
    expect(received()).toEqual([['a', 'b'], ['c']])
    expect(balanced()).toMatchObject({ delivered: 3 })
  })

  test.each(['http/protobuf', 'grpc'] as const)(
    'keeps its deadline when a %s collector hangs, and counts what it gave up',
    async (protocol) => {
      const grpcCollector = await GrpcCollector.start()
      grpcCollector.answers.push(() => {})
      collector.answers.push(() => {})
      const endpoint = protocol === 'grpc' ? `http://127.0.0.1:${grpcCollector.port}` : collector.url('/')
      startLogs({ endpoint, protocol, batch: { maxItems: 2 } })
      log('a', 'b', 'c')
      const start = performance.now()
      await pipeline.shutdown({ timeoutMs: 50 })
      expect(performance.now() - start).toBeLessThan(1_000)
      expect(balanced()).toMatchObject({ dropped: { shutdown: 3 }, held: { items: 0, bytes: 0 } })
      grpcCollector.close()
    },
  )

  test('does not wait for a collector that is away', async () => {
    startLogs({ retry: { initialDelayMs: 60_000, maxDelayMs: 60_000 } })
    collector.answers.push(status(503), status(503))
    log('a')
    const start = performance.now()
    await pipeline.shutdown({ timeoutMs: 20_000 })
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(balanced()).toMatchObject({ dropped: { shutdown: 1 } })
  })

  test('is idempotent, and what comes after it is counted', async () => {
    startLogs()
    await Promise.all([pipeline.shutdown(), pipeline.shutdown(), pipeline.logRecordProcessor.shutdown()])
    log('late')
    await pipeline.flush()
    expect(balanced()).toMatchObject({ created: 1, dropped: { shutdown: 1 } })
    expect(collector.requests).toHaveLength(0)
  })
})

test('a signal without options does nothing', async () => {
  start({})
  pipeline.spanProcessor.onStart()
  pipeline.spanProcessor.onEnd(span())
  log('a')
  await pipeline.flush()
  expect(pipeline.stats()).toMatchObject({ traces: { created: 0 }, logs: { created: 0 } })
})
