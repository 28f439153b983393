import { type Receiver, type Respond, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, type Service, startService } from '../support/service'

const collectors: Receiver[] = []
async function startCollector(respond?: Respond): Promise<Receiver> {
  const collector = await startReceiver({ grpc: false, ...(respond && { respond }) })
  collectors.push(collector)
  return collector
}
afterEach(async () => {
  killServices()
  await Promise.all(collectors.splice(0).map((collector) => collector.close()))
})

const refuse: Respond = () => ({ httpStatus: 400 })
const QUICK_BATCHES = { OTEL_BSP_SCHEDULE_DELAY: '10', OTEL_BLRP_SCHEDULE_DELAY: '10' }
const sendingTo = (collector: Receiver, env: NodeJS.ProcessEnv = {}) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.httpUrl,
  ...QUICK_BATCHES,
  ...env,
})
const ledgerLines = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('[heddle] ledger: '))
const REFUSED =
  '[heddle] ledger: ' +
  ['traces', 'logs']
    .map((signal) => `${signal} created=1 recovered=0 delivered=0 sampled_out=0 dropped=1 (rejected=1) held=0 disk=0`)
    .join(' | ')

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Asks by the signal, again and again, until the ledger says so. */
async function askUntil(service: Service, signal: NodeJS.Signals, line: string): Promise<void> {
  while (!service.stderr().includes(line)) {
    const asked = ledgerLines(service.stderr()).length
    service.process.kill(signal)
    await until(() => ledgerLines(service.stderr()).length > asked)
  }
}

describe('the ledger on stderr', () => {
  test.each(['SIGUSR2', 'SIGCONT'] as const)(
    'is said at a %s when it was asked for, and the app lives on',
    async (signal) => {
      const env = sendingTo(await startCollector(refuse), { HEDDLE_LEDGER_SIGNAL: signal })
      const service = await startService('express-app.mjs', { env })
      await fetch(`${service.url}/api/acme/users/1`)
      await askUntil(service, signal, REFUSED)
      expect((await fetch(`${service.url}/health`)).status).toBe(200)
      expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })
    },
  )

  test('is said at the signal though the collector is away and the disk cannot be written', async () => {
    const service = await startService('express-app.mjs', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
        HEDDLE_SPOOL_DIR: '/dev/null/spool',
        HEDDLE_SHUTDOWN_TIMEOUT: '50',
        HEDDLE_LEDGER_SIGNAL: 'SIGUSR2',
        ...QUICK_BATCHES,
      },
    })
    await fetch(`${service.url}/api/acme/users/1`)
    await askUntil(service, 'SIGUSR2', 'traces created=1 recovered=0 delivered=0 sampled_out=0 dropped=0 held=1 disk=0')
    await service.stop()
    expect(ledgerLines(service.stderr()).at(-1)).toContain('dropped=1 (shutdown=1) held=0 disk=0 | logs created=1 ')
  })

  test('is said at the signal while the collector hangs, and after a shutdown', async () => {
    const hanging = sendingTo(await startCollector(() => ({ hang: true })), {
      HEDDLE_LEDGER_SIGNAL: 'SIGUSR2',
      HEDDLE_SHUTDOWN_TIMEOUT: '50',
    })
    const service = await startService('express-app.mjs', { env: hanging })
    await fetch(`${service.url}/api/acme/users/1`)
    await askUntil(service, 'SIGUSR2', 'traces created=1 recovered=0 delivered=0 sampled_out=0 dropped=0 held=1 disk=0')

    const after = await startService('ledger-after-shutdown.mjs', { execArgv: [], env: hanging })
    await askUntil(after, 'SIGUSR2', 'traces created=2')
    expect(after.process.exitCode).toBeNull()
  })

  test('leaves the signal as it was when it was not asked for', async () => {
    const service = await startService('express-app.mjs', { env: sendingTo(await startCollector()) })
    expect(await service.stop('SIGUSR2')).toMatchObject({ code: null, signal: 'SIGUSR2' })
    expect(service.stderr()).toBe('')
  })

  test('holds no process that has nothing else to do, whichever way it was asked for', async () => {
    const env = sendingTo(await startCollector(), { HEDDLE_LEDGER_SIGNAL: 'SIGUSR2', HEDDLE_LEDGER_INTERVAL: '60000' })
    const { code, stderr } = await runToEnd('script.mjs', { env })
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
  })

  test('is said every so often, if it has changed', async () => {
    const env = sendingTo(await startCollector(), { HEDDLE_LEDGER_INTERVAL: '20' })
    const service = await startService('express-app.mjs', { env })
    await fetch(`${service.url}/health`)
    await until(() => service.stderr().includes('traces created=1 recovered=0 delivered=1 '))
    const lines = ledgerLines(service.stderr())
    expect(new Set(lines).size).toBe(lines.length)
    await service.stop()
  })
})

describe('at the end', () => {
  test('by a signal, what was dropped is said on one line', async () => {
    const collector = await startCollector(refuse)
    const service = await startService('express-app.mjs', { env: sendingTo(collector) })
    await fetch(`${service.url}/api/acme/users/1`)
    await collector.waitFor(({ requests }) => new Set(requests.map(({ signal }) => signal)).size === 2)
    await service.stop()
    expect(ledgerLines(service.stderr())).toEqual([REFUSED])
  })

  test('by itself, too, but not to who wants to hear nothing', async () => {
    const collector = await startCollector(refuse)
    const { stderr } = await runToEnd('script.mjs', { env: sendingTo(collector) })
    expect(ledgerLines(stderr)).toEqual([REFUSED])
    const silenced = await runToEnd('script.mjs', { env: sendingTo(collector, { OTEL_LOG_LEVEL: 'none' }) })
    expect(silenced.stderr).toBe('')
  })
})

interface Stats {
  readonly traces: { readonly created: number; readonly sampledOut: number; readonly delivered: number }
}

describe('what is sampled out', () => {
  test('is in the ledger', async () => {
    const env = sendingTo(await startCollector(), { OTEL_TRACES_SAMPLER: 'always_off' })
    const { stdout, stderr } = await runToEnd('ledger.mjs', { execArgv: [], env })
    expect((JSON.parse(stdout) as Stats).traces).toMatchObject({ created: 10, sampledOut: 10, delivered: 0 })
    // It is no loss.
    expect(stderr).toBe('')
  })

  test('is in it by the decision of a caller, and requests that are ignored are not', async () => {
    const env = sendingTo(await startCollector(), { HEDDLE_LEDGER_SIGNAL: 'SIGUSR2', HEDDLE_IGNORE_PATHS: '/health' })
    const service = await startService('express-app.mjs', { env })
    const headers = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00' }
    await fetch(`${service.url}/api/acme/users/1`, { headers })
    await fetch(`${service.url}/health`)
    await askUntil(service, 'SIGUSR2', 'traces created=1 recovered=0 delivered=0 sampled_out=1 dropped=0 held=0 disk=0')
    await service.stop()
  })
})

test('callbacks that fail are counted in the ledger, each, and in its line', async () => {
  const env = sendingTo(await startCollector(), { HEDDLE_LEDGER_SIGNAL: 'SIGUSR2' })
  const { stdout, stderr } = await runToEnd('failing-callbacks.mjs', { execArgv: [], env })
  expect(JSON.parse(stdout)).toMatchObject({
    traces: { created: 3, delivered: 3 },
    logs: { created: 3, delivered: 3 },
    callbackErrors: { traceStart: 0, spanStart: 3, spanEnd: 0, log: 3 },
  })
  expect(ledgerLines(stderr)).toEqual([expect.stringMatching(/ \| callbacks errors=6 \(spanStart=3 log=3\)$/)])
})

test.each(['given', 'global'])('the metrics of a %s meter provider are the ledger', async (METER_PROVIDER) => {
  const env = sendingTo(await startCollector(), { METER_PROVIDER })
  const { stdout, stderr } = await runToEnd('metrics.mjs', { execArgv: [], env })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({
    'otel.sdk.span.started': [4],
    'otel.sdk.span.live': [1],
    'otel.sdk.log.created': [3],
    'otel.sdk.processor.span.processed': [3],
    'otel.sdk.processor.log.processed': [3],
    'otel.sdk.exporter.span.exported': [3],
    'otel.sdk.exporter.span.inflight': [0],
    'otel.sdk.exporter.log.exported': [3],
  })
})
