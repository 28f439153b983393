import { EventEmitter, once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import net from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { WebSocket, WebSocketServer } from 'ws'
import { activeSpanId, listen, startTracing } from '../fixtures/span-collector'
import { spansEndingWith } from '../http-semantics/response-spans'
import { connect, exchange } from './fixtures/raw'
import { HttpInstrumentation, recordError, requestState } from './index'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ client: false })
const server = http.createServer((request, response) => handler(request, response))
let handler: Handler
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => {
  tracing.reset()
  handler = (_request, response) => response.end('ok')
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

/** Sends text and destroys the connection once the server has received a request. */
async function sendAndCut(text: string, requests = 1): Promise<ServerResponse[]> {
  const arrivals = new EventEmitter()
  const responses: ServerResponse[] = []
  const reaction = handler
  handler = (request, response) => {
    responses.push(response)
    reaction(request, response)
    if (responses.length === requests) arrivals.emit('all')
  }
  const socket = await connect(port)
  socket.write(text)
  await once(arrivals, 'all')
  socket.destroy()
  return responses
}

const GET = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

test('a client that goes away before the answer leaves a span without status code and without error', async () => {
  handler = () => {}
  await sendAndCut(GET('/'))
  const span = await tracing.server()
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes).not.toHaveProperty('http.response.status_code')
  expect(span.attributes).not.toHaveProperty('error.type')
})

test('a client that goes away in the middle of the answer leaves the status that was sent', async () => {
  handler = (_request, response) => response.writeHead(206).write('half')
  await sendAndCut(GET('/'))
  const span = await tracing.server()
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes['http.response.status_code']).toBe(206)
})

test('a client that goes away in the middle of its upload ends the span', async () => {
  handler = (request) => request.resume().on('error', () => {})
  await sendAndCut('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf')
  expect((await tracing.server()).status.code).toBe(SpanStatusCode.UNSET)
})

test('an error that never gets an answer is recorded when the connection ends', async () => {
  handler = (request) => recordError(request, new TypeError('stuck'))
  await sendAndCut(GET('/'))
  const span = await tracing.server()
  expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: 'stuck' })
  expect(span.attributes['error.type']).toBe('TypeError')
  expect(span.events).toHaveLength(1)
})

test('an answer that breaks off by the fault of the server is an error', async () => {
  handler = (_request, response) => {
    response.write('half')
    response.destroy(Object.assign(new Error('disk gone'), { code: 'EIO' }))
  }
  await exchange(port, GET('/'))
  const span = await tracing.server()
  expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: 'disk gone' })
  expect(span.attributes).toMatchObject({ 'error.type': 'EIO', 'http.response.status_code': 200 })
})

test('a pipeline that the client breaks off is no error', async () => {
  handler = (_request, response) => {
    response.flushHeaders()
    pipeline(new Readable({ read() {} }), response).catch(() => {})
  }
  await sendAndCut(GET('/'))
  expect((await tracing.server()).status.code).toBe(SpanStatusCode.UNSET)
})

test('an exception out of the handler still reaches the application, and is recorded if Node reports it as uncaught', async () => {
  const thrown = new Error('bug')
  const request = Object.assign(new http.IncomingMessage(new net.Socket()), { method: 'GET', url: '/' })
  const response = new http.ServerResponse(request)
  const faulty = http.createServer(() => {
    throw thrown
  })
  const listeners = process.listenerCount('uncaughtExceptionMonitor')
  expect(() => faulty.emit('request', request, response)).toThrow(thrown)
  // Emits what Node emits next, for an error that nobody catches.
  const node: EventEmitter = process
  node.emit('uncaughtExceptionMonitor', thrown, 'uncaughtException')
  response.writeHead(200).end()
  response.emit('close')
  const span = await tracing.server()
  expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: 'bug' })
  expect(span.events).toHaveLength(1)
  expect(process.listenerCount('uncaughtExceptionMonitor')).toBe(listeners)
})

test('pipelined requests whose connection dies before their turn end all the same', async () => {
  handler = (request) => request.resume()
  const post = (path: string) => `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi`
  await sendAndCut(post('/1') + post('/2') + GET('/3'), 3)
  const spans = await tracing.ended(3)
  expect(spans.map((span) => span.attributes['url.path']).sort()).toEqual(['/1', '/2', '/3'])
  for (const span of spans) expect(span.attributes).not.toHaveProperty('http.response.status_code')
})

test('many pipelined requests add one listener to their connection', async () => {
  const warnings: unknown[] = []
  process.on('warning', (warning) => warnings.push(warning))
  const responses: ServerResponse[] = []
  let listeners = 0
  handler = (request, response) => {
    responses.push(response)
    if (responses.length < 30) return
    listeners = request.socket.listenerCount('close')
    for (const each of responses) each.end()
  }
  const paths = Array.from({ length: 29 }, (_, index) => GET(`/${index}`))
  await exchange(port, `${paths.join('')}GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  await tracing.ended(30)
  process.removeAllListeners('warning')
  expect(warnings).toEqual([])
  expect(listeners).toBeLessThan(6)
})

test('an answer that ends before the upload does ends its span', async () => {
  handler = (_request, response) => response.writeHead(413, { connection: 'close' }).end()
  const socket = await connect(port)
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nfirst')
  const span = await tracing.server()
  socket.destroy()
  expect(span.attributes['http.response.status_code']).toBe(413)
})

test.each(['HEAD', 'OPTIONS', 'DELETE'])('%s is traced like any other', async (method) => {
  handler = (_request, response) => response.writeHead(204).end()
  await exchange(port, `${method} /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
  expect(await tracing.server()).toMatchObject({ name: method, attributes: { 'http.response.status_code': 204 } })
})

test('HTTP/1.0 without a Host has no server address', async () => {
  await exchange(port, 'GET /old HTTP/1.0\r\n\r\n')
  const { attributes } = await tracing.server()
  expect(attributes['network.protocol.version']).toBe('1.0')
  expect(attributes).not.toHaveProperty('server.address')
})

test('a request that expects 100-continue is one span from its first event on', async () => {
  let inCheck: string | undefined
  let inHandler: string | undefined
  handler = (_request, response) => {
    inHandler = activeSpanId()
    response.end()
  }
  server.once('checkContinue', (request, response) => {
    inCheck = activeSpanId()
    response.writeContinue()
    server.emit('request', request, response)
  })
  await exchange(
    port,
    'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi',
  )
  const span = await tracing.server()
  expect(tracing.spans).toHaveLength(1)
  expect([inCheck, inHandler]).toEqual([span.spanContext().spanId, span.spanContext().spanId])
})

test('a WebSocket is left alone', async () => {
  const sockets = new WebSocketServer({ server })
  const states: unknown[] = []
  sockets.on('connection', (socket, request) => {
    states.push(requestState(request))
    socket.on('message', (data) => socket.send(data.toString()))
  })
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(client, 'open')
  client.send('hello')
  const [echo] = await once(client, 'message')
  client.close()
  await once(client, 'close')
  sockets.close()
  server.removeAllListeners('upgrade')
  expect(String(echo)).toBe('hello')
  expect(states).toEqual([undefined])
  expect(tracing.spans).toHaveLength(0)
})

test('an upgrade that nobody listens for is an ordinary request', async () => {
  await exchange(port, 'GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n')
  expect((await tracing.server()).attributes['url.path']).toBe('/chat')
})

test('a span ends when the last byte was handed over, with what the listeners of finish and close set on it', async () => {
  const times: Record<string, number> = {}
  handler = (request, response) => {
    const { span } = requestState(request)!
    response.on('finish', () => {
      span.setAttribute('at.finish', true)
      times['finish'] = performance.now()
    })
    response.on('close', () => {
      span.setAttribute('at.close', true)
      times['close'] = performance.now()
      // This work is not the request's.
      const until = performance.now() + 100
      while (performance.now() < until);
    })
    response.end('ok')
  }
  await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  const span = await tracing.server()
  expect(span.attributes).toMatchObject({ 'at.finish': true, 'at.close': true })
  const ended = span.endTime[0] * 1e3 + span.endTime[1] / 1e6 - performance.timeOrigin
  // The SDK starts a span at a whole millisecond of the wall clock, and its end has the same error.
  expect(ended).toBeGreaterThan(times['finish']! - 5)
  expect(ended).toBeLessThan(times['close']! + 5)
})

test('a server span ends before the client has read the end of its response', async () => {
  // The kernel takes that much whether or not somebody reads.
  const body = 'x'.repeat(64_000)
  const order: string[] = []
  const closed = new Promise<void>((resolve) => {
    handler = (_request, response) => {
      response.on('close', () => {
        order.push('closed')
        resolve()
      })
      response.end(body)
    }
  })
  const client = http.get({ host: '127.0.0.1', port, agent: false })
  const [response] = (await once(client, 'response')) as [IncomingMessage]
  await closed
  const now = performance.timeOrigin + performance.now()
  await once(response.resume(), 'end')
  order.push('read')
  const { endTime } = await tracing.server()
  expect(endTime[0] * 1e3 + endTime[1] / 1e6).toBeLessThan(now + 5)
  expect(order).toEqual(['closed', 'read'])
})

test('the spans within a request that end with its response end at the same time, also when it is broken off', async () => {
  const within = (_request: IncomingMessage, response: ServerResponse) => {
    const open = spansEndingWith(response)
    expect(spansEndingWith(response)).toBe(open)
    for (const name of ['outer', 'inner']) open.add(trace.getTracer('test').startSpan(name))
    return response
  }
  handler = (request, response) => within(request, response).end('ok')
  await exchange(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  const spans = await tracing.ended(3)
  expect(spans.map(({ name }) => name)).toEqual(['inner', 'outer', 'GET'])
  tracing.reset()
  handler = (request, response) => within(request, response).write('half')
  await sendAndCut(GET('/'))
  expect((await tracing.ended(3)).map(({ name }) => name)).toEqual(['inner', 'outer', 'GET'])
})
