import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '../backends/eventually'
import { jaegerTrace } from '../backends/jaeger-query'
import { checkout, type Shop } from '../backends/shop'
import { queryLogs } from '../backends/victoria-logs-query'

/** What one checkout leaves, in two services. */
export const SPANS = 3
export const LOGS = 3
const PAUSE_MS = 10

/** Where to look. */
export interface Places {
  readonly jaeger: { readonly queryUrl: string }
  readonly victoriaLogs: { readonly url: string }
}

export interface Visits {
  /** The trace ids so far. */
  readonly made: readonly string[]
  /** Waits until so many more have been made. */
  more(count: number): Promise<void>
  stop(): Promise<readonly string[]>
}

/** One checkout after the other, until it is stopped. */
export function keepVisiting(shop: Shop): Visits {
  const made: string[] = []
  let isStopped = false
  const running = (async () => {
    while (!isStopped) {
      made.push(await shop.visit(checkout))
      await delay(PAUSE_MS)
    }
  })()
  running.catch(() => {})
  return {
    made,
    async more(count) {
      const goal = made.length + count
      await eventually(
        `${count} visits`,
        async () => made.length,
        (length) => length >= goal,
      )
    },
    async stop() {
      isStopped = true
      await running
      return made
    },
  }
}

/**
 * Waits until the traces are complete, then counts their spans and log records that are stored
 * twice.
 */
export async function nothingMissing({ jaeger, victoriaLogs }: Places, visited: readonly string[]): Promise<number> {
  let twice = 0
  const incomplete = async () => {
    const found = await Promise.all(
      visited.map(async (traceId) => {
        const spans = (await jaegerTrace(jaeger.queryUrl, traceId)).map(({ spanId }) => spanId)
        const logs = (await queryLogs(victoriaLogs.url, `trace_id:="${traceId}"`)).map(({ _msg }) => _msg)
        const distinct = { spans: new Set(spans).size, logs: new Set(logs).size }
        return { traceId, ...distinct, twice: spans.length + logs.length - distinct.spans - distinct.logs }
      }),
    )
    twice = found.reduce((sum, trace) => sum + trace.twice, 0)
    return found.filter(({ spans, logs }) => spans < SPANS || logs < LOGS)
  }
  await eventually(
    `nothing missing of ${visited.length} traces`,
    async () => (await incomplete()).slice(0, 5),
    (traces) => traces.length === 0,
  )
  return twice
}
