import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { killServices, type Service, startService } from '../support/service'

// What a preloaded service continues, restarts and passes on, seen from outside: a request comes in
// with these headers, and the call that the service makes has those.
// packages/propagation/src/w3c-conformance.test.ts tests all 41 cases of the W3C harness at the
// propagator; this file tests the way through Express and both HTTP clients.

const TRACE = '12345678901234567890123456789012'
const PARENT = '1234567890123456'

let callee: http.Server
let received: http.IncomingHttpHeaders[]

beforeAll(async () => {
  callee = http.createServer((request, response) => {
    received.push(request.headers)
    request.resume().on('end', () => response.end())
  })
  callee.listen(0, '127.0.0.1')
  await once(callee, 'listening')
})
beforeEach(() => {
  received = []
})
afterAll(() => {
  callee.closeAllConnections()
  callee.close()
})

/**
 * Sends raw headers, in this order and with repeats. Returns the headers of the `calls` calls that
 * the service made.
 */
async function sentOn(service: Service, headers: readonly string[], calls = 1): Promise<http.IncomingHttpHeaders[]> {
  const { port } = callee.address() as AddressInfo
  const body = JSON.stringify(Array(calls).fill({ url: `http://127.0.0.1:${port}`, arguments: [] }))
  const fixed = ['content-type', 'application/json', 'content-length', String(body.length), 'host', 'localhost']
  const request = http.request(`${service.url}/test`, { method: 'POST', headers: [...fixed, ...headers] as never })
  request.end(body)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  await once(response.resume(), 'end')
  expect(response.statusCode).toBe(200)
  expect(received).toHaveLength(calls)
  return received
}

describe.each(['fetch', 'http'])('a preloaded service that calls on with %s', (client) => {
  let service: Service
  beforeAll(async () => {
    const env = { W3C_CLIENT: client, OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }
    service = await startService('w3c-service.mjs', { env })
  })
  afterAll(killServices)

  test.each<[string, readonly string[], RegExp]>([
    [
      'continues a trace, with a new parent id',
      ['traceparent', `00-${TRACE}-${PARENT}-01`],
      new RegExp(`^00-${TRACE}-(?!${PARENT})[0-9a-f]{16}-01$`),
    ],
    [
      'keeps the random flag of level 2',
      ['traceparent', `00-${TRACE}-${PARENT}-03`],
      new RegExp(`^00-${TRACE}-[0-9a-f]{16}-03$`),
    ],
    [
      'keeps the caller’s decision not to sample',
      ['traceparent', `00-${TRACE}-${PARENT}-00`],
      new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`),
    ],
    [
      'continues a later version by its version 00 prefix',
      ['traceparent', `cc-${TRACE}-${PARENT}-01-later`],
      new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`),
    ],
    ['begins a trace of its own, with random ids, without one', [], /^00-[0-9a-f]{32}-[0-9a-f]{16}-03$/],
    [
      'begins anew when there are two',
      ['traceparent', `00-${TRACE}-${PARENT}-01`, 'traceparent', `00-${TRACE}-${PARENT}-01`],
      new RegExp(`^00-(?!${TRACE})[0-9a-f]{32}-`),
    ],
    [
      'begins anew when it is malformed',
      ['traceparent', `00-${TRACE}-${PARENT}-01.`],
      new RegExp(`^00-(?!${TRACE})[0-9a-f]{32}-`),
    ],
    [
      'begins anew when the parent id is all zeros',
      ['traceparent', `00-${TRACE}-0000000000000000-01`],
      new RegExp(`^00-(?!${TRACE})[0-9a-f]{32}-`),
    ],
  ])('%s', async (_name, headers, traceparent) => {
    const [sent] = await sentOn(service, headers)
    expect(sent?.['traceparent']).toMatch(traceparent)
  })

  test('combines several tracestate headers in order', async () => {
    const [sent] = await sentOn(service, [
      'traceparent',
      `00-${TRACE}-${PARENT}-01`,
      'tracestate',
      'foo=1',
      'tracestate',
      'bar=2,baz=3',
    ])
    expect(sent?.['tracestate']?.toString().replaceAll(' ', '')).toBe('foo=1,bar=2,baz=3')
  })

  test('drops tracestate with the traceparent that it came with', async () => {
    const [sent] = await sentOn(service, ['traceparent', 'nonsense', 'tracestate', 'foo=1'])
    expect(sent?.['tracestate']).toBeUndefined()
  })

  test('gives each of several calls a parent id of its own', async () => {
    const sent = await sentOn(service, ['traceparent', `00-${TRACE}-${PARENT}-01`], 3)
    const parents = sent.map((headers) => String(headers['traceparent']).split('-')[2])
    expect(new Set(parents).size).toBe(3)
  })
})
