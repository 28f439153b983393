import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import type { OtlpProtocol } from '../options'
import { closeStrangeServers, startTcp } from '../send/fixtures/strange-servers'

/** How long it hangs, and what of that may be lost: a batch is open for a second, the rest is for a machine that is busy with other things. */
const HANG_MS = 5_000
const WINDOW_MS = 2_000

let subject: LogPipeline
let dir: string
let app: ChildProcess | undefined

beforeEach(async () => {
  subject = await LogPipeline.create()
  dir = mkdtempSync(join(tmpdir(), 'heddle-hang-'))
})
afterEach(async () => {
  app?.kill('SIGKILL')
  await subject.close()
  await closeStrangeServers()
  rmSync(dir, { recursive: true, force: true })
})

/** Returns when each number was logged. */
async function logAndKill(endpoint: string, protocol: OtlpProtocol): Promise<number[]> {
  const options = JSON.stringify({ endpoint, protocol, dir })
  app = spawn(process.execPath, [join(__dirname, 'fixtures', 'hang-app.cjs'), options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let journal = ''
  app.stdout!.setEncoding('utf8').on('data', (text) => {
    journal += text
  })
  await once(app.stdout!, 'data')
  await new Promise((resolve) => setTimeout(resolve, HANG_MS))
  app.kill('SIGKILL')
  await once(app, 'close')
  return journal.trimEnd().split('\n').map(Number)
}

test.each<OtlpProtocol>(['http/protobuf', 'grpc'])(
  'kill -9 in the midst of a hang over %s loses what was logged in its last moment, and nothing else',
  async (protocol) => {
    const times = await logAndKill(`http://127.0.0.1:${await startTcp()}`, protocol)
    subject.startLogs({}, { spool: { dir } })
    while (subject.balanced().recovered === 0 || subject.balanced().held.disk.items > 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const received = new Set(subject.received().flat())
    const lost = times.filter((_, number) => !received.has(String(number)))
    expect(received.size).toBeGreaterThan(times.length / 3)
    expect(times.at(-1)! - (lost[0] ?? times.at(-1)!)).toBeLessThan(WINDOW_MS)
  },
)
