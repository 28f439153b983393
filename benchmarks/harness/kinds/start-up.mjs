// The scenarios that start an app and ask it nothing.
import { contenders as preloads } from '../../contenders/requests.mjs'
import { startChild } from '../processes/child.mjs'
import { described, startApp } from '../processes/subject.mjs'

const STARTS = 10
const all = {
  ...preloads,
  'heddle-require': { ...preloads.heddle, what: 'heddle/register by --require, http/protobuf', flag: '--require' },
}

/**
 * @param {{ title: string, id: string, app: string, only?: readonly string[] }} work
 */
export function startUpScenario({ title, only, ...work }) {
  const contenders = Object.fromEntries(Object.entries(all).filter(([name]) => only?.includes(name) ?? true))
  return {
    title,
    unit: 'ms of CPU',
    baseline: 'bare',
    async measure(bench) {
      const names = Object.keys(contenders).filter((name) => bench.includes(name, contenders[name]))
      const results = names.map((name) => ({ name, contender: described(contenders[name], bench), starts: [] }))
      // The apps get no requests, so that the sink counts nothing: one sink is enough for all.
      const sink = await startChild(new URL('../processes/sink.mjs', import.meta.url), { name: `sink-${work.id}` })
      try {
        for (let round = 0; round < STARTS; round++) {
          const taking = results.filter(({ contender, failed }) => !failed && round < (contender.maxRounds ?? Infinity))
          for (const result of taking) await oneStart(bench, sink, work, result)
        }
      } finally {
        await sink.stop()
      }
      return results.filter(({ failed }) => !failed).map(rowOf)
    },
  }
}

async function oneStart(bench, sink, work, result) {
  try {
    const child = await startApp(bench, work, result.name, result.contender, sink)
    const { cpuMicros, rssBytes } = await child.send({ command: 'usage' })
    await child.stop()
    result.starts.push({ readyMs: child.readyMs, cpuMs: cpuMicros / 1000, rssMiB: rssBytes / 2 ** 20 })
  } catch (error) {
    result.failed = true
    bench.leaveOut(result.name, error)
  }
}

function rowOf({ name, contender, starts }) {
  const least = (key) => Math.min(...starts.map((start) => start[key]))
  const times = starts.map(({ cpuMs }) => cpuMs).toSorted((a, b) => a - b)
  return {
    name,
    what: contender.what,
    cost: least('cpuMs'),
    median: times[Math.floor(times.length / 2)],
    rounds: starts.length,
    rssMiB: least('rssMiB'),
    extra: `${least('readyMs').toFixed(0)} ms until it listens`,
  }
}
