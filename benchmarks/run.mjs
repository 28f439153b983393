// `npm run bench` and `npm run bench:quick`: see README.md.
import { parseArgs } from 'node:util'
import { installHeddle, installPeers, nodeOf } from './harness/install.mjs'
import { measureScenario } from './harness/measuring/measure.mjs'
import { scenarioNames } from './harness/order.mjs'
import { goals } from './harness/pages/goals.mjs'
import { elapsed, report, secondsTable } from './harness/pages/progress.mjs'
import { reachTable } from './harness/pages/reach.mjs'
import { nearestMajor, regressionOf } from './harness/pages/regressions.mjs'
import { committedResults, saveResult, writePages } from './harness/pages/results.mjs'
import { tableOf } from './harness/pages/table.mjs'

const { values: options } = parseArgs({
  options: {
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
  },
})

const list = (text) => text.split(',').filter((item) => item !== '')
const present = process.versions.node.split('.')[0]
const guarded = goals.filter(({ guards }) => guards)
const quick = {
  only: [...new Set(guarded.map(({ scenario }) => scenario))].join(','),
  node: present,
  rounds: '3',
  processes: '1',
}
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
  if (!options.quick) return undefined
  const compared = guarded.filter(({ scenario }) => scenario === name)
  return ['bare', ...compared.flatMap(({ ours, theirs }) => [ours, theirs])]
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
  const places = { heddleFolder }
  for (const name of names) {
    for (const line of lines) if (majorsOf(name).includes(String(line.major))) await runScenario(name, line, places)
  }
  const majors = lines.map(({ major }) => String(major))
  console.log(`\n${reachTable(measured, majors)}\n${secondsTable(walls)}`)
  for (const problem of problems) report(problem)
  if (options.quick) await guard(lines[0], places)
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

/**
 * Measures one scenario on one Node line. If it fails, the failure is reported and the others go
 * on.
 */
async function runScenario(name, { node, major }, places, more = {}) {
  const start = performance.now()
  const label = `Node ${major}: ${name}`
  report(`${label} …`)
  try {
    const { default: scenario } = await import(`./scenarios/${name}.mjs`)
    const measurement = await measureScenario(scenario, {
      ...places,
      node,
      major,
      rounds: Number(chosen.rounds),
      processes: Number(chosen.processes),
      profiled: list(options.profile),
      asked: contendersOf(name),
      onLeftOut: (contender, error) => problems.push(`${label}: ${contender} is left out: ${error.message}`),
      ...more,
    })
    const result = { ...scenario, ...measurement }
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

/**
 * Fails if Heddle is grossly dearer than in the committed results, in two measurements out of two.
 */
async function guard(line, places) {
  const committed = committedResults()
  const major = String(line.major)
  const nearest = nearestMajor(committed, major)
  if (nearest !== major) report(`no committed results for Node ${major}: compared with those of Node ${nearest}`)
  const compare = (name) => regressionOf(name, { results: measured, major }, { results: committed, major: nearest })
  for (const name of list(chosen.only)) {
    if (compare(name).isGross) {
      report(`${name} looks dearer than in RESULTS.md: measured again, in four new processes of each`)
      for (const each of compare(name).lines) report(each)
      await runScenario(name, line, places, { rounds: 2, processes: 4 })
    }
    const { isGross, lines } = compare(name)
    for (const each of lines) report(`${isGross ? 'GROSSLY DEARER: ' : ''}${each}`)
    if (isGross) process.exitCode = 1
  }
  report(process.exitCode === 1 ? 'failed' : `passed in ${elapsed()}`)
}
