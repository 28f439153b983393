import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'

// What OpenTelemetry contrib has for an app, beside Heddle, of the lines for SDK 2.x and 3.x.

const LINES = {
  '2.x': ['@opentelemetry/api@1.9.1', '@opentelemetry/auto-instrumentations-node@0.81.2'],
  '3.x': ['@opentelemetry/api@1.10.0', '@opentelemetry/auto-instrumentations-node@latest'],
} as const

const USED = ['bunyan@1', 'dataloader@2', 'express@5', 'generic-pool@3', 'graphql@16', 'pino@10', 'winston@3']
const TRANSPORTS = ['@opentelemetry/winston-transport@latest', 'pino-opentelemetry-transport@latest']

const { receiver } = useReceiver()

describe.each(Object.entries(LINES))('contrib for SDK %s', (_line, packages) => {
  let project: TemporaryProject
  beforeAll(async () => {
    project = new TemporaryProject()
    project.copy('contrib')
    await project.npmInstall(tarball('heddle'), ...packages, ...USED, ...TRANSPORTS, '--ignore-scripts')
  })
  afterAll(() => project.remove())

  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    project.run(process.execPath, args, {
      OTEL_SERVICE_NAME: 'shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      ...env,
    })
  const nameOf = (spanId: string | undefined) => receiver.spans.find((span) => span.spanId === spanId)?.name
  const logs = () => receiver.logs.map(({ body, spanId }) => `${body} in ${nameOf(spanId)}`).sort()

  test.each([
    ['CommonJS', ['--require', './contrib/set.cjs', 'contrib/app.cjs']],
    ['ES modules', ['--import', './contrib/set.mjs', 'contrib/app.mjs']],
  ])('the whole set in an app of %s: a hop is one span, a line one record, the rest is contrib’s', async (_, args) => {
    const { stderr } = await run(args)
    const spans = receiver.spans.map((span) => `${span.kind} ${span.name} in ${nameOf(span.parentSpanId)}`)
    // The sockets and look-ups of a server that starts, and of who asks it, are in no request.
    expect(spans.filter((span) => !/^\S+ (dns|tcp)\S+ in undefined$/.test(span)).sort()).toEqual([
      'CLIENT GET in GET /outer/:id',
      'CLIENT GET in GET /outer/:id',
      'CLIENT GET in undefined',
      'CLIENT dataloader.load in GET /outer/:id',
      'CLIENT dns.lookup in GET /outer/:id',
      'INTERNAL dataloader.batch in dataloader.load',
      'INTERNAL fs readFileSync in GET /outer/:id',
      'INTERNAL generic-pool.acquire in GET /outer/:id',
      'INTERNAL query in GET /outer/:id',
      'INTERNAL tcp.connect in GET /outer/:id',
      'INTERNAL tcp.connect in GET /outer/:id',
      'SERVER GET /inner in GET',
      'SERVER GET /inner in GET',
      'SERVER GET /outer/:id in GET',
    ])
    expect(logs()).toEqual([
      'bunyan in GET /outer/:id',
      'inner in GET /inner',
      'inner in GET /inner',
      'pino in GET /outer/:id',
      'winston in GET /outer/:id',
    ])
    expect(stderr.match(/\[heddle\].*/g)).toEqual([
      expect.stringMatching(/left out.*-express, .*-http, .*-pino, .*-router, .*-undici\. To have them instead/),
    ])
  })

  test.each(['app.cjs', 'app.mjs'])(
    'by itself Heddle loads those of libraries that it does not know: %s',
    async (app) => {
      const { stderr } = await run(['--import', 'heddle/register', `contrib/${app}`])
      const spans = receiver.spans.map((span) => `${span.kind} ${span.name} in ${nameOf(span.parentSpanId)}`)
      expect(spans.sort()).toEqual([
        'CLIENT GET in GET /outer/:id',
        'CLIENT GET in GET /outer/:id',
        'CLIENT GET in undefined',
        'CLIENT dataloader.load in GET /outer/:id',
        'INTERNAL dataloader.batch in dataloader.load',
        'INTERNAL generic-pool.acquire in GET /outer/:id',
        'INTERNAL query in GET /outer/:id',
        'SERVER GET /inner in GET',
        'SERVER GET /inner in GET',
        'SERVER GET /outer/:id in GET',
      ])
      expect(logs()).toEqual([
        'bunyan in GET /outer/:id',
        'inner in GET /inner',
        'inner in GET /inner',
        'pino in GET /outer/:id',
        'winston in GET /outer/:id',
      ])
      expect(stderr).not.toContain('[heddle]')
    },
  )

  test('what Heddle keeps on disk, until the process exits, is no work of the app’s', async () => {
    const { status, stderr } = await run(['--require', './contrib/set.cjs', 'contrib/exit.cjs'], {
      EVERY_FILE: 'yes',
      HEDDLE_SPOOL: 'true',
      HEDDLE_SPOOL_DIR: join(project.folder, 'spool'),
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    })
    expect(status).toBe(0)
    expect(stderr).not.toMatch(/cannot be encoded|call stack|cannot be used|dropped/)
  })

  test.each([
    ['alone', { OWN: 'yes', HEDDLE_DISABLED_INSTRUMENTATIONS: 'winston' }, 0],
    ['and that of the instrumentation that Heddle loads', { OWN: 'yes' }, 1],
    ['of contrib’s instrumentation', { SET: 'yes' }, 1],
    ['and that of contrib’s instrumentation', { OWN: 'yes', SET: 'yes' }, 1],
  ])('winston’s OpenTelemetry transport %s makes one record of a line, with its ids', async (_which, env, said) => {
    const { status, stderr } = await run(['contrib/winston.cjs'], env)
    expect(status).toBe(0)
    expect(logs()).toEqual(['added', 'child', 'default', 'sharing', 'twice', 'twice'].map((body) => `${body} in work`))
    expect(stderr.match(/two OpenTelemetry transports/g) ?? []).toHaveLength(said)
  })

  test.each(['one', 'several'])(
    'pino-opentelemetry-transport as one of %s target(s) makes one record of a line, with its ids',
    async (TARGETS) => {
      const { stderr } = await run(['--import', 'heddle/register', 'contrib/pino.cjs'], { TARGETS })
      expect(logs()).toEqual(['child in work', 'line in work'])
      expect(stderr.match(/pino-opentelemetry-transport makes log records/g)).toHaveLength(1)
    },
  )
})
