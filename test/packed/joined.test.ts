import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'
import { TWO_HOPS } from './two-hops'

// Heddle on the NodeSDK of either line.

const LINES = {
  '2.x': {
    '@opentelemetry/api': '1.9.1',
    '@opentelemetry/sdk-node': '0.223.0',
    '@opentelemetry/instrumentation-http': '0.223.0',
    '@opentelemetry/instrumentation-express': '0.71.0',
    '@opentelemetry/instrumentation-pino': '0.69.0',
    '@opentelemetry/instrumentation-undici': '0.33.0',
  },
  '3.x': {
    '@opentelemetry/api': '1.10.0',
    '@opentelemetry/sdk-node': '0.301.0',
    '@opentelemetry/instrumentation-http': '0.301.0',
    '@opentelemetry/instrumentation-express': 'latest',
    '@opentelemetry/instrumentation-pino': 'latest',
    '@opentelemetry/instrumentation-undici': 'latest',
  },
} as const

const { receiver } = useReceiver()

describe.each(Object.entries(LINES))('on the NodeSDK of the line %s', (_line, packages) => {
  let project: TemporaryProject
  beforeAll(async () => {
    project = new TemporaryProject()
    project.copy('joined')
    const named = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
    await project.npmInstall(tarball('heddle'), 'express@5', 'pino@10', ...named, '--ignore-scripts')
  })
  afterAll(() => project.remove())

  test.each([
    ['the SDK sends', 'app.cjs', 'true', 1],
    ['the SDK sends', 'app.mjs', 'true', 1],
    ['both send', 'app.cjs', 'export', 2],
  ])(
    '%s what %s makes: one span a hop, one record a line, with its ids, in one trace',
    async (_who, app, attach, times) => {
      const flags = ['--require', './joined/sdk.cjs', '--import', 'heddle/register']
      const { status, stderr } = await project.run(process.execPath, [...flags, `joined/${app}`], {
        OTEL_SERVICE_NAME: 'shop',
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
        OTEL_METRICS_EXPORTER: 'none',
        OTEL_LOGS_EXPORTER: 'otlp',
        OTEL_NODE_RESOURCE_DETECTORS: 'none',
        HEDDLE_ATTACH: attach,
      })
      expect(stderr).toMatch(/joined another OpenTelemetry SDK/)
      expect(status).toBe(0)
      const each = (...names: readonly string[]) => names.flatMap((name) => Array(times).fill(name))
      expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(each(...TWO_HOPS))
      expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])
      const outer = receiver.spans.find(({ name }) => name === 'GET /outer/:id')
      expect(receiver.logs.map(({ body }) => body).sort()).toEqual(each('inner', 'inner', 'outer'))
      for (const log of receiver.logs) expect(log.traceId).toBe(outer?.traceId)
      expect(receiver.logs.find(({ body }) => body === 'outer')?.spanId).toBe(outer?.spanId)
      for (const { resource } of [...receiver.spans, ...receiver.logs])
        expect(resource).toMatchObject({ 'service.name': 'shop', 'service.version': '3.2.1' })
    },
  )

  test('what is switched off of ours is made by theirs', async () => {
    const flags = ['--require', './joined/sdk.cjs', '--import', 'heddle/register']
    const { status, stderr } = await project.run(process.execPath, [...flags, 'joined/app.cjs'], {
      OTEL_SERVICE_NAME: 'shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_METRICS_EXPORTER: 'none',
      HEDDLE_ATTACH: 'true',
      HEDDLE_DISABLED_INSTRUMENTATIONS: 'http,express',
    })
    expect(status).toBe(0)
    expect(stderr).toMatch(/left out, .*instrumentation-pino, .*instrumentation-undici/)
    const servers = receiver.spans.filter(({ kind }) => kind === 'SERVER')
    expect(servers.map(({ name, scope }) => `${scope.name} ${name}`).sort()).toEqual([
      '@opentelemetry/instrumentation-http GET /inner',
      '@opentelemetry/instrumentation-http GET /inner',
      '@opentelemetry/instrumentation-http GET /outer/:id',
    ])
    expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])
    expect(receiver.logs).toHaveLength(3)
  })
})
