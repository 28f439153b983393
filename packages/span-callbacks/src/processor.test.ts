import {
  context,
  diag,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { type Logger, SeverityNumber } from '@opentelemetry/api-logs'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import {
  AlwaysOffSampler,
  InMemorySpanExporter,
  NodeTracerProvider,
  SamplingDecision,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import {
  type CallbackName,
  type EndedSpan,
  type LogInfo,
  type SpanCallbackOptions,
  SpanCallbackProcessor,
  type SpanCallbacks,
  type StartedSpan,
  type TraceInfo,
} from './index'

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c'
const PARENT_ID = 'b7ad6b7169203331'
const remoteParent = trace.setSpanContext(ROOT_CONTEXT, {
  traceId: TRACE_ID,
  spanId: PARENT_ID,
  traceFlags: TraceFlags.SAMPLED,
  isRemote: true,
})

/** A stock OpenTelemetry SDK with the processor in both providers. */
function stock(callbacks: SpanCallbacks, options?: SpanCallbackOptions) {
  const processor = new SpanCallbackProcessor(callbacks, options)
  const spans = new InMemorySpanExporter()
  const logs = new InMemoryLogRecordExporter()
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [processor, new SimpleSpanProcessor(spans)] })
  tracerProvider.register()
  const loggerProvider = new LoggerProvider({
    processors: [processor, new SimpleLogRecordProcessor({ exporter: logs })],
  })
  const [tracer, logger] = [tracerProvider.getTracer('test'), loggerProvider.getLogger('test')]
  return { processor, spans, logs, tracerProvider, loggerProvider, tracer, logger }
}

afterEach(() => {
  trace.disable()
  context.disable()
  propagation.disable()
  diag.disable()
})

describe('traceStart', () => {
  test('a trace that begins here is local', () => {
    const traces: TraceInfo[] = []
    const { tracer } = stock({ traceStart: (started) => void traces.push(started) })
    const { traceId, spanId } = tracer.startSpan('root').spanContext()
    expect(traces).toEqual([
      { traceId, spanId, name: 'root', origin: 'local', remoteParentSpanId: undefined, sampled: true },
    ])
  })

  test('one continued from outside is remote, each time that it comes in', () => {
    const traces: TraceInfo[] = []
    const { tracer } = stock({ traceStart: (started) => void traces.push(started) })
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
    const { tracer } = stock({
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
    const { tracer } = stock({
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
    const { tracer, spans } = stock({ spanStart: (span) => span.setAttributes({ tenant: 'a' }) })
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
    const { tracer, logger, spans, logs, processor } = stock({
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
  const { tracer, logger } = stock({ log: (record) => void told.push(record) })
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

describe('a callback that fails', () => {
  const names: CallbackName[] = ['traceStart', 'spanStart', 'spanEnd', 'log']
  const exercise = ({ tracer, logger }: { tracer: ReturnType<typeof trace.getTracer>; logger: Logger }) => {
    for (let i = 0; i < 3; i++) {
      tracer.startSpan('root').end()
      logger.emit({ body: 'hello' })
    }
  }

  test.each(names)('%s that throws is isolated, counted, and reported once', (name) => {
    const onError = jest.fn()
    const error = new Error('mine')
    const sdk = stock(
      {
        [name]: () => {
          throw error
        },
      },
      { onError },
    )
    exercise(sdk)
    expect(onError.mock.calls).toEqual([[error, name]])
    expect(sdk.processor.errors).toEqual({ traceStart: 0, spanStart: 0, spanEnd: 0, log: 0, [name]: 3 })
    expect(sdk.spans.getFinishedSpans()).toHaveLength(3)
    expect(sdk.logs.getFinishedLogRecords()).toHaveLength(3)
  })

  test.each(names)('%s that rejects is isolated, counted, and reported once', async (name) => {
    const onError = jest.fn()
    const error = new Error('mine')
    const sdk = stock({ [name]: () => Promise.reject(error) }, { onError })
    exercise(sdk)
    await sdk.processor.forceFlush()
    expect(onError.mock.calls).toEqual([[error, name]])
    expect(sdk.processor.errors[name]).toBe(3)
  })

  test('is reported to diag by default', () => {
    const error = jest.fn()
    diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} })
    const sdk = stock({ log: () => Promise.reject(new Error('later')), spanEnd: () => assertNever() })
    exercise(sdk)
    expect(error).toHaveBeenCalledTimes(1)
    expect(error).toHaveBeenCalledWith(expect.stringContaining('spanEnd'), expect.any(Error))
  })

  test('does no harm when its report fails too, or when its thenable is hostile', async () => {
    const hostile = Object.defineProperty({}, 'then', { get: assertNever })
    const onError = () => assertNever()
    const sdk = stock({ log: () => hostile as never, spanStart: () => assertNever() }, { onError })
    exercise(sdk)
    await sdk.processor.forceFlush()
    expect(sdk.processor.errors).toMatchObject({ log: 3, spanStart: 3 })
  })

  function assertNever(): never {
    throw new Error('thrown')
  }
})

describe('a callback that starts spans or logs itself', () => {
  test('is not told of what it did, at once', () => {
    const told: string[] = []
    const { tracer, logger, spans, logs } = stock({
      spanStart: ({ name }) => {
        told.push(`start ${name}`)
        tracer.startSpan('from spanStart').end()
      },
      spanEnd: ({ name }) => {
        told.push(`end ${name}`)
        tracer.startSpan('from spanEnd').end()
      },
      log: ({ body }) => {
        told.push(`log ${body}`)
        logger.emit({ body: 'from log' })
      },
    })
    const span = tracer.startSpan('app')
    expect(told.splice(0)).toEqual(['start app', 'end from spanStart'])
    span.end()
    expect(told.splice(0)).toEqual(['end app', 'start from spanEnd'])
    logger.emit({ body: 'app' })
    expect(told).toEqual(['log app'])
    expect(spans.getFinishedSpans().length).toBeGreaterThan(3)
    expect(logs.getFinishedLogRecords()).toHaveLength(2)
  })

  test('is not told of what it did after an await, nor of what it left running', async () => {
    const told: string[] = []
    let leftRunning: Promise<void> | undefined
    const { tracer, logger, processor } = stock({
      log: async ({ body }) => {
        told.push(`log ${body}`)
        await Promise.resolve()
        logger.emit({ body: 'from log' })
      },
      spanEnd: ({ name }) => {
        told.push(`end ${name}`)
        leftRunning = new Promise((resolve) => {
          setImmediate(() => {
            tracer.startSpan('from spanEnd').end()
            resolve()
          })
        })
      },
    })
    logger.emit({ body: 'app' })
    tracer.startSpan('app').end()
    await processor.forceFlush()
    await leftRunning
    expect(told).toEqual(['log app', 'end app'])
  })

  test('the app is still told of its own work while a callback is pending', async () => {
    const told: unknown[] = []
    const { logger, processor } = stock({
      log: async ({ body }) => {
        told.push(body)
        await new Promise((resolve) => setImmediate(resolve))
      },
    })
    logger.emit({ body: 1 })
    logger.emit({ body: 2 })
    await processor.forceFlush()
    logger.emit({ body: 3 })
    expect(told).toEqual([1, 2, 3])
  })

  test('a span of the app that a callback ends is told', () => {
    const told: string[] = []
    const { tracer } = stock({
      spanEnd: ({ name }) => {
        told.push(name)
        parent.end()
      },
    })
    const parent = tracer.startSpan('parent')
    tracer.startSpan('child').end()
    expect(told).toEqual(['child', 'parent'])
  })
})

describe('flush and shutdown', () => {
  test('wait for callbacks that are pending', async () => {
    let done = false
    const { tracer, tracerProvider } = stock({
      spanEnd: async () => {
        await new Promise((resolve) => setImmediate(resolve))
        done = true
      },
    })
    tracer.startSpan('root').end()
    await tracerProvider.shutdown()
    expect(done).toBe(true)
  })

  test('do not wait longer than flushTimeoutMs', async () => {
    const { tracer, processor } = stock({ spanEnd: () => new Promise<void>(() => {}) }, { flushTimeoutMs: 5 })
    for (let i = 0; i < 2000; i++) tracer.startSpan('root').end()
    await expect(processor.forceFlush()).resolves.toBeUndefined()
    await expect(processor.shutdown()).resolves.toBeUndefined()
  })

  test('of the tracer provider leaves the log callback alive', async () => {
    const log = jest.fn()
    const { logger, tracerProvider } = stock({ log })
    await tracerProvider.shutdown()
    logger.emit({ body: 'last words' })
    expect(log).toHaveBeenCalledTimes(1)
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
  stock(counter).tracer.startSpan('root').end()
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
