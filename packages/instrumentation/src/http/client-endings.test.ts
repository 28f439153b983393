import { once } from 'node:events'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import net from 'node:net'
import { SpanStatusCode } from '@opentelemetry/api'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ server: false })
let handler: http.RequestListener
const server = http.createServer((request, response) => handler(request, response))
let port: number
let url: string

beforeAll(async () => {
  port = await listen(server)
  url = `http://127.0.0.1:${port}`
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

/** The whole response to a request. */
async function answer(request: ClientRequest): Promise<IncomingMessage> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response
}

test.each([404, 500])('the status %i is an error of a client', async (status) => {
  handler = (_request, response) => response.writeHead(status).end()
  await answer(http.get(url))
  const span = await tracing.client()
  expect(span.status.code).toBe(SpanStatusCode.ERROR)
  expect(span.attributes).toMatchObject({ 'error.type': String(status), 'http.response.status_code': status })
})

test('a connection that is refused is an error with its exception', async () => {
  const closed = net.createServer()
  const closedPort = await listen(closed)
  closed.close()
  const error = await answer(http.get({ host: '127.0.0.1', port: closedPort })).catch((thrown) => thrown)
  const span = await tracing.client()
  expect(error.code).toBe('ECONNREFUSED')
  expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message: error.message })
  expect(span.attributes['error.type']).toBe('ECONNREFUSED')
  expect(span.events).toHaveLength(1)
})

test('a server that hangs up before the answer is an error', async () => {
  handler = (request) => request.socket.destroy()
  await answer(http.get(url)).catch(() => {})
  expect(await tracing.client()).toMatchObject({
    status: { code: SpanStatusCode.ERROR },
    attributes: { 'error.type': 'ECONNRESET' },
  })
})

test('a server that hangs up in the middle of the answer is an error', async () => {
  handler = (request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('half', () => request.socket.destroy())
  }
  await answer(http.get(url)).catch(() => {})
  const span = await tracing.client()
  expect(span.status.code).toBe(SpanStatusCode.ERROR)
  expect(span.attributes).toMatchObject({ 'error.type': 'ECONNRESET', 'http.response.status_code': 200 })
})

test('a request that its caller aborts is no error', async () => {
  const abort = new AbortController()
  handler = () => abort.abort()
  await answer(http.get(url, { signal: abort.signal })).catch(() => {})
  const span = await tracing.client()
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes).not.toHaveProperty('error.type')
})

test('a response that its caller lets go of early is no error', async () => {
  handler = (_request, response) => response.write('endless')
  const [response] = (await once(http.get(url), 'response')) as [IncomingMessage]
  response.destroy()
  expect((await tracing.client()).status.code).toBe(SpanStatusCode.UNSET)
})

test('a response that nobody listens for ends its span', async () => {
  http.get(url)
  expect((await tracing.client()).attributes['http.response.status_code']).toBe(200)
})

test('a request that becomes another protocol ends its span with 101', async () => {
  server.once('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n')
  })
  const request = http.get(url, { headers: { connection: 'Upgrade', upgrade: 'echo' } })
  const [, socket] = await once(request, 'upgrade')
  socket.destroy()
  const span = await tracing.client()
  expect(span.attributes['http.response.status_code']).toBe(101)
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
})

test('a reused connection that the server has closed ends in one span with an error', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const half = net.createServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      socket.once('data', () => socket.destroy())
    })
  })
  const options = { host: '127.0.0.1', port: await listen(half), agent }
  await answer(http.get(options))
  await answer(http.get(options)).catch(() => {})
  agent.destroy()
  half.close()
  const [first, second] = await tracing.ended(2)
  expect(first!.status.code).toBe(SpanStatusCode.UNSET)
  expect(second!.attributes['error.type']).toBe('ECONNRESET')
})
