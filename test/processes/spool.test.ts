import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Receiver, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from '../support/service'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const root = useTemporaryDirectory('spool')
let dir: string
let httpPort: number
let endpoint: string
beforeEach(async () => {
  dir = join(root.path, 'spool')
  // A port where nothing listens now, and a collector will later.
  const receiver = await startReceiver({ grpc: false })
  endpoint = receiver.httpUrl
  httpPort = Number(new URL(endpoint).port)
  await receiver.close()
})

const toSpool = (env: NodeJS.ProcessEnv = {}) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  HEDDLE_SPOOL: 'true',
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
      await receiver.waitForLogs(end === 'crash' ? 2 : 1)
      expect(names(receiver)).toEqual(['last work'])
      const crash = end === 'crash' ? ['uncaught exception: crash'] : []
      expect(receiver.logs.map(({ body }) => body)).toEqual(['last words', ...crash])
    })
  },
)

test.each([
  ['without a journal, nothing is written to disk', 'false', []],
  ['nothing is left on disk', 'true', ['logs', 'traces']],
])('with a collector that answers, %s', async (_, journal, left) => {
  const receiver = await startReceiver({ grpc: false, httpPort })
  const service = await startService('express-app.mjs', { env: toSpool({ HEDDLE_SPOOL_JOURNAL: journal }) })
  await fetch(`${service.url}/api/acme/users/1`)
  await receiver.waitForSpans(1)
  await receiver.waitForLogs(1)
  await service.stop()
  await receiver.close()
  expect(existsSync(dir) ? readdirSync(dir, { recursive: true }).sort() : []).toEqual(left)
})

describe('without a directory of its own, a service', () => {
  const inState = (env: NodeJS.ProcessEnv = {}) => ({
    HEDDLE_SPOOL: 'true',
    XDG_STATE_HOME: root.path,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SERVICE_NAME: 'orders',
    END: 'process-exit',
    ...env,
  })
  const directories = () => readdirSync(join(root.path, 'heddle')).sort()

  test('keeps what it cannot send in the user’s state directory, private, and finds it there again', async () => {
    await runToEnd('abrupt-end.mjs', { env: inState() })
    const [own, ...others] = directories()
    expect([own, others]).toEqual([expect.stringMatching(/^orders-[0-9a-f]{12}$/), []])
    for (const path of ['heddle', join('heddle', own!), join('heddle', own!, 'logs')]) {
      expect(statSync(join(root.path, path)).mode & 0o777).toBe(0o700)
    }
    const receiver = await startReceiver({ grpc: false, httpPort })
    await runToEnd('script.mjs', { env: inState() })
    await receiver.close()
    expect(receiver.logs.map(({ body }) => body).sort()).toEqual(['at work', 'last words'])
  })

  test('does not share it with another service, or with itself in another environment', async () => {
    await runToEnd('abrupt-end.mjs', { env: inState() })
    await runToEnd('abrupt-end.mjs', { env: inState({ OTEL_SERVICE_NAME: '../users of everything' }) })
    await runToEnd('abrupt-end.mjs', { env: inState({ OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test' }) })
    const names = [/^\.\._users_of_everything-[0-9a-f]{12}$/, /^orders-[0-9a-f]{12}$/, /^orders-[0-9a-f]{12}$/]
    expect(directories()).toEqual(names.map((name) => expect.stringMatching(name)))
  })

  test('says at start where nothing can be written, and runs', async () => {
    const file = join(root.path, 'file')
    writeFileSync(file, '')
    const { code, stderr } = await runToEnd('abrupt-end.mjs', { env: inState({ XDG_STATE_HOME: file }) })
    expect(code).toBe(3)
    expect(stderr).toMatch(/^\[heddle\] warn: nothing can be written to .*HEDDLE_SPOOL_DIR/)
    expect(stderr).toContain('2 records not delivered')
  })

  test('writes nothing when HEDDLE_SPOOL is false', async () => {
    const { stderr } = await runToEnd('abrupt-end.mjs', { env: inState({ HEDDLE_SPOOL: 'false' }) })
    expect(stderr).toContain('2 records not delivered')
    expect(readdirSync(root.path)).toEqual([])
  })
})
