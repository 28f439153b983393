import { once } from 'node:events'
import http from 'node:http'
import { SpanStatusCode } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { Client, fetch as undiciFetch, request as undiciRequest } from 'undici'
import { listen, startTracing } from '../fixtures/span-collector'
import { FetchInstrumentation } from './index'

const tracing = startTracing()
const instrumentation = new FetchInstrumentation()
/** Begins to answer `/half`, and never answers any other path. */
const server = http.createServer((request, response) => {
  request.resume()
  if (request.url === '/half') response.write('half')
})
let url: string

beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server)}`
})

beforeEach(() => tracing.reset())

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

type Send = (path: string, options: { method?: 'POST'; body?: string; signal?: AbortSignal }) => Promise<unknown>
const CLIENTS: [string, Send][] = [
  ['the global fetch', async (path, options) => (await fetch(url + path, options)).text()],
  ['the fetch of undici', async (path, options) => (await undiciFetch(url + path, options)).text()],
  ['undici.request', async (path, options) => (await undiciRequest(url + path, options)).body.text()],
]

const REASONS: [string, unknown[]][] = [
  ['no reason', []],
  ['an error', [new Error('the user has left')]],
  ['an error with a code', [Object.assign(new Error('left'), { code: 'USER_LEFT' })]],
  ['an error of a class', [new RangeError('too slow')]],
  ['a text', ['the user has left']],
  ['an object', [{ by: 'user' }]],
  ['null', [null]],
]

/**
 * Sends a request, calls `act` once the server has it, and waits for the request's span. `act`
 * alone tells a cancel from a failure.
 */
async function given(sending: () => Promise<unknown>, act: () => void): Promise<ReadableSpan> {
  const arrived = once(server, 'request')
  const sent = sending().catch(() => {})
  await arrived
  // The client has received the beginning of the response, if there is one.
  await new Promise((resolve) => setTimeout(resolve, 20))
  act()
  await sent
  return tracing.client()
}

describe.each(CLIENTS)('%s', (_, send) => {
  describe.each([
    ['GET /none', '/none', {}],
    ['GET /half', '/half', {}],
    ['POST /none', '/none', { method: 'POST' as const, body: 'hi' }],
  ])('%s', (_, path, options) => {
    test.each(REASONS)('given up by abort() with %s is no error', async (_, reason) => {
      const controller = new AbortController()
      const span = await given(
        () => send(path, { ...options, signal: controller.signal }),
        () => controller.abort(...reason),
      )
      expectNoError(span)
    })

    test('cut off by AbortSignal.timeout() is an error', async () => {
      const span = await given(
        () => send(path, { ...options, signal: AbortSignal.timeout(100) }),
        () => {},
      )
      expectError(span, 'TimeoutError')
    })

    test('whose connection breaks is an error', async () => {
      const span = await given(
        () => send(path, options),
        () => server.closeAllConnections(),
      )
      expectError(span, 'UND_ERR_SOCKET')
    })
  })
})

test.each([
  ['no reason', undefined],
  ['a text', 'enough'],
  ['an error', new Error('enough')],
])('a body that its reader cancels with %s is no error', async (_, reason) => {
  const response = await fetch(`${url}/half`)
  await response.body!.cancel(reason).catch(() => {})
  expectNoError(await tracing.client())
})

test('an upload whose source fails is an error', async () => {
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode('half'))
      await once(server, 'request')
      controller.error(new RangeError('out of paper'))
    },
  })
  await fetch(`${url}/none`, { method: 'POST', body, duplex: 'half' } as RequestInit).catch(() => {})
  expectError(await tracing.client(), 'RangeError')
})

test('a connector that fails is an error', async () => {
  const client = new Client(url, { connect: (_options, callback) => callback(new RangeError('no route'), null) })
  await client.request({ method: 'GET', path: '/' }).catch(() => {})
  await client.close()
  expectError(await tracing.client(), 'RangeError')
})

function expectNoError(span: ReadableSpan): void {
  expect(span.status.code).toBe(SpanStatusCode.UNSET)
  expect(span.attributes).not.toHaveProperty('error.type')
  expect(span.events).toEqual([])
}

function expectError(span: ReadableSpan, type: string): void {
  expect([span.status.code, span.attributes['error.type']]).toEqual([SpanStatusCode.ERROR, type])
}
