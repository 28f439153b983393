import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { context, type DiagLogger, diag, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { listen, startTracing } from '../fixtures/span-collector'
import { exchange } from './fixtures/raw'
import { HttpInstrumentation, requestState } from './index'

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

function get(path: string, headers: http.OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end()
  })
}

describe('ignored requests', () => {
  test.each(['/health', '/internal/ready', '/ping/7'])(
    '%s is neither traced nor is anything below it',
    async (path) => {
      instrumentation.setConfig({ ignorePaths: ['/health', '/internal/*', /^\/ping/g] })
      handler = async (_request, response) => {
        await new Promise(setImmediate)
        trace.getTracer('test').startSpan('below').end()
        response.on('finish', () => trace.getTracer('test').startSpan('below finish').end())
        response.end()
      }
      await get(path)
      await get(`${path}?again`)
      handler = (_request, response) => response.end()
      await get('/traced')
      const [span] = await tracing.ended(1)
      expect(tracing.spans).toHaveLength(1)
      expect(span!.attributes['url.path']).toBe('/traced')
    },
  )

  test('a function decides by the request', async () => {
    instrumentation.setConfig({ ignoreRequest: (request) => request.headers['x-probe'] === '1' })
    await get('/1', { 'x-probe': '1' })
    await get('/2')
    await tracing.ended(1)
    expect(tracing.spans.map((span) => span.attributes['url.path'])).toEqual(['/2'])
  })

  test('a server that listens in a suppressed context is left alone', async () => {
    const receiver = http.createServer((request, response) => response.end(String(requestState(request))))
    const receiverPort = await context.with(suppressTracing(ROOT_CONTEXT), () => listen(receiver))
    const answer = await exchange(receiverPort, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
    receiver.close()
    expect(answer).toContain('undefined')
    expect(tracing.spans).toHaveLength(0)
  })
})

test('what a proxy says of the client counts only when it is trusted', async () => {
  const headers = {
    host: 'internal:3000',
    'x-forwarded-for': '203.0.113.9, 10.0.0.1',
    'x-forwarded-host': 'shop.example',
    'x-forwarded-proto': 'https',
  }
  await get('/1', headers)
  instrumentation.setConfig({ trustForwardedHeaders: true })
  await get('/2', headers)
  await get('/3', { forwarded: 'for="[2001:db8::1]:4711";host=a.example:8443;proto=https, for=10.0.0.1' })
  const [untrusted, trusted, standard] = await tracing.ended(3)
  expect(untrusted!.attributes).toMatchObject({
    'client.address': '127.0.0.1',
    'server.address': 'internal',
    'url.scheme': 'http',
  })
  expect(trusted!.attributes).toMatchObject({
    'client.address': '203.0.113.9',
    'server.address': 'shop.example',
    'server.port': 443,
    'url.scheme': 'https',
    'network.peer.address': '127.0.0.1',
  })
  expect(standard!.attributes).toMatchObject({
    'client.address': '2001:db8::1',
    'server.address': 'a.example',
    'server.port': 8443,
  })
})

test('chosen headers are recorded, and only those', async () => {
  instrumentation.setConfig({
    captureRequestHeaders: ['X-Tenant'],
    captureResponseHeaders: ['X-Cache', 'Set-Cookie', 'X-None'],
  })
  handler = (_request, response) => {
    response.setHeader('x-cache', 'hit').setHeader('set-cookie', ['a=1', 'b=2']).end()
  }
  await get('/', { 'x-tenant': 'acme', 'x-other': '1' })
  const { attributes } = await tracing.server()
  expect(attributes).toMatchObject({
    'http.request.header.x-tenant': ['acme'],
    'http.response.header.x-cache': ['hit'],
    'http.response.header.set-cookie': ['a=1', 'b=2'],
  })
  expect(Object.keys(attributes).filter((key) => key.includes('.header.'))).toHaveLength(3)
})

test('a span starts with the links that are made from the extracted context', async () => {
  instrumentation.setConfig({
    links: (extracted) => [{ context: trace.getSpanContext(extracted)!, attributes: { why: 'test' } }],
  })
  await get('/', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' })
  expect((await tracing.server()).links).toMatchObject([
    { context: { spanId: 'b7ad6b7169203331' }, attributes: { why: 'test' } },
  ])
})

test('a response propagator writes into the response', async () => {
  instrumentation.setConfig({
    responsePropagator: {
      inject(injected, carrier, setter) {
        setter.set(carrier, 'x-trace-id', trace.getSpanContext(injected)!.traceId)
        setter.set(carrier, 'bad header', 'is left out')
      },
    },
  })
  const { headers } = await get('/')
  expect(headers['x-trace-id']).toBe((await tracing.server()).spanContext().traceId)
})

test('a function of the user that throws is reported once and harms no request', async () => {
  const error = jest.fn()
  diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} } satisfies DiagLogger)
  const fail = () => {
    throw new Error('user code')
  }
  instrumentation.setConfig({ ignoreRequest: fail, links: fail, responsePropagator: { inject: fail } })
  expect((await get('/1')).statusCode).toBe(200)
  expect((await get('/2')).statusCode).toBe(200)
  await tracing.ended(2)
  diag.disable()
  expect(error.mock.calls.map(([message]) => String(message).split(';')[0]).sort()).toEqual([
    '@heddle/instrumentation: the option ignoreRequest threw',
    '@heddle/instrumentation: the option links threw',
    '@heddle/instrumentation: the response propagator threw',
  ])
})
