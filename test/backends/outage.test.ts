import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freeCollectorPorts } from '../../backends/src/backends'
import type { CollectorOptions, Section } from '../../backends/src/collector'
import { killServices } from '../support/service'
import { eventually } from './eventually'
import { jaegerTrace } from './jaeger-query'
import { describeWithBackends } from './programs'
import { checkout, type Shop, startShop } from './shop'
import { openStage, PROTOCOLS, type Stage, sendingTo } from './stage'
import { queryLogs } from './victoria-logs-query'
import { traceOf } from './whole-trace'

const SPANS_OF_A_CHECKOUT = 3
const LOGS_OF_A_CHECKOUT = 3
const PAUSE_MS = 10

let stage: Stage
let shop: Shop | undefined
let folder: string

describeWithBackends('a collector that fails in the middle of traffic', () => {
  beforeAll(async () => {
    stage = await openStage()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-outage-'))
  })
  afterEach(async () => {
    await shop?.stop()
    shop = undefined
    killServices()
    await stage.stopCollectors()
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => stage?.stop())

  /** One checkout after the other until it is stopped, which gives back their trace ids. */
  function traffic(): { readonly visited: readonly string[]; stop(): Promise<readonly string[]> } {
    const visited: string[] = []
    let isStopped = false
    const running = (async () => {
      while (!isStopped) {
        visited.push(await shop!.visit(checkout))
        await delay(PAUSE_MS)
      }
    })()
    running.catch(() => {})
    return {
      visited,
      async stop() {
        isStopped = true
        await running
        return visited
      },
    }
  }

  const delivered = (traceId: string) => traceOf(stage.jaeger.queryUrl, traceId, SPANS_OF_A_CHECKOUT)
  const complaint = (words: RegExp) =>
    eventually(
      'the complaint',
      async () => shop!.complaints(),
      (text) => words.test(text),
    )

  /** At least once: what is there twice was sent again because the answer was lost. */
  async function expectNothingMissing(visited: readonly string[]) {
    const missing = async () => {
      const found = await Promise.all(
        visited.map(async (traceId) => ({
          traceId,
          spans: new Set((await jaegerTrace(stage.jaeger.queryUrl, traceId)).map(({ spanId }) => spanId)).size,
          logs: new Set((await queryLogs(stage.victoriaLogs.url, `trace_id:="${traceId}"`)).map(({ _msg }) => _msg))
            .size,
        })),
      )
      return found.filter(({ spans, logs }) => spans < SPANS_OF_A_CHECKOUT || logs < LOGS_OF_A_CHECKOUT)
    }
    await eventually('nothing missing', missing, (traces) => traces.length === 0)
  }

  /**
   * A collector keeps what it has taken only with a queue on disk: killed, it loses what is in its
   * memory.
   */
  function withQueueOnDisk(): Partial<CollectorOptions> {
    const queued = (exporters: Section) =>
      Object.fromEntries(
        Object.entries(exporters).map(([name, exporter]) => [
          name,
          { ...(exporter as Section), sending_queue: { storage: 'file_storage' } },
        ]),
      )
    return {
      extensions: { file_storage: { directory: join(folder, 'queue'), create_directory: true } },
      traceExporters: queued(stage.exporters.traceExporters),
      logExporters: queued(stage.exporters.logExporters),
    }
  }

  test.each(PROTOCOLS)('over %s, killed and started again: nothing is missing', async (protocol) => {
    const ports = await freeCollectorPorts()
    const options = { ...withQueueOnDisk(), ports }
    const collector = await stage.collector(options)
    shop = await startShop(sendingTo(collector, protocol))
    const checkouts = traffic()
    await eventually(
      'the first visit',
      async () => checkouts.visited,
      ({ length }) => length > 0,
    )
    await delivered(checkouts.visited[0]!)
    await collector.stop('SIGKILL')
    await complaint(/OTLP traces .*trying again/)
    await stage.collector(options)
    await delivered(checkouts.visited.at(-1)!)
    await expectNothingMissing(await checkouts.stop())
  })

  test.each(PROTOCOLS)('over %s, its memory limiter refusing: nothing is missing', async (protocol) => {
    const ports = await freeCollectorPorts()
    const limiter = (limit_mib: number) => ({
      ports,
      processors: { memory_limiter: { check_interval: '100ms', limit_mib, spike_limit_mib: 1 } },
    })
    // More than 2 MiB is what it needs to run at all.
    const collector = await stage.collector(limiter(2))
    shop = await startShop(sendingTo(collector, protocol))
    const checkouts = traffic()
    await complaint(/OTLP traces .*refused due to high memory usage; trying again/)
    const [refused] = checkouts.visited
    expect(await jaegerTrace(stage.jaeger.queryUrl, refused!)).toEqual([])
    await collector.stop()
    await stage.collector(limiter(512))
    await delivered(refused!)
    await expectNothingMissing(await checkouts.stop())
  })
})
