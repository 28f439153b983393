import { propagation, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import {
  extractFrom,
  type Headers,
  injectInto,
  SPAN_ID,
  TRACE_ID,
  TRACEPARENT,
  withLocalSpan,
} from './fixtures/carriers'
import type { PropagationFormat, PropagatorOptions } from './options'
import { createPropagator } from './propagator'

const B3_TRACE_ID = '80f198ee56343ba864fe8b2a57d3eff7'
const B3 = `${B3_TRACE_ID}-e457b5a2e4d86bd1-1`
const ALL: readonly PropagationFormat[] = ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation']

const remoteSpan = (options: PropagatorOptions, headers: Headers): SpanContext | undefined =>
  trace.getSpanContext(extractFrom(createPropagator(options), headers))

describe('by default', () => {
  it('reads and writes W3C trace context and baggage', () => {
    const propagator = createPropagator()
    const extracted = extractFrom(propagator, { traceparent: TRACEPARENT, tracestate: 'a=1', baggage: 'k=v' })
    expect(trace.getSpanContext(extracted)).toMatchObject({
      traceId: TRACE_ID,
      spanId: SPAN_ID,
      traceFlags: 1,
      isRemote: true,
    })
    expect(injectInto(propagator, extracted)).toEqual({ traceparent: TRACEPARENT, tracestate: 'a=1', baggage: 'k=v' })
    expect(propagator.fields()).toEqual(['traceparent', 'tracestate', 'baggage'])
  })

  it('answers the context itself when nothing came in', () => {
    expect(extractFrom(createPropagator(), {})).toBe(ROOT_CONTEXT)
    expect(extractFrom(createPropagator({ formats: ALL }), {})).toBe(ROOT_CONTEXT)
  })

  it('accepts a list of one traceparent and restarts at two', () => {
    expect(remoteSpan({}, { traceparent: [TRACEPARENT] })?.traceId).toBe(TRACE_ID)
    expect(remoteSpan({}, { traceparent: [TRACEPARENT, TRACEPARENT] })).toBeUndefined()
    expect(remoteSpan({}, { traceparent: `${TRACEPARENT}, ${TRACEPARENT}` })).toBeUndefined()
    expect(remoteSpan({}, { traceparent: [] })).toBeUndefined()
  })

  it('combines several tracestate and baggage headers in order', () => {
    const extracted = extractFrom(createPropagator(), {
      traceparent: TRACEPARENT,
      tracestate: ['a=1', 'b=2'],
      baggage: ['k=1', 'l=2'],
    })
    expect(injectInto(createPropagator(), extracted)).toMatchObject({ tracestate: 'a=1,b=2', baggage: 'k=1,l=2' })
  })

  it('goes on without a tracestate that is invalid', () => {
    const span = remoteSpan({}, { traceparent: TRACEPARENT, tracestate: 'INVALID=1' })
    expect(span).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1, isRemote: true })
  })

  it('reads baggage without a trace', () => {
    const extracted = extractFrom(createPropagator(), { traceparent: 'invalid', tracestate: 'a=1', baggage: 'k=v' })
    expect(injectInto(createPropagator(), extracted)).toEqual({ baggage: 'k=v' })
  })
})

describe('inject writes nothing', () => {
  const all = createPropagator({ formats: ALL })

  it('when tracing is suppressed', () => {
    const context = propagation.setBaggage(withLocalSpan(), propagation.createBaggage({ k: { value: 'v' } }))
    expect(Object.keys(injectInto(all, context))).not.toHaveLength(0)
    expect(injectInto(all, suppressTracing(context))).toEqual({})
  })

  it.each<Partial<SpanContext>>([
    { traceId: '0'.repeat(32) },
    { spanId: '0'.repeat(16) },
    { traceId: 'not an id' },
    { traceId: `${TRACE_ID}\r\nx: y` },
    { traceId: undefined as never },
  ])('for the invalid span context %j', (span) => {
    expect(injectInto(all, withLocalSpan(ROOT_CONTEXT, span))).toEqual({})
  })

  it('without a span', () => {
    expect(injectInto(all, ROOT_CONTEXT)).toEqual({})
  })
})

describe('several formats', () => {
  const correlation = { 'x-trace-id': 'c'.repeat(32), 'x-span-id': 'c'.repeat(16) }

  it('are read as W3C, then B3, then correlation, however they are listed', () => {
    const formats: readonly PropagationFormat[] = ['correlation', 'b3', 'tracecontext']
    const traceId = (headers: Headers) => remoteSpan({ formats }, headers)?.traceId
    expect(traceId({ ...correlation, b3: B3, traceparent: TRACEPARENT })).toBe(TRACE_ID)
    expect(traceId({ ...correlation, b3: B3, traceparent: 'invalid' })).toBe(B3_TRACE_ID)
    expect(traceId({ ...correlation, b3: 'invalid' })).toBe('c'.repeat(32))
  })

  it('are all written', () => {
    const headers = injectInto(createPropagator({ formats: ALL }), withLocalSpan())
    expect(headers).toEqual({
      traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-03`,
      b3: `${TRACE_ID}-00f067aa0ba902b7-1`,
      'x-b3-traceid': TRACE_ID,
      'x-b3-spanid': '00f067aa0ba902b7',
      'x-b3-sampled': '1',
      'x-trace-id': TRACE_ID,
      'x-span-id': '00f067aa0ba902b7',
    })
  })

  it('name every header that they write in fields()', () => {
    const propagator = createPropagator({ formats: ALL })
    const context = propagation.setBaggage(withLocalSpan(), propagation.createBaggage({ k: { value: 'v' } }))
    expect(propagator.fields()).toEqual(expect.arrayContaining(Object.keys(injectInto(propagator, context))))
    expect(propagator.fields()).toEqual(
      expect.arrayContaining(['tracestate', 'x-parent-id', 'x-request-id', 'correlation-context', 'baggage']),
    )
  })

  it('can be none', () => {
    const none = createPropagator({ formats: [] })
    expect(none.fields()).toEqual([])
    expect(extractFrom(none, { traceparent: TRACEPARENT, baggage: 'k=v' })).toBe(ROOT_CONTEXT)
    expect(injectInto(none, withLocalSpan())).toEqual({})
  })
})

describe('B3', () => {
  it.each<PropagationFormat>(['b3', 'b3multi'])('%s reads one header or several', (format) => {
    const multi = { 'x-b3-traceid': B3_TRACE_ID, 'x-b3-spanid': 'e457b5a2e4d86bd1', 'x-b3-sampled': '1' }
    const expected = { traceId: B3_TRACE_ID, spanId: 'e457b5a2e4d86bd1', traceFlags: 1, isRemote: true }
    expect(remoteSpan({ formats: [format] }, { b3: B3 })).toEqual(expected)
    expect(remoteSpan({ formats: [format] }, multi)).toEqual(expected)
  })

  it('passes the debug flag on', () => {
    const propagator = createPropagator({ formats: ['b3'] })
    const debug = `${B3_TRACE_ID}-e457b5a2e4d86bd1-d`
    expect(injectInto(propagator, extractFrom(propagator, { b3: debug }))).toEqual({ b3: debug })
  })

  it('turns ids in upper case into valid ones', () => {
    const headers = { 'x-b3-traceid': B3_TRACE_ID.toUpperCase(), 'x-b3-spanid': 'E457B5A2E4D86BD1' }
    expect(remoteSpan({ formats: ['b3multi'] }, headers)).toMatchObject({
      traceId: B3_TRACE_ID,
      spanId: 'e457b5a2e4d86bd1',
    })
  })

  it('does not make a W3C trace id random', () => {
    const propagator = createPropagator({ formats: ['b3', 'tracecontext'] })
    const context = withLocalSpan(extractFrom(propagator, { b3: B3 }), { traceId: B3_TRACE_ID })
    expect(injectInto(propagator, context)['traceparent']).toBe(`00-${B3_TRACE_ID}-00f067aa0ba902b7-01`)
  })
})

describe('an invalid option is refused at once, with what was read and what is allowed', () => {
  it.each<[unknown, ErrorConstructor, string]>([
    [
      { formats: ['w3c'] },
      RangeError,
      'formats[0]: read "w3c", allowed are tracecontext, baggage, b3, b3multi, correlation',
    ],
    [{ formats: 'b3' }, TypeError, 'formats: read "b3", allowed is a list of formats'],
    [{ trust: 'believe' }, RangeError, 'trust: read "believe", allowed are accept, link, ignore, or a function'],
    [{ randomTraceIds: 'yes' }, TypeError, 'randomTraceIds: read "yes", allowed are true and false'],
    [
      { correlation: { headers: { requestId: 'X Request' } } },
      TypeError,
      'correlation.headers.requestId: read "X Request", allowed is the name of an HTTP header or false',
    ],
    [
      { correlation: { headers: { baggage: true } } },
      TypeError,
      'correlation.headers.baggage: read boolean, allowed is the name of an HTTP header or false',
    ],
    [
      { correlation: { headers: { traceId: 'Id', requestId: 'ID' } } },
      RangeError,
      'correlation.headers.requestId: read "id", which is already in use',
    ],
    [
      { correlation: { headers: { traceId: 'TraceParent' } } },
      RangeError,
      'correlation.headers.traceId: read "traceparent", which is already in use',
    ],
  ])('%j', (options, type, message) => {
    const create = () => createPropagator(options as PropagatorOptions)
    expect(create).toThrow(type)
    expect(create).toThrow(message)
  })
})
