import { once } from 'node:events'
import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { activeSpanId, listen, startTracing } from '../../fixtures/span-collector'
import { HttpInstrumentation } from '../index'

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ server: false })
let handler: http.RequestListener
const received: http.IncomingHttpHeaders[] = []
const server = http.createServer((request, response) => {
  received.push(request.headers)
  handler(request, response)
})
const tracer = trace.getTracer('test')
let port: number
let url: string

beforeAll(async () => {
  port = await listen(server)
  url = `http://127.0.0.1:${port}`
})

beforeEach(() => {
  tracing.reset()
  received.length = 0
  instrumentation.setConfig({ server: false })
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

/** The whole response to a request. */
async function answer(request: ClientRequest): Promise<IncomingMessage> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response
}

test('a request becomes one client span, a child of the active one, and its ids go out with it', async () => {
  const parent = tracer.startSpan('parent')
  await context.with(trace.setSpan(ROOT_CONTEXT, parent), () => answer(http.get(`${url}/orders?page=2&sig=secret`)))
  const span = await tracing.client()
  expect(span).toMatchObject({ name: 'GET', kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } })
  expect(span.parentSpanContext?.spanId).toBe(parent.spanContext().spanId)
  expect(received[0]!['traceparent']).toBe(`00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`)
  expect(span.attributes).toEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'url.full': `${url}/orders?page=2&sig=REDACTED`,
    'server.address': '127.0.0.1',
    'server.port': port,
    'network.peer.address': '127.0.0.1',
    'network.peer.port': port,
    'network.protocol.version': '1.1',
  })
})

describe('every way to call it', () => {
  const target = () => ({ host: '127.0.0.1', port, path: '/x' })
  const ways: Record<string, (done: (response: IncomingMessage) => void) => ClientRequest> = {
    'get(string, callback)': (done) => http.get(`${url}/x`, done),
    'get(string, options, callback)': (done) => http.get(`${url}/x`, { headers: { a: '1' } }, done),
    'get(URL, callback)': (done) => http.get(new URL(`${url}/x`), done),
    'get(URL, options, callback)': (done) => http.get(new URL(`${url}/y`), { path: '/x' }, done),
    'get(options, callback)': (done) => http.get(target(), done),
    'request(options, callback)': (done) => http.request(target(), done).end(),
    'request(string, options, callback)': (done) =>
      http.request('http://nowhere.invalid/y', { ...target(), hostname: '127.0.0.1' }, done).end(),
    'request with a Host of its own': (done) => http.request({ ...target(), headers: { Host: 'virtual' } }, done).end(),
    'request with listed headers': (done) => http.request({ ...target(), headers: ['Host', 'a'] as never }, done).end(),
    'request with pairs of headers': (done) =>
      http
        .request(
          `${url}/x`,
          {
            headers: [
              ['a', '1'],
              ['Host', 'h'],
            ] as never,
          },
          done,
        )
        .end(),
    'request without an agent': (done) => http.request({ ...target(), agent: false }, done).end(),
    'request that expects to continue': (done) =>
      http.request(url, { ...target(), method: 'GET', headers: { Expect: '100-continue' } }, done).end(),
  }

  test.each(Object.entries(ways))('%s', async (_name, call) => {
    const response = await new Promise<IncomingMessage>((resolve) => call(resolve))
    response.resume()
    const span = await tracing.client()
    expect(span.attributes).toMatchObject({
      'url.full': `${url}/x`,
      'server.address': '127.0.0.1',
      'server.port': port,
    })
    expect(received[0]!['traceparent']).toContain(span.spanContext().spanId)
    expect(tracing.spans).toHaveLength(1)
  })
})

test.each<[string, unknown]>([
  ['an object', { TraceParent: 'stale', 'x-kept': '1' }],
  ['a list', ['TraceParent', 'stale', 'x-kept', '1', 'Host', 'a']],
  [
    'pairs',
    [
      ['TraceParent', 'stale'],
      ['x-kept', '1'],
      ['Host', 'a'],
    ],
  ],
])(
  'a traceparent that the caller passed on in %s is replaced, and their object is left as it was',
  async (_name, headers) => {
    const before = JSON.stringify(headers)
    await answer(http.get(url, { headers: headers as OutgoingHttpHeaders }))
    const { spanId } = (await tracing.client()).spanContext()
    expect(received[0]!['traceparent']).toMatch(new RegExp(`^00-[0-9a-f]{32}-${spanId}-01$`))
    expect(received[0]!['x-kept']).toBe('1')
    expect(JSON.stringify(headers)).toBe(before)
  },
)

test.each<[string, () => ClientRequest]>([
  ['the options', () => http.get({ host: '127.0.0.1', port, auth: 'user:secret' })],
  ['a URL', () => http.get(new URL(`http://user:secret@127.0.0.1:${port}/`))],
  ['a string', () => http.get(`http://user:secret@127.0.0.1:${port}/`)],
])('credentials in %s are redacted', async (_name, call) => {
  await answer(call())
  expect((await tracing.client()).attributes['url.full']).toBe(`http://REDACTED:REDACTED@127.0.0.1:${port}/`)
  expect(received[0]!.authorization).toMatch(/^Basic /)
})

test('a request through a forward proxy names its target', async () => {
  await answer(http.get({ host: '127.0.0.1', port, path: 'http://user:secret@far.example/a?sig=1' }))
  expect((await tracing.client()).attributes).toMatchObject({
    'url.full': 'http://REDACTED:REDACTED@far.example/a?sig=REDACTED',
    'server.address': '127.0.0.1',
  })
})

test('every listener runs in the context that the request was made in, over reused and queued connections', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
  const run = async (name: string) => {
    const parent = tracer.startSpan(name)
    const seen = new Set<string | undefined>()
    await context.with(trace.setSpan(ROOT_CONTEXT, parent), async () => {
      const request = http.get({ host: '127.0.0.1', port, agent }, (response) => {
        seen.add(activeSpanId())
        for (const event of ['data', 'end', 'close']) response.on(event, () => seen.add(activeSpanId()))
      })
      for (const event of ['socket', 'finish', 'close']) request.on(event, () => seen.add(activeSpanId()))
      await once(request, 'close')
    })
    expect([...seen]).toEqual([parent.spanContext().spanId])
    return parent.spanContext().spanId
  }
  const parents = await Promise.all(Array.from({ length: 40 }, (_, index) => run(`parent ${index}`)))
  agent.destroy()
  const spans = await tracing.ended(40)
  expect(spans.map((span) => span.parentSpanContext?.spanId).sort()).toEqual(parents.sort())
})

test('a request in a suppressed context is left untouched', async () => {
  await context.with(suppressTracing(context.active()), () => answer(http.get(url, { headers: { a: '1' } })))
  expect(received[0]).not.toHaveProperty('traceparent')
  expect(tracing.spans).toHaveLength(0)
})

test('a request that reports telemetry, of an agent or exporter beside the app, is left untouched', async () => {
  const headers = { 'content-type': 'application/x-protobuf' }
  await answer(http.request(`${url}/v1/traces`, { method: 'POST', headers }).end('x'))
  await answer(http.request(`${url}/api/1/envelope/?sentry_key=k`, { method: 'POST' }).end('x'))
  await answer(http.request(`${url}/v1/traces`, { method: 'POST', headers: { 'content-type': 'text/plain' } }).end('x'))
  expect((await tracing.client()).attributes).toMatchObject({ 'url.full': `${url}/v1/traces` })
  expect(tracing.spans).toHaveLength(1)
  expect(received.map(({ traceparent }) => typeof traceparent)).toEqual(['undefined', 'undefined', 'string'])
})

test('a request that the user ignores is left untouched', async () => {
  const asked: unknown[] = []
  instrumentation.setConfig({
    ignoreOutgoing: (request) => {
      asked.push(request)
      return request.url.includes('/ignored')
    },
  })
  await answer(http.get(`${url}/ignored?sig=1`))
  await answer(http.get(`${url}/traced`))
  const span = await tracing.client()
  expect(asked[0]).toEqual({ method: 'GET', url: `${url}/ignored?sig=REDACTED` })
  expect(received.map((headers) => headers['traceparent'] !== undefined)).toEqual([false, true])
  expect(span.attributes['url.full']).toBe(`${url}/traced`)
})

test('trace context and baggage go only to those that are named, and everyone has a span', async () => {
  instrumentation.setConfig({ server: false, propagateTo: [`127.0.0.1:${port}`] })
  const baggage = propagation.createBaggage({ tenant: { value: 'blue' } })
  await context.with(propagation.setBaggage(ROOT_CONTEXT, baggage), async () => {
    await answer(http.get(url))
    await answer(http.get(`http://localhost:${port}`, { family: 4 } as http.RequestOptions))
    // Headers that are sent with the arguments take another path through the code.
    const rawHeaders = { headers: ['Host', 'a', 'X-Own', 'kept'] as unknown as OutgoingHttpHeaders }
    await answer(http.get(`http://localhost:${port}`, { family: 4, ...rawHeaders } as http.RequestOptions))
  })
  expect(received.map(({ traceparent, baggage }) => [typeof traceparent, baggage])).toEqual([
    ['string', 'tenant=blue'],
    ['undefined', undefined],
    ['undefined', undefined],
  ])
  expect(received[2]!['x-own']).toBe('kept')
  expect((await tracing.ended(3)).map(({ kind }) => kind)).toEqual([SpanKind.CLIENT, SpanKind.CLIENT, SpanKind.CLIENT])
})

test('chosen headers are recorded', async () => {
  instrumentation.setConfig({ captureRequestHeaders: ['x-tenant'], captureResponseHeaders: ['X-Cache'] })
  handler = (_request, response) => response.setHeader('x-cache', 'hit').end()
  await answer(http.get(url, { headers: { 'X-Tenant': 'acme' } }))
  expect((await tracing.client()).attributes).toMatchObject({
    'http.request.header.x-tenant': ['acme'],
    'http.response.header.x-cache': ['hit'],
  })
})

test.each<[string, () => ClientRequest, string]>([
  ['no URL', () => http.get('no url'), 'ERR_INVALID_URL'],
  ['no URL, with listed headers', () => http.get('no url', { headers: ['a', '1'] as never }), 'ERR_INVALID_URL'],
  ['a space in the path', () => http.get({ path: '/a b' }), 'ERR_UNESCAPED_CHARACTERS'],
  ['a space in the method', () => http.get({ method: 'A B' }), 'ERR_INVALID_HTTP_TOKEN'],
])('what Node refuses (%s) it still refuses, and no span is left open', (_name, call, code) => {
  expect(call).toThrow(expect.objectContaining({ code }))
  expect(tracing.spans).toHaveLength(0)
})

test.each<[string, unknown]>([
  ['an object', {}],
  ['a list', ['Host', 'a']],
])('a propagator that writes what is no header does no harm, with headers as %s', async (_name, headers) => {
  propagation.disable()
  propagation.setGlobalPropagator({
    inject: (_context, carrier, setter) => {
      setter.set(carrier, 'x-evil', 'a\r\nx-smuggled: 1')
      setter.set(carrier, 'bad name', '1')
      setter.set(carrier, 'x-good', '1')
    },
    extract: (extracted) => extracted,
    fields: () => [],
  })
  await answer(http.get(url, { headers: headers as OutgoingHttpHeaders }))
  expect(received[0]).toMatchObject({ 'x-good': '1' })
  expect(received[0]).not.toHaveProperty('x-smuggled')
  expect(received[0]).not.toHaveProperty('x-evil')
})
