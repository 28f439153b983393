import http from 'node:http'
import net from 'node:net'
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { Agent, fetch as undiciFetch, request as undiciRequest, WebSocket } from 'undici'
import { WebSocketServer } from 'ws'
import { activeSpanId, listen, startTracing } from '../fixtures/span-collector'
import { FetchInstrumentation } from './index'
import { headerOf, undiciRequestSetter } from './undici-headers'
import type { UndiciRequest } from './undici-messages'

const tracing = startTracing()
const instrumentation = new FetchInstrumentation()
const tracer = trace.getTracer('test')
let handler: http.RequestListener
const received: http.IncomingMessage[] = []
const server = http.createServer((request, response) => {
  received.push(request)
  handler(request, response)
})
let url: string
let port: number

beforeAll(async () => {
  port = await listen(server)
  url = `http://127.0.0.1:${port}`
})

beforeEach(() => {
  tracing.reset()
  received.length = 0
  instrumentation.setConfig({})
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

describe.each<[string, typeof fetch]>([
  ['the global fetch', fetch],
  ['the fetch of undici', undiciFetch as unknown as typeof fetch],
])('%s', (_name, fetch) => {
  test('sends one client span, a child of the active one, and its ids', async () => {
    const parent = tracer.startSpan('parent')
    await context.with(trace.setSpan(ROOT_CONTEXT, parent), async () => (await fetch(`${url}/a?sig=secret&b=2`)).text())
    const span = await tracing.client()
    expect(span).toMatchObject({ name: 'GET', kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } })
    expect(span.instrumentationScope.name).toBe('@heddle/instrumentation/fetch')
    expect(span.parentSpanContext?.spanId).toBe(parent.spanContext().spanId)
    expect(received[0]!.headers['traceparent']).toBe(`00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`)
    expect(span.attributes).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'url.full': `${url}/a?sig=REDACTED&b=2`,
      'server.address': '127.0.0.1',
      'server.port': port,
      'network.peer.address': '127.0.0.1',
      'network.peer.port': port,
      'network.protocol.version': '1.1',
    })
  })

  test('replaces a traceparent that the caller passed on', async () => {
    await (await fetch(url, { headers: { TraceParent: 'stale', 'x-kept': '1' } })).text()
    const { spanId } = (await tracing.client()).spanContext()
    expect(received[0]!.rawHeaders.filter((name) => name.toLowerCase() === 'traceparent')).toHaveLength(1)
    expect(received[0]!.headers['traceparent']).toContain(spanId)
    expect(received[0]!.headers['x-kept']).toBe('1')
  })

  test.each([404, 503])('takes the status %i for an error', async (status) => {
    handler = (_request, response) => response.writeHead(status).end()
    await (await fetch(url)).text()
    const span = await tracing.client()
    expect(span.status.code).toBe(SpanStatusCode.ERROR)
    expect(span.attributes['error.type']).toBe(String(status))
  })

  test('records why there was no answer', async () => {
    const closed = net.createServer()
    const closedPort = await listen(closed)
    closed.close()
    await expect(fetch(`http://127.0.0.1:${closedPort}`)).rejects.toThrow()
    const span = await tracing.client()
    expect(span.status.code).toBe(SpanStatusCode.ERROR)
    expect(span.attributes['error.type']).toBe('ECONNREFUSED')
    expect(span.events).toMatchObject([{ name: 'exception' }])
  })

  test('takes an answer that breaks off for an error', async () => {
    handler = (request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => request.socket.destroy())
    }
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow()
    const span = await tracing.client()
    expect(span.status.code).toBe(SpanStatusCode.ERROR)
    expect(span.attributes['error.type']).toBe('UND_ERR_SOCKET')
  })

  test('takes a request that its caller aborts for no error', async () => {
    const abort = new AbortController()
    handler = () => abort.abort()
    await expect(fetch(url, { signal: abort.signal })).rejects.toThrow()
    const span = await tracing.client()
    expect(span.status.code).toBe(SpanStatusCode.UNSET)
    expect(span.attributes).not.toHaveProperty('error.type')
  })

  test('makes a span for each hop of a redirect', async () => {
    handler = (request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
      else response.end('ok')
    }
    await (await fetch(`${url}/old`)).text()
    const spans = await tracing.ended(2)
    expect(spans.map(({ attributes }) => [attributes['url.full'], attributes['http.response.status_code']])).toEqual([
      [`${url}/old`, 302],
      [`${url}/new`, 200],
    ])
  })

  test('keeps 100 concurrent requests under their own parents, and their continuations in context', async () => {
    const run = async () => {
      const parent = tracer.startSpan('parent')
      const { spanId } = parent.spanContext()
      await context.with(trace.setSpan(ROOT_CONTEXT, parent), async () => {
        await (await fetch(url, { method: 'POST', body: 'hi' })).text()
        expect(activeSpanId()).toBe(spanId)
      })
      return spanId
    }
    const parents = await Promise.all(Array.from({ length: 100 }, run))
    const spans = await tracing.ended(100)
    expect(spans.map((span) => span.parentSpanContext?.spanId).sort()).toEqual(parents.sort())
  })

  test('is left untouched in a suppressed context', async () => {
    await context.with(suppressTracing(ROOT_CONTEXT), async () => (await fetch(url)).text())
    expect(received[0]!.headers).not.toHaveProperty('traceparent')
    expect(tracing.spans).toHaveLength(0)
  })
})

test("undici's own request is traced, a dispatcher's URL with it", async () => {
  const dispatcher = new Agent({ connections: 1 })
  const { body } = await undiciRequest(new URL(`${url}/a`), {
    dispatcher,
    method: 'PUT',
    headers: { 'x-tenant': 'acme' },
    body: 'hi',
  })
  await body.text()
  await dispatcher.close()
  expect(await tracing.client()).toMatchObject({
    name: 'PUT',
    attributes: { 'url.full': `${url}/a`, 'server.port': port },
  })
})

test('chosen headers are recorded', async () => {
  instrumentation.setConfig({ captureRequestHeaders: ['X-Tenant'], captureResponseHeaders: ['set-cookie', 'x-none'] })
  handler = (_request, response) => response.setHeader('set-cookie', ['a=1', 'b=2']).end()
  await (await fetch(url, { headers: { 'x-tenant': 'acme' } })).text()
  const { attributes } = await tracing.client()
  expect(attributes).toMatchObject({
    'http.request.header.x-tenant': ['acme'],
    'http.response.header.set-cookie': ['a=1', 'b=2'],
  })
  expect(attributes).not.toHaveProperty('http.response.header.x-none')
})

test('request headers are captured in whatever form they are given', async () => {
  instrumentation.setConfig({ captureRequestHeaders: ['x-list', 'x-twice', 'host', 'content-length'] })
  const headers = ['x-list', ['a', 'b'], 'X-Twice', '1', 'x-twice', '2', 'host', 'shop.example', 'content-length', '2']
  await (await undiciRequest(url, { method: 'POST', body: 'hi', headers: headers as string[] })).body.dump()
  expect((await tracing.client()).attributes).toMatchObject({
    'http.request.header.x-list': ['a', 'b'],
    'http.request.header.x-twice': ['1', '2'],
    'http.request.header.host': ['shop.example'],
    'http.request.header.content-length': ['2'],
  })
})

test('a request that the user ignores is left untouched', async () => {
  instrumentation.setConfig({ ignoreOutgoing: (request) => request.url.endsWith('/ignored') })
  await (await fetch(`${url}/ignored`)).text()
  await (await fetch(`${url}/traced`)).text()
  await tracing.client()
  expect(tracing.spans).toHaveLength(1)
  expect(received.map(({ headers }) => 'traceparent' in headers)).toEqual([false, true])
})

test('a WebSocket is left alone', async () => {
  const sockets = new WebSocketServer({ server })
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
  socket.close()
  await closed
  sockets.close()
  server.removeAllListeners('upgrade')
  expect(tracing.spans).toHaveLength(0)
})

test('nothing is traced once it is disabled, and again once it is enabled', async () => {
  instrumentation.disable()
  await (await fetch(url)).text()
  instrumentation.enable()
  instrumentation.enable()
  await (await fetch(url)).text()
  await tracing.client()
  expect(tracing.spans).toHaveLength(1)
  expect(received.map(({ headers }) => 'traceparent' in headers)).toEqual([false, true])
})

test('a second copy of the instrumentation does not trace a request again', async () => {
  const second = new FetchInstrumentation()
  await (await fetch(url)).text()
  await tracing.client()
  second.disable()
  expect(tracing.spans).toHaveLength(1)
})

test('a request that reports telemetry, of an agent or exporter beside the app, is left untouched', async () => {
  const post = async (contentType: string) =>
    (await fetch(`${url}/v1/logs`, { method: 'POST', headers: { 'content-type': contentType }, body: 'x' })).text()
  await post('application/x-protobuf')
  await post('text/plain')
  expect(await tracing.ended(1)).toHaveLength(1)
  expect(received.map(({ headers }) => typeof headers['traceparent'])).toEqual(['undefined', 'string'])
})

test('trace context and baggage go only to those that are named, and everyone has a span', async () => {
  instrumentation.setConfig({ propagateTo: [`127.0.0.1:${port}`] })
  const baggage = propagation.createBaggage({ tenant: { value: 'blue' } })
  await context.with(propagation.setBaggage(ROOT_CONTEXT, baggage), async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const dispatcher = new Agent({
        connect: { lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
      })
      await (await undiciFetch(`http://${host}:${port}`, { dispatcher })).text()
      await dispatcher.close()
    }
  })
  expect(received.map(({ headers }) => [typeof headers['traceparent'], headers['baggage']])).toEqual([
    ['string', 'tenant=blue'],
    ['undefined', undefined],
  ])
  expect(await tracing.ended(2)).toHaveLength(2)
})

test('a propagator that writes what is no header does no harm', async () => {
  propagation.disable()
  propagation.setGlobalPropagator({
    inject: (_context, carrier, setter) => {
      setter.set(carrier, 'x-evil', 'a\r\nx-smuggled: 1')
      setter.set(carrier, 'x-good', '1')
    },
    extract: (extracted) => extracted,
    fields: () => [],
  })
  await (await fetch(url)).text()
  expect(received[0]!.headers).toMatchObject({ 'x-good': '1' })
  expect(received[0]!.headers).not.toHaveProperty('x-smuggled')
})

test('the header block of undici 5 is read and written', () => {
  const request = { headers: 'host: a\r\nTraceParent: stale\r\nreferer: http://b/c: d\r\n' } as UndiciRequest
  undiciRequestSetter.set(request, 'traceparent', 'fresh')
  expect(request.headers).toBe('host: a\r\nreferer: http://b/c: d\r\ntraceparent: fresh\r\n')
  expect(headerOf(request.headers, 'referer')).toBe('http://b/c: d')
})
