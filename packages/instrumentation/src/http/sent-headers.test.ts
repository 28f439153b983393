import { once } from 'node:events'
import http, { type IncomingMessage, type OutgoingHttpHeader, type ServerResponse } from 'node:http'
import http2 from 'node:http2'
import { SpanStatusCode } from '@opentelemetry/api'
import Fastify from 'fastify'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

const tracing = startTracing()
const captured = ['X-One', 'x-list', 'set-cookie', 'content-length', 'x-none']
const instrumentation = new HttpInstrumentation({ captureRequestHeaders: captured, captureResponseHeaders: captured })
let handler: (request: IncomingMessage, response: ServerResponse) => void
const server = http.createServer((request, response) => handler(request, response))
const server2 = http2.createServer((request, response) => handler(request as never, response as never))
let ports: { http: number; http2: number }

beforeAll(async () => {
  ports = { http: await listen(server), http2: await listen(server2) }
})

beforeEach(() => {
  tracing.reset()
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  server2.close()
  tracing.stop()
})

async function send(): Promise<void> {
  const [response] = await once(http.get({ host: '127.0.0.1', port: ports.http, agent: false }), 'response')
  await once(response.resume(), 'close')
}

async function sendOver2(): Promise<void> {
  const session = http2.connect(`http://127.0.0.1:${ports.http2}`)
  await once(session.request({ ':path': '/' }).resume(), 'close')
  session.close()
}

const server1Span = async () => {
  await send()
  return tracing.server(2)
}
const server2Span = async () => {
  await sendOver2()
  return tracing.server()
}

type Headers = [string, (response: ServerResponse) => unknown]
const WAYS: Headers[] = [
  ['an object', (response) => response.writeHead(201, { 'X-One': 1, 'x-list': ['a', 'b'] })],
  ['an object and a message', (response) => response.writeHead(201, 'Made', { 'X-One': '1', 'x-list': ['a', 'b'] })],
  ['a flat list', (response) => response.writeHead(201, ['X-One', '1', 'x-list', 'a', 'x-list', 'b'])],
  [
    'a list of pairs',
    (response) =>
      response.writeHead(201, [
        ['X-One', '1'],
        ['x-list', ['a', 'b']],
      ] as never),
  ],
  [
    'setHeader',
    (response) => {
      response.setHeader('X-One', 1)
      response.setHeader('x-list', ['a', 'b'])
      response.writeHead(201)
    },
  ],
  [
    'setHeader and an object',
    (response) => {
      response.setHeader('x-list', ['a', 'b'])
      response.writeHead(201, { 'X-One': '1' })
    },
  ],
]

describe.each([
  ['HTTP/1', server1Span],
  ['HTTP/2', server2Span],
])('over %s', (_, served) => {
  test.each(WAYS)('response headers given as %s are captured', async (_, write) => {
    handler = (_request, response) => {
      write(response)
      response.end()
    }
    const { attributes } = await served()
    expect(attributes).toMatchObject({
      'http.response.status_code': 201,
      'http.response.header.x-one': ['1'],
      'http.response.header.x-list': ['a', 'b'],
    })
    expect(attributes).not.toHaveProperty('http.response.header.x-none')
  })

  test.each([500, 302])('a status of %i that is set after the headers went out is none', async (late) => {
    handler = (_request, response) => {
      response.writeHead(200)
      response.write('half')
      response.statusCode = late
      response.end()
    }
    const span = await served()
    expect(span.status.code).toBe(SpanStatusCode.UNSET)
    expect(span.attributes).toMatchObject({ 'http.response.status_code': 200 })
    expect(span.attributes).not.toHaveProperty('error.type')
  })

  test('an error that was sent stays one when the status is set to another afterwards', async () => {
    handler = (_request, response) => {
      response.writeHead(503)
      response.statusCode = 200
      response.end()
    }
    const span = await served()
    expect(span.status.code).toBe(SpanStatusCode.ERROR)
    expect(span.attributes).toMatchObject({ 'http.response.status_code': 503, 'error.type': '503' })
  })

  test('a status that is set before the headers go out is the one', async () => {
    handler = (_request, response) => {
      response.statusCode = 418
      response.end()
    }
    expect((await served()).attributes['http.response.status_code']).toBe(418)
  })
})

test('a header that Node adds by itself is captured', async () => {
  handler = (_request, response) => response.end('four')
  expect((await server1Span()).attributes['http.response.header.content-length']).toEqual(['4'])
})

test('an informational answer is not the status', async () => {
  handler = (_request, response) => {
    response.writeProcessing()
    response.writeEarlyHints({ link: '</style.css>; rel=preload' })
    response.writeHead(202).end()
  }
  expect((await server1Span()).attributes['http.response.status_code']).toBe(202)
})

test('headers are captured through Fastify and through a proxy that hands on raw headers', async () => {
  const app = Fastify()
  app.get('/', (_request, reply) => reply.header('X-One', '1').header('set-cookie', ['a=1', 'b=2']).send({}))
  const upstream = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
  handler = (_request, response) => {
    http.get({ host: '127.0.0.1', port: upstream, agent: false }, (answer) => {
      response.writeHead(answer.statusCode!, answer.rawHeaders)
      answer.pipe(response)
    })
  }
  await send()
  const spans = await tracing.ended(4)
  for (const span of spans)
    expect(span.attributes).toMatchObject({
      'http.response.header.x-one': ['1'],
      'http.response.header.set-cookie': ['a=1', 'b=2'],
    })
  await app.close()
})

test.each<[string, OutgoingHttpHeader | http.OutgoingHttpHeaders]>([
  ['an object', { 'X-One': '1', 'x-list': ['a', 'b'] }],
  ['a flat list', ['host', 'a', 'X-One', '1', 'x-list', 'a', 'x-list', 'b']],
  [
    'a list of pairs',
    [
      ['host', 'a'],
      ['X-One', '1'],
      ['x-list', ['a', 'b']],
    ] as never,
  ],
  ['an object with Expect', { 'X-One': '1', 'x-list': ['a', 'b'], expect: '100-continue' }],
])('request headers given as %s are captured', async (_, headers) => {
  const options = { host: '127.0.0.1', port: ports.http, agent: false, headers: headers as never }
  const [response] = await once(http.get(options), 'response')
  await once(response.resume(), 'close')
  const { attributes } = await tracing.client(2)
  expect(attributes).toMatchObject({
    'http.request.header.x-one': ['1'],
    'http.request.header.x-list': ['a', 'b'],
  })
})

test('request headers that are set after the request was made are captured', async () => {
  const request = http.request({ host: '127.0.0.1', port: ports.http, agent: false, method: 'POST' })
  request.setHeader('X-One', 1)
  request.end('four')
  const [response] = await once(request, 'response')
  await once(response.resume(), 'close')
  expect((await tracing.client(2)).attributes).toMatchObject({
    'http.request.header.x-one': ['1'],
    'http.request.header.content-length': ['4'],
  })
})
