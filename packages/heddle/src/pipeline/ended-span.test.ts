import { type Span, SpanStatusCode } from '@opentelemetry/api'
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from '../config/options'
import { pipelineOf } from './fixtures/pipeline-of'

const LINK = { context: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 } }
const LONG = 'x'.repeat(2_000)
const WHOLE = {
  name: LONG,
  ended: true,
  attributes: { list: ['a', 'b'] },
  events: [{ name: 'event', attributes: { text: LONG } }],
  links: [LINK],
  status: { code: SpanStatusCode.ERROR, message: LONG },
}

/**
 * What an ended span still holds. The app, and every context in which the span was active, may keep
 * it.
 */
async function endedSpan(options: HeddleOptions) {
  const pipeline = pipelineOf(options)
  const tracer = pipeline.providers.tracerProvider.getTracer('test')
  const span = tracer.startSpan(LONG, { links: [LINK] }) as Span & ReadableSpan
  span.setAttribute('list', ['a', 'b']).addEvent('event', { text: LONG })
  span.setStatus({ code: SpanStatusCode.ERROR, message: LONG }).end()
  await pipeline.flush(1_000)
  return { span, stop: () => pipeline.shutdown(0) }
}

test('an ended span keeps its ids and its times, and lets go of all that may be large', async () => {
  const { span, stop } = await endedSpan({})
  expect(span).toMatchObject({
    name: '',
    attributes: {},
    events: [],
    links: [],
    status: { code: SpanStatusCode.ERROR },
  })
  expect(span.status.message).toBeUndefined()
  expect(span.spanContext().traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(span.duration).toEqual([0, expect.any(Number)])
  // What someone adds to them in spite of their type is on no other span.
  const other = await endedSpan({})
  expect(span.attributes).not.toBe(other.span.attributes)
  await other.stop()
  await stop()
})

test('a short name and message stay', async () => {
  const pipeline = pipelineOf({})
  const span = pipeline.providers.tracerProvider.getTracer('test').startSpan('GET /users') as Span & ReadableSpan
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'refused' }).end()
  expect(span).toMatchObject({ name: 'GET /users', status: { message: 'refused' } })
  await pipeline.shutdown(0)
})

describe('whoever looks at it later finds all of it:', () => {
  test('an exporter of the app', async () => {
    const exporter = new InMemorySpanExporter()
    const { span, stop } = await endedSpan({ exporters: { traces: exporter } })
    expect(exporter.getFinishedSpans()).toMatchObject([WHOLE])
    expect(span).toMatchObject({ attributes: {}, events: [], links: [] })
    await stop()
  })

  test.each([
    ['BatchSpanProcessor', (exporter: InMemorySpanExporter) => new BatchSpanProcessor(exporter)],
    ['SimpleSpanProcessor', (exporter: InMemorySpanExporter) => new SimpleSpanProcessor(exporter)],
  ])("an exporter behind the SDK's %s", async (_name, processor) => {
    const exporter = new InMemorySpanExporter()
    const { span, stop } = await endedSpan({ spanProcessors: [processor(exporter)] })
    expect(exporter.getFinishedSpans()).toMatchObject([WHOLE])
    expect(span).toMatchObject({ attributes: {}, events: [], links: [] })
    await stop()
  })

  test('a processor of the app, which is given the very span that it saw start', async () => {
    const started: unknown[] = []
    const ended: ReadableSpan[] = []
    const processor: SpanProcessor = {
      onStart: (span) => void started.push(span),
      onEnd: (span) => void ended.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    }
    const { span, stop } = await endedSpan({ spanProcessors: [processor] })
    expect(started[0]).toBe(span)
    expect(ended[0]).toBe(span)
    expect(ended).toMatchObject([WHOLE])
    await stop()
  })

  test('a callback', async () => {
    const seen: unknown[] = []
    const { stop } = await endedSpan({ on: { spanEnd: (span) => void seen.push(span) } })
    expect(seen).toMatchObject([{ name: LONG, attributes: { list: ['a', 'b'] }, eventCount: 1, linkCount: 1 }])
    await stop()
  })
})
