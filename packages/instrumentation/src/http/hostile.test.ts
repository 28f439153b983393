import http from 'node:http'
import fc from 'fast-check'
import { listen, startTracing } from '../fixtures/span-collector'
import { parseAuthority } from '../http-semantics/authority'
import { errorType, recordSpanError } from '../http-semantics/span-error'
import { exchange } from './fixtures/raw'
import { HttpInstrumentation } from './index'
import { parseForwarded } from './server/forwarded'
import { parseRequestTarget } from './server/request-target'

const tracing = startTracing()
const instrumentation = new HttpInstrumentation({ client: false, trustForwardedHeaders: true })
const server = http.createServer((_request, response) => response.end('ok'))
let port: number

beforeAll(async () => {
  port = await listen(server)
})

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

/**
 * The characters that Node's parser accepts: printable ASCII, tab and the upper half of Latin-1.
 */
const headerValue = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff }), fc.constant(9)), {
    maxLength: 80,
  })
  .map((codes) => String.fromCharCode(...codes))

test('no header value keeps a request from being answered and traced', async () => {
  const header = fc.constantFrom(
    'Host',
    'Forwarded',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'traceparent',
    'tracestate',
    'baggage',
    'User-Agent',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(header, headerValue), { maxLength: 6 }), async (headers) => {
      tracing.reset()
      const lines = headers.filter(([name]) => name !== 'Host').map(([name, value]) => `${name}: ${value}\r\n`)
      const host = headers.find(([name]) => name === 'Host')?.[1] ?? 'a'
      const answer = await exchange(
        port,
        `GET / HTTP/1.1\r\nHost: ${host}\r\n${lines.join('')}Connection: close\r\n\r\n`,
      )
      expect(answer).toContain('200 OK')
      const span = await tracing.server()
      for (const value of Object.values(span.attributes)) expect(['string', 'number']).toContain(typeof value)
    }),
    { numRuns: 150 },
  )
})

test('no request target keeps a request from being answered and traced', async () => {
  const target = fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(target, async (path) => {
      tracing.reset()
      await exchange(port, `GET /${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      expect(String((await tracing.server()).attributes['url.path'])).toMatch(/^\//)
    }),
    { numRuns: 100 },
  )
})

test('the parsers answer to any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const authority = parseAuthority(text)
      if (authority !== undefined) expect(authority.host).toMatch(/^[\w.~%:-]+$/)
      expect(typeof parseRequestTarget(text).path).toBe('string')
      parseForwarded({ forwarded: text, 'x-forwarded-for': text, 'x-forwarded-host': text })
    }),
  )
})

test.each([
  ['example.com', { host: 'example.com', port: undefined }],
  ['example.com:8080', { host: 'example.com', port: 8080 }],
  ['127.0.0.1:1', { host: '127.0.0.1', port: 1 }],
  ['[::1]', { host: '::1', port: undefined }],
  ['[2001:db8::1]:443', { host: '2001:db8::1', port: 443 }],
  ['example.com:', { host: 'example.com', port: undefined }],
  ['example.com:65536', undefined],
  ['example.com:80x', undefined],
  ['user@example.com', undefined],
  ['<script>', undefined],
  ['[::1', undefined],
  ['[]', undefined],
  ['', undefined],
  ['a'.repeat(300), undefined],
])('the authority %s is read as %j', (text, expected) => {
  expect(parseAuthority(text)).toEqual(expected)
})

test.each([
  ['/a/b?c=d#e', { path: '/a/b', query: 'c=d' }],
  ['/a#b?c', { path: '/a', query: '' }],
  ['/?', { path: '/', query: '' }],
  ['http://host:80/a?b', { path: '/a', query: 'b' }],
  ['http://host', { path: '/', query: '' }],
  ['http://host?a=1', { path: '/', query: 'a=1' }],
  ['*', { path: '*', query: '' }],
])('the request target %s is read as %j', (target, expected) => {
  expect(parseRequestTarget(target)).toEqual(expected)
})

test('anything that can be thrown can be recorded', () => {
  const hostile = {
    get code() {
      throw new Error('getter')
    },
    get message() {
      throw new Error('getter')
    },
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  for (const thrown of [undefined, null, 1, 'text', Symbol('s'), {}, hostile, revoked.proxy, new Error('e')]) {
    const span = { recordException: jest.fn(), setAttribute: jest.fn(), setStatus: jest.fn() }
    recordSpanError(span as never, thrown)
    expect(span.setStatus).toHaveBeenCalledTimes(1)
    expect(typeof errorType(thrown)).toBe('string')
  }
})
