import { type Context, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  NodeTracerProvider,
  ParentBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import { extractFrom, injectInto, SPAN_ID, TRACE_ID } from './fixtures/carriers'
import { createPropagator } from './propagator'

const providers = {
  sampling: new NodeTracerProvider({ sampler: new AlwaysOnSampler() }),
  notSampling: new NodeTracerProvider({ sampler: new AlwaysOffSampler() }),
  parentBased: new NodeTracerProvider({ sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }) }),
}

afterAll(() => Promise.all(Object.values(providers).map((provider) => provider.shutdown())))

/** The flags of an outgoing request, `depth` spans of a stock SDK below the context. */
function flagsBelow(
  context: Context,
  options: { depth?: number; provider?: NodeTracerProvider; random?: boolean } = {},
) {
  const { depth = 1, provider = providers.sampling, random = true } = options
  const tracer = provider.getTracer('test')
  let current = context
  for (let level = 0; level < depth; level++) {
    current = trace.setSpan(current, tracer.startSpan(`span ${level}`, {}, current))
  }
  return injectInto(createPropagator({ randomTraceIds: random }), current)['traceparent']?.slice(-2)
}

const remote = (flags: string) => extractFrom(createPropagator(), { traceparent: `00-${TRACE_ID}-${SPAN_ID}-${flags}` })

describe('the random flag of a continued trace', () => {
  it.each([
    ['02', '03'],
    ['03', '03'],
    ['00', '01'],
    ['01', '01'],
  ])('%s goes on as %s when the trace is sampled here', (incoming, outgoing) => {
    expect(flagsBelow(remote(incoming))).toBe(outgoing)
  })

  it('goes on from any depth', () => {
    expect(flagsBelow(remote('03'), { depth: 4 })).toBe('03')
    expect(flagsBelow(remote('01'), { depth: 4 })).toBe('01')
  })

  it('goes on when the trace is not sampled', () => {
    expect(flagsBelow(remote('02'), { provider: providers.notSampling })).toBe('02')
    expect(flagsBelow(remote('02'), { provider: providers.parentBased })).toBe('02')
    expect(flagsBelow(remote('00'), { provider: providers.parentBased })).toBe('00')
  })

  it('goes on when no span is started at all', () => {
    expect(flagsBelow(remote('02'), { depth: 0 })).toBe('02')
    expect(flagsBelow(remote('00'), { depth: 0 })).toBe('00')
  })

  it('does not depend on how ids are made here', () => {
    expect(flagsBelow(remote('03'), { random: false })).toBe('03')
    expect(flagsBelow(remote('01'), { random: true })).toBe('01')
  })
})

describe('the random flag of a trace that begins here', () => {
  it('is set, sampled or not', () => {
    expect(flagsBelow(ROOT_CONTEXT)).toBe('03')
    expect(flagsBelow(ROOT_CONTEXT, { provider: providers.notSampling })).toBe('02')
  })

  it('is not set when ids are not random', () => {
    expect(flagsBelow(ROOT_CONTEXT, { random: false })).toBe('01')
  })

  it('is set for a new root inside a continued trace', () => {
    const span = providers.sampling.getTracer('test').startSpan('detached', { root: true }, remote('01'))
    const headers = injectInto(createPropagator(), trace.setSpan(remote('01'), span))
    expect(headers['traceparent']).not.toContain(TRACE_ID)
    expect(headers['traceparent']?.slice(-2)).toBe('03')
  })

  it('is not set for a trace that another propagator continued, while its remote span is active', () => {
    const foreign = trace.setSpanContext(ROOT_CONTEXT, {
      traceId: TRACE_ID,
      spanId: SPAN_ID,
      traceFlags: 1,
      isRemote: true,
    })
    expect(injectInto(createPropagator(), foreign)['traceparent']?.slice(-2)).toBe('01')
  })
})
