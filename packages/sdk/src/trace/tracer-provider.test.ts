import { context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { HeddleTracerProvider } from './tracer-provider'

const UNLIMITED = {
  attributeCount: Infinity,
  attributeValueLength: Infinity,
  eventCount: Infinity,
  linkCount: Infinity,
  attributePerEventCount: Infinity,
  attributePerLinkCount: Infinity,
}

function providerWith(...processors: SpanProcessor[]) {
  const sampling = { sampler: new AlwaysOnSampler(), readsAttributes: false }
  return new HeddleTracerProvider({ resource: resourceFromAttributes({}), limits: UNLIMITED, sampling, processors })
}

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())

test('gives the same tracer for the same scope', () => {
  const provider = providerWith()
  expect(provider.getTracer('a', '1')).toBe(provider.getTracer('a', '1'))
  expect(provider.getTracer('a', '1')).not.toBe(provider.getTracer('a', '2'))
  expect(provider.getTracer('a')).not.toBe(provider.getTracer('a', undefined, { schemaUrl: 'https://schema' }))
})

test('still makes tracers for a program that names them after its data', () => {
  const exporter = new InMemorySpanExporter()
  const provider = providerWith(new SimpleSpanProcessor(exporter))
  for (let i = 0; i < 1_100; i++) provider.getTracer(`tracer ${i}`).startSpan('work').end()
  expect(new Set(exporter.getFinishedSpans().map((span) => span.instrumentationScope.name)).size).toBe(1_100)
})

test.each([
  ['a name', (run: (span: Span) => string) => [run]],
  ['options', (run: (span: Span) => string) => [{ attributes: { a: 1 } }, run]],
  ['options and a context', (run: (span: Span) => string) => [{}, trace.deleteSpan(ROOT_CONTEXT), run]],
])('startActiveSpan takes %s, and hands back what the work returns', (_, argumentsWith) => {
  const tracer = providerWith().getTracer('test')
  const start = tracer.startActiveSpan.bind(tracer) as (...args: unknown[]) => unknown
  const result = start(
    'work',
    ...argumentsWith((span) => {
      expect(trace.getActiveSpan()).toBe(span)
      return 'result'
    }),
  )
  expect(result).toBe('result')
})

test('an attribute cannot reach a prototype', () => {
  const span = providerWith()
    .getTracer('test')
    .startSpan('work', { attributes: JSON.parse('{"__proto__":["polluted"]}') })
  span.setAttribute('__proto__', ['polluted'])
  const { attributes } = span as Span & { attributes: object }
  expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype)
  expect(Object.keys(attributes)).toEqual([])
})

test('the attributes of a span are its own', () => {
  const given: Record<string, unknown> = { list: ['a'], text: 'b' }
  const span = providerWith()
    .getTracer('test')
    .startSpan('work', { attributes: given as never }) as Span & { attributes: object }
  ;(given['list'] as string[]).push('late')
  given['text'] = 'late'
  expect(span.attributes).toEqual({ list: ['a'], text: 'b' })
})

test('a flush and a shutdown reach every processor, and wait for it', async () => {
  const done: string[] = []
  const processor = (name: string): SpanProcessor => ({
    onStart() {},
    onEnd() {},
    forceFlush: async () => void done.push(`${name} flushed`),
    shutdown: async () => void done.push(`${name} shut down`),
  })
  const provider = providerWith(processor('first'), processor('second'))
  await provider.forceFlush()
  await provider.shutdown()
  expect(done).toEqual(['first flushed', 'second flushed', 'first shut down', 'second shut down'])
})
