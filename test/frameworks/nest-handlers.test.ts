import { join } from 'node:path'
import { killServices, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const REQUESTS = [
  'GET /api/cats/1',
  'GET /api/cats/1/refused',
  'GET /api/cats/1/purrs',
  'PUT /api/cats/any/thing',
  'GET /api/cats/files/a/b',
  'GET /api/v2/dogs/1',
  'GET /api/birds',
  'GET /api/tenants/acme/users/7',
  'GET /health',
  'GET /none',
  'GET /api/none',
]

/** The spans of an app that has been asked for all of the above, in that order. */
async function spansOf(MODULES: string, ADAPTER: string, env: NodeJS.ProcessEnv = {}) {
  const app = await startService('../frameworks/apps/nest-routes.mjs', {
    env: toReceiver({ MODULES, ADAPTER, ...env }),
  })
  for (const request of REQUESTS) {
    const [method = '', path] = request.split(' ')
    await (await fetch(app.url + path, { method, headers: { connection: 'close' } })).text()
  }
  await app.stop()
  expect(app.stderr()).toBe('')
  return receiver.spans.map(({ name, kind, attributes }) => ({ name, kind, handler: attributes['code.function.name'] }))
}

describe.each([
  ['12', __dirname],
  ['11', join(__dirname, 'nest11')],
])('Nest %s', (version, folder) => {
  test.each(['express', 'fastify'])(
    'on %s: a request is one span, which has its route and names the method that serves it',
    async (adapter) => {
      const wildcard = adapter === 'express' ? '*path' : '*'
      expect(await spansOf(folder, adapter)).toEqual(
        [
          ['GET /api/cats/:id', 'CatsController.findOne'],
          ['GET /api/cats/:id/refused', 'CatsController.refused'],
          ['GET /api/cats/:id/purrs', 'CatsController.purrs'],
          ['PUT /api/cats/any/thing', 'CatsController.anything'],
          [`GET /api/cats/files/${wildcard}`, 'CatsController.file'],
          ['GET /api/v2/dogs/:id', 'VersionedController.first'],
          ['GET /api/birds', 'ScopedController.list'],
          ['GET /api/tenants/:tenant/users/:user', 'NestedController.one'],
          ['GET /health', 'HealthController.health'],
          ['GET', undefined],
          // There it is a route of Nest's own.
          [version === '12' && adapter === 'express' ? 'GET /api*path' : 'GET', undefined],
        ].map(([name, handler]) => ({ name, kind: 'SERVER', handler })),
      )
    },
  )

  test('names no method when it is disabled', async () => {
    const spans = await spansOf(folder, 'express', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'nestjs-core' })
    expect(spans.map(({ handler }) => handler)).toEqual(REQUESTS.map(() => undefined))
  })
})
