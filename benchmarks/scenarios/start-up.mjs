import { contenders as preloads } from '../contenders/requests.mjs'
import { startChild } from '../harness/processes/child.mjs'
import { described, startApp } from '../harness/processes/subject.mjs'

const STARTS = 10
const contenders = {
  ...preloads,
  'heddle-require': { ...preloads.heddle, what: 'heddle/register by --require, http/protobuf', flag: '--require' },
}

export default {
  title: 'Start-up: from the start of the process until the Express app listens; memory then',
  unit: 'ms of CPU',
  baseline: 'bare',
  async measure(bench) {
    const names = Object.keys(contenders).filter((name) => bench.includes(name, contenders[name]))
    const results = names.map((name) => ({ name, contender: described(contenders[name], bench), starts: [] }))
    // The apps get no requests, so that the sink counts nothing: one sink is enough for all.
    const sink = await startChild(new URL('../harness/processes/sink.mjs', import.meta.url), { name: 'sink-start-up' })
    try {
      for (let round = 0; round < STARTS; round++) {
        const taking = results.filter(({ contender, failed }) => !failed && round < (contender.maxRounds ?? Infinity))
        for (const result of taking) await oneStart(bench, sink, result)
      }
    } finally {
      await sink.stop()
    }
    return results.filter(({ failed }) => !failed).map(rowOf)
  },
}

async function oneStart(bench, sink, result) {
  try {
    const work = { id: 'start-up', app: 'apps/express.cjs' }
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
