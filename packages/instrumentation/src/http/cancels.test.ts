import { once } from 'node:events'
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SpanStatusCode } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ server: false })
/** Begins to answer `/half`, and never answers any other path. */
const server = http.createServer((request, response) => {
  request.resume()
  if (request.url === '/half') response.write('half')
  if (request.url === '/cut') request.socket.destroy()
  if (request.url === '/503') response.writeHead(503).write('half')
})
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => tracing.reset())

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

/** Sends a request, calls `act` once the server has it, and waits for the request's span. */
async function given(
  path: string,
  up: (request: ClientRequest, response: IncomingMessage | undefined) => unknown,
  options: RequestOptions = {},
): Promise<ReadableSpan> {
  const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...options })
  request.on('error', () => {})
  const arrived = path === '/none' ? once(server, 'request') : once(request, 'response')
  request.end()
  const [message] = await arrived
  const response = path === '/none' ? undefined : (message as IncomingMessage)
  response?.on('error', () => {})
  response?.resume()
  await up(request, response)
  return tracing.client()
}

const REASONS: [string, unknown[]][] = [
  ['no reason', []],
  ['an error', [new Error('the user has left')]],
  ['an error with a code', [Object.assign(new Error('left'), { code: 'USER_LEFT' })]],
  ['a text', ['the user has left']],
  ['an object', [{ by: 'user' }]],
  ['null', [null]],
]

describe.each(['/none', '/half'])('a request to %s, given up on purpose, is no error', (path) => {
  test.each(REASONS)('by abort() with %s', async (_, reason) => {
    const controller = new AbortController()
    expectNoError(await given(path, () => controller.abort(...reason), { signal: controller.signal }))
  })

  test('by destroy()', async () => expectNoError(await given(path, (request) => request.destroy())))

  test('by abort() of the request', async () => expectNoError(await given(path, (request) => request.abort())))

  test('by destroy() with the error of a cancelling library', async () => {
    const canceled = Object.assign(new Error('canceled'), { name: 'CanceledError', code: 'ERR_CANCELED' })
    expectNoError(await given(path, (request) => request.destroy(canceled)))
    tracing.reset()
    const aborted = Object.assign(new Error('The operation was aborted.'), { name: 'AbortError', type: 'aborted' })
    expectNoError(await given(path, (request) => request.destroy(aborted)))
  })
})

test('a response that its reader has enough of is no error', async () => {
  expectNoError(await given('/half', (_request, response) => response!.destroy()))
})

describe.each(['/none', '/half'])('a request to %s that fails is an error', (path) => {
  test('by AbortSignal.timeout()', async () => {
    const span = await given(path, () => {}, { signal: AbortSignal.timeout(50) })
    expectError(span, 'TimeoutError')
  })

  test('by a timeout among other signals', async () => {
    const signal = AbortSignal.any([new AbortController().signal, AbortSignal.timeout(50)])
    expectError(await given(path, () => {}, { signal }), 'TimeoutError')
  })

  test('by the timeout of the request, which its caller then destroys', async () => {
    const span = await given(path, (request) => request.setTimeout(20, () => request.destroy()))
    expectError(span, 'timeout')
  })

  test('by an error that its caller destroys it with', async () => {
    const timeout = Object.assign(new Error('timeout of 50ms exceeded'), { code: 'ECONNABORTED' })
    expectError(await given(path, (request) => request.destroy(timeout)), 'ECONNABORTED')
  })

  test('by a connection that breaks', async () => {
    expectError(await given(path, () => server.closeAllConnections()), 'ECONNRESET')
  })
})

test('an upload whose source fails is an error', async () => {
  const request = http.request({ host: '127.0.0.1', port, path: '/none', method: 'POST', agent: false })
  request.on('error', () => {})
  async function* source() {
    yield 'half'
    await once(server, 'request')
    throw new Error('disk gone')
  }
  await pipeline(Readable.from(source()), request).catch(() => {})
  expectError(await tracing.client(), 'ECONNRESET')
})

test('a request that is given up while it fails already keeps the error', async () => {
  const request = http.get({ host: '127.0.0.1', port, path: '/cut', agent: false })
  request.on('error', () => request.destroy())
  expectError(await tracing.client(), 'ECONNRESET')
})

test('a request that is given up after an answer of 503 keeps the error of the answer', async () => {
  const span = await given('/503', (request) => request.destroy())
  expectError(span, '503')
})

function expectNoError(span: ReadableSpan): void {
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes).not.toHaveProperty('error.type')
  expect(span.events).toEqual([])
}

function expectError(span: ReadableSpan, type: string): void {
  expect([span.status.code, span.attributes['error.type']]).toEqual([SpanStatusCode.ERROR, type])
}
