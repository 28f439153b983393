import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import { SeverityNumber } from '@opentelemetry/api-logs'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { AlwaysOffSampler, NodeTracerProvider, SamplingDecision } from '@opentelemetry/sdk-trace-node'
import { startStockSdk, unregisterStockSdk } from './fixtures/stock-sdk'
import {
  type EndedSpan,
  type LogInfo,
  SpanCallbackProcessor,
  type SpanCallbacks,
  type StartedSpan,
  type TraceInfo,
} from './index'

afterEach(unregisterStockSdk)

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c'
const PARENT_ID = 'b7ad6b7169203331'
const remoteParent = trace.setSpanContext(ROOT_CONTEXT, {
  traceId: TRACE_ID,
  spanId: PARENT_ID,
  traceFlags: TraceFlags.SAMPLED,
  isRemote: true,
})

describe('traceStart', () => {
  test('a trace that begins here is local', () => {
    const traces: TraceInfo[] = []
    const { tracer } = startStockSdk({ traceStart: (started) => void traces.push(started) })
    const { traceId, spanId } = tracer.startSpan('root').spanContext()
    expect(traces).toEqual([
      { traceId, spanId, name: 'root', origin: 'local', remoteParentSpanId: undefined, sampled: true },
    ])
  })

  test('one continued from outside is remote, each time that it comes in', () => {
    const traces: TraceInfo[] = []
    const { tracer } = startStockSdk({ traceStart: (started) => void traces.push(started) })
    tracer.startSpan('first', {}, remoteParent)
    tracer.startSpan('second', {}, remoteParent)
    const remote = { traceId: TRACE_ID, origin: 'remote', remoteParentSpanId: PARENT_ID, sampled: true }
    expect(traces).toMatchObject([
      { ...remote, name: 'first' },
      { ...remote, name: 'second' },
    ])
  })

  test('a child is no new trace, and traceStart comes before spanStart', () => {
    const order: string[] = []
    const { tracer } = startStockSdk({
      traceStart: ({ name }) => void order.push(`trace ${name}`),
      spanStart: ({ name }) => void order.push(`span ${name}`),
    })
    tracer.startActiveSpan('root', () => tracer.startSpan('child'))
    expect(order).toEqual(['trace root', 'span root', 'span child'])
  })

  test('a span that is recorded but not sampled says so', () => {
    const traces: TraceInfo[] = []
    const processor = new SpanCallbackProcessor({ traceStart: (started) => void traces.push(started) })
    const sampler = { shouldSample: () => ({ decision: SamplingDecision.RECORD }) }
    new NodeTracerProvider({ sampler, spanProcessors: [processor] }).getTracer('test').startSpan('root')
    expect(traces).toMatchObject([{ name: 'root', sampled: false }])
  })

  test('of a trace that is not sampled nothing is told', () => {
    const told = jest.fn()
    const processor = new SpanCallbackProcessor({ traceStart: told, spanStart: told, spanEnd: told })
    const provider = new NodeTracerProvider({ sampler: new AlwaysOffSampler(), spanProcessors: [processor] })
    provider.getTracer('test').startSpan('root').end()
    expect(told).not.toHaveBeenCalled()
  })
})

describe('spans', () => {
  test('the start and the end of a span are told with what is known then', () => {
    const started: StartedSpan[] = []
    const ended: EndedSpan[] = []
    const { tracer } = startStockSdk({
      spanStart: (span) => void started.push(span),
      spanEnd: (span) => void ended.push(span),
    })
    const options = {
      kind: SpanKind.SERVER,
      attributes: { 'http.request.method': 'GET' },
      startTime: [1700000000, 5e8],
    }
    const span = tracer.startSpan('GET', options as object, remoteParent)
    const { traceId, spanId } = span.spanContext()
    span.updateName('GET /users/:id').setAttribute('http.route', '/users/:id').addEvent('first byte')
    span.setStatus({ code: SpanStatusCode.ERROR, message: 'broken' }).end([1700000001, 750_250_000])

    const common = { traceId, spanId, parentSpanId: PARENT_ID, kind: SpanKind.SERVER, sampled: true }
    expect({ ...started[0] }).toEqual({
      ...common,
      name: 'GET',
      attributes: { 'http.request.method': 'GET' },
      startTimeMs: 1700000000500,
    })
    expect(ended).toEqual([
      {
        ...common,
        name: 'GET /users/:id',
        attributes: { 'http.request.method': 'GET', 'http.route': '/users/:id' },
        startTimeMs: 1700000000500,
        endTimeMs: 1700000001750.25,
        durationMs: 1250.25,
        status: { code: SpanStatusCode.ERROR, message: 'broken' },
        eventCount: 1,
        linkCount: 0,
      },
    ])
  })

  test('spanStart may add attributes, which are exported', () => {
    const { tracer, spans } = startStockSdk({ spanStart: ({ setAttributes }) => setAttributes({ tenant: 'a' }) })
    tracer.startSpan('root').end()
    expect(spans.getFinishedSpans()[0]?.attributes).toEqual({ tenant: 'a' })
  })

  test('no callback can change an id, or anything else that is exported', () => {
    const vandal = (snapshot: object) => {
      for (const key of Object.keys(snapshot)) expect(Reflect.set(snapshot, key, 'forged')).toBe(false)
      const { attributes } = snapshot as { attributes?: { tags?: string[] } }
      Object.assign(attributes ?? {}, { forged: true })
      attributes?.tags?.push('forged')
    }
    const { tracer, logger, spans, logs, processor } = startStockSdk({
      traceStart: vandal,
      spanStart: vandal,
      spanEnd: vandal,
      log: vandal,
    })
    const span = tracer.startSpan('root', { attributes: { tags: ['a'] } }, remoteParent)
    logger.emit({ body: 'hello', attributes: { a: 1 }, context: trace.setSpan(ROOT_CONTEXT, span) })
    span.end()

    expect(processor.errors).toEqual({ traceStart: 0, spanStart: 0, spanEnd: 0, log: 0 })
    expect(spans.getFinishedSpans()[0]?.attributes).toEqual({ tags: ['a'] })
    expect(spans.getFinishedSpans()[0]?.spanContext()).toMatchObject({ traceId: TRACE_ID })
    expect(logs.getFinishedLogRecords()[0]?.attributes).toEqual({ a: 1 })
    expect(logs.getFinishedLogRecords()[0]?.spanContext?.traceId).toBe(TRACE_ID)
  })
})

test('a log is told with the ids of the span that it was written in', () => {
  const told: LogInfo[] = []
  const { tracer, logger } = startStockSdk({ log: (record) => void told.push(record) })
  tracer.startActiveSpan('root', (span) => {
    logger.emit({
      eventName: 'order.placed',
      body: { text: 'placed' },
      severityNumber: SeverityNumber.INFO,
      severityText: 'info',
      attributes: { orderId: 7 },
      timestamp: 1700000000123,
    })
    const { traceId, spanId } = span.spanContext()
    expect(told).toEqual([
      {
        eventName: 'order.placed',
        body: { text: 'placed' },
        severity: 9,
        severityText: 'info',
        attributes: { orderId: 7 },
        traceId,
        spanId,
        timestampMs: 1700000000123,
      },
    ])
  })
})

test('methods of a class instance keep their this', () => {
  class Counter implements SpanCallbacks {
    count = 0
    spanEnd() {
      this.count++
    }
  }
  const counter = new Counter()
  startStockSdk(counter).tracer.startSpan('root').end()
  expect(counter.count).toBe(1)
})

test('without a log callback the processor is no reason to create log records', () => {
  const provider = (callbacks: SpanCallbacks) =>
    new LoggerProvider({ processors: [new SpanCallbackProcessor(callbacks)] })
  expect(
    provider({ spanEnd() {} })
      .getLogger('test')
      .enabled({}),
  ).toBe(false)
  expect(
    provider({ log() {} })
      .getLogger('test')
      .enabled({}),
  ).toBe(true)
})

test('a callback that is no function is refused by name', () => {
  expect(() => new SpanCallbackProcessor({ spanEnd: 'log it' as never })).toThrow(
    new TypeError('The callback spanEnd is of type string; it must be a function.'),
  )
  expect(new SpanCallbackProcessor({ spanEnd: undefined as never }).errors.spanEnd).toBe(0)
})
