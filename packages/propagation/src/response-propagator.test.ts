import { createServer, get, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defaultTextMapSetter, ROOT_CONTEXT, type TextMapSetter, trace } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { extractFrom, type Headers, TRACE_ID, TRACEPARENT, withLocalSpan } from './fixtures/carriers'
import { listen } from './fixtures/traced-service'
import { createPropagator } from './propagator'
import { createResponsePropagator } from './response-propagator'
import type { TrustPolicy } from './trust'

const response = createResponsePropagator()

function respond(headers: Headers, trust: TrustPolicy = 'accept', propagator = response): Record<string, string> {
  const extracted = extractFrom(createPropagator({ formats: ['tracecontext', 'correlation'], trust }), headers)
  const carrier: Record<string, string> = {}
  propagator.inject(withLocalSpan(extracted), carrier, defaultTextMapSetter)
  return carrier
}

it('echoes the request id', () => {
  expect(respond({ 'x-request-id': 'r-1', traceparent: TRACEPARENT })).toEqual({ 'x-request-id': 'r-1' })
})

it('answers the trace id when no valid request id came in', () => {
  expect(respond({})).toEqual({ 'x-request-id': TRACE_ID })
  expect(respond({ 'x-request-id': 'a\r\nset-cookie: evil=1' })).toEqual({ 'x-request-id': TRACE_ID })
})

it('echoes to a caller that is linked, not to one that is ignored', () => {
  expect(respond({ 'x-request-id': 'r-1' }, 'link')).toEqual({ 'x-request-id': 'r-1' })
  expect(respond({ 'x-request-id': 'r-1' }, 'ignore')).toEqual({ 'x-request-id': TRACE_ID })
})

it('uses the configured header', () => {
  const custom = createResponsePropagator({ correlation: { headers: { requestId: 'Request-Id' } } })
  expect(respond({}, 'accept', custom)).toEqual({ 'request-id': TRACE_ID })
})

it('refuses an invalid header name', () => {
  expect(() => createResponsePropagator({ correlation: { headers: { requestId: '' } } })).toThrow(TypeError)
})

it('writes nothing without a span, or when tracing is suppressed', () => {
  const carrier = {}
  response.inject(ROOT_CONTEXT, carrier, defaultTextMapSetter)
  response.inject(suppressTracing(withLocalSpan()), carrier, defaultTextMapSetter)
  expect(carrier).toEqual({})
})

it('does no harm to a response whose headers are sent', async () => {
  const provider = new NodeTracerProvider()
  const setter: TextMapSetter<ServerResponse> = { set: (res, name, value) => void res.setHeader(name, value) }
  const server = createServer((_, res) => {
    const active = trace.setSpan(ROOT_CONTEXT, provider.getTracer('test').startSpan('server'))
    res.writeHead(200)
    response.inject(active, res, setter)
    res.end('intact')
  })
  await listen(server)
  const body = await new Promise((resolve, reject) => {
    get({ port: (server.address() as AddressInfo).port, agent: false }, (res) => res.on('data', resolve)).on(
      'error',
      reject,
    )
  })
  expect(String(body)).toBe('intact')
  await new Promise((resolve) => server.close(resolve))
  await provider.shutdown()
})
