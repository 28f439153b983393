import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { getRPCMetadata } from '@opentelemetry/core'
import { activeSpanId, listen, startTracing } from '../../fixtures/span-collector'
import { exchange } from '../fixtures/raw'
import { HttpInstrumentation, recordError, requestState, setRoute } from '../index'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ client: false })
let handler: Handler
const server = http.createServer((request, response) => handler(request, response))
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => {
  tracing.reset()
  instrumentation.setConfig({ client: false })
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

function get(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .request({ port, host: '127.0.0.1', path, headers, method, agent: false }, (response) =>
        resolve(response.resume()),
      )
      .on('error', reject)
      .end()
  })
}

test('a request becomes one server span with the attributes of the stable conventions', async () => {
  await get('/orders/7?page=2&sig=secret', { host: 'shop.example:8080', 'user-agent': 'curl/8' })
  const span = await tracing.server()
  expect(span).toMatchObject({ name: 'GET', kind: SpanKind.SERVER, status: { code: SpanStatusCode.UNSET } })
  expect(span.instrumentationScope.name).toBe('@heddle/instrumentation/http')
  expect(span.attributes).toEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'url.path': '/orders/7',
    'url.query': 'page=2&sig=REDACTED',
    'url.scheme': 'http',
    'server.address': 'shop.example',
    'server.port': 8080,
    'client.address': '127.0.0.1',
    'network.peer.address': '127.0.0.1',
    'network.peer.port': expect.any(Number),
    'network.protocol.version': '1.1',
    'user_agent.original': 'curl/8',
  })
  expect(tracing.spans).toHaveLength(1)
})

test('the trace of the caller is continued', async () => {
  await get('/', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' })
  const span = await tracing.server()
  expect(span.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c')
  expect(span.parentSpanContext).toMatchObject({ spanId: 'b7ad6b7169203331', isRemote: true })
})

test('a route names the span at once, and again when it changes', async () => {
  const names: string[] = []
  handler = (request, response) => {
    const { span } = requestState(request) as unknown as { span: { name: string } }
    setRoute(request, '/orders')
    names.push(span.name)
    setRoute(request, '/orders/:id')
    names.push(span.name)
    response.end()
  }
  await get('/orders/7')
  const span = await tracing.server()
  expect(names).toEqual(['GET /orders', 'GET /orders/:id'])
  expect(span.name).toBe('GET /orders/:id')
  expect(span.attributes['http.route']).toBe('/orders/:id')
})

test('a contrib instrumentation names the route through the RPC metadata', async () => {
  handler = (_request, response) => {
    getRPCMetadata(context.active())!.route = '/koa/:id'
    response.end()
  }
  await get('/koa/7')
  expect(await tracing.server()).toMatchObject({ name: 'GET /koa/:id', attributes: { 'http.route': '/koa/:id' } })
})

test('a method that is not known names neither span nor attribute', async () => {
  handler = (request, response) => {
    setRoute(request, '/files')
    response.end()
  }
  await get('/files', {}, 'PROPFIND')
  const span = await tracing.server()
  expect(span.name).toBe('HTTP /files')
  expect(span.attributes).toMatchObject({ 'http.request.method': '_OTHER', 'http.request.method_original': 'PROPFIND' })
})

test.each([
  [200, SpanStatusCode.UNSET, undefined],
  [304, SpanStatusCode.UNSET, undefined],
  [404, SpanStatusCode.UNSET, undefined],
  [500, SpanStatusCode.ERROR, '500'],
  [503, SpanStatusCode.ERROR, '503'],
])('a response with status %i has span status %i', async (status, code, errorType) => {
  handler = (_request, response) => response.writeHead(status).end()
  await get('/')
  const span = await tracing.server()
  expect(span.status.code).toBe(code)
  expect(span.attributes['http.response.status_code']).toBe(status)
  expect(span.attributes['error.type']).toBe(errorType)
})

test('an error that ends in a 5xx is recorded with its exception', async () => {
  handler = (request, response) => {
    recordError(request, new RangeError('no stock'))
    response.writeHead(500).end()
  }
  await get('/')
  const span = await tracing.server()
  expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: 'no stock' })
  expect(span.attributes['error.type']).toBe('500')
  expect(span.events).toMatchObject([
    { name: 'exception', attributes: { 'exception.type': 'RangeError', 'exception.message': 'no stock' } },
  ])
})

test('an error that the application turned into a 4xx is none of the server', async () => {
  handler = (request, response) => {
    recordError(request, new Error('not yours'))
    response.writeHead(403).end()
  }
  await get('/')
  expect(await tracing.server()).toMatchObject({ status: { code: SpanStatusCode.UNSET }, events: [] })
})

test('listeners of request and response run in the context of their own request', async () => {
  const seen: Record<string, string | undefined> = {}
  handler = (request, response) => {
    seen['handler'] = activeSpanId()
    request.on('data', () => {
      seen['data'] = activeSpanId()
    })
    request.on('end', () => {
      seen['end'] = activeSpanId()
      response.end('ok')
    })
    request.on('close', () => {
      seen['request close'] = activeSpanId()
    })
    response.on('finish', () => {
      seen['finish'] = activeSpanId()
    })
    response.on('close', () => {
      seen['close'] = activeSpanId()
    })
  }
  await exchange(port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi')
  const { spanId } = (await tracing.server()).spanContext()
  expect(seen).toEqual({
    handler: spanId,
    data: spanId,
    end: spanId,
    'request close': spanId,
    finish: spanId,
    close: spanId,
  })
})

test('a listener that is called inside a child span stays in that child span', async () => {
  const tracer = trace.getTracer('test')
  let inside: string | undefined
  let child: string | undefined
  handler = (request, response) => {
    request.on('app:event', () => {
      inside = activeSpanId()
    })
    tracer.startActiveSpan('child', (span) => {
      child = span.spanContext().spanId
      request.emit('app:event')
      span.end()
    })
    response.end()
  }
  await get('/')
  await tracing.ended(2)
  expect(inside).toBe(child)
})

test('300 concurrent requests, each asynchronous, keep their own context', async () => {
  const seen = new Map<string, (string | undefined)[]>()
  handler = async (request, response) => {
    const before = activeSpanId()
    await new Promise(setImmediate)
    const between = activeSpanId()
    request.resume()
    await once(request, 'end')
    seen.set(request.url!, [before, between, activeSpanId()])
    response.end()
  }
  await Promise.all(Array.from({ length: 300 }, (_, index) => get(`/${index}`, {}, 'POST')))
  const spans = await tracing.ended(300)
  expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(300)
  for (const span of spans) {
    const { spanId } = span.spanContext()
    expect(seen.get(String(span.attributes['url.path']))).toEqual([spanId, spanId, spanId])
  }
})

test('requests on one kept-alive connection are traced one by one', async () => {
  const request = (path: string, connection: string) =>
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: ${connection}\r\n\r\n`
  await exchange(port, request('/1', 'keep-alive') + request('/2', 'keep-alive') + request('/3', 'close'))
  const spans = await tracing.ended(3)
  expect(spans.map((span) => span.attributes['url.path'])).toEqual(['/1', '/2', '/3'])
  expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(3)
})

test('a request that is emitted again is traced once', async () => {
  const other = http.createServer((_request, response) => response.end(String(activeSpanId())))
  handler = (request, response) => other.emit('request', request, response)
  await get('/')
  await tracing.server()
  expect(tracing.spans).toHaveLength(1)
})
