import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useReceiver } from '../support/use-receiver'
import { type Ran, TemporaryProject, tarball } from './temporary-project'

// Heddle beside what else traces a process: Datadog's, Elastic's and New Relic's agents, and Sentry.

let project: TemporaryProject
const { receiver } = useReceiver()
/** What the APM's own backend was sent. */
const reports: IncomingHttpHeaders[] = []
let backend: Server

/** The newest lines for the Node that runs this. */
const AGENTS =
  Number.parseInt(process.versions.node, 10) >= 22
    ? ['dd-trace@6', 'newrelic@14', 'elastic-apm-node@4']
    : ['dd-trace@5', 'newrelic@13', 'elastic-apm-node@4']
const SENTRYS = [8, 9, 10].map((line) => `@sentry/node${line}@npm:@sentry/node@${line}`)

beforeAll(async () => {
  backend = createServer((request, response) => {
    reports.push(request.headers)
    request.resume().on('end', () => response.end('{}'))
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  project = new TemporaryProject()
  project.copy('beside')
  await project.npmInstall(
    tarball('heddle'),
    ...['express@5', 'pino@10', '@opentelemetry/api@1.9.1', ...AGENTS, '@sentry/node@11', ...SENTRYS],
    '--ignore-scripts',
  )
})
afterEach(() => {
  reports.length = 0
})
afterAll(() => {
  backend.closeAllConnections()
  backend.close()
  project.remove()
})

/** Runs the app with an APM before Heddle, by a flag, or after it. */
async function run(apm: string, when: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const before = when === 'before' ? ['--import', `./beside/${apm}.cjs`] : []
  const ran = await project.run(process.execPath, [...before, '--import', 'heddle/register', 'beside/app.cjs'], {
    OTEL_SERVICE_NAME: 'shop',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
    APM_PORT: String((backend.address() as AddressInfo).port),
    ...(when === 'after' && { BESIDE: `./${apm}.cjs` }),
    ...env,
  })
  for (const headers of reports) expect(headers).not.toHaveProperty('traceparent')
  expect(ran.stderr).not.toMatch(/\n {4}at /)
  return ran
}

/** One span a hop, in one trace, and one record a line with its ids. */
function expectEverything(): void {
  expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'CLIENT GET',
    'CLIENT GET',
    'CLIENT GET',
    'SERVER GET /inner',
    'SERVER GET /inner',
    'SERVER GET /outer/:id',
  ])
  expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])
  const nameOf = (id: string | undefined) => receiver.spans.find(({ spanId }) => spanId === id)?.name
  expect(receiver.logs.map(({ body, spanId }) => `${body} in ${nameOf(spanId)}`)).toEqual([
    'outer in GET /outer/:id',
    'inner in GET /inner',
    'inner in GET /inner',
  ])
  expect(receiver.spans.filter(({ attributes }) => attributes['shop.own']).map(({ name }) => name)).toEqual([
    'GET /outer/:id',
  ])
}

const saidIn = ({ stderr }: Ran) => stderr.match(/(?<=\[heddle\] \w+: ).*/g) ?? []

describe.each(['before', 'after'])('%s Heddle', (when) => {
  test.each([
    ['datadog', 'dd-trace', true],
    ['elastic', 'elastic-apm-node', true],
    ['newrelic', 'newrelic', false],
  ])('%s traces for itself, disturbs nothing, and is named in one sentence', async (apm, name, reportsItself) => {
    const ran = await run(apm, when)
    expectEverything()
    expect(saidIn(ran)).toEqual([expect.stringMatching(`^${name} is in this process too`)])
    expect(reports.length > 0).toBe(reportsItself)
  })

  test('Sentry 11 traces for itself, and disturbs nothing', async () => {
    const ran = await run('sentry', when, { SENTRY: '@sentry/node' })
    expectEverything()
    expect(saidIn(ran)).toEqual([])
    expect(reports).not.toEqual([])
  })

  test.each([8, 9, 10])(
    'Sentry %i that leaves OpenTelemetry alone reports errors, and doubles no span',
    async (line) => {
      const ran = await run('sentry', when, {
        SENTRY: `@sentry/node${line}`,
        SENTRY_OPTIONS: '{"skipOpenTelemetrySetup":true}',
      })
      expectEverything()
      for (const sentence of saidIn(ran)) expect(sentence).toMatch(/^left out/)
      expect(reports).not.toEqual([])
    },
  )
})

test.each([8, 9, 10])('Sentry %i after Heddle reports errors and no traces, which is said', async (line) => {
  const ran = await run('sentry', 'after', { SENTRY: `@sentry/node${line}` })
  expectEverything()
  const [late, ...others] = saidIn(ran)
  expect(late).toMatch(/^Sentry was started after Heddle.*skipOpenTelemetrySetup/)
  for (const sentence of others) expect(sentence).toMatch(/^left out/)
  expect(reports).not.toEqual([])
})

test.each([
  ['Sentry 8', 'sentry', { SENTRY: '@sentry/node8', HEDDLE_ATTACH: 'false' }],
  ['Sentry 10', 'sentry', { SENTRY: '@sentry/node10', HEDDLE_ATTACH: 'true' }],
  ['the bridge of Elastic’s agent', 'elastic', { BRIDGE: 'yes', HEDDLE_ATTACH: 'true' }],
])('%s owns the process and cannot be joined: the refusal says how both can run', async (_, apm, env) => {
  const ran = await run(apm, 'before', env)
  expect(receiver.spans).toEqual([])
  expect(saidIn(ran)).toEqual([
    expect.stringMatching(/cannot join.*skipOpenTelemetrySetup.*opentelemetryBridgeEnabled/),
  ])
})

test('Sentry 10 that is told to use OpenTelemetry’s own provider is joined', async () => {
  await run('sentry', 'before', {
    SENTRY: '@sentry/node10',
    SENTRY_OPTIONS: '{"openTelemetryBasicTracerProvider":true}',
    HEDDLE_ATTACH: 'export',
  })
  // Sentry makes no root of a request that is sent from nowhere.
  expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'CLIENT GET',
    'CLIENT GET',
    'SERVER GET /inner',
    'SERVER GET /inner',
    'SERVER GET /outer/:id',
  ])
  expect(reports).not.toEqual([])
})
