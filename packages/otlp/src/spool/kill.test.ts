import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import { bodiesOf, type DecodedLogs, decode, LogsRequest } from '../fixtures/schema'
import type { OtlpProtocol } from '../options/options'
import type { GrpcCollector } from '../send/fixtures/grpc-collector'
import { closeStrangeServers, startTcp } from '../send/fixtures/strange-servers'

/** What the journal takes at the most, by the promise. */
const JOURNAL_MS = 100
/**
 * What a machine that is busy with other things adds to it. Without the journal it would be a
 * second and more.
 */
const SLACK_MS = 300
/** So long the next process may take to deliver what is left. */
const NEXT_MS = 10_000

let subject: LogPipeline
let dir: string
let app: ChildProcess | undefined
let down: http.Server | undefined
let overGrpc: GrpcCollector | undefined

beforeEach(async () => {
  subject = await LogPipeline.create()
  dir = mkdtempSync(join(tmpdir(), 'heddle-kill-'))
})
afterEach(async () => {
  app?.kill('SIGKILL')
  down?.closeAllConnections()
  down?.close()
  down = undefined
  overGrpc = undefined
  await subject.close()
  await closeStrangeServers()
  rmSync(dir, { recursive: true, force: true })
})

/** A collector in each state, by its endpoint. */
const COLLECTORS: Readonly<Record<string, () => Promise<string>>> = {
  up: async () => subject.collector.url('/v1/logs'),
  'up, over gRPC': async () => {
    overGrpc = await subject.startGrpcCollector()
    return `http://127.0.0.1:${overGrpc.port}`
  },
  refusing: async () => `http://127.0.0.1:${await closedPort()}/v1/logs`,
  silent: async () => `http://127.0.0.1:${await startTcp()}`,
  'silent, over gRPC': async () => `http://127.0.0.1:${await startTcp()}`,
  'answering 503': async () => {
    down = http.createServer((_, response) => response.writeHead(503).end())
    await once(down.listen(0, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(down.address() as AddressInfo).port}/v1/logs`
  },
}

async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Logs every 10 ms and is killed so long after it began. Returns when each number was logged. */
async function logAndKill(endpoint: string, protocol: OtlpProtocol, afterMs: number): Promise<number[]> {
  const options = JSON.stringify({ endpoint, protocol, dir })
  app = spawn(process.execPath, [join(__dirname, 'fixtures', 'hang-app.cjs'), options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let written = ''
  app.stdout!.setEncoding('utf8').on('data', (text) => {
    written += text
  })
  await once(app.stdout!, 'data')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  app.kill('SIGKILL')
  await once(app, 'close')
  return written.trimEnd().split('\n').map(Number)
}

/** How much older than the last one the oldest is that is lost. */
function lostMs(times: readonly number[], received: ReadonlySet<unknown>): number {
  const last = times.at(-1)!
  const oldest = times.find((_, number) => !received.has(String(number)))
  return last - (oldest ?? last)
}

/** While the event loop does not turn, nothing can be written. */
function longestPauseMs(times: readonly number[]): number {
  return Math.max(...times.slice(1).map((time, i) => time - times[i]!))
}

const cases = Object.keys(COLLECTORS).flatMap((state) =>
  [950, 2_400, ...(state.startsWith('silent') ? [4_500] : [])].map((afterMs) => [state, afterMs] as const),
)

test.each(cases)(
  'with a collector that is %s, kill -9 after %d ms takes the last 100 ms and no more',
  async (state, afterMs) => {
    const protocol = state.endsWith('gRPC') ? 'grpc' : 'http/protobuf'
    const times = await logAndKill(await COLLECTORS[state]!(), protocol, afterMs)
    subject.startLogs({}, { spool: { dir } })
    const boundMs = JOURNAL_MS + SLACK_MS + longestPauseMs(times)
    const deadline = performance.now() + NEXT_MS
    while (lostMs(times, received()) >= boundMs && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(times.length).toBeGreaterThan(20)
    expect(lostMs(times, received())).toBeLessThan(boundMs)
    expect(received().size).toBeGreaterThan(times.length / 3)
  },
  30_000,
)

/** All that any collector got. */
function received(): Set<unknown> {
  const overOther = overGrpc?.requests.map(({ body }) => bodiesOf(decode<DecodedLogs>(LogsRequest, body))) ?? []
  return new Set([...subject.received(), ...overOther].flat())
}
