import { once } from 'node:events'
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { SpanStatusCode } from '@opentelemetry/api'
import { activeSpanId, listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation, setRoute } from './index'

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ client: false })
let handler: (request: Http2ServerRequest, response: Http2ServerResponse) => void
const server = http2.createServer((request, response) => handler(request, response))
let port: number
let session: http2.ClientHttp2Session

beforeAll(async () => {
  port = await listen(server)
  session = http2.connect(`http://127.0.0.1:${port}`)
})

beforeEach(() => {
  tracing.reset()
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  session.destroy()
  server.close()
  tracing.stop()
})

async function send(headers: http2.OutgoingHttpHeaders, body?: string): Promise<number> {
  const stream = session.request(headers, { endStream: body === undefined })
  stream.resume()
  if (body !== undefined) stream.end(body)
  const [response] = await once(stream, 'response')
  return response[':status']
}

test('a request over HTTP/2 is one server span, with the same attributes as over HTTP/1', async () => {
  handler = (request, response) => {
    setRoute(request, '/orders/:id')
    response.end('ok')
  }
  await send({ ':path': '/orders/7?a=1', ':authority': 'shop.example:8443', 'user-agent': 'h2' })
  const span = await tracing.server()
  expect(span.name).toBe('GET /orders/:id')
  expect(span.attributes).toEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'http.route': '/orders/:id',
    'url.path': '/orders/7',
    'url.query': 'a=1',
    'url.scheme': 'http',
    'server.address': 'shop.example',
    'server.port': 8443,
    'client.address': '127.0.0.1',
    'network.peer.address': '127.0.0.1',
    'network.peer.port': expect.any(Number),
    'network.protocol.version': '2',
    'user_agent.original': 'h2',
  })
})

test('streams of one session keep their own contexts, in their events too', async () => {
  const seen = new Map<string, (string | undefined)[]>()
  handler = (request, response) => {
    const ids = [activeSpanId()]
    seen.set(request.url, ids)
    request.on('data', () => ids.push(activeSpanId()))
    request.on('end', () => {
      ids.push(activeSpanId())
      response.end()
    })
    response.on('close', () => ids.push(activeSpanId()))
  }
  await Promise.all(Array.from({ length: 50 }, (_, index) => send({ ':method': 'POST', ':path': `/${index}` }, 'body')))
  for (const span of await tracing.ended(50)) {
    const { spanId } = span.spanContext()
    expect(seen.get(String(span.attributes['url.path']))).toEqual([spanId, spanId, spanId, spanId])
  }
})

test('a stream that the client resets ends its span without an error', async () => {
  const stream = session.request({ ':path': '/slow' })
  stream.on('error', () => {})
  await new Promise<void>((resolve) => {
    handler = () => resolve()
  })
  stream.close(http2.constants.NGHTTP2_CANCEL)
  const span = await tracing.server()
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes).not.toHaveProperty('http.response.status_code')
})

test('a 5xx is an error', async () => {
  handler = (_request, response) => {
    response.statusCode = 502
    response.end()
  }
  expect(await send({ ':path': '/' })).toBe(502)
  expect(await tracing.server()).toMatchObject({
    status: { code: SpanStatusCode.ERROR },
    attributes: { 'error.type': '502' },
  })
})

test('the patches of HTTP/2 are taken back, too', async () => {
  await send({ ':path': '/' })
  await tracing.ended(1)
  expect(Object.hasOwn(http2.Http2ServerResponse.prototype, 'emit')).toBe(true)
  instrumentation.disable()
  expect(Object.hasOwn(http2.Http2ServerResponse.prototype, 'emit')).toBe(false)
  expect(Object.hasOwn(http2.Http2ServerRequest.prototype, 'emit')).toBe(false)
  instrumentation.enable()
  await send({ ':path': '/' })
  expect(await tracing.ended(2)).toHaveLength(2)
})
