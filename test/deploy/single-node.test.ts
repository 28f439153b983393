import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeJaegerPorts } from '../../backends/src/backends'
import { startJaeger } from '../../backends/src/jaeger'
import { freePorts } from '../../backends/src/ports'
import { startVictoriaLogs } from '../../backends/src/victoria-logs'
import { eventually } from '../backends/eventually'
import { describeWithBackends, programs } from '../backends/programs'
import { refund, type Shop, startShop } from '../backends/shop'
import { outline, traceOf } from '../backends/whole-trace'
import { killServices } from '../support/service'
import { type CollectorPorts, freeCollectorPorts, type RunningCollector, runCollector, sendingTo } from './collectors'
import { keepVisiting, nothingMissing, type Places } from './visits'

let folder: string
let shop: Shop | undefined
let collector: RunningCollector | undefined
const stops: (() => Promise<void>)[] = []

async function placesOfBackends() {
  const jaeger = await freeJaegerPorts()
  const [victoriaLogs] = (await freePorts(1)) as [number]
  return { jaeger, victoriaLogs }
}

type BackendPorts = Awaited<ReturnType<typeof placesOfBackends>>

async function startBackends(ports: BackendPorts): Promise<Places> {
  const jaeger = await startJaeger(programs.jaeger, ports.jaeger)
  stops.push(() => jaeger.stop())
  const victoriaLogs = await startVictoriaLogs(programs.victoriaLogs, ports.victoriaLogs)
  stops.push(() => victoriaLogs.stop())
  return { jaeger, victoriaLogs }
}

async function startSingleNode(ports: CollectorPorts, backends: BackendPorts) {
  collector = await runCollector({
    files: ['single-node.yaml'],
    ports,
    folder,
    env: {
      JAEGER_ENDPOINT: `127.0.0.1:${backends.jaeger.otlpGrpc}`,
      VICTORIA_LOGS_URL: `http://127.0.0.1:${backends.victoriaLogs}`,
    },
    // Counted at once, where 15 s is often enough.
    changes: { connectors: { span_metrics: { metrics_flush_interval: '200ms' } } },
  })
  return collector
}

describeWithBackends('one collector on one node', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-single-node-'))
  })
  afterEach(async () => {
    await shop?.stop()
    shop = undefined
    killServices()
    await collector?.stop('SIGKILL')
    await Promise.all(stops.splice(0).map((stop) => stop()))
    rmSync(folder, { recursive: true, force: true })
  })

  test('a trace is in Jaeger, its rate and errors are there for Prometheus', async () => {
    const ports = await placesOfBackends()
    const { jaeger } = await startBackends(ports)
    const node = await startSingleNode(await freeCollectorPorts(), ports)
    shop = await startShop(sendingTo(node))
    expect(outline(await traceOf(jaeger.queryUrl, await shop.visit(refund), 3))).toEqual([
      'gateway SERVER POST /shop/:tenant/refund | /shop/:tenant/refund 502 ERROR',
      '  gateway CLIENT POST | 500 ERROR',
      '    orders SERVER POST /api/v1/refunds | /api/v1/refunds 500 ERROR',
    ])
    const calls = await eventually(
      'calls',
      async () => {
        const text = await (await fetch(`http://127.0.0.1:${node.ports.spanMetrics}/metrics`)).text()
        return text.split('\n').filter((line) => /^traces_span_metrics_calls_total\{.*SPAN_KIND_SERVER/.test(line))
      },
      (lines) => lines.length === 2 && lines.every((line) => line.endsWith(' 1')),
    )
    const routes = { gateway: 'POST /shop/:tenant/refund', orders: 'POST /api/v1/refunds' }
    for (const [service, route] of Object.entries(routes)) {
      const line = calls.find((each) => each.includes(`service_name="${service}"`))
      expect(line).toContain(`span_name="${route}"`)
      expect(line).toContain('status_code="STATUS_CODE_ERROR"')
    }
  })

  test('killed while the backends are away: what it has taken is there when all are back', async () => {
    const ports = await placesOfBackends()
    const own = await freeCollectorPorts()
    const node = await startSingleNode(own, ports)
    shop = await startShop(sendingTo(node))
    const visits = keepVisiting(shop)
    await visits.more(30)
    const visited = await visits.stop()
    // Ends when the collector has acknowledged everything.
    await shop.stop()
    shop = undefined
    await node.stop('SIGKILL')
    const places = await startBackends(ports)
    await startSingleNode(own, ports)
    await nothingMissing(places, visited)
  })
})
