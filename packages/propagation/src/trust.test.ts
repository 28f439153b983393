import { DiagLogLevel, diag, propagation, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { extractFrom, injectInto, SPAN_ID, TRACE_ID, TRACEPARENT } from './fixtures/carriers'
import { extractedLinks } from './incoming'
import type { PropagatorOptions } from './options'
import { createPropagator } from './propagator'
import type { TrustPolicy } from './trust'

const HEADERS = {
  traceparent: TRACEPARENT.replace(/01$/, '00'),
  tracestate: 'vendor=1',
  baggage: 'tenant=acme',
  'x-request-id': 'r-1',
  'x-trace-id': 'foreign',
}
const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({
  // Also records requests of an unsampled caller, so that the tests can look at the spans.
  sampler: new AlwaysOnSampler(),
  spanProcessors: [new SimpleSpanProcessor(exporter)],
})

afterEach(() => exporter.reset())
afterAll(() => provider.shutdown())

/**
 * Starts a server span as an instrumentation does, and returns the headers of its outgoing
 * requests.
 */
function serve(options: PropagatorOptions) {
  const propagator = createPropagator({ formats: ['tracecontext', 'baggage', 'correlation'], ...options })
  const extracted = extractFrom(propagator, HEADERS)
  const links = extractedLinks(extracted)
  const span = provider.getTracer('test').startSpan('server', { kind: SpanKind.SERVER, links }, extracted)
  const outgoing = injectInto(propagator, trace.setSpan(extracted, span))
  span.end()
  const [finished] = exporter.getFinishedSpans()
  return { extracted, outgoing, span: finished as NonNullable<typeof finished> }
}

describe('accept', () => {
  it("continues the caller's trace, with its baggage and ids", () => {
    const { outgoing, span } = serve({ trust: 'accept' })
    expect(span.spanContext().traceId).toBe(TRACE_ID)
    expect(span.parentSpanContext?.spanId).toBe(SPAN_ID)
    expect(span.links).toEqual([])
    expect(outgoing).toMatchObject({
      tracestate: 'vendor=1',
      baggage: 'tenant=acme',
      'x-request-id': 'r-1',
      'x-trace-id': 'foreign',
    })
  })
})

describe('link', () => {
  it("begins a new trace with a link to the caller's span", () => {
    const { extracted, span } = serve({ trust: 'link' })
    expect(trace.getSpanContext(extracted)).toBeUndefined()
    expect(span.spanContext().traceId).not.toBe(TRACE_ID)
    expect(span.parentSpanContext).toBeUndefined()
    expect(span.links.map(({ context }) => context)).toMatchObject([
      { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 0 },
    ])
  })

  it('obeys nothing that the caller sent and passes none of it on', () => {
    const { extracted, outgoing, span } = serve({ trust: 'link' })
    const { traceId, spanId } = span.spanContext()
    expect(propagation.getBaggage(extracted)).toBeUndefined()
    expect(outgoing).toEqual({ traceparent: `00-${traceId}-${spanId}-03`, 'x-trace-id': traceId, 'x-span-id': spanId })
  })

  it('links nothing when nothing came in', () => {
    const extracted = extractFrom(createPropagator({ trust: 'link' }), {})
    expect(extracted).toBe(ROOT_CONTEXT)
    expect(extractedLinks(extracted)).toEqual([])
  })
})

describe('ignore', () => {
  it('leaves the context as it was', () => {
    const { extracted, outgoing, span } = serve({ trust: 'ignore' })
    expect(extracted).toBe(ROOT_CONTEXT)
    expect(span.links).toEqual([])
    expect(Object.keys(outgoing).sort()).toEqual(['traceparent', 'x-span-id', 'x-trace-id'])
    expect(JSON.stringify(outgoing)).not.toContain(TRACE_ID)
  })
})

describe('a trust function', () => {
  const reports: unknown[][] = []
  const record = (...args: unknown[]) => reports.push(args)
  beforeAll(() =>
    diag.setLogger({ error: record, warn: record, info: record, debug: record, verbose: record }, DiagLogLevel.WARN),
  )
  beforeEach(() => reports.splice(0))
  afterAll(() => diag.disable())

  it('decides for each request, by its carrier', () => {
    const policies: Record<string, TrustPolicy> = { inside: 'accept', partner: 'link' }
    const propagator = createPropagator({
      trust: (carrier) => policies[(carrier as { host: string }).host] ?? 'ignore',
    })
    const from = (host: string) => extractFrom(propagator, { host, traceparent: TRACEPARENT })
    expect(trace.getSpanContext(from('inside'))?.traceId).toBe(TRACE_ID)
    expect(extractedLinks(from('partner'))).toHaveLength(1)
    expect(from('elsewhere')).toBe(ROOT_CONTEXT)
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['returns no policy', () => 'believe'],
    ['returns a promise', () => Promise.resolve('accept')],
    ['returns nothing', () => undefined],
  ])('that %s means ignore, and is reported once', (_, trust) => {
    const propagator = createPropagator({ trust: trust as () => TrustPolicy })
    for (let request = 0; request < 3; request++) {
      expect(extractFrom(propagator, { traceparent: TRACEPARENT })).toBe(ROOT_CONTEXT)
    }
    expect(reports).toHaveLength(1)
    expect(String(reports[0]?.[0])).toContain('the trust function')
  })
})

it('the links of a request without any cannot be changed by accident', () => {
  const links = extractedLinks(ROOT_CONTEXT)
  expect(links).toBe(extractedLinks(extractFrom(createPropagator(), { traceparent: TRACEPARENT })))
  expect(() => links.push({ context: { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1 } })).toThrow(TypeError)
})
