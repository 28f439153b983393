// Measures what a collector of deploy/ carries:
//   node test/deploy/measure.mjs [single-node|agent|gateway] [requests a second]
//
// It sends requests of 500 spans and 500 log records for 20 s, and prints what each process has
// cost. The CPU of a span holds for other machines too; the rate depends on what else this machine
// does.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { requestBodies } from './measure-requests.mjs'

const require = createRequire(import.meta.url)
const { startDaemon } = require('../../backends/dist/daemon.js')
const { installBackends } = require('../../backends/dist/install.js')
const { freePorts } = require('../../backends/dist/ports.js')

const [kind = 'agent', rate = '20'] = process.argv.slice(2)
const SECONDS = 20
const ITEMS = 500
const TICKS_A_SECOND = 100

const programs = await installBackends(() => {})
const folder = mkdtempSync(join(tmpdir(), 'heddle-measure-'))
const [grpc, port, health, spanMetrics, ownMetrics, sink, sinkHttp, sinkHealth] = await freePorts(8)
const otlp = (grpc, http) => ({ otlp: { protocols: { grpc: on(grpc), http: on(http) } } })
const on = (port) => ({ endpoint: `127.0.0.1:${port}` })
const config = (value) => `yaml:${JSON.stringify(value)}`

const started = []
async function collector(name, readyPort, ...configs) {
  const daemon = await startDaemon({
    name,
    command: programs.collector,
    args: configs.flatMap((each) => ['--config', each]),
    env: {
      STORAGE_DIR: join(folder, 'queue'),
      JAEGER_ENDPOINT: `127.0.0.1:${sink}`,
      VICTORIA_LOGS_URL: `http://127.0.0.1:${sinkHttp}`,
    },
    readyUrl: `http://127.0.0.1:${readyPort}/`,
  })
  started.push(daemon)
  return daemon
}

try {
  // Takes everything and keeps nothing.
  await collector(
    'sink',
    sinkHealth,
    config({
      extensions: { health_check: on(sinkHealth) },
      receivers: otlp(sink, sinkHttp),
      exporters: { nop: null },
      service: {
        extensions: ['health_check'],
        telemetry: { metrics: { level: 'none' } },
        pipelines: {
          traces: { receivers: ['otlp'], exporters: ['nop'] },
          logs: { receivers: ['otlp'], exporters: ['nop'] },
        },
      },
    }),
  )
  const subject = await collector(
    kind,
    health,
    fileURLToPath(new URL(`../../deploy/collector/${kind}.yaml`, import.meta.url)),
    config({
      extensions: { health_check: on(health) },
      receivers: otlp(grpc, port),
      exporters: {
        prometheus: on(spanMetrics),
        ...(kind === 'agent'
          ? {
              load_balancing: {
                resolver: { dns: null, static: { hostnames: [`127.0.0.1:${sink}`, `localhost:${sink}`] } },
              },
            }
          : { 'otlp_http/victoria_logs': { logs_endpoint: `http://127.0.0.1:${sinkHttp}/v1/logs` } }),
      },
      service: {
        telemetry: {
          metrics: { readers: [{ pull: { exporter: { prometheus: { host: '127.0.0.1', port: ownMetrics } } } }] },
        },
      },
    }),
  )
  for (const signal of ['traces', 'logs']) await measure(subject, signal)
} finally {
  await Promise.all(started.map((daemon) => daemon.stop('SIGKILL')))
  rmSync(folder, { recursive: true, force: true })
}

async function measure({ process: { pid } }, signal) {
  const next = requestBodies(signal, ITEMS)
  const agent = new http.Agent({ keepAlive: true })
  const before = cpuSeconds(pid)
  const begin = performance.now()
  const statuses = new Map()
  const inFlight = new Set()
  let peak = 0
  for (let sent = 0; performance.now() - begin < SECONDS * 1000; sent++) {
    const due = begin + (sent * 1000) / Number(rate)
    await delay(Math.max(0, due - performance.now()))
    if (inFlight.size >= 8) await Promise.race(inFlight)
    const request = post(agent, `/v1/${signal}`, next()).then((status) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      inFlight.delete(request)
    })
    inFlight.add(request)
    peak = Math.max(peak, residentMiB(pid))
  }
  await Promise.all(inFlight)
  const seconds = (performance.now() - begin) / 1000
  // What it still holds costs too: a gateway decides after 10 s.
  await delay(kind === 'gateway' ? 13_000 : 3_000)
  const queued = await queueBytes()
  const cpu = cpuSeconds(pid) - before
  const items = (statuses.get(200) ?? 0) * ITEMS
  console.log(
    `${kind} ${signal}: ${Math.round(items / seconds)} a second taken, ${((cpu * 1e6) / items).toFixed(1)} µs CPU each, ` +
      `${Math.round(items / cpu)} a second on a whole core, ${peak} MiB at most, ${queued} bytes still queued; answers ${JSON.stringify([...statuses])}`,
  )
  agent.destroy()
}

function post(agent, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-protobuf', 'content-length': body.length }
    const request = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    request.once('error', reject)
    request.end(body)
  })
}

async function queueBytes() {
  const text = await (await fetch(`http://127.0.0.1:${ownMetrics}/metrics`)).text()
  return [...text.matchAll(/^otelcol_exporter_queue_size\{.*\} (\S+)$/gm)].reduce(
    (sum, [, size]) => sum + Number(size),
    0,
  )
}

function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

function residentMiB(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
}
