import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RESOURCE } from '../fixtures/records'
import { bodiesOf, type DecodedLogs, decode, LogsRequest } from '../fixtures/schema'
import { QUICK_RETRY } from '../fixtures/signal'
import { createOtlpPipeline } from '../pipeline'

const KILLS = Number(process.env['HEDDLE_CRASHES'] ?? 20)
/** Apart from one another, so that each process logs numbers of its own. */
const NUMBERS = 1_000_000

/** A collector that is up, down or flaky, and remembers what it acknowledged. */
class MoodyCollector {
  readonly taken = new Map<number, number>()
  mood: 'up' | 'down' | 'flaky' = 'up'
  readonly server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const isUp = this.mood === 'up' || (this.mood === 'flaky' && Math.random() < 0.5)
      if (isUp) this.take(Buffer.concat(chunks))
      response.writeHead(isUp ? 200 : 503).end()
    })
  })

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/logs`
  }

  private take(body: Buffer): void {
    for (const text of bodiesOf(decode<DecodedLogs>(LogsRequest, body))) {
      this.taken.set(Number(text), (this.taken.get(Number(text)) ?? 0) + 1)
    }
  }
}

let collector: MoodyCollector
let endpoint: string
let home: string
let dir: string
const children = new Set<ChildProcess>()

beforeEach(async () => {
  collector = new MoodyCollector()
  endpoint = await collector.start()
  home = mkdtempSync(join(tmpdir(), 'heddle-crash-'))
  dir = join(home, 'spool')
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  collector.server.closeAllConnections()
  await new Promise((resolve) => collector.server.close(resolve))
  rmSync(home, { recursive: true, force: true })
})

function spawnApp(first: number, end?: string): ChildProcess {
  const options = JSON.stringify({ endpoint, dir, first, end })
  const app = join(__dirname, 'fixtures', 'crash-app.cjs')
  const child = spawn(process.execPath, [app, options], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** Lets the app run for a while and kills it. Returns the numbers from `first` on that it must not have lost. */
async function runAndKill(first: number): Promise<number[]> {
  const app = spawnApp(first)
  let journal = ''
  app.stdout!.setEncoding('utf8')
  app.stdout!.on('data', (text) => {
    journal += text
  })
  await once(app.stdout!, 'data')
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
  app.kill('SIGKILL')
  await once(app, 'close')
  const end = Number(journal.trimEnd().split('\n').at(-1))
  return Array.from({ length: end - first }, (_, i) => first + i)
}

/** The next process, with the collector well again: what it takes up and delivers. */
async function recover(expected: readonly number[]) {
  collector.mood = 'up'
  const pipeline = createOtlpPipeline({
    resource: RESOURCE,
    logs: { endpoint, protocol: 'http/protobuf', retry: QUICK_RETRY },
    spool: { dir },
    onProblem: () => {},
  })
  const deadline = Date.now() + 20_000
  const missing = () => expected.filter((number) => !collector.taken.has(number))
  while (missing().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
  while (pipeline.stats().logs.held.disk.items > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await pipeline.shutdown()
  return { missing: missing(), stats: pipeline.stats().logs }
}

test(`killed ${KILLS} times, two at a time on one directory, nothing is lost that a flush had covered`, async () => {
  const journalled: number[] = []
  const moods = ['up', 'down', 'flaky'] as const
  for (let killed = 0; killed < KILLS; killed += 2) {
    collector.mood = moods[(killed / 2) % 3]!
    const both = await Promise.all([runAndKill(killed * NUMBERS), runAndKill((killed + 1) * NUMBERS)])
    journalled.push(...both.flat())
  }
  expect(journalled.length).toBeGreaterThanOrEqual(KILLS * 20)
  const { missing, stats } = await recover(journalled)
  expect(missing).toEqual([])
  expect(stats).toMatchObject({ dropped: { rejected: 0, evicted: 0, expired: 0 }, held: { disk: { items: 0 } } })
  expect(readdirSync(join(dir, 'logs'))).toEqual([])
}, 300_000)

test.each([
  ['process.exit()', 'exit', 0],
  ['an exception that nobody catches', 'throw', 1],
  ['having nothing left to do', 'idle', 0],
])('a process that saves at its exit loses nothing by %s, and ends as it would have', async (_, end, code) => {
  collector.mood = 'down'
  const app = spawnApp(0, end)
  expect(await once(app, 'exit')).toEqual([code, null])
  const expected = Array.from({ length: 50 }, (_, i) => i)
  const { missing, stats } = await recover(expected)
  expect(missing).toEqual([])
  expect(stats).toMatchObject({ recovered: 50, delivered: 50 })
})
