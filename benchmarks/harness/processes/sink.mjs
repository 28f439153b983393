// The other end, in a process of its own: OTLP over HTTP and gRPC, a Datadog agent, a Sentry endpoint
// and the databases. It acknowledges at once, keeps the bytes, and counts them when the harness asks, which
// is outside the measured load.
import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { gunzipSync } from 'node:zlib'
import { countDatadog, countLogs, countSentry, countTraces } from './count.mjs'
import { listenAsDatabases } from './stub-servers.mjs'

const kept = []
let refusing = false
let upstreamRequests = 0

const EMPTY_GRPC_MESSAGE = Buffer.alloc(5)
const counters = [
  [/v1\/traces$|TraceService\/Export$/, countTraces],
  [/v1\/logs$|LogsService\/Export$/, countLogs],
  [/^\/v0\.\d\/traces$/, countDatadog],
  [/^\/api\/\d+\/envelope\/?/, countSentry],
]

const http = createServer((request, response) => {
  if (request.url === '/upstream') {
    upstreamRequests++
    response.setHeader('content-type', 'application/json')
    response.end('{"orders":[1,2,3]}')
    return
  }
  collect(request, (body) => {
    if (refusing) {
      response.statusCode = 503
      return response.end()
    }
    keep(request.url, unzip(body, request.headers['content-encoding']))
    if (request.url === '/info') return response.end('{"endpoints":["/v0.4/traces"]}')
    response.setHeader('content-type', request.headers['content-type'] ?? 'application/json')
    // An empty protobuf message acknowledges OTLP; the Datadog and Sentry clients want JSON.
    response.end(/^\/v1\//.test(request.url) ? '' : '{}')
  })
})

const grpc = createHttp2Server()
grpc.on('stream', (stream, headers) => {
  stream.on('error', () => {})
  collect(stream, (frame) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    const status = refusing ? '14' : '0'
    stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status }))
    if (refusing) return stream.end()
    keep(headers[':path'], unzip(frame.subarray(5), frame[0] === 1 ? 'gzip' : undefined))
    stream.end(EMPTY_GRPC_MESSAGE)
  })
})

function collect(stream, done) {
  const chunks = []
  stream.on('data', (chunk) => chunks.push(chunk))
  stream.on('end', () => done(Buffer.concat(chunks)))
}

const unzip = (body, encoding) => (encoding === 'gzip' ? gunzipSync(body) : body)

function keep(path, body) {
  const [, count] = counters.find(([pattern]) => pattern.test(path)) ?? []
  if (count !== undefined) kept.push([count, body])
}

/** Counts what has arrived since the last `take`. */
function take() {
  const sum = { bytes: 0, server: 0, client: 0, internal: 0, logs: 0, logsWithIds: 0, upstreamRequests }
  upstreamRequests = 0
  for (const [count, body] of kept.splice(0)) {
    sum.bytes += body.length
    for (const [name, value] of Object.entries(count(body))) sum[name] += value
  }
  return sum
}

const commands = {
  take,
  refuse: ({ on }) => {
    refusing = on
    return refusing
  },
}
process.on('message', ({ id, command, ...argument }) => process.send({ id, result: commands[command](argument) }))
process.on('disconnect', () => process.exit())

http.keepAliveTimeout = 60_000
http.listen(0, '127.0.0.1', () => {
  grpc.listen(0, '127.0.0.1', async () => {
    const ports = { httpPort: http.address().port, grpcPort: grpc.address().port }
    process.send({ ready: true, ...ports, ...(await listenAsDatabases()) })
  })
})
