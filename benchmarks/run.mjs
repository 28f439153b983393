// `npm run bench`: see README.md.
import { parseArgs } from 'node:util'
import { contenders } from './contenders/index.mjs'
import { startChild } from './harness/child.mjs'
import { entryOf, installHeddle, installNode, installPeers } from './harness/install.mjs'
import { tableOf } from './harness/table.mjs'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    contenders: { type: 'string' },
    node: { type: 'string', default: '20,24' },
    rounds: { type: 'string', default: '6' },
    processes: { type: 'string', default: '2' },
    warmup: { type: 'string', default: '20000' },
    checkout: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})

const list = (text) => text?.split(',').filter((item) => item !== '')
const scenarioNames = list(options.only) ?? ['express', 'fastify']
installPeers()
const heddleFolder = installHeddle(options)

for (const major of list(options.node).map(Number)) {
  for (const scenarioName of scenarioNames) {
    const { default: scenario } = await import(`./scenarios/${scenarioName}.mjs`)
    const load = await startChild(new URL('harness/load.mjs', import.meta.url), { name: 'load' })
    const runs = ({ fromNode = 0 }) => major >= fromNode
    const asked = list(options.contenders)
    const bench = {
      node: installNode(major),
      contenders: scenario.contenders.filter((name) => runs(contenders[name]) && (asked?.includes(name) ?? true)),
      rounds: Number(options.rounds),
      processes: Number(options.processes),
      warmup: Number(options.warmup),
      heddleRegister: entryOf(heddleFolder, 'heddle/register'),
      profiled: list(options.profile) ?? [],
      major,
      load,
    }
    try {
      const rows = await scenario.measure(bench)
      console.log(`\n## Node ${major}\n\n${tableOf({ ...scenario, rows })}`)
    } finally {
      await load.stop()
    }
  }
}
