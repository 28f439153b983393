// The main job, end to end: two services with nothing but the preload, and each request read back
// as one trace with its logs. With `--endpoint URL` everything goes to a real collector instead of
// the receiver in this process.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatTrace, startReceiver } from '@heddle/receiver'
import { whereToLook } from './where-to-look.mjs'

const USAGE = `npm run demo [-- --endpoint http://collector:4317 [--protocol grpc|http/protobuf|http/json]]
For a collector that asks for them, OTEL_EXPORTER_OTLP_HEADERS and the certificates' variables are passed on.`
const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json']

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

const options = readOptions()
const services = []
let receiver
let places
let incomplete = 0
let complaints = 0
try {
  if (options.endpoint) {
    await reach(options.endpoint)
    places = isLocal(options.endpoint) ? await whereToLook() : () => []
  } else receiver = await startReceiver()
  const ordersUrl = await startService('orders', 'orders.cjs')
  const gatewayUrl = await startService('gateway', 'gateway.mjs', { ORDERS_URL: ordersUrl })
  for (const visit of visits) await show(visit, gatewayUrl)
  // What a collector refuses is said at the end at the latest.
  await Promise.all(services.map(stopService))
  console.log(summary())
  process.exitCode = incomplete + complaints === 0 ? 0 : 1
} catch (error) {
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
} finally {
  await Promise.all(services.map(stopService))
  await receiver?.close()
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { endpoint: { type: 'string' }, protocol: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) {
      console.log(USAGE)
      process.exit(0)
    }
    if (values.endpoint !== undefined && !(/^https?:\/\//.test(values.endpoint) && URL.canParse(values.endpoint)))
      throw new Error(`--endpoint: read "${values.endpoint}", allowed: a URL with http:// or https://`)
    if (values.protocol !== undefined && !PROTOCOLS.includes(values.protocol))
      throw new Error(`--protocol: read "${values.protocol}", allowed: ${PROTOCOLS.join(', ')}`)
    return values
  } catch (error) {
    console.error(`demo: ${error.message}\n${USAGE}`)
    process.exit(1)
  }
}

function isLocal(endpoint) {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname)
}

/** Throws unless somebody listens there. */
async function reach(endpoint) {
  const { protocol, hostname, port } = new URL(endpoint)
  const defaultPort = options.protocol === 'grpc' ? 4317 : protocol === 'https:' ? 443 : 80
  const socket = net.connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || defaultPort })
  socket.setTimeout(3_000, () => socket.destroy(new Error('no answer within 3 s')))
  try {
    await once(socket, 'connect')
  } catch (error) {
    throw new Error(`no collector can be reached at ${endpoint}: ${error.message || error.code}`)
  } finally {
    socket.destroy()
  }
}

async function startService(name, file, env = {}) {
  const service = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--import', 'heddle/register'],
    // pino's own lines stay out of the picture: the logs shown below come through the collector's
    // side.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([variable]) => isPassedOn(variable))),
      OTEL_SERVICE_NAME: name,
      OTEL_EXPORTER_OTLP_ENDPOINT: options.endpoint ?? receiver.grpcUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: options.protocol ?? (options.endpoint ? '' : 'grpc'),
      HEDDLE_ECHO_REQUEST_ID: 'true',
      ...env,
    },
  })
  services.push(service)
  createInterface({ input: service.stderr }).on('line', (line) => {
    console.error(`${name}: ${line}`)
    if (line.startsWith('[heddle]')) complaints += 1
  })
  return `http://127.0.0.1:${await listeningPort(service, name)}`
}

/**
 * The developer's own settings decide nothing here, but for what a real collector asks of its
 * clients.
 */
function isPassedOn(variable) {
  if (!/^(OTEL|HEDDLE)_/.test(variable)) return true
  return Boolean(options.endpoint) && /^OTEL_EXPORTER_OTLP_(HEADERS|(CLIENT_)?CERTIFICATE|CLIENT_KEY)$/.test(variable)
}

function listeningPort(service, name) {
  return new Promise((resolve, reject) => {
    service.once('message', ({ port }) => resolve(port))
    service.once('exit', (code, signal) =>
      reject(new Error(`the ${name} service ended before it listened: ${signal ?? `exit code ${code}`}`)),
    )
  })
}

async function show(visit, gatewayUrl) {
  const response = await fetch(gatewayUrl + visit.path, {
    method: visit.method,
    ...(visit.body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(visit.body) }),
  })
  await response.arrayBuffer()
  console.log(`${visit.title}: ${visit.method} ${visit.path} answered ${response.status}`)
  const traceId = response.headers.get('x-request-id')
  if (traceId === null) throw new Error('the gateway is not traced: its answer names no trace')
  const isWhole = receiver ? await showTrace(visit, traceId) : true
  if (!receiver) console.log([`  trace ${traceId}`, ...places(traceId).map((place) => `    ${place}`), ''].join('\n'))
  if (!isWhole || response.status !== visit.status) incomplete += 1
}

async function showTrace(visit, traceId) {
  const trace = await receiver
    .waitFor(
      (received) =>
        received.trace(traceId)?.spans.length >= visit.spans &&
        received.trace(traceId).logs.length >= visit.logs &&
        received.trace(traceId),
      { what: visit.title },
    )
    .catch((error) => console.error(error.message))
  if (!trace) return false
  console.log(`${formatTrace(trace, { color: process.stdout.isTTY })}\n`)
  return trace.isComplete && trace.spans.length === visit.spans && trace.logs.length === visit.logs
}

function summary() {
  if (complaints > 0) return `${visits.length} traces, but Heddle complained above: not everything may have arrived`
  if (incomplete > 0) return `${incomplete} of ${visits.length} traces are incomplete`
  return receiver ? `${visits.length} traces, all complete` : `${visits.length} traces sent to ${options.endpoint}`
}

async function stopService(service) {
  if (service.exitCode !== null || service.signalCode !== null) return
  service.kill('SIGTERM')
  // Its stderr too, which may be read only after its end.
  await once(service, 'close')
}
