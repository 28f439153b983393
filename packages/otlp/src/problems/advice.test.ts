import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { createOtlpPipeline } from '../index'
import type { OtlpProtocol } from '../options/options'
import { adviceFor } from './advice'

/**
 * What a real attempt to send says, when the server at the other end is not what the endpoint
 * claims.
 */
async function problemWith(server: net.Server, scheme: string, protocol: OtlpProtocol): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const messages: string[] = []
  const pipeline = createOtlpPipeline({
    resource: { attributes: {} },
    logs: { endpoint: `${scheme}://127.0.0.1:${port}`, protocol },
    onProblem: ({ message }) => messages.push(message),
  })
  pipeline.logRecordProcessor.onEmit({
    hrTime: [1, 0],
    hrTimeObserved: [1, 0],
    attributes: {},
    droppedAttributesCount: 0,
    instrumentationScope: { name: 'test' },
  } as never)
  await pipeline.shutdown()
  server.close()
  return messages.join('\n')
}

const plainHttp = () => http.createServer((_request, response) => response.end())
/** As a gRPC server does: SETTINGS first, whatever the client says. */
const http2Preface = () =>
  net.createServer((socket) => socket.on('error', () => {}).end(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])))

test('TLS to a server without it', async () => {
  expect(await problemWith(plainHttp(), 'https', 'http/protobuf')).toMatch(
    /without TLS there: begin the endpoint with http:/,
  )
})

test('HTTP to a gRPC port', async () => {
  expect(await problemWith(http2Preface(), 'http', 'http/protobuf')).toMatch(
    /that port speaks gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc/,
  )
})

test('gRPC to an HTTP port', async () => {
  expect(await problemWith(plainHttp(), 'http', 'grpc')).toMatch(
    /that port speaks HTTP: set OTEL_EXPORTER_OTLP_PROTOCOL=http/,
  )
})

test('HTTP to a path that is not there', async () => {
  const server = http.createServer((_request, response) => response.writeHead(404).end())
  expect(await problemWith(server, 'http', 'http/protobuf')).toMatch(/is the path right\?/)
})

test.each([
  ['connect ECONNREFUSED 127.0.0.1:9', /nothing listens there/],
  ['getaddrinfo ENOTFOUND collector', /name is not known/],
  ['HTTP 401 Unauthorized', /does not accept who is asking/],
  ['gRPC UNAUTHENTICATED: no token', /does not accept who is asking/],
  ['gRPC UNIMPLEMENTED: unknown service', /no OTLP receiver for this signal/],
  ['unable to verify the first certificate', /OTEL_EXPORTER_OTLP_CERTIFICATE/],
])('%s', (message, advice) => {
  expect(adviceFor(message)).toMatch(advice)
})

test('what tells nothing gets no advice', () => {
  expect(adviceFor('HTTP 503 Service Unavailable')).toBeUndefined()
})
