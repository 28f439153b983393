import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'
import { paths } from './processes'
import { describeWithServer } from './servers/installed'
import { startMariaDb } from './servers/mariadb'
import type { Database } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const temporary = useTemporaryDirectory('contrib')
const FOLDER = join(__dirname, 'contrib')
const { hasRestify } = require('./contrib/has-restify.cjs') as { readonly hasRestify: boolean }

const run = (app: string, env: NodeJS.ProcessEnv = {}, args: readonly string[] = []) =>
  runToEnd(`../libraries/contrib/${app}`, { args, env: toReceiver(env) })

describeWithServer('mariadb')('an app that has contrib’s instrumentations', () => {
  let server: Database
  beforeAll(async () => {
    server = await startMariaDb()
  })
  afterAll(() => server.stop())

  test.each(['app.cjs', 'app.mjs'])('gets their spans by itself: %s', async (app) => {
    const { code, stderr } = await run(app, {}, [String(server.port)])
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/could not|not available/)
    expect(paths(receiver.spans)).toEqual(
      expect.arrayContaining([
        'connect > GET > GET /orders > request handler - /orders',
        'dataloader > dataloader.load > dataloader.batch',
        'failing > select heddle.nowhere > select',
        'generic-pool > generic-pool.acquire',
        'hapi > GET > GET /orders/{id} > route - /orders/{id}',
        'knex > raw heddle > SELECT',
        'lru-memoizer > memoized 2 > loaded for 2',
        ...(hasRestify ? ['restify > GET > GET /orders/:id > request handler - /orders/:id'] : []),
      ]),
    )
    const names = new Map(receiver.spans.map(({ spanId, name }) => [spanId, name]))
    expect(receiver.logs.map(({ body, spanId }) => `${body} in ${names.get(spanId!)}`).sort()).toEqual([
      'line of bunyan in bunyan',
      'line of winston in winston',
    ])
  })
})

test.each(['marked.cjs', 'marked.mjs'])('what has no server here is instrumented before it runs: %s', async (app) => {
  const { code, stdout } = await run(app)
  expect(code).toBe(0)
  const names = ['cassandra-driver', 'memcached', 'oracledb', 'sequelize', 'tedious', 'typeorm']
  expect(JSON.parse(stdout)).toEqual(Object.fromEntries(names.map((name) => [name, true])))
})

const TRACED = ['request', 'request > dataloader.load', 'request > dataloader.load > dataloader.batch']

test.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
  ['by default', {}, TRACED],
  ['disabled', { OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'dataloader' }, ['request']],
  ['disabled for Heddle', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'dataloader' }, ['request']],
  ['not among those that are enabled', { OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,knex' }, ['request']],
  ['registered by the app itself', { OWN: 'yes' }, TRACED],
])('an instrumentation of contrib’s, %s', async (_, env, expected) => {
  expect(await run('loader.cjs', env)).toMatchObject({ code: 0, stderr: '' })
  expect(paths(receiver.spans)).toEqual(expected)
})

test('a batch runs in the context of the first of those that it is for', async () => {
  const ended = await run('batch.cjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'dataloader' })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(paths(receiver.spans)).toEqual(['caller a', 'caller a > batch of 3', 'caller b', 'caller c'])
})

describe('an app that has not asked for them', () => {
  test.each([
    ['warn', /^$/],
    ['info', /dataloader, which Heddle does not know.*npm install @opentelemetry\/instrumentation-dataloader\n$/],
  ])('does not get what others have brought along, which is said at the level info: %s', async (level, said) => {
    const { path } = temporary
    copyFileSync(join(FOLDER, 'loader.cjs'), join(path, 'loader.cjs'))
    symlinkSync(join(FOLDER, 'node_modules'), join(path, 'node_modules'))
    writeFileSync(join(path, 'package.json'), JSON.stringify({ name: 'app', dependencies: { dataloader: '2' } }))
    const ended = await runToEnd(relative(join(__dirname, '../fixtures'), join(path, 'loader.cjs')), {
      env: toReceiver({ OTEL_LOG_LEVEL: level }),
    })
    expect(ended.code).toBe(0)
    expect(ended.stderr).toMatch(said)
    expect(paths(receiver.spans)).toEqual(['request'])
  })
})

test('each is one class that instruments the package that it is loaded with', () => {
  const { CONTRIB_LIBRARIES } = require('../../packages/heddle/src/beside/contrib-libraries')
  const requireSet = createRequire(join(FOLDER, 'node_modules/@opentelemetry/auto-instrumentations-node/package.json'))
  for (const [name, module] of Object.entries(CONTRIB_LIBRARIES)) {
    const exports = requireSet(`@opentelemetry/instrumentation-${name}`)
    const classes = Object.keys(exports).filter((each) => each.endsWith('Instrumentation'))
    expect(classes).toHaveLength(1)
    const instrumentation = new exports[classes[0]!]({ enabled: false })
    expect(instrumentation.instrumentationName).toBe(`@opentelemetry/instrumentation-${name}`)
    expect(instrumentation._modules.map((each: { readonly name: string }) => each.name)).toContain(module)
  }
})
