// `npm run bench` and `npm run bench:quick`: see README.md.
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startChild } from './harness/child.mjs'
import { entryOf, installHeddle, installNode, installPeers } from './harness/install.mjs'
import { reachTable, regressions } from './harness/reach.mjs'
import { committedResults, saveResult } from './harness/results.mjs'
import { tableOf } from './harness/table.mjs'

const { values: options } = parseArgs({
  options: {
    checkout: { type: 'boolean', default: false },
    contenders: { type: 'string' },
    node: { type: 'string' },
    only: { type: 'string' },
    processes: { type: 'string' },
    profile: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})

const list = (text) => text.split(',').filter((item) => item !== '')
const present = process.versions.node.split('.')[0]
const all = readdirSync(new URL('scenarios/', import.meta.url)).map((file) => file.replace('.mjs', ''))
const usual = options.quick
  ? {
      only: 'express,fastify,log-steady,pino-line',
      contenders: 'bare,heddle,stock,lean,heddle-grpc,sdk-logs-grpc,pino-instrumentation',
      node: present,
      rounds: '4',
      processes: '1',
    }
  : { only: all.join(','), node: '20,24', rounds: '5', processes: '2' }
const { contenders, ...chosen } = { ...usual, ...options }

installPeers()
const heddleFolder = installHeddle(options)
const heddleRegister = entryOf(heddleFolder, 'heddle/register')
const asked = contenders === undefined ? undefined : list(contenders)
const measured = {}

for (const major of list(chosen.node).map(Number)) {
  const node = installNode(major)
  for (const name of list(chosen.only)) {
    console.error(`Node ${major}: ${name} …`)
    const { default: scenario } = await import(`./scenarios/${name}.mjs`)
    const rows = await measure(scenario, node, major)
    measured[`${name}@${major}`] = { rows }
    console.log(`\nNode ${major}\n\n${tableOf({ ...scenario, rows })}`)
    if (options.save) saveResult(name, major, node, scenario, rows)
  }
}
console.log(reachTable(measured, list(chosen.node)))

if (options.quick) {
  const found = regressions(measured, committedResults(), present)
  for (const regression of found) console.error(`dearer than in RESULTS.md: ${regression}`)
  process.exitCode = found.length === 0 ? 0 : 1
}

async function measure(scenario, node, major) {
  const load = await startChild(new URL('harness/load.mjs', import.meta.url), { name: 'load' })
  try {
    return await scenario.measure({
      node,
      major,
      heddleFolder,
      heddleRegister,
      load,
      rounds: Number(chosen.rounds),
      processes: Number(chosen.processes),
      profiled: list(options.profile),
      includes: (contender, { fromNode = 0 }) => major >= fromNode && (asked?.includes(contender) ?? true),
    })
  } finally {
    await load.stop()
  }
}
