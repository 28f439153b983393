import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RESOURCE } from '../fixtures/records'
import { QUICK_RETRY } from '../fixtures/signal'
import { createOtlpPipeline } from '../pipeline'
import { type Mood, MoodyCollector } from './fixtures/moody-collector'

/** `npm run crash` makes it 100. */
const KILLS = Number(process.env['HEDDLE_CRASHES'] ?? 20)
const FEWER_KILLS = Math.ceil(KILLS / 5)
/** Apart from one another, so that each process logs numbers of its own. */
const NUMBERS = 1_000_000
/** What the app logs between two flushes. */
const BURST = 20

/**
 * What a process wrote down of the numbers that it logged: `made` is more than it had begun,
 * `covered` more than what a flush had covered.
 */
interface Journal {
  readonly first: number
  readonly covered: number
  readonly made: number
}

let collector: MoodyCollector
let home: string
let dir: string
let journal: boolean
const children = new Set<ChildProcess>()

beforeEach(async () => {
  collector = await MoodyCollector.start()
  home = mkdtempSync(join(tmpdir(), 'heddle-crash-'))
  dir = join(home, 'spool')
  journal = true
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await collector.close()
  rmSync(home, { recursive: true, force: true })
})

function spawnApp(first: number, end?: string): ChildProcess {
  const options = JSON.stringify({ endpoint: collector.endpoint, dir, journal, first, end })
  const app = join(__dirname, 'fixtures', 'crash-app.cjs')
  const child = spawn(process.execPath, [app, options], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Lets the app run for a while and kills it. */
async function runAndKill(first: number): Promise<Journal> {
  const app = spawnApp(first)
  let text = ''
  app.stdout!.setEncoding('utf8')
  app.stdout!.on('data', (chunk) => {
    text += chunk
  })
  await once(app.stdout!, 'data')
  // Some die before their first flush is over, which on a busy machine takes a while.
  while (Math.random() < 0.9 && !text.includes('covered')) await once(app.stdout!, 'data')
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
  app.kill('SIGKILL')
  await once(app, 'close')
  const last = (word: string) =>
    Number(
      text
        .match(new RegExp(`^${word} (\\d+)$`, 'gm'))
        ?.at(-1)
        ?.split(' ')[1] ?? first,
    )
  return { first, covered: last('covered'), made: last('made') }
}

/** Two at a time on one directory, with the collector in each mood by turns. */
async function runAndKillAll(kills: number, moods: readonly Mood[]): Promise<Journal[]> {
  const journals: Journal[] = []
  for (let killed = 0; killed < kills; killed += 2) {
    await collector.enter(moods[(killed / 2) % moods.length]!)
    journals.push(...(await Promise.all([killed, killed + 1].map((nth) => runAndKill(nth * NUMBERS)))))
  }
  return journals
}

/** Something of the dead is still to be taken over, or to be sent. */
function hasRecords(): boolean {
  const logs = join(dir, 'logs')
  return existsSync(logs) && readdirSync(logs).some((file) => /\.(seg|journal)$/.test(file))
}

/** The next process, with the collector well again: what it takes up and delivers. */
async function recover(expected: readonly number[]) {
  await collector.enter('up')
  const pipeline = createOtlpPipeline({
    resource: RESOURCE,
    logs: { endpoint: collector.endpoint, protocol: 'http/protobuf', retry: QUICK_RETRY },
    spool: { dir },
    onProblem: () => {},
  })
  const deadline = Date.now() + 20_000
  const missing = () => expected.filter((number) => !collector.taken.has(number))
  while (missing().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
  while (pipeline.stats().logs.held.disk.items > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  while (hasRecords() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
  await pipeline.shutdown()
  return { missing: missing(), stats: pipeline.stats().logs }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

/** What the next process finds, against what the killed ones had written down. */
async function figures(journals: readonly Journal[]) {
  const covered = journals.flatMap(({ first, covered }) => numbers(first, covered))
  const { missing, stats } = await recover(covered)
  const made = new Set(journals.flatMap(({ first, made }) => numbers(first, made)))
  const received = [...collector.taken.keys()]
  return {
    covered: covered.length,
    missing,
    stats,
    invented: received.filter((number) => !made.has(number)),
    twice: received.filter((number) => collector.taken.get(number)! > 1),
    /** The records of each process that are lost and that no flush had covered. */
    lost: journals.map(
      ({ first, made }) => numbers(first, made).filter((number) => !collector.taken.has(number)).length,
    ),
  }
}

test(`killed ${KILLS} times, two at a time on one directory, with the collector up, away, down and flaky by turns: what a flush had covered is delivered at least once`, async () => {
  const journals = await runAndKillAll(KILLS, ['up', 'away', 'flaky', 'down'])
  const { covered, missing, invented, lost, stats } = await figures(journals)
  expect(covered).toBeGreaterThanOrEqual(KILLS)
  expect({ missing, invented }).toEqual({ missing: [], invented: [] })
  // The window: what was in memory, which is less than what the app logs between two flushes.
  expect(Math.max(...lost)).toBeLessThanOrEqual(BURST)
  expect(stats).toMatchObject({ dropped: { rejected: 0, evicted: 0, expired: 0 }, held: { disk: { items: 0 } } })
  // A record that was being written is torn, and counted; no flush had covered it.
  expect(stats.dropped.corrupt).toBeLessThanOrEqual(lost.reduce((sum, count) => sum + count, 0))
  expect(readdirSync(join(dir, 'logs'))).toEqual([])
}, 300_000)

test.each<[Mood]>([['away'], ['down']])(
  `killed ${FEWER_KILLS} times while the collector is %s, without a journal, what a flush had covered is delivered exactly once`,
  async (mood) => {
    journal = false
    const journals = await runAndKillAll(FEWER_KILLS, [mood])
    expect(collector.taken.size).toBe(0)
    const { covered, missing, invented, twice, lost } = await figures(journals)
    expect(covered).toBeGreaterThan(0)
    expect({ missing, invented, twice }).toEqual({ missing: [], invented: [], twice: [] })
    expect(Math.max(...lost)).toBeLessThanOrEqual(BURST)
  },
  300_000,
)

test(`killed ${FEWER_KILLS} times while the collector is up, without a journal, what a flush had covered is delivered exactly once, past the disk`, async () => {
  journal = false
  const journals = await runAndKillAll(FEWER_KILLS, ['up'])
  expect(existsSync(dir)).toBe(false)
  const { covered, missing, invented, twice, lost } = await figures(journals)
  expect(covered).toBeGreaterThan(0)
  expect({ missing, invented, twice }).toEqual({ missing: [], invented: [], twice: [] })
  expect(Math.max(...lost)).toBeLessThanOrEqual(BURST)
}, 300_000)

test.each<[Mood]>([['up'], ['away'], ['down']])(
  `killed ${FEWER_KILLS} times while the collector is %s, what a flush had covered is delivered, and twice only what was just being settled`,
  async (mood) => {
    const journals = await runAndKillAll(FEWER_KILLS, [mood])
    const { covered, missing, invented, twice, lost } = await figures(journals)
    expect(covered).toBeGreaterThan(0)
    expect({ missing, invented }).toEqual({ missing: [], invented: [] })
    expect(twice.length).toBeLessThanOrEqual(FEWER_KILLS * BURST)
    expect(Math.max(...lost)).toBeLessThanOrEqual(BURST)
  },
  300_000,
)

test.each([
  ['process.exit()', 'exit', 0],
  ['an exception that nobody catches', 'throw', 1],
  ['having nothing left to do', 'idle', 0],
])('a process that saves at its exit loses nothing by %s, and ends as it would have', async (_, end, code) => {
  await collector.enter('down')
  const app = spawnApp(0, end)
  expect(await once(app, 'exit')).toEqual([code, null])
  const { missing, stats } = await recover(numbers(0, 50))
  expect(missing).toEqual([])
  expect(stats).toMatchObject({ recovered: 50, delivered: 50 })
})
