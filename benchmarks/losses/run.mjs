// `npm run losses`: what Heddle and stock OpenTelemetry lose, side by side, when the collector is
// away or the service ends. Every line has a number; a line is lost if its number never reached the
// receiver. Writes RESULTS.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { cases } from './cases.mjs'
import { contenders } from './contenders.mjs'
import { runCase } from './run-case.mjs'

/**
 * Cases at the same time: the processes mostly wait, but each start takes a second or two of CPU.
 */
const SIDE_BY_SIDE = 5

const names = Object.keys(contenders)
const runs = cases.flatMap((what) => names.map((name) => ({ what, name })))
// The longest first, so that the run does not wait for one of them at its end.
const waiting = runs.toSorted((a, b) => lengthOf(b.what) - lengthOf(a.what))
await Promise.all(
  Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      run.result = await runCase(contenders[run.name], run.what)
      console.log(`${run.what.title}: ${run.name}: ${cell(run)}`)
    }
  }),
)
const table = [
  `| lost of | | ${names.join(' | ')} |`,
  `|---|---|${names.map(() => '---|').join('')}`,
  ...cases.map((what) => {
    const cells = runs.filter((run) => run.what === what).map(cell)
    return `| ${what.count.toLocaleString('en')} | ${what.title} | ${cells.join(' | ')} |`
  }),
].join('\n')
console.log(`\n${table}`)
writeFileSync(new URL('RESULTS.md', import.meta.url), document(table))

function lengthOf({ duringMs, thenMs = 0 }) {
  return duringMs + thenMs
}

function cell({ what, result: { lost, twice, outlived } }) {
  const isKill = what.ending === 'SIGKILL' && lost > 0
  const notes = [
    isKill && `the last ${((lost / what.count) * (what.duringMs / 1_000)).toFixed(2)} s`,
    twice > 0 && `${twice.toLocaleString('en')} twice`,
    outlived && 'lived on after the signal',
  ].filter(Boolean)
  return `${lost.toLocaleString('en')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}

function document(table) {
  const versionIn = (folder) =>
    JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')).version
  const version = (name) => versionIn(`../node_modules/${name}`)
  return `# What is lost

Written by \`npm run losses\`. A service writes numbered lines through pino at an even pace; a line is lost if its number never
reached the receiver. Both are set up as their documentation has it: one preload, the environment, every default left alone
(Heddle with \`HEDDLE_SPOOL_DIR\`). Where the service ends, the collector comes back after its end, and the next process of the
service is started. [run-case.mjs](run-case.mjs) is the whole of it.

${table}

\`kill -9\` comes with the last line, and takes what is in memory; what had been written to disk is delivered by the next
process. The service writes 300 lines a second in that case, and is not told of its end before.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}; heddle ${versionIn('../../packages/heddle')},
\`@opentelemetry/auto-instrumentations-node\` ${version('@opentelemetry/auto-instrumentations-node')}, pino ${version('pino')}.
`
}
