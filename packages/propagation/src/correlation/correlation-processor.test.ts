import { ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { extractFrom, type Headers, TRACE_ID, TRACEPARENT } from '../fixtures/carriers'
import { createPropagator } from '../propagator'
import type { TrustPolicy } from '../trust'
import { CorrelationProcessor } from './correlation-processor'

const processor = new CorrelationProcessor()
const spans = new InMemorySpanExporter()
const logs = new InMemoryLogRecordExporter()
const tracerProvider = new NodeTracerProvider({ spanProcessors: [processor, new SimpleSpanProcessor(spans)] })
const loggerProvider = new LoggerProvider({
  processors: [processor, new SimpleLogRecordProcessor({ exporter: logs })],
})

afterEach(() => {
  spans.reset()
  logs.reset()
})
afterAll(() => Promise.all([tracerProvider.shutdown(), loggerProvider.shutdown()]))

/** A request through a stock SDK: a server span, its child, and a log record in each. */
function serve(headers: Headers, trust: TrustPolicy = 'accept') {
  const extracted = extractFrom(createPropagator({ formats: ['tracecontext', 'correlation'], trust }), headers)
  const tracer = tracerProvider.getTracer('test')
  const logger = loggerProvider.getLogger('test')
  const within = (context = extracted, span: Span) => {
    const active = trace.setSpan(context, span)
    logger.emit({ body: 'a log', context: active })
    return active
  }
  const server = tracer.startSpan('server', {}, extracted)
  const child = tracer.startSpan('child', {}, within(extracted, server))
  within(extracted, child)
  child.end()
  server.end()
  const [childSpan, serverSpan] = spans.getFinishedSpans()
  return {
    server: serverSpan?.attributes,
    child: childSpan?.attributes,
    logs: logs.getFinishedLogRecords().map(({ attributes }) => attributes),
  }
}

const IDS = { 'x-trace-id': 'order-4711', 'x-parent-id': 'gateway', 'x-request-id': 'r-1' }
const ON_SPANS = {
  'correlation.trace_id': 'order-4711',
  'correlation.parent_id': 'gateway',
  'correlation.request_id': 'r-1',
}
const ON_LOGS = { 'correlation.trace_id': 'order-4711', 'correlation.request_id': 'r-1' }

it.each<[string, Headers]>([
  ['without a trace', IDS],
  ['beside a trace', { ...IDS, traceparent: TRACEPARENT }],
])('puts foreign ids %s on the first span, and on every log record', (_, headers) => {
  const request = serve(headers)
  expect(request.server).toEqual(ON_SPANS)
  expect(request.child).toEqual({})
  expect(request.logs).toEqual([ON_LOGS, ON_LOGS])
})

it('puts a correlation id that is not that of the trace on them', () => {
  const other = 'c'.repeat(32)
  expect(serve({ traceparent: TRACEPARENT, 'x-trace-id': other }).server).toEqual({ 'correlation.trace_id': other })
})

it('leaves out an id that is the trace id', () => {
  const request = serve({ traceparent: TRACEPARENT, 'x-trace-id': TRACE_ID.toUpperCase() })
  expect(request.server).toEqual({})
  expect(request.logs).toEqual([{}, {}])
})

it('records the ids of a caller that is linked, and nothing of one that is ignored', () => {
  expect(serve({ ...IDS, traceparent: TRACEPARENT }, 'link').server).toEqual(ON_SPANS)
  spans.reset()
  logs.reset()
  const ignored = serve({ ...IDS, traceparent: TRACEPARENT }, 'ignore')
  expect([ignored.server, ...ignored.logs]).toEqual([{}, {}, {}])
})

it('adds nothing to spans and logs outside of a request', () => {
  tracerProvider.getTracer('test').startSpan('job', {}, ROOT_CONTEXT).end()
  loggerProvider.getLogger('test').emit({ body: 'a log', context: ROOT_CONTEXT })
  expect(spans.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([{}])
  expect(logs.getFinishedLogRecords().map(({ attributes }) => attributes)).toEqual([{}])
})

it('flushes and shuts down at once, having nothing to send', async () => {
  await expect(processor.forceFlush()).resolves.toBeUndefined()
  await expect(processor.shutdown()).resolves.toBeUndefined()
})
