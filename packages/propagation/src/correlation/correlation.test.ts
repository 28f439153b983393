import { propagation, type SpanContext, trace } from '@opentelemetry/api'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import {
  extractFrom,
  type Headers,
  injectInto,
  SPAN_ID,
  TRACE_ID,
  TRACEPARENT,
  withLocalSpan,
} from '../fixtures/carriers'
import { createPropagator } from '../propagator'
import type { CorrelationHeaders } from './correlation-headers'

const propagator = createPropagator({ formats: ['correlation'] })
const remoteSpan = (headers: Headers): SpanContext | undefined => trace.getSpanContext(extractFrom(propagator, headers))
/** The headers that a service sends on after a call with these headers. */
const passedOn = (headers: Headers, formats = propagator) =>
  injectInto(formats, withLocalSpan(extractFrom(formats, headers)))

describe('X-Trace-ID', () => {
  it.each([
    ['32 digits', TRACE_ID, TRACE_ID],
    ['upper case', TRACE_ID.toUpperCase(), TRACE_ID],
    ['a UUID', '0AF76519-16cd-43dd-8448-eb211c80319c', TRACE_ID],
    ['16 digits, padded on the left', 'B7AD6B7169203331', `0000000000000000${SPAN_ID}`],
  ])('continues the trace of %s, assumed to be sampled', (_, value, traceId) => {
    expect(remoteSpan({ 'x-trace-id': value, 'x-span-id': SPAN_ID })).toEqual({
      traceId,
      spanId: SPAN_ID,
      traceFlags: 1,
      isRemote: true,
    })
  })

  it.each([
    'order-4711',
    '0'.repeat(32),
    '00000000-0000-0000-0000-000000000000',
    '0af7651916cd-43dd-8448-eb21-1c80319c',
    `${TRACE_ID}0`,
    'g'.repeat(32),
  ])('%s is no trace id: no trace, and it is passed on as it came', (value) => {
    expect(remoteSpan({ 'x-trace-id': value })).toBeUndefined()
    expect(passedOn({ 'x-trace-id': value })['x-trace-id']).toBe(value)
  })

  it('beside another trace context is passed on as it came', () => {
    const both = createPropagator({ formats: ['tracecontext', 'correlation'] })
    const other = 'c'.repeat(32)
    const headers = passedOn({ traceparent: TRACEPARENT, 'x-trace-id': other }, both)
    expect(headers['traceparent']).toContain(TRACE_ID)
    expect(headers['x-trace-id']).toBe(other)
  })
})

describe('X-Span-ID', () => {
  it('in upper case is the parent too', () => {
    expect(remoteSpan({ 'x-trace-id': TRACE_ID, 'x-span-id': SPAN_ID.toUpperCase() })?.spanId).toBe(SPAN_ID)
  })

  it.each([undefined, '', '42', '0'.repeat(16), [SPAN_ID, SPAN_ID]])(
    'that is %j leaves a parent made from the trace id, always the same',
    (spanId) => {
      const made = remoteSpan({ 'x-trace-id': TRACE_ID, 'x-span-id': spanId })?.spanId
      expect(made).toBe(TRACE_ID.slice(16))
    },
  )

  it('is made from the other half when that one is zero', () => {
    expect(remoteSpan({ 'x-trace-id': SPAN_ID + '0'.repeat(16) })?.spanId).toBe(SPAN_ID)
  })

  it('without a trace id is nothing', () => {
    expect(remoteSpan({ 'x-span-id': SPAN_ID })).toBeUndefined()
  })
})

describe('X-Request-ID', () => {
  it('is passed on, with a trace and without', () => {
    expect(passedOn({ 'x-request-id': 'req-1' })['x-request-id']).toBe('req-1')
    expect(injectInto(propagator, extractFrom(propagator, { 'x-request-id': 'req-1' }))).toEqual({
      'x-request-id': 'req-1',
    })
  })

  it.each([
    ['a line break', 'a\r\nset-cookie: evil=1'],
    ['a space', 'a b'],
    ['text beyond ASCII', 'réq'],
    ['a control character', 'a\u0000b'],
    ['DEL', 'a\u007fb'],
    ['more than 128 characters', 'r'.repeat(129)],
    ['nothing', ''],
    ['two values', ['a', 'b']],
    ['two values that Node.js joined', 'a, b'],
    ['an object', { id: 'a' }],
  ])('with %s is dropped', (_, value) => {
    expect(passedOn({ 'x-request-id': value })).not.toHaveProperty('x-request-id')
    expect(passedOn({ 'x-trace-id': value })['x-trace-id']).toBe(TRACE_ID)
  })

  it('of 128 characters is passed on', () => {
    expect(passedOn({ 'x-request-id': 'r'.repeat(128) })['x-request-id']).toBe('r'.repeat(128))
  })
})

describe('outgoing headers of a stock SDK', () => {
  const provider = new NodeTracerProvider()
  afterAll(() => provider.shutdown())

  it("carry the trace, the current span and the current span's parent", () => {
    const tracer = provider.getTracer('test')
    const extracted = extractFrom(propagator, { 'x-trace-id': TRACE_ID, 'x-span-id': SPAN_ID, 'x-parent-id': 'p' })
    const server = tracer.startSpan('server', {}, extracted)
    const inServer = trace.setSpan(extracted, server)
    const client = tracer.startSpan('client', {}, inServer)
    expect(injectInto(propagator, inServer)).toEqual({
      'x-trace-id': TRACE_ID,
      'x-span-id': server.spanContext().spanId,
      'x-parent-id': SPAN_ID,
    })
    expect(injectInto(propagator, trace.setSpan(inServer, client))).toEqual({
      'x-trace-id': TRACE_ID,
      'x-span-id': client.spanContext().spanId,
      'x-parent-id': server.spanContext().spanId,
    })
  })

  it('leave the parent out where there is none', () => {
    expect(injectInto(propagator, withLocalSpan())).not.toHaveProperty('x-parent-id')
  })
})

describe('Correlation-Context', () => {
  const baggageOf = (headers: Headers, formats = propagator) =>
    propagation.getBaggage(extractFrom(formats, headers))?.getAllEntries()

  it('carries baggage in and out', () => {
    expect(baggageOf({ 'correlation-context': 'k=v' })).toEqual([['k', { value: 'v' }]])
    expect(passedOn({ 'correlation-context': 'k=v' })['correlation-context']).toBe('k=v')
  })

  it('gives way to the baggage header, and is written beside it', () => {
    const both = createPropagator({ formats: ['baggage', 'correlation'] })
    expect(baggageOf({ baggage: 'a=1', 'correlation-context': 'b=2' }, both)).toEqual([['a', { value: '1' }]])
    expect(passedOn({ baggage: 'a=1' }, both)).toMatchObject({ baggage: 'a=1', 'correlation-context': 'a=1' })
  })

  it('can be turned off', () => {
    const without = createPropagator({ formats: ['correlation'], correlation: { headers: { baggage: false } } })
    expect(baggageOf({ 'correlation-context': 'k=v' }, without)).toBeUndefined()
    expect(without.fields()).toEqual(['x-trace-id', 'x-span-id', 'x-parent-id', 'x-request-id'])
  })
})

it('leaves out every header that is turned off', () => {
  const headers = { traceId: false, spanId: false, parentId: false, baggage: false } as const
  const only = createPropagator({ formats: ['tracecontext', 'correlation'], correlation: { headers } })
  expect(only.fields()).toEqual(['traceparent', 'tracestate', 'x-request-id'])
  const sent = passedOn({ 'x-request-id': 'r-1', 'x-trace-id': 'foreign' }, only)
  expect(Object.keys(sent).sort()).toEqual(['traceparent', 'x-request-id'])
})

it('reads and writes headers of other names, in lower case', () => {
  const headers: CorrelationHeaders = {
    traceId: 'My-Trace',
    spanId: 'My-Span',
    parentId: 'My-Parent',
    requestId: 'My-Request',
    baggage: 'My-Baggage',
  }
  const custom = createPropagator({ formats: ['correlation'], correlation: { headers } })
  const incoming = { 'my-trace': TRACE_ID, 'my-span': SPAN_ID, 'my-request': 'r', 'my-baggage': 'k=v' }
  expect(passedOn({ ...incoming, 'x-request-id': 'ignored' }, custom)).toEqual({
    'my-trace': TRACE_ID,
    'my-span': '00f067aa0ba902b7',
    'my-request': 'r',
    'my-baggage': 'k=v',
  })
})
