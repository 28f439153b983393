// `npm run bench`: see README.md.
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
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
    checkout: { type: 'boolean', default: false },
    profile: { type: 'string', default: '' },
  },
})

const list = (text) => text?.split(',').filter((item) => item !== '')
const all = readdirSync(new URL('scenarios/', import.meta.url)).map((file) => file.replace('.mjs', ''))
const asked = list(options.contenders)
installPeers()
const heddleFolder = installHeddle(options)
const heddleRegister = entryOf(heddleFolder, 'heddle/register')

for (const major of list(options.node).map(Number)) {
  const node = installNode(major)
  for (const name of list(options.only) ?? all) {
    const { default: scenario } = await import(`./scenarios/${name}.mjs`)
    const load = await startChild(new URL('harness/load.mjs', import.meta.url), { name: 'load' })
    try {
      const rows = await scenario.measure({
        node,
        major,
        heddleFolder,
        heddleRegister,
        load,
        rounds: Number(options.rounds),
        processes: Number(options.processes),
        profiled: list(options.profile),
        includes: (contender, { fromNode = 0 }) => major >= fromNode && (asked?.includes(contender) ?? true),
      })
      console.log(`\nNode ${major}\n\n${tableOf({ ...scenario, rows })}`)
    } finally {
      await load.stop()
    }
  }
}
