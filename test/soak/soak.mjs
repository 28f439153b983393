// `npm run soak [-- --minutes 3 --seed 42 --processes 4 --short --gentle]`: several processes of
// one service share one spool directory. They are killed, crash and are restarted, while their
// collector is up, away, or in one of its moods. At the end every record must have arrived that
// SIGKILL did not take in the last moment of a process, and the ledgers must agree with the
// collector.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readAccount } from './account.mjs'
import { Collector, MOOD_WEIGHTS } from './collector.mjs'
import { ENDINGS, Fleet } from './fleet.mjs'
import { Random } from './random.mjs'
import { printTable } from './table.mjs'
import { judge } from './verdict.mjs'

const SHORT_MS = 15_000
const MAX_MINUTES = 120
const DRAIN_MS = 120_000

const { seed, durationMs, processes, endings } = readOptions()
console.log(`soak: ${durationMs / 1000} s, ${processes} processes at a time, --seed ${seed}`)
const random = new Random(seed)
const home = mkdtempSync(join(tmpdir(), 'heddle-soak-'))
const collector = new Collector(new Random(random.seed()))
const fleet = new Fleet(home, collector, new Random(random.seed()), endings)
const weather = new Random(random.seed())
try {
  await collector.open()
  await blow(fleet.run(processes))
  await collector.enter('up')
  const drains = await fleet.drain(DRAIN_MS)
  await collector.close()
  const { problems, figures } = judge(fleet.lives.map(readAccount), collector, segmentsLeft())
  printTable(figures, drains.map(readAccount))
  for (const problem of problems) console.error(`soak: ${problem}`)
  console.log(
    problems.length === 0
      ? 'soak: nothing is lost that should not be, and every ledger agrees'
      : `soak: failed, see ${home}`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  fleet.kill()
  await collector.close()
  if (process.exitCode === 0) rmSync(home, { recursive: true, force: true })
}

/** The weather changes until the time is over, and then still, until the last process has ended. */
async function blow(fleetEnded) {
  const end = performance.now() + durationMs
  let isOver = false
  const over = fleetEnded.then(() => (isOver = true))
  while (!isOver) {
    await collector.enter(weather.weighted(MOOD_WEIGHTS))
    await Promise.race([sleep(weather.between(200, 3_000)), over])
    if (performance.now() > end) fleet.stop()
  }
}

function segmentsLeft() {
  return readdirSync(fleet.spoolDir, { recursive: true }).filter((file) => /\.(seg|journal)$/.test(file)).length
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
      processes: { type: 'string', default: '4' },
      gentle: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
    },
  })
  const [minutes, seed, processes] = ['minutes', 'seed', 'processes'].map((name) => positive(name, values[name]))
  const durationMs = values.short ? SHORT_MS : Math.min(minutes, MAX_MINUTES) * 60_000
  // Without SIGKILL nothing at all may be lost.
  const endings = values.gentle ? { ...ENDINGS, SIGKILL: 0 } : ENDINGS
  return { seed, processes, durationMs, endings }
}

function positive(name, text) {
  const value = Number(text)
  if (value > 0) return value
  console.error(`soak: --${name}: read "${text}", allowed: a number above 0`)
  process.exit(1)
}
