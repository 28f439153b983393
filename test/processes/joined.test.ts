import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Receiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const { receiver: theirs } = useReceiver()
const { receiver: ours, toReceiver } = useReceiver(SLOW_BATCHES)

const SDK = pathToFileURL(join(__dirname, '../fixtures/joined-sdk.mjs')).href
const PRELOADED = ['--import', SDK, '--import', 'heddle/register']
const FATAL = 21
const NOBODY = 'http://127.0.0.1:9'
const spool = useTemporaryDirectory('joined')
const ALL = 'registration logs span-export log-export'

interface Way {
  readonly execArgv?: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Who gets the spans, and who the log records. */
  readonly spans: readonly ('theirs' | 'ours')[]
  readonly logs: readonly ('theirs' | 'ours')[]
  readonly says: RegExp
}

const WAYS: Record<string, Way> = {
  'registered by a preload, HEDDLE_ATTACH=true': {
    execArgv: PRELOADED,
    env: { HEDDLE_ATTACH: 'true', SDK_HAS: ALL },
    spans: ['theirs'],
    logs: ['theirs'],
    says: /spans are made by its NodeTracerProvider and sent by its processors; log records are made by its LoggerProvider and sent by its processors; headers are those of its propagator/,
  },
  'registered by a preload without a logger provider': {
    execArgv: PRELOADED,
    env: { HEDDLE_ATTACH: 'true', SDK_HAS: 'registration span-export' },
    spans: ['theirs'],
    logs: ['ours'],
    says: /log records are made by Heddle and sent by Heddle \(http/,
  },
  'registered without anything that sends': {
    execArgv: PRELOADED,
    env: { HEDDLE_ATTACH: 'true', SDK_HAS: 'registration logs' },
    spans: ['ours'],
    logs: ['ours'],
    says: /spans are made by its NodeTracerProvider and sent by Heddle \(http/,
  },
  'registered by a preload, HEDDLE_ATTACH=export': {
    execArgv: PRELOADED,
    env: { HEDDLE_ATTACH: 'export', SDK_HAS: ALL },
    spans: ['theirs', 'ours'],
    logs: ['theirs', 'ours'],
    says: /sent by its processors and Heddle \(http/,
  },
  'registered, and joined in code': {
    execArgv: ['--import', SDK],
    env: { START: 'attached', SDK_HAS: ALL },
    spans: ['theirs'],
    logs: ['theirs'],
    says: /joined another OpenTelemetry SDK/,
  },
  'given to start(), with processors': {
    execArgv: [],
    env: { START: 'given', SDK_HAS: 'span-export log-export' },
    spans: ['theirs'],
    logs: ['theirs'],
    says: /joined another OpenTelemetry SDK/,
  },
  'given to start(), without processors': {
    execArgv: [],
    env: { START: 'given' },
    spans: ['ours'],
    logs: ['ours'],
    says: /sent by Heddle \(http/,
  },
}

describe.each(Object.entries(WAYS))('an SDK of the app’s own, %s', (_name, { execArgv = [], env, ...expected }) => {
  test('one span a hop, logs with its ids, one identity, and each sent once to each', async () => {
    const service = await startService('joined-app.mjs', {
      execArgv,
      env: toReceiver({ THEIR_COLLECTOR: theirs.httpUrl, ...env }),
    })
    const seen = (await (await fetch(`${service.url}/outer/7`)).json()) as Record<'traceId' | 'spanId', string> & {
      ended: string[]
    }
    await service.stop()
    const stderr = service.stderr()

    const receivers: Record<'theirs' | 'ours', Receiver> = { theirs, ours }
    for (const who of ['theirs', 'ours'] as const) {
      const receiver = receivers[who]
      const spans = receiver.spans.map(({ kind, name, scope }) => `${kind} ${name} ${scope.name}`).sort()
      expect([who, spans]).toEqual([who, expected.spans.includes(who) ? HOPS : []])
      const logs = receiver.logs.map(({ body }) => body).sort()
      expect([who, logs]).toEqual([who, expected.logs.includes(who) ? ['inner', 'inner', 'outer'] : []])
      if (expected.spans.includes(who)) expectWhole(receiver, seen)
      if (expected.logs.includes(who)) expectIds(receiver, seen)
    }
    expect(stderr.match(/joined another OpenTelemetry SDK/g)).toHaveLength(1)
    expect(stderr).toMatch(expected.says)
    expect(stderr).not.toMatch(/duplicate registration|no original to unwrap|error:/)
    if (env['START'] !== undefined) expect(seen.ended).toEqual(expect.arrayContaining(['GET /inner', 'GET']))
  })
})

const HOPS = [
  'CLIENT GET @heddle/instrumentation/fetch',
  'CLIENT GET @heddle/instrumentation/http',
  'SERVER GET /inner @heddle/instrumentation/http',
  'SERVER GET /inner @heddle/instrumentation/http',
  'SERVER GET /outer/:id @heddle/instrumentation/http',
]

function expectWhole(receiver: Receiver, { traceId, spanId }: Record<'traceId' | 'spanId', string>): void {
  const trace = receiver.trace(traceId)!
  expect(trace.isComplete).toBe(true)
  expect(trace.root).toMatchObject({ spanId, attributes: { 'shop.own': true } })
  for (const { resource } of receiver.spans) {
    expect(resource).toMatchObject({
      'service.name': 'theirs',
      'their.own': true,
      'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
  }
}

function expectIds(receiver: Receiver, { traceId, spanId }: Record<'traceId' | 'spanId', string>): void {
  expect(receiver.logs.find(({ body }) => body === 'outer')).toMatchObject({ traceId, spanId })
  for (const log of receiver.logs) expect(log).toMatchObject({ traceId, resource: { 'service.name': 'theirs' } })
}

test('an exception while every collector is away is on disk with its request, when Heddle sends too', async () => {
  const env = (endpoint: string) => ({
    ...SLOW_BATCHES,
    CRASH: 'exception',
    HEDDLE_ATTACH: 'export',
    HEDDLE_SPOOL: 'true',
    HEDDLE_SPOOL_DIR: spool.path,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    SDK_HAS: ALL,
    THEIR_COLLECTOR: endpoint === NOBODY ? NOBODY : theirs.httpUrl,
  })
  await runToEnd('crash-app.mjs', { execArgv: PRELOADED, env: env(NOBODY) })
  do await runToEnd('script.mjs', { execArgv: PRELOADED, env: env(ours.httpUrl) })
  while (readdirSync(spool.path, { recursive: true }).some((file) => String(file).endsWith('.seg')))
  const server = ours.spans.find(({ kind }) => kind === 'SERVER')
  expect(server?.attributes).toMatchObject({ 'heddle.unfinished': true })
  const fatal = ours.logs.filter(({ severityNumber }) => severityNumber === FATAL)
  expect(fatal).toHaveLength(1)
  expect(fatal[0]).toMatchObject({ traceId: server?.traceId, resource: { 'service.name': 'theirs' } })
})

test('with HEDDLE_ATTACH and nothing to join, the app runs untraced and reads what to do', async () => {
  const { stderr, stdout } = await runToEnd('script.mjs', { env: toReceiver({ HEDDLE_ATTACH: 'true' }) })
  expect(stdout).toContain('at work')
  expect(stderr).toMatch(/There is no OpenTelemetry SDK to join/)
})

test('an SDK that is registered is not joined unasked, and the refusal names the way', async () => {
  const { stderr } = await runToEnd('other-sdk.mjs', { execArgv: [], env: toReceiver() })
  expect(stderr).toMatch(/HEDDLE_ATTACH=true/)
})
