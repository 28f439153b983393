// CPU of a piece of work by contender. All contenders of a run live at the same time and take turns: A B C A B C …
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from './child.mjs'
import { saveProfile } from './profile.mjs'

/** Longer than any contender waits before it sends what it has. */
const quietMs = 6_000

/**
 * @typedef {object} Contender
 * @property {string} what - said in the results
 * @property {string} [app] - the file that it runs, when not all run the same
 * @property {string} [preload] - given to `--import`; `heddle` stands for `heddle/register`
 * @property {(sink: { httpPort: number, grpcPort: number }) => Record<string, string>} [env]
 * @property {readonly ('spans' | 'logs')[]} delivers - what must arrive at the sink
 * @property {number} [fromNode] - the first major version of Node that it runs on
 *
 * @typedef {object} Work
 * @property {string} id - names profiles and logs
 * @property {Record<string, Contender>} contenders
 * @property {number} count - how many in a round
 * @property {number} warmup - how many before the first round
 * @property {Record<string, number>} [perItem] - what has to arrive for each, by the sink's names
 * @property {Record<string, string>} [env]
 * @property {string} [app]
 * @property {(subject: object, count: number, isWarmup: boolean) => Promise<object>} run
 * @property {(subject: object) => Promise<void>} [prepare] - after the warm-up
 * @property {number} [maxRounds] - for work that takes long
 */

/**
 * @param {object} bench
 * @param {Work} work
 */
export async function measureRounds(bench, work) {
  const names = Object.keys(work.contenders).filter((name) => bench.includes(name, work.contenders[name]))
  const results = names.map((name) => ({ name, contender: work.contenders[name], rounds: [], rssMiB: Infinity }))
  for (let process = 0; process < (work.maxRounds === undefined ? bench.processes : 1); process++) {
    const subjects = []
    try {
      for (const result of results) subjects.push(await startSubject(bench, work, result))
      for (const subject of subjects) {
        await oneRound(work, subject, work.warmup, true)
        await work.prepare?.(subject)
      }
      const profiled = subjects.filter(({ result }) => bench.profiled.includes(result.name))
      for (const { child } of profiled) await child.send({ command: 'startProfile' })
      for (let round = 0; round < Math.min(bench.rounds, work.maxRounds ?? Infinity); round++) {
        for (const subject of subjects) subject.result.rounds.push(await oneRound(work, subject, work.count, false))
      }
      for (const { child, result } of profiled) {
        saveProfile(bench, `${work.id}-${result.name}`, await child.send({ command: 'endProfile' }))
      }
      for (const { child, result } of subjects) {
        const { rssBytes } = await child.send({ command: 'usage' })
        result.rssMiB = Math.min(result.rssMiB, rssBytes / 2 ** 20)
      }
    } finally {
      for (const { child, sink } of subjects) await Promise.all([child.stop(), sink.stop()])
    }
  }
  return results.map((result) => rowOf(result, work.perItem ?? {}))
}

export async function startSubject(bench, work, result) {
  const { name, contender } = result
  // Of its own, so that nobody is credited with what another one sends late.
  const sink = await startChild(new URL('sink.mjs', import.meta.url), { name: `sink-${name}` })
  const ports = sink.announced
  const preload = contender.preload === 'heddle' ? bench.heddleRegister : contender.preload
  const child = await startChild(new URL(`../${contender.app ?? work.app}`, import.meta.url), {
    name: `${work.id}-${name}`,
    node: bench.node,
    execArgv: preload === undefined ? [] : ['--import', preload],
    env: {
      BENCH_UPSTREAM: `http://127.0.0.1:${ports.httpPort}/upstream`,
      BENCH_HEDDLE: bench.heddleFolder,
      ...contender.env?.(ports),
      ...work.env,
    },
  })
  return { result, contender, child, sink }
}

/** One load, from its first item to its last acknowledgement. */
async function oneRound(work, subject, count, isWarmup) {
  const expected = isWarmup || work.perItem ? expectedOf(subject.contender, work.perItem ?? {}, count) : {}
  await subject.sink.send({ command: 'take' })
  const before = await subject.child.send({ command: 'usage' })
  const outcome = await work.run(subject, count, isWarmup)
  const delivered = await drain(subject.sink, expected)
  const after = await subject.child.send({ command: 'usage' })
  return { cost: (after.cpuMicros - before.cpuMicros) / count, count, delivered, outcome }
}

/** What a contender has to deliver for so many items. */
export function expectedOf({ delivers }, perItem, count) {
  const claimed = Object.entries(perItem).filter(([name]) => delivers.includes(name === 'logs' ? 'logs' : 'spans'))
  return Object.fromEntries(claimed.map(([name, each]) => [name, each * count]))
}

/** Waits until all of it has arrived, or until nothing has for so long that the rest is lost. */
async function drain(sink, expected) {
  const arrived = {}
  let last = performance.now()
  const isMissing = () => Object.keys(expected).some((name) => (arrived[name] ?? 0) < expected[name])
  while (isMissing() && performance.now() - last < quietMs) {
    await sleep(50)
    const counts = await sink.send({ command: 'take' })
    if (counts.bytes > 0) last = performance.now()
    for (const [name, count] of Object.entries(counts)) arrived[name] = (arrived[name] ?? 0) + count
  }
  return arrived
}

function rowOf({ name, contender, rounds, rssMiB }, perItem) {
  const costs = rounds.map(({ cost }) => cost)
  const count = rounds.reduce((sum, round) => sum + round.count, 0)
  const arrived = (key) => rounds.reduce((sum, { delivered }) => sum + (delivered[key] ?? 0), 0) / count
  const expected = expectedOf(contender, perItem, 1)
  const keys = contender.delivers.length > 0 ? ['server', 'client', 'internal', 'logs', 'logsWithIds'] : []
  return {
    name,
    what: contender.what,
    cost: Math.min(...costs),
    median: costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)],
    rssMiB,
    arrived: Object.fromEntries(keys.map((key) => [key, arrived(key)]).filter(([, each]) => each > 0)),
    lost: Object.fromEntries(
      Object.entries(expected)
        .map(([key, each]) => [key, 1 - arrived(key) / each])
        .filter(([, share]) => Math.abs(share) > 1e-9),
    ),
    outcomes: rounds.map(({ outcome }) => outcome),
  }
}
