import { join } from 'node:path'
import { TracedApp } from '../../packages/instrumentation/src/fixtures/traced-app'

const INSTRUMENTATIONS = [
  '@heddle/instrumentation/http#HttpInstrumentation={"client":false}',
  '@heddle/instrumentation/express#ExpressInstrumentation',
  '@heddle/instrumentation/fastify#FastifyInstrumentation',
]
const start = (script: string, env: NodeJS.ProcessEnv = {}) =>
  TracedApp.start(join(__dirname, 'apps', script), INSTRUMENTATIONS, env)

/** What became of the first request, too: what looks into a framework must have done so by then. */
async function outcome(app: TracedApp, line: string, body?: string, headers?: Record<string, string>) {
  const { status, server, route } = await app.trace(line, body, headers)
  const exceptions = server.events.map(({ attributes }) => attributes['exception.message'])
  return { status, route, code: server.status.code, type: server.attributes['error.type'], exceptions }
}

const failure = (status: number, exception: string, route?: string) => ({
  status,
  route,
  code: 2,
  type: String(status),
  exceptions: [exception],
})
const noFailure = (status: number, route?: string) => ({ status, route, code: 0, type: undefined, exceptions: [] })

describe.each([
  ['Nest 12 on Express', __dirname, 'express'],
  ['Nest 12 on Fastify', __dirname, 'fastify'],
  ['Nest 11 on Express', join(__dirname, 'nest11'), 'express'],
  ['Nest 11 on Fastify', join(__dirname, 'nest11'), 'fastify'],
])('what the filters of %s answer', (_, MODULES, ADAPTER) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start('nest.mjs', { MODULES, ADAPTER })
  })
  afterAll(() => app.stop())

  test.each([
    ['fails', failure(500, 'in a handler', '/cats/fails/:id')],
    ['filtered', failure(503, 'for a filter', '/cats/filtered/:id')],
    ['guarded', failure(500, 'in a guard', '/cats/guarded/:id')],
    ['http', failure(500, 'as an HttpException', '/cats/http/:id')],
    ['gateway', failure(502, 'bad gateway', '/cats/gateway/:id')],
    ['made-good', noFailure(200, '/cats/made-good/:id')],
    ['missing', noFailure(404, '/cats/missing/:id')],
    ['fine', noFailure(200, '/cats/fine/:id')],
  ])('%s: an exception is on the span of a 5xx, and of nothing else', async (path, expected) => {
    expect(await outcome(app, `GET /cats/${path}/1`)).toEqual(expected)
  })

  test('an exception of a middleware is on the span', async () => {
    const { status, code, exceptions } = await outcome(app, 'GET /cats/middleware/1')
    expect([status, code, exceptions]).toEqual([500, 2, ['in a middleware']])
  })

  test('what nobody serves has no route', async () => {
    expect(await outcome(app, 'GET /none/1')).toEqual(noFailure(404))
  })
})

describe.each(['trpc.cjs', 'trpc.mjs'])('what tRPC answers (%s)', (script) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start(script)
  })
  afterAll(() => app.stop())

  test.each([
    ['fails', failure(500, 'in a procedure')],
    ['guarded', failure(500, 'in a middleware')],
    ['own', failure(500, 'of its own')],
    ['missing', noFailure(404)],
    ['recovers', noFailure(200)],
    ['fine', noFailure(200)],
  ])('%s: an exception is on the span of a 5xx, and of nothing else', async (procedure, expected) => {
    expect(await outcome(app, `GET /${procedure}`)).toEqual(expected)
  })

  test('an exception of the context is on the span', async () => {
    expect(await outcome(app, 'GET /fine', undefined, { 'x-no-context': '1' })).toEqual(failure(500, 'in the context'))
  })
})

describe.each(['apollo.cjs', 'apollo.mjs'])('what Apollo answers (%s)', (script) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start(script)
  })
  afterAll(() => app.stop())

  const query = (field: string, headers: Record<string, string> = {}) =>
    outcome(app, 'POST /', JSON.stringify({ query: `{ ${field} }` }), {
      'content-type': 'application/json',
      ...headers,
    })

  test.each([
    ['an exception of the context', 'fine', { 'x-no-context': '1' }, failure(500, 'in the context')],
    // Apollo tells a plugin's exception to other plugins and to its log only, and makes an error
    // without it.
    [
      'what stands for an exception of a plugin',
      'fine',
      { 'x-broken-plugin': '1' },
      failure(500, 'Internal server error'),
    ],
    ['an exception of a resolver', 'fails', { 'x-strict': '1' }, failure(500, 'in a resolver')],
    ['nothing of an error that is answered with 200', 'fails', {}, noFailure(200)],
    ['nothing of a query that is not valid', 'unknown', {}, noFailure(400)],
    ['nothing', 'fine', {}, noFailure(200)],
  ])('has %s on the span', async (_, field, headers, expected) => {
    expect(await query(field, headers)).toEqual(expected)
  })
})
