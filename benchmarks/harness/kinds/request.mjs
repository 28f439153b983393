// The scenarios that send requests.
import { contenders } from '../../contenders/requests.mjs'
import { measureRounds } from '../measuring/rounds.mjs'
import { KEPT_WARM } from '../processes/kept-warm.mjs'

/**
 * A warm-up ends after so long, if it has not sent all: Sentry would need 20 s for what others do
 * in one.
 */
const WARMUP_SECONDS = 6

/**
 * @param {{ title: string, id: string, app: string, path: string, count: number, rate?: number,
 *   connections?: number, warmup?: number, hasLeadIn?: boolean, maxRounds?: number, perItem:
 *   Record<string, number>, env?: Record<string, string>, isAlone?: boolean, only?: readonly string[], more?:
 *   Record<string, import('../processes/subject.mjs').Contender> }} definition - `more` are
 *   contenders of this scenario alone
 */
export function requestScenario({ title, ...definition }) {
  return {
    title,
    unit: 'µs of CPU a request',
    baseline: 'bare',
    measure: (bench) => measureRequests(bench, definition),
  }
}

export async function measureRequests(
  bench,
  { path, rate, only, more, hasLeadIn = false, connections = 32, warmup = 20_000, ...work },
) {
  const chosen = Object.entries(contenders).filter(([name]) => only?.includes(name) ?? true)
  return measureRounds(bench, {
    ...work,
    execArgv: [...(work.isAlone ? [] : KEPT_WARM), ...(work.execArgv ?? [])],
    contenders: { ...Object.fromEntries(chosen), ...more },
    warmup,
    leadIn: hasLeadIn ? rate : undefined,
    async run(subject, requests, isWarmup, point) {
      subject.port ??= await subject.child.send({ command: 'port' })
      const load = { port: subject.port, path, requests, connections, rate, ...point }
      // The warm-up is as fast as the server allows.
      const asked = isWarmup ? { ...load, requests, rate: undefined, maxSeconds: WARMUP_SECONDS } : load
      return bench.load.send(loadOnly(asked))
    },
  })
}

/** The fields of a load: a point has functions too, which IPC cannot send. */
const loadOnly = ({ port, path, requests, connections, rate, maxSeconds }) => ({
  port,
  path,
  requests,
  connections,
  rate,
  maxSeconds,
})
