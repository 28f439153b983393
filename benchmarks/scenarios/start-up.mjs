import { contenders } from '../contenders/requests.mjs'
import { startSubject } from '../harness/rounds.mjs'

export default {
  title: 'Start-up: from the start of the process until the Express app listens; memory then',
  unit: 'ms of CPU',
  baseline: 'bare',
  async measure(bench) {
    const work = { id: 'start-up', app: 'apps/express.cjs' }
    const names = Object.keys(contenders).filter((name) => bench.includes(name, contenders[name]))
    const results = names.map((name) => ({ name, contender: contenders[name], starts: [] }))
    for (let round = 0; round < bench.rounds * bench.processes; round++) {
      for (const result of results) result.starts.push(await oneStart(bench, work, result))
    }
    return results.map(rowOf)
  },
}

async function oneStart(bench, work, result) {
  const { child, sink } = await startSubject(bench, work, result)
  try {
    const { cpuMicros, rssBytes } = await child.send({ command: 'usage' })
    return { readyMs: child.readyMs, cpuMs: cpuMicros / 1000, rssMiB: rssBytes / 2 ** 20 }
  } finally {
    await Promise.all([child.stop(), sink.stop()])
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
    rssMiB: least('rssMiB'),
    extra: `${least('readyMs').toFixed(0)} ms until it listens`,
  }
}
