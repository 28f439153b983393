// CPU of a server per request. All contenders of a run live at the same time and take turns: A B C A B C …
import { setTimeout as sleep } from 'node:timers/promises'
import { contenders } from '../contenders/index.mjs'
import { startChild } from './child.mjs'
import { saveProfile } from './profile.mjs'

/** Longer than any contender waits before it sends what it has. */
const quietMs = 6_000

/**
 * @param {import('./run.mjs').Bench} bench
 * @param {{ app: string, path: string, requests: number, rate?: number, connections: number, env?: Record<string, string>,
 *   perRequest: Record<string, number> }} scenario - `perRequest` is what has to arrive for each request
 */
export async function measureRequests(bench, scenario) {
  const results = Object.fromEntries(bench.contenders.map((name) => [name, emptyResult()]))
  for (let process = 0; process < bench.processes; process++) {
    const subjects = []
    try {
      for (const name of bench.contenders) subjects.push(await startSubject(bench, scenario, name))
      for (const subject of subjects) await oneRound(bench, scenario, subject, { requests: bench.warmup })
      const profiled = subjects.filter(({ name }) => bench.profiled.includes(name))
      for (const { child } of profiled) await child.send({ command: 'startProfile' })
      for (let round = 0; round < bench.rounds; round++) {
        for (const subject of subjects) {
          const measured = await oneRound(bench, scenario, subject, scenario)
          add(results[subject.name], measured)
        }
      }
      for (const { name, child } of profiled)
        saveProfile(bench, `${scenario.app}-${name}`, await child.send({ command: 'endProfile' }))
      for (const { name, child } of subjects) {
        const { rssBytes } = await child.send({ command: 'usage' })
        results[name].rssMiB = Math.min(results[name].rssMiB, rssBytes / 2 ** 20)
      }
    } finally {
      for (const { child, sink } of subjects) await Promise.all([child.stop(), sink.stop()])
    }
  }
  return results
}

const emptyResult = () => ({ microsPerRequest: [], rssMiB: Infinity, expected: 0, delivered: {}, perSecond: 0 })

async function startSubject(bench, { app, env = {} }, name) {
  const contender = contenders[name]
  const preload = contender.preload === 'heddle' ? bench.heddleRegister : contender.preload
  // Of its own, so that nobody is credited with what another one sends late.
  const sink = await startChild(new URL('sink.mjs', import.meta.url), { name: `sink-${name}` })
  const child = await startChild(new URL(`../apps/${app}`, import.meta.url), {
    name: `${app}-${name}`,
    node: bench.node,
    execArgv: preload === undefined ? [] : ['--import', preload],
    env: {
      BENCH_UPSTREAM: `http://127.0.0.1:${sink.announced.httpPort}/upstream`,
      ...contender.env?.(sink.announced),
      ...env,
    },
  })
  return { name, child, sink, contender, port: await child.send({ command: 'port' }) }
}

/** One load, from the first request to the last acknowledgement. */
async function oneRound(bench, { path, connections, perRequest }, subject, { requests, rate }) {
  await subject.sink.send({ command: 'take' })
  const before = await subject.child.send({ command: 'usage' })
  const { seconds } = await bench.load.send({ port: subject.port, path, requests, connections, rate })
  const delivered = await drain(subject.sink, expectedOf(subject.contender, perRequest, requests))
  const after = await subject.child.send({ command: 'usage' })
  return { micros: (after.cpuMicros - before.cpuMicros) / requests, requests, seconds, delivered }
}

/** What this contender has to deliver for so many requests. */
function expectedOf({ delivers }, perRequest, requests) {
  const { logs = 0, ...spans } = perRequest
  const expected = { ...(delivers.includes('spans') ? spans : {}), ...(delivers.includes('logs') ? { logs } : {}) }
  return Object.fromEntries(Object.entries(expected).map(([name, count]) => [name, count * requests]))
}

/** Waits until all of it has arrived, or until nothing has for so long that the rest is lost. */
async function drain(sink, expected) {
  const arrived = {}
  let last = performance.now()
  const missing = () => Object.keys(expected).some((name) => (arrived[name] ?? 0) < expected[name])
  while (missing() && performance.now() - last < quietMs) {
    await sleep(50)
    const counts = await sink.send({ command: 'take' })
    if (counts.bytes > 0) last = performance.now()
    for (const [name, count] of Object.entries(counts)) arrived[name] = (arrived[name] ?? 0) + count
  }
  return arrived
}

function add(result, { micros, requests, seconds, delivered }) {
  result.microsPerRequest.push(micros)
  result.perSecond = Math.max(result.perSecond, requests / seconds)
  result.expected += requests
  for (const [name, count] of Object.entries(delivered)) {
    result.delivered[name] = (result.delivered[name] ?? 0) + count
  }
}
