import { once } from 'node:events'
import { get } from 'node:http'
import { type Receiver, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

let silent: Receiver | undefined
afterEach(async () => {
  killServices()
  await silent?.close()
})
const { receiver, toReceiver } = useReceiver()

describe('a preloaded server that is told to end', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends by %s, promptly, with its last spans delivered',
    async (signal) => {
      const service = await startService('express-app.mjs', { env: toReceiver({ OTEL_BSP_SCHEDULE_DELAY: '60000' }) })
      await fetch(`${service.url}/api/acme/users/1`)
      const end = await service.stop(signal)
      expect(end).toMatchObject({ code: null, signal })
      expect(end.tookMs).toBeLessThan(2_000)
      expect(receiver.spans.map(({ name }) => name)).toEqual(['GET /api/:tenant/users/:id'])
      expect(receiver.logs).toHaveLength(1)
    },
  )

  test('ends within its deadline though the collector accepts and never answers', async () => {
    silent = await startReceiver({ respond: () => ({ hang: true }) })
    const service = await startService('express-app.mjs', {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: silent.httpUrl, HEDDLE_SHUTDOWN_TIMEOUT: '300' },
    })
    await fetch(`${service.url}/api/acme/users/1`)
    const end = await service.stop()
    expect(end.signal).toBe('SIGTERM')
    // Below the default of 2,000 ms, so the setting ended it; not at once, so it did try to
    // deliver.
    expect(end.tookMs).toBeGreaterThan(250)
    expect(end.tookMs).toBeLessThan(1_500)
  })

  test('gives out the requests that are under way as unfinished', async () => {
    const service = await startService('hanging-app.mjs', { env: toReceiver() })
    const request = get(service.url).on('error', () => {})
    await once(service.process, 'message')
    expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })
    request.destroy()
    expect(receiver.spans).toMatchObject([{ kind: 'SERVER', attributes: { 'heddle.unfinished': true } }])
  })

  test('leaves the ending to an app that listens for the signal itself', async () => {
    const service = await startService('graceful-app.mjs', { env: toReceiver() })
    await fetch(service.url)
    const end = await service.stop()
    expect(end).toMatchObject({ code: 7, signal: null })
    expect(service.stdout()).toContain('closed by the app')
    expect(receiver.spans).toHaveLength(1)
  })
})

test('a script that simply ends delivers what it has, and its exit code stays', async () => {
  const { code, stderr } = await runToEnd('script.mjs', { env: toReceiver({ OTEL_BSP_SCHEDULE_DELAY: '60000' }) })
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
  expect(receiver.spans.map(({ name }) => name)).toEqual(['work'])
  expect(receiver.logs.map(({ body }) => body)).toEqual(['at work'])
  expect(receiver.logs[0]?.spanId).toBe(receiver.spans[0]?.spanId)
})

test('a script ends within its deadline though the collector never answers', async () => {
  silent = await startReceiver({ respond: () => ({ hang: true }) })
  const { code, tookMs } = await runToEnd('script.mjs', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: silent.httpUrl, HEDDLE_SHUTDOWN_TIMEOUT: '300' },
  })
  expect(code).toBe(3)
  // Below the default of 2,000 ms, and not before it has tried for as long as it may.
  expect(tookMs).toBeGreaterThan(250)
  expect(tookMs).toBeLessThan(1_500)
})

test('a script ends soon though no collector is there, and says what is lost', async () => {
  const { code, tookMs, stderr } = await runToEnd('script.mjs', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
  })
  expect(code).toBe(3)
  expect(stderr).toMatch(/traces created=1 .* held=1 disk=0/)
  // Long before the deadline of 2,000 ms.
  expect(tookMs).toBeLessThan(1_500)
})

test('a wrong setting is printed, and the app runs on untraced', async () => {
  const { code, stderr } = await runToEnd('script.mjs', { env: toReceiver({ OTEL_EXPORTER_OTLP_PROTOCOL: 'thrift' }) })
  expect(code).toBe(3)
  expect(stderr).toContain('OTEL_EXPORTER_OTLP_PROTOCOL: read "thrift", allowed: grpc, http/protobuf, http/json')
  expect(stderr).toContain('runs on, untraced')
  expect(receiver.requests).toHaveLength(0)
})

test('wrong settings whose defaults are safe are said once each, and the app is traced', async () => {
  const wrong = { OTEL_BSP_SCHEDULE_DELAY: 'soon', OTEL_TRACES_SAMPLER: 'most', HEDDLE_SHUTDOWN_TIMEOUT: '2s' }
  const { code, stderr } = await runToEnd('script.mjs', { env: toReceiver(wrong) })
  expect(code).toBe(3)
  expect(stderr.trim().split('\n')).toEqual(
    Object.entries(wrong).map(([name, value]) =>
      expect.stringMatching(new RegExp(`^\\[heddle\\] warn: ${name}: read "${value}", allowed: .*; used: `)),
    ),
  )
  expect(receiver.spans.length).toBeGreaterThan(0)
})

test('OTEL_SDK_DISABLED leaves the app as it was', async () => {
  const { code, stderr } = await runToEnd('script.mjs', { env: toReceiver({ OTEL_SDK_DISABLED: 'true' }) })
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
  expect(receiver.requests).toHaveLength(0)
})

test('a second start hands back the first handle and says what it left out', async () => {
  const { code, stdout, stderr } = await runToEnd('second-start.mjs', { env: toReceiver() })
  expect(code).toBe(0)
  expect(stdout).toContain('same handle: true')
  expect(stderr).toMatch(/start\(\) was called again.*no effect: service, on/)
})

describe.each(['1.0.4', '1.9.0', '1.10.0', '1.99.0'])('another copy of the API, of version %s,', (version) => {
  test.each([
    ['loaded after the preload', {}, ['--import', 'heddle/register']],
    ['that has set its diag logger before a start in code', { START_IN_CODE: 'yes' }, []],
  ])('%s shares spans and context with the one beside Heddle', async (_when, env, execArgv) => {
    const { stdout, stderr } = await runToEnd('api-copy.mjs', {
      env: toReceiver({ ...env, API_VERSION: version }),
      execArgv,
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual({ isActive: true })
    const { spans } = receiver
    expect(spans.map(({ name }) => name).sort()).toEqual(['early', 'inner', 'outer'])
    expect(spans.find(({ name }) => name === 'inner')?.parentSpanId).toBe(
      spans.find(({ name }) => name === 'outer')?.spanId,
    )
  })
})

test('another SDK that came first is explained, and keeps working', async () => {
  const { code, stdout, stderr } = await runToEnd('other-sdk.mjs', { execArgv: [], env: toReceiver() })
  expect(stderr).toMatch(/Another OpenTelemetry SDK has registered itself/)
  expect(stdout).toContain('other SDK records: true')
  expect(code).toBe(0)
})

test('an official exporter works in the place of ours', async () => {
  const { code } = await runToEnd('official-exporter.mjs', {
    execArgv: [],
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.grpcUrl },
  })
  expect(code).toBe(0)
  expect(receiver.logs.map(({ body }) => body)).toEqual(['through the official exporter'])
  expect(receiver.spans.map(({ name }) => name)).toEqual(['work'])
  expect(receiver.logs[0]?.spanId).toBe(receiver.spans[0]?.spanId)
  const userAgents = receiver.requests.map(({ signal, headers }) => [signal, headers['user-agent']])
  expect(Object.fromEntries(userAgents)).toEqual({
    logs: expect.stringMatching(/^OTel-OTLP-Exporter-JavaScript\/0\.223/),
    traces: expect.stringContaining('heddle'),
  })
})

test('after a shutdown Heddle can be started again', async () => {
  const { code, stdout } = await runToEnd('restart.mjs', { execArgv: [], env: toReceiver() })
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('twice') })
  expect(receiver.spans.map(({ name }) => name)).toEqual(['first', 'second'])
})

test('the ledger balances', async () => {
  const { stdout } = await runToEnd('ledger.mjs', { execArgv: [], env: toReceiver() })
  const { traces, logs } = JSON.parse(stdout) as Record<'traces' | 'logs', { created: number; delivered: number }>
  expect(traces).toMatchObject({ created: 10, delivered: 10, dropped: {}, held: { items: 0, bytes: 0 } })
  expect(logs).toMatchObject({ created: 10, delivered: 10, dropped: {}, held: { items: 0, bytes: 0 } })
})
