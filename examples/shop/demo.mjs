// The main job, end to end: two services with nothing but the preload, and each request read back as one trace with
// its logs. With `--endpoint URL` everything goes to a real collector instead of the receiver in this process.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatTrace, startReceiver } from '@heddle/receiver'

const { values: options } = parseArgs({
  options: { endpoint: { type: 'string' }, protocol: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (options.help) {
  console.log('npm run demo [-- --endpoint http://collector:4317 [--protocol grpc|http/protobuf|http/json]]')
  process.exit(0)
}

/** What is sent, and what must come back: spans and logs of both services under one trace id. */
const visits = [
  { title: 'a product page', method: 'GET', path: '/shop/acme/products/42', status: 200, spans: 3, logs: 2 },
  {
    title: 'a checkout',
    method: 'POST',
    path: '/shop/acme/checkout',
    body: { items: ['tea', 'cup'] },
    status: 201,
    spans: 3,
    logs: 3,
  },
  { title: 'a slow report', method: 'GET', path: '/shop/acme/report', status: 200, spans: 3, logs: 3 },
  { title: 'a failing refund', method: 'POST', path: '/shop/acme/refund', status: 502, spans: 3, logs: 2 },
]

const receiver = options.endpoint ? undefined : await startReceiver()
const services = []
let incomplete = 0
try {
  const ordersUrl = await startService('orders', 'orders.cjs')
  const gatewayUrl = await startService('gateway', 'gateway.mjs', { ORDERS_URL: ordersUrl })
  for (const visit of visits) await show(visit, gatewayUrl)
} finally {
  await Promise.all(services.map(stopService))
  await receiver?.close()
}
if (receiver)
  console.log(
    incomplete === 0
      ? `${visits.length} traces, all complete`
      : `${incomplete} of ${visits.length} traces are incomplete`,
  )
else console.log(`${visits.length} traces sent to ${options.endpoint}`)
process.exitCode = incomplete === 0 ? 0 : 1

async function startService(name, file, env = {}) {
  const service = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--import', 'heddle/register'],
    // pino's own lines stay out of the picture: the logs shown below come through the collector's side.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      OTEL_SERVICE_NAME: name,
      OTEL_EXPORTER_OTLP_ENDPOINT: options.endpoint ?? receiver.grpcUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: options.protocol ?? (options.endpoint ? '' : 'grpc'),
      HEDDLE_ECHO_REQUEST_ID: 'true',
      ...env,
    },
  })
  services.push(service)
  const [{ port }] = await once(service, 'message')
  return `http://127.0.0.1:${port}`
}

async function show(visit, gatewayUrl) {
  const response = await fetch(gatewayUrl + visit.path, {
    method: visit.method,
    ...(visit.body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(visit.body) }),
  })
  await response.arrayBuffer()
  const traceId = response.headers.get('x-request-id')
  console.log(`${visit.title}: ${visit.method} ${visit.path} answered ${response.status}`)
  if (!receiver) {
    console.log(`  trace ${traceId}\n`)
    return
  }
  const trace = await receiver
    .waitFor(
      (received) =>
        received.trace(traceId)?.spans.length >= visit.spans &&
        received.trace(traceId).logs.length >= visit.logs &&
        received.trace(traceId),
      { what: visit.title },
    )
    .catch((error) => console.error(error.message))
  const isWhole =
    trace?.isComplete &&
    trace.spans.length === visit.spans &&
    trace.logs.length === visit.logs &&
    response.status === visit.status
  if (!isWhole) incomplete += 1
  if (trace) console.log(`${formatTrace(trace, { color: process.stdout.isTTY })}\n`)
}

async function stopService(service) {
  if (service.exitCode !== null || service.signalCode !== null) return
  service.kill('SIGTERM')
  await once(service, 'exit')
}
