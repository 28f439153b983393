import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeJaegerPorts } from '../../backends/src/backends'
import type { Section } from '../../backends/src/collector'
import { startJaeger } from '../../backends/src/jaeger'
import { eventually } from '../backends/eventually'
import { jaegerTrace } from '../backends/jaeger-query'
import { describeWithBackends, programs } from '../backends/programs'
import { product, refund, type Shop, startShop } from '../backends/shop'
import { openStage, type Stage } from '../backends/stage'
import { logsOf, traceOf } from '../backends/whole-trace'
import { killServices } from '../support/service'
import { type CollectorPorts, freeCollectorPorts, type RunningCollector, runCollector, sendingTo } from './collectors'
import { keepVisiting, nothingMissing, SPANS } from './visits'

let stage: Stage
let folder: string
let shop: Shop | undefined
const running = new Set<RunningCollector>()

async function keep(starting: Promise<RunningCollector>): Promise<RunningCollector> {
  const collector = await starting
  running.add(collector)
  return collector
}

/** The backends of the stage, and a decision that a test can wait for. */
const settings = (share: number): NodeJS.ProcessEnv => ({
  JAEGER_ENDPOINT: new URL(stage.jaeger.otlpGrpcUrl).host,
  VICTORIA_LOGS_URL: stage.victoriaLogs.url,
  DECISION_WAIT: '1s',
  SAMPLING_PERCENTAGE: String(share),
})

const startGateway = (ports: CollectorPorts, share: number, changes?: Section) =>
  keep(
    runCollector({
      files: ['gateway.yaml'],
      ports,
      folder: join(folder, `gateway-${ports.grpc}`),
      env: settings(share),
      ...(changes && { changes }),
    }),
  )

/**
 * In place of the name with an address for each gateway, which a test cannot make: their addresses.
 */
const startAgent = (ports: CollectorPorts, gateways: readonly CollectorPorts[]) =>
  keep(
    runCollector({
      files: ['agent.yaml'],
      ports,
      folder: join(folder, 'agent'),
      changes: {
        exporters: {
          load_balancing: {
            resolver: { dns: null, static: { hostnames: gateways.map(({ grpc }) => `127.0.0.1:${grpc}`) } },
          },
        },
      },
    }),
  )

async function startFleet(share: number, changes?: Section) {
  const ports = {
    agent: await freeCollectorPorts(),
    gateways: [await freeCollectorPorts(), await freeCollectorPorts()],
  }
  const gateways = await Promise.all(ports.gateways.map((each) => startGateway(each, share, changes)))
  const agent = await startAgent(ports.agent, ports.gateways)
  shop = await startShop(sendingTo(agent))
  return { ports, gateways, agent, shop }
}

/** What a collector says of itself: the sum over the exporters of one signal. */
async function metric({ ports }: RunningCollector, name: string, signal = ''): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${ports.ownMetrics}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith(name) && line.includes(signal))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

describeWithBackends('an agent, two gateways that sample, and the backends', () => {
  beforeAll(async () => {
    stage = await openStage()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-fleet-'))
  })
  afterEach(async () => {
    await shop?.stop()
    shop = undefined
    killServices()
    await Promise.all([...running].map((collector) => collector.stop('SIGKILL')))
    running.clear()
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => stage?.stop())

  test('each trace goes whole through one of the gateways, which share the work', async () => {
    const { gateways, shop } = await startFleet(100)
    const visits = keepVisiting(shop)
    await visits.more(40)
    const visited = await visits.stop()
    expect(await nothingMissing(stage, visited)).toBe(0)
    const through = await Promise.all(gateways.map((gateway) => metric(gateway, 'otelcol_exporter_sent_spans')))
    expect(through[0]! + through[1]!).toBe(visited.length * SPANS)
    for (const spans of through) {
      expect(spans).toBeGreaterThan(0)
      expect(spans % SPANS).toBe(0)
    }
  })

  test('the failed traces are kept whole, nothing of the others, and the logs of all', async () => {
    const { shop } = await startFleet(0)
    const fine = [await shop.visit(product), await shop.visit(product)]
    const failed = await shop.visit(refund)
    await traceOf(stage.jaeger.queryUrl, failed, SPANS)
    for (const traceId of [...fine, failed]) await logsOf(stage.victoriaLogs.url, traceId, 2)
    expect((await Promise.all(fine.map((id) => jaegerTrace(stage.jaeger.queryUrl, id)))).flat()).toEqual([])
  })

  test('a gateway that is restarted in the middle of traffic: nothing is missing', async () => {
    const { ports, gateways, shop } = await startFleet(100)
    const visits = keepVisiting(shop)
    await visits.more(30)
    await gateways[0]!.stop()
    await visits.more(30)
    await startGateway(ports.gateways[0]!, 100)
    await visits.more(30)
    await nothingMissing(stage, await visits.stop())
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'an agent that is ended by %s and started again: nothing is missing',
    async (signal) => {
      const { ports, agent, shop } = await startFleet(100)
      const visits = keepVisiting(shop)
      await visits.more(30)
      await agent.stop(signal)
      await visits.more(30)
      await startAgent(ports.agent, ports.gateways)
      await visits.more(30)
      await nothingMissing(stage, await visits.stop())
    },
  )

  test('an agent that is killed while no gateway is there: what it has taken is on its disk', async () => {
    const ports = {
      agent: await freeCollectorPorts(),
      gateways: [await freeCollectorPorts(), await freeCollectorPorts()],
    }
    const agent = await startAgent(ports.agent, ports.gateways)
    shop = await startShop(sendingTo(agent))
    const visits = keepVisiting(shop)
    await visits.more(30)
    const visited = await visits.stop()
    // Ends when the agent has acknowledged everything.
    await shop.stop()
    shop = undefined
    await agent.stop('SIGKILL')
    await Promise.all(ports.gateways.map((each) => startGateway(each, 100)))
    await startAgent(ports.agent, ports.gateways)
    await nothingMissing(stage, visited)
  })

  test('Jaeger away for a while: the gateways make the agent wait, whose disk holds it; nothing is missing', async () => {
    const jaegerPorts = await freeJaegerPorts()
    const changes = {
      exporters: {
        'otlp_grpc/jaeger': {
          endpoint: `127.0.0.1:${jaegerPorts.otlpGrpc}`,
          retry_on_failure: { initial_interval: '200ms', max_interval: '1s' },
          // Full after a few traces.
          sending_queue: { queue_size: 20_000, batch: { min_size: 1_000 } },
        },
      },
    }
    const { agent, shop } = await startFleet(100, changes)
    const visits = keepVisiting(shop)
    // Much more than the gateways hold, or than is on its way to them.
    await eventually(
      'spans in the queue of the agent',
      () => metric(agent, 'otelcol_exporter_queue_size', 'traces'),
      (bytes) => bytes > 100_000,
    )
    const visited = await visits.stop()
    const jaeger = await startJaeger(programs.jaeger, jaegerPorts)
    try {
      await nothingMissing({ ...stage, jaeger }, visited)
    } finally {
      await jaeger.stop()
    }
  })
})
