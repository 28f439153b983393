// `npm run bench` and `npm run bench:quick`: see README.md.
import { parseArgs } from 'node:util'
import { guard, guardedContenders, guardedScenarios } from './harness/guard.mjs'
import { installHeddle, installPeers, nodeOf } from './harness/install.mjs'
import { measureScenario } from './harness/measuring/measure.mjs'
import { scenarioNames } from './harness/order.mjs'
import { elapsed, report, secondsTable } from './harness/pages/progress.mjs'
import { reachTable } from './harness/pages/reach.mjs'
import { saveResult, writePages } from './harness/pages/results.mjs'
import { tableOf } from './harness/pages/table.mjs'

const { values: options } = parseArgs({
  options: {
    bisect: { type: 'boolean', default: false },
    checkout: { type: 'boolean', default: false },
    contenders: { type: 'string' },
    node: { type: 'string' },
    only: { type: 'string' },
    pages: { type: 'boolean', default: false },
    processes: { type: 'string' },
    profile: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    save: { type: 'boolean', default: false },
    since: { type: 'string' },
  },
})

const list = (text) => text.split(',').filter((item) => item !== '')
const present = process.versions.node.split('.')[0]
/** Six rounds, since fewer have no interval. */
const quick = { only: guardedScenarios.join(','), node: present, rounds: '6', processes: '1' }
const complete = { only: scenarioNames.join(','), rounds: '2', processes: '2' }
/** Node lines of a complete run. What counts most, and depends most on V8, is measured on all. */
const LINES = { usual: '20,24', saturated: '20,22,24,26' }
const chosen = { ...(options.quick ? quick : complete), ...options }

/**
 * The contenders of `--contenders`; in a quick run, those that a guarding goal of the scenario
 * compares.
 */
function contendersOf(name) {
  if (options.contenders !== undefined) return list(options.contenders)
  return options.quick ? guardedContenders(name) : undefined
}

const measured = {}
const walls = []
const problems = []

if (options.pages) writePages()
else await main()

async function main() {
  const names = list(chosen.only)
  const lines = [...new Set(names.flatMap(majorsOf))].flatMap(nodeLine)
  if (lines.length === 0) throw new Error(problems.join('\n'))
  installPeers({ all: !options.quick, lines })
  report('the peers are installed')
  const heddleFolder = installHeddle(options)
  report('heddle is installed')
  const measure = (name, { node, major }, more) => measureOnLine(name, { node, major, heddleFolder, ...more })
  for (const name of names) {
    for (const line of lines) if (majorsOf(name).includes(String(line.major))) await runScenario(name, line, measure)
  }
  const majors = lines.map(({ major }) => String(major))
  console.log(`\n${reachTable(measured, majors)}\n${secondsTable(walls)}`)
  for (const problem of problems) report(problem)
  if (options.quick) await guardWith(names, lines[0], measure)
  // A peer that does not run here is no fault of Heddle's: it fails the complete run, and not the
  // guard.
  else if (problems.length > 0) process.exitCode = 1
}

/** The Node lines that a scenario is measured on. */
function majorsOf(name) {
  return list(chosen.node ?? (name.endsWith('-saturated') ? LINES.saturated : LINES.usual))
}

function nodeLine(text) {
  try {
    return [{ major: Number(text), node: nodeOf(Number(text)) }]
  } catch (error) {
    problems.push(`Node ${text} is left out: ${error.message}`)
    return []
  }
}

async function measureOnLine(name, bench) {
  const { default: scenario } = await import(`./scenarios/${name}.mjs`)
  const measurement = await measureScenario(scenario, {
    rounds: Number(chosen.rounds),
    processes: Number(chosen.processes),
    isBrief: options.quick,
    profiled: list(options.profile),
    asked: contendersOf(name),
    onLeftOut: (contender, error) =>
      problems.push(`Node ${bench.major}: ${name}: ${contender} is left out: ${error.message}`),
    ...bench,
  })
  return { ...scenario, ...measurement }
}

/**
 * Measures one scenario on one Node line. If it fails, the failure is reported and the others go
 * on.
 */
async function runScenario(name, line, measure, more) {
  const { major, node } = line
  const start = performance.now()
  const label = `Node ${major}: ${name}`
  report(`${label} …`)
  try {
    const result = await measure(name, line, more)
    measured[`${name}@${major}`] = result
    console.log(`\nNode ${major}\n\n${tableOf(result)}`)
    if (options.save) saveResult(name, major, node, result)
  } catch (error) {
    problems.push(`${label} failed: ${error.message}`)
    report(problems.at(-1))
    process.exitCode = 1
  }
  walls.push({ name, major, seconds: (performance.now() - start) / 1000 })
  report(`${label}: ${walls.at(-1).seconds.toFixed(0)} s`)
}

async function guardWith(names, line, measure) {
  const isGood = await guard({
    names,
    major: String(line.major),
    measured,
    bisects: options.bisect,
    since: options.since,
    again: (name) => runScenario(name, line, measure, { rounds: 3, processes: 4 }),
    async measureBuilds(name, builds, asked) {
      const { rows } = await measure(name, line, { rounds: 3, processes: 2, builds, asked })
      return rows
    },
  })
  if (!isGood) process.exitCode = 1
  report(process.exitCode === 1 ? 'failed' : `passed in ${elapsed()}`)
}
