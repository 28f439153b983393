import { HeddleTracerProvider } from '@heddle/sdk'
import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { NEXT } from './next-spans'
import { Overlap } from './overlap'

const exporter = new InMemorySpanExporter()
const provider = new HeddleTracerProvider({
  resource: resourceFromAttributes({}),
  limits: {
    attributeCount: 128,
    attributeValueLength: Infinity,
    eventCount: 128,
    linkCount: 128,
    attributePerEventCount: 128,
    attributePerLinkCount: 128,
  },
  sampling: { sampler: new AlwaysOnSampler(), readsAttributes: false },
  processors: [new SimpleSpanProcessor(exporter)],
})
const own = provider.getTracer(NEXT)
const ended = () => exporter.getFinishedSpans().map(({ name }) => name)

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterEach(() => exporter.reset())
afterAll(() => context.disable())

test('what Next does outside of requests is no span, and its work runs', () => {
  const tracer = new Overlap(new Set(['http', 'undici'])).tracerFor(NEXT, own)
  expect(tracer.startActiveSpan('load route module', (span) => [span.isRecording(), span.end()])).toEqual([
    false,
    undefined,
  ])
  tracer.startSpan('load route module').end()
  expect(ended()).toEqual([])
})

test('without our own http instrumentation its spans are as they are', () => {
  const tracer = new Overlap(new Set(['undici'])).tracerFor(NEXT, own)
  tracer.startActiveSpan('GET', { kind: SpanKind.SERVER }, (server) => {
    tracer.startActiveSpan('fetch', { kind: SpanKind.CLIENT }, ROOT_CONTEXT, (client) => client.end())
    tracer.startActiveSpan('render', {}, (span) => {
      span.recordException(new Error('in a page'))
      expect(trace.getActiveSpan()).toBe(span)
      span.end()
    })
    server.end()
  })
  expect(ended()).toEqual(['render', 'GET'])
  expect(exporter.getFinishedSpans()[0]!.events).toHaveLength(1)
})
