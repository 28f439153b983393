import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import http from 'node:http'
import { fetch as undiciFetch } from 'undici'
import { listen, startTracing } from '../fixtures/span-collector'
import { FetchInstrumentation } from './index'
import type { RequestMessage } from './undici-messages'

type OpenRequest = { addHeader(name: string, value: string): unknown }

const OTHERS = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
const tracing = startTracing()
const instrumentation = new FetchInstrumentation()
/** Behind ours, as an agent that is loaded later. */
const addTheirs = (message: unknown) => {
  const request = (message as RequestMessage).request as unknown as OpenRequest
  request.addHeader('traceparent', OTHERS)
  request.addHeader('tracestate', 'vendor=1')
  request.addHeader('x-vendor', 'theirs')
}
const received: http.IncomingMessage[] = []
const server = http.createServer((request, response) => {
  received.push(request)
  response.end('ok')
})
let url: string

beforeAll(async () => {
  url = `http://127.0.0.1:${await listen(server)}`
  subscribe('undici:request:create', addTheirs)
})

afterAll(() => {
  unsubscribe('undici:request:create', addTheirs)
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

beforeEach(() => {
  tracing.reset()
  received.length = 0
})

describe.each<[string, typeof fetch]>([
  ['the global fetch', fetch],
  ['the fetch of undici', undiciFetch as unknown as typeof fetch],
])('%s', (_name, fetch) => {
  test('sends the ids of our span alone, and whatever else is added behind us', async () => {
    await (await fetch(url)).text()
    const { traceId, spanId } = (await tracing.client()).spanContext()
    expect(received[0]?.headersDistinct).toMatchObject({
      traceparent: [`00-${traceId}-${spanId}-01`],
      tracestate: ['vendor=1'],
      'x-vendor': ['theirs'],
    })
  })

  test('sends theirs where it sends none of ours', async () => {
    instrumentation.setConfig({ propagateTo: [] })
    await (await fetch(url)).text()
    instrumentation.setConfig({})
    expect(received[0]?.headersDistinct).toMatchObject({ traceparent: [OTHERS] })
  })
})
