import { HeddleTracerProvider } from '@heddle/sdk'
import { context, diag, ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api'
import type { Logger } from '@opentelemetry/api-logs'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { Overlap } from './overlap'
import { PASSING_TRACER } from './passing-tracer'

const HTTP = '@opentelemetry/instrumentation-http'
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

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterEach(() => exporter.reset())
afterAll(() => context.disable())

test('what ours cover is left out as far as ours are on, and said in one sentence', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation(() => {})
  const overlap = new Overlap(new Set(['http', 'express']))
  const names = [
    HTTP,
    '@opentelemetry/instrumentation-router',
    '@opentelemetry/instrumentation-pino',
    'my-app',
    'toString',
  ]
  expect(names.map((name) => overlap.covers(name))).toEqual([true, true, false, false, false])
  expect(overlap.covers(HTTP)).toBe(true)
  overlap.report()
  overlap.report()
  expect(warn.mock.calls).toEqual([
    [
      'left out, as Heddle does the same by itself, so that nothing is recorded twice: @opentelemetry/instrumentation-http, ' +
        '@opentelemetry/instrumentation-router. To have them instead of ours, set HEDDLE_DISABLED_INSTRUMENTATIONS=http,express',
    ],
  ])
  warn.mockRestore()
})

test('a distribution’s own instrumentation of fetch is left out like contrib’s', () => {
  const overlap = new Overlap(new Set(['undici']))
  expect(overlap.covers('@vercel/otel/fetch')).toBe(true)
})

test('a distribution’s own instrumentation of fetch is left out like contrib’s', () => {
  const overlap = new Overlap(new Set(['undici']))
  expect(overlap.covers('@vercel/otel/fetch')).toBe(true)
})

test('an instrumentation of contrib’s that anybody has made is known by its tracer', () => {
  const overlap = new Overlap(new Set())
  overlap.tracerFor('@opentelemetry/instrumentation-knex', provider.getTracer('knex'))
  expect(['knex', 'mysql'].map((name) => overlap.hasTracer(`@opentelemetry/instrumentation-${name}`))).toEqual([
    true,
    false,
  ])
})

test('a middleware that is left out is no span, and what the app tells the active one reaches the request’s', () => {
  provider.getTracer('test').startActiveSpan('request', (request) => {
    PASSING_TRACER.startActiveSpan('middleware', { attributes: { 'express.name': 'cors' } }, (middleware) => {
      expect(trace.getActiveSpan()?.spanContext()).toEqual(request.spanContext())
      trace.getActiveSpan()?.setAttribute('user.id', 7).addEvent('seen').updateName('middleware - cors')
      provider.getTracer('test').startSpan('query').end()
      middleware.end()
    })
    expect(request.isRecording()).toBe(true)
    request.end()
  })
  expect(exporter.getFinishedSpans()).toMatchObject([
    { name: 'query', parentSpanContext: { spanId: exporter.getFinishedSpans()[1]!.spanContext().spanId } },
    { name: 'request', attributes: { 'user.id': 7 }, events: [{ name: 'seen' }] },
  ])
})

test.each([SpanKind.CLIENT, SpanKind.SERVER])(
  'a hop that is left out (kind %i) tells nothing of itself to the span around it',
  (kind) => {
    provider.getTracer('test').startActiveSpan('request', (request) => {
      const hop = PASSING_TRACER.startSpan('GET', { kind })
      expect(hop.spanContext()).toEqual(request.spanContext())
      hop.setAttribute('http.response.status_code', 500).setStatus({ code: 2 }).end()
      request.end()
    })
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: 'request', attributes: {}, status: { code: 0 } }])
  },
)

test('without an active span it passes on the caller’s', () => {
  const remote = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: TraceFlags.SAMPLED, isRemote: true }
  const parent = trace.setSpanContext(ROOT_CONTEXT, remote)
  expect(PASSING_TRACER.startSpan('GET', { kind: SpanKind.SERVER }, parent).spanContext()).toEqual(remote)
  expect(trace.isSpanContextValid(PASSING_TRACER.startSpan('GET').spanContext())).toBe(false)
})

test('a logger that is left out writes nothing, and says that it does not', () => {
  const own: Logger = { emit: () => emitted++, enabled: () => true }
  let emitted = 0
  const overlap = new Overlap(new Set(['pino']))
  const silent = overlap.loggerFor('@opentelemetry/instrumentation-pino', own)
  silent.emit({ body: 'x' })
  expect([emitted, silent.enabled()]).toEqual([0, false])
  expect(overlap.loggerFor('my-app', own)).toBe(own)
})

test('the one tracer of Sentry 10 makes the app’s spans, and none of what ours cover', () => {
  const tracer = new Overlap(new Set(['http', 'express'])).tracerFor('@sentry/node', provider.getTracer('@sentry/node'))
  const of = (origin: string) => ({ attributes: { 'sentry.origin': origin } })
  provider.getTracer('test').startActiveSpan('request', (request) => {
    // Sentry says of a request that it sends, too, that it is an internal span.
    tracer.startSpan('GET', of('auto.http.client')).setAttribute('http.response.status_code', 500).end()
    tracer.startActiveSpan('/orders', of('auto.http.express'), (handler) => {
      trace.getActiveSpan()?.setAttribute('user.id', 7)
      tracer.startActiveSpan('by hand', of('manual'), (span) => span.end())
      tracer.startSpan('fetched', of('auto.http.otel.node_fetch')).end()
      handler.end()
    })
    tracer.startActiveSpan('plain', (span) => span.end())
    request.end()
  })
  const spans = exporter.getFinishedSpans()
  expect(spans.map(({ name }) => name)).toEqual(['by hand', 'fetched', 'plain', 'request'])
  expect(spans[3]?.attributes).toEqual({ 'user.id': 7 })
  for (const span of spans.slice(0, 3)) expect(span.parentSpanContext?.spanId).toBe(spans[3]?.spanContext().spanId)
})
