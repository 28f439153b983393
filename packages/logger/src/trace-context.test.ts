import { context, type DiagLogger, diag, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api'
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  type LogRecordProcessor,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import fc from 'fast-check'
import { createLogger } from '.'
import { parseTraceparent } from './trace-context'

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c'
const SPAN_ID = 'b7ad6b7169203331'

const exporter = new InMemoryLogRecordExporter()
const seenByProcessor: (SpanContext | undefined)[] = []
const contextReader: LogRecordProcessor = {
  onEmit: (_, context) => seenByProcessor.push(trace.getSpanContext(context ?? ROOT_CONTEXT)),
  forceFlush: async () => {},
  shutdown: async () => {},
}
const log = createLogger({
  name: 'checkout',
  provider: new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter }), contextReader] }),
})
const last = () => exporter.getFinishedLogRecords().at(-1)
const tracerProvider = new NodeTracerProvider()
const tracer = tracerProvider.getTracer('test')

beforeAll(() => tracerProvider.register())
afterEach(() => {
  exporter.reset()
  diag.disable()
})
afterAll(async () => {
  await tracerProvider.shutdown()
  trace.disable()
  context.disable()
})

describe('a record', () => {
  test('carries the ids of the active span, after an await too', async () => {
    await tracer.startActiveSpan('work', async (span) => {
      log.info('before')
      expect(last()?.spanContext).toEqual(span.spanContext())
      await new Promise((resolve) => setImmediate(resolve))
      log.info('after')
      expect(last()?.spanContext).toEqual(span.spanContext())
      span.end()
      log.info('in the ended span')
      expect(last()?.spanContext).toEqual(span.spanContext())
    })
  })

  test('of concurrent requests carries those of its own', async () => {
    const request = (n: number) =>
      tracer.startActiveSpan(`request ${n}`, async (span) => {
        await new Promise((resolve) => setImmediate(resolve))
        log.info('done', { expected: span.spanContext().spanId })
        span.end()
      })
    await Promise.all(Array.from({ length: 50 }, (_, n) => request(n)))
    const records = exporter.getFinishedLogRecords()
    expect(records).toHaveLength(50)
    for (const record of records) expect(record.spanContext?.spanId).toBe(record.attributes['expected'])
  })

  test('outside of any span has no ids', () => {
    log.info('hello')
    expect(last()?.spanContext).toBeUndefined()
  })
})

describe('withTrace', () => {
  test('gives the records its ids, whichever span is active', () => {
    tracer.startActiveSpan('other', (span) => {
      log.withTrace(TRACE_ID.toUpperCase(), SPAN_ID).child({ a: 1 }).info('hello')
      span.end()
    })
    expect(last()?.spanContext).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1 })
    expect(last()?.attributes).toEqual({ a: 1 })
  })

  test('without a span id keeps the trace id as an attribute and in the context', () => {
    log.withTrace(TRACE_ID).info('hello')
    expect(last()?.attributes).toEqual({ trace_id: TRACE_ID })
    expect(seenByProcessor.at(-1)).toMatchObject({ traceId: TRACE_ID, spanId: '0000000000000000' })
  })

  test.each([
    ['a short trace id', 'abc', undefined],
    ['a trace id of zeros', '0'.repeat(32), SPAN_ID],
    ['a bad span id', TRACE_ID, 'xyz'],
    ['no string', 5 as unknown as string, undefined],
  ])('of %s writes in the active span', (_, traceId, spanId) => {
    tracer.startActiveSpan('active', (span) => {
      log.withTrace(traceId, spanId).info('hello')
      expect(last()?.spanContext).toEqual(span.spanContext())
      span.end()
    })
  })
})

describe('withTraceparent', () => {
  test('gives the records the ids and flags of the header', () => {
    log.withTraceparent(`00-${TRACE_ID}-${SPAN_ID}-00`).info('hello')
    expect(last()?.spanContext).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 0, isRemote: true })
  })

  test('reports a bad header once, and writes in the active span', () => {
    const warn = jest.fn()
    diag.setLogger({ warn } as unknown as DiagLogger)
    tracer.startActiveSpan('active', (span) => {
      log.withTraceparent('garbage').info('one')
      log.withTraceparent(undefined).info('two')
      expect(exporter.getFinishedLogRecords().map((record) => record.spanContext)).toEqual([
        span.spanContext(),
        span.spanContext(),
      ])
      span.end()
    })
    expect(warn).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['a later version', `01-${TRACE_ID}-${SPAN_ID}-01`],
    ['a later version with more fields', `cc-${TRACE_ID}-${SPAN_ID}-01-what-ever`],
    ['unknown flags', `00-${TRACE_ID}-${SPAN_ID}-fd`],
  ])('reads %s', (_, header) => {
    expect(parseTraceparent(header)).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1, isRemote: true })
  })

  test.each([
    ['version ff', `ff-${TRACE_ID}-${SPAN_ID}-01`],
    ['version 00 with more fields', `00-${TRACE_ID}-${SPAN_ID}-01-x`],
    ['a later version with a longer flag', `01-${TRACE_ID}-${SPAN_ID}-011`],
    ['upper case', `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`],
    ['an all-zero trace id', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    ['an all-zero span id', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['bad flags', `00-${TRACE_ID}-${SPAN_ID}-0x`],
    ['a bad version', `0x-${TRACE_ID}-${SPAN_ID}-01`],
    ['an underscore', `00_${TRACE_ID}-${SPAN_ID}-01`],
    ['surrounding space', ` 00-${TRACE_ID}-${SPAN_ID}-01`],
  ])('refuses %s', (_, header) => {
    expect(parseTraceparent(header)).toBeUndefined()
  })

  test('reads any header without throwing, and only valid ids from it', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCx'), minLength: length, maxLength: length })
    const almost = fc.tuple(hex(2), hex(32), hex(16), hex(2)).map((parts) => parts.join('-'))
    fc.assert(
      fc.property(fc.oneof(almost, fc.string(), fc.anything()), (header) => {
        const spanContext = parseTraceparent(header)
        if (spanContext !== undefined) expect(trace.isSpanContextValid(spanContext)).toBe(true)
      }),
    )
  })
})
