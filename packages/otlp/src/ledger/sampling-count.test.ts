import { context, ROOT_CONTEXT, type Sampler, SamplingDecision, type SpanContext, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  NodeTracerProvider,
  ParentBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import { Metrics } from '../fixtures/metrics'
import { RESOURCE, SPAN_ID, TRACE_ID } from '../fixtures/records'
import { createOtlpPipeline, type OtlpPipeline } from '../pipeline'
import { HttpCollector } from '../send/fixtures/http-collector'

let collector: HttpCollector
let metrics: Metrics
let pipeline: OtlpPipeline

beforeEach(async () => {
  collector = await HttpCollector.start()
  metrics = new Metrics()
  pipeline = createOtlpPipeline({
    resource: RESOURCE,
    traces: { endpoint: collector.url('/'), protocol: 'http/protobuf' },
    meterProvider: metrics.provider,
  })
})
afterEach(async () => {
  await pipeline.shutdown()
  await collector.close()
  await metrics.shutdown()
  context.disable()
})

function tracerWith(sampler: Sampler) {
  const spanProcessors = [pipeline.spanProcessor]
  return new NodeTracerProvider({ sampler: pipeline.countedSampler(sampler), spanProcessors }).getTracer('test')
}

const parent = (overrides: Partial<SpanContext> = {}) =>
  trace.setSpanContext(ROOT_CONTEXT, { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 0, ...overrides })

const decidingOn = (decision: SamplingDecision): Sampler => ({
  shouldSample: () => ({ decision }),
  toString: () => 'x',
})

describe('what the sampler decides against', () => {
  test('is in the ledger though it was never recorded', () => {
    tracerWith(new AlwaysOffSampler()).startSpan('a').end()
    expect(pipeline.stats().traces).toMatchObject({ created: 1, sampledOut: 1, delivered: 0, held: { items: 0 } })
  })

  test('is in it once when it was recorded', () => {
    tracerWith(decidingOn(SamplingDecision.RECORD)).startSpan('a').end()
    expect(pipeline.stats().traces).toMatchObject({ created: 1, sampledOut: 1 })
  })

  test('is in it too when the decision is the parent’s', () => {
    const tracer = tracerWith(new ParentBasedSampler({ root: new AlwaysOnSampler() }))
    tracer.startSpan('of a stranger', {}, parent({ isRemote: true })).end()
    tracer.startSpan('sampled', {}, parent({ traceFlags: 1 })).end()
    expect(pipeline.stats().traces).toMatchObject({ created: 2, sampledOut: 1, held: { items: 1 } })
  })

  test('is not in it when tracing is suppressed: that makes no span', () => {
    tracerWith(new AlwaysOffSampler()).startSpan('a', {}, suppressTracing(ROOT_CONTEXT)).end()
    expect(pipeline.stats().traces).toMatchObject({ created: 0, sampledOut: 0 })
  })

  test('is counted after a shutdown, too', async () => {
    const tracer = tracerWith(new AlwaysOffSampler())
    await pipeline.shutdown()
    tracer.startSpan('a').end()
    expect(pipeline.stats().traces).toMatchObject({ created: 1, sampledOut: 1 })
  })
})

test('spans are measured by what was decided, and by where their parents are', async () => {
  const kept = tracerWith(new AlwaysOnSampler())
  kept.startSpan('a').end()
  kept.startSpan('b', {}, parent())
  for (const name of ['c', 'd']) kept.startSpan(name, {}, parent({ isRemote: true })).end()
  tracerWith(decidingOn(SamplingDecision.RECORD)).startSpan('e')
  tracerWith(new AlwaysOffSampler()).startSpan('f').end()
  const all = await metrics.read()
  const started = all['otel.sdk.span.started']!.map(({ value, attributes }) => [
    attributes['otel.span.sampling_result'],
    attributes['otel.span.parent.origin'],
    value,
  ])
  expect(started).toEqual([
    ['DROP', 'none', 1],
    ['RECORD_ONLY', 'none', 1],
    ['RECORD_AND_SAMPLE', 'none', 1],
    ['RECORD_AND_SAMPLE', 'local', 1],
    ['RECORD_AND_SAMPLE', 'remote', 2],
  ])
  expect(all['otel.sdk.span.live']).toEqual([
    { value: 1, attributes: { 'otel.span.sampling_result': 'RECORD_ONLY' } },
    { value: 1, attributes: { 'otel.span.sampling_result': 'RECORD_AND_SAMPLE' } },
  ])
})

test('a counted sampler decides and describes itself as the one within', () => {
  const sampler = new ParentBasedSampler({ root: new AlwaysOffSampler() })
  const counted = pipeline.countedSampler(sampler)
  expect(String(counted)).toBe(String(sampler))
  expect(counted.shouldSample(ROOT_CONTEXT, TRACE_ID, 'a', 0, {}, [])).toEqual({
    decision: SamplingDecision.NOT_RECORD,
  })
})

test('what a sampler throws is its caller’s, and no span', () => {
  const tracer = tracerWith({
    shouldSample() {
      throw new Error('undecided')
    },
  })
  expect(() => tracer.startSpan('a')).toThrow('undecided')
  expect(pipeline.stats().traces.created).toBe(0)
})

test('a sampler is left alone where no spans are sent', () => {
  const sampler = new AlwaysOnSampler()
  expect(createOtlpPipeline({ resource: RESOURCE }).countedSampler(sampler)).toBe(sampler)
})
