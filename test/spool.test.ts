import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Receiver, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from './service'

let root: string
let dir: string
let httpPort: number
let endpoint: string
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'heddle-spool-'))
  dir = join(root, 'spool')
  // A port where nothing listens now, and a collector will later.
  const receiver = await startReceiver({ grpc: false })
  endpoint = receiver.httpUrl
  httpPort = Number(new URL(endpoint).port)
  await receiver.close()
})
afterEach(() => {
  killServices()
  rmSync(root, { recursive: true, force: true })
})

const toSpool = (env: NodeJS.ProcessEnv = {}) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  HEDDLE_SPOOL_DIR: dir,
  HEDDLE_SHUTDOWN_TIMEOUT: '300',
  ...env,
})

/** The collector is back, and the next process of the service starts: what do the two find? */
async function afterwards(read: (receiver: Receiver) => Promise<void>): Promise<void> {
  const receiver = await startReceiver({ grpc: false, httpPort })
  const next = await startService('express-app.mjs', { env: toSpool() })
  try {
    await read(receiver)
    await next.stop()
  } finally {
    await receiver.close()
  }
}

const names = ({ spans }: Receiver) => spans.map(({ name }) => name)

test('what an outage leaves behind at a SIGTERM is delivered by the next process, as it was', async () => {
  const service = await startService('express-app.mjs', { env: toSpool() })
  for (const id of [1, 2, 3]) await fetch(`${service.url}/api/acme/users/${id}`)
  expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })

  await afterwards(async (receiver) => {
    await receiver.waitForSpans(3)
    await receiver.waitForLogs(3)
    expect(names(receiver)).toEqual(Array(3).fill('GET /api/:tenant/users/:id'))
    expect(receiver.logs.map(({ spanId }) => spanId).sort()).toEqual(receiver.spans.map(({ spanId }) => spanId).sort())
    // The identity is that of the process that made them.
    expect(receiver.spans[0]?.resource['process.pid']).toBe(service.process.pid)
  })
})

test.each(['process-exit', 'crash'])(
  'what is held at a %s is on disk, and delivered by the next process',
  async (end) => {
    const { code } = await runToEnd('abrupt-end.mjs', { env: toSpool({ END: end }) })
    expect(code).toBe(end === 'crash' ? 1 : 3)
    await afterwards(async (receiver) => {
      await receiver.waitForSpans(1)
      await receiver.waitForLogs(1)
      expect(names(receiver)).toEqual(['last work'])
      expect(receiver.logs.map(({ body }) => body)).toEqual(['last words'])
    })
  },
)

test('with a collector that answers nothing is written to disk', async () => {
  const receiver = await startReceiver({ grpc: false, httpPort })
  const service = await startService('express-app.mjs', { env: toSpool() })
  await fetch(`${service.url}/api/acme/users/1`)
  await receiver.waitForSpans(1)
  await receiver.waitForLogs(1)
  await service.stop()
  await receiver.close()
  expect(existsSync(dir) ? readdirSync(dir, { recursive: true }) : []).toEqual([])
})
