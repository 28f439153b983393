import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const STOCK_HTTP = '@opentelemetry/instrumentation-http#HttpInstrumentation'
const EXPRESS = '@heddle/instrumentation/express#ExpressInstrumentation'
const start = (express: string, form: string, instrumentations = [HTTP, EXPRESS]) =>
  TracedApp.start(join(__dirname, `fixtures/app.${form}`), instrumentations, { EXPRESS: express })

/** Request, status and route, and Express 4's route where Express 4 writes the path differently. */
const ROUTES: [line: string, status: number, route: string | undefined, express4Route?: string][] = [
  ['GET /', 200, '/'],
  ['GET /users/1', 200, '/users/:id'],
  ['HEAD /users/1', 200, '/users/:id'],
  ['GET /users/1/?x=/users/9', 200, '/users/:id'],
  ['POST /users', 200, '/users'],
  ['PUT /books/2', 200, '/books/:isbn'],
  ['DELETE /any/x', 200, '/any/:thing'],
  ['GET /api/acme/users/7', 200, '/api/:tenant/users/:id'],
  ['GET /api/acme/users', 200, '/api/:tenant/users'],
  ['GET /api/acme/members/1', 200, '/api/:tenant/members/:id'],
  ['GET /internal/v1/2', 200, '/internal/v:version/:id'],
  ['GET /admin/panel/a', 200, '/admin/panel/:tab'],
  ['GET /admin/users/3', 200, '/admin/users/:id'],
  ['GET /shop/items/1', 200, '/shop/items/:id'],
  ['GET /store/x/things/1?of=y', 200, '/store/:city/things/:id'],
  ['GET /colour', 200, '/colour'],
  ['GET /color/red', 200, '/color/:name'],
  ['GET /files/a.txt', 200, '/^\\/files\\/(.*)\\.txt$/'],
  ['GET /legacy/12/page', 200, '/^\\/legacy\\/\\d+/page'],
  ['GET /i18n/de/greeting', 200, '/i18n{/:lang}/greeting', '/i18n/:lang?/greeting'],
  ['GET /opt/here', 200, '/opt/here'],
  ['GET /wild/a/b', 200, '/wild/*rest', '/wild/*'],
  ['GET /deep/a/b?answer=1', 200, '/deep/*rest', '/deep/*'],
  ['GET /deep/well/water', 200, '/deep/well/water'],
  ['GET /second/level', 200, '/second/level'],
  ['GET /any/only/first', 200, '/:a/only/first'],
  ['GET /skip/a', 200, '/skip/:id'],
  ['GET /skip/route', 200, '/skip/:other'],
  ['GET /skip/x/leave', 200, '/skip/x/:left'],
  ['GET /composed/hand/x', 200, '/composed/hand/:made'],
  ['GET /handler/1/of', 200, '/handler/:id/:called'],
  ['GET /checked/1', 200, '/checked/:id'],
  ['GET /checked/bad', 500, '/checked/:id'],
  ['GET /coded/stop', 418, '/coded/:code'],
  ['GET /static/app.cjs', 200, '/static'],
  ['GET /guarded/1', 401, '/guarded'],
  ['GET /unanswered/1', 404, undefined],
  ['OPTIONS /users/1', 200, undefined],
  ['GET /nowhere', 404, undefined],
  ['GET /api/none', 404, undefined],
  ['GET /users/%zz', 400, undefined],
]

const REJECTION = 'GET /rejects/1'
const ERRORS: [line: string, status: number, message: string][] = [
  ['GET /throws/1', 500, 'thrown'],
  ['GET /nexts/1', 500, 'passed on'],
  ['GET /throws-string', 500, 'a string'],
  ['GET /handled/1', 503, 'handled'],
  ['GET /checked/bad', 500, 'bad id'],
  [REJECTION, 500, 'rejected'],
]

describe.each([
  ['Express 5, required', 'express', 'cjs'],
  ['Express 5, imported', 'express', 'mjs'],
  ['Express 4, required', 'express4', 'cjs'],
  ['Express 4, imported', 'express4', 'mjs'],
])('%s', (_, express, form) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start(express, form)
  })
  afterAll(() => app.stop())

  test.each(ROUTES)(
    '%s is answered with %i and named after its route %s',
    async (line, status, route, express4Route = route) => {
      const traced = await app.trace(line)
      const expected = express === 'express4' ? express4Route : route
      const [method] = line.split(' ')
      expect([traced.status, traced.route, traced.server.name]).toEqual([
        status,
        expected,
        expected === undefined ? method : `${method} ${expected}`,
      ])
    },
  )

  test('a hop is one span', async () => {
    expect((await app.trace('GET /api/acme/users/7')).inner).toEqual([])
  })

  test('a route that was added while running is known', async () => {
    await app.send('GET /add-route')
    expect((await app.trace('GET /added/x')).route).toBe('/added/:late')
  })

  test.each(ERRORS.filter(([line]) => express === 'express' || line !== REJECTION))(
    'the error of %s is on its span, whoever handles it',
    async (line, status, message) => {
      const { server, ...answer } = await app.trace(line)
      expect(answer.status).toBe(status)
      expect(server.status.code).toBe(2)
      expect(server.events.map(({ name, attributes }) => [name, attributes['exception.message']])).toEqual([
        ['exception', message],
      ])
    },
  )

  test("a client's fault is no error of the server", async () => {
    const { status, server } = await app.trace('GET /client-fault')
    expect([status, server.status.code, server.events]).toEqual([422, 0, []])
  })

  test('of 300 requests at once each sees its own span after an await', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, each) => app.send(`GET /api/t${each}/users/${each}/active`)),
    )
    const traces = await app.traces()
    for (const { traceId, body } of answers) {
      const [server] = traces.get(traceId) ?? []
      expect(JSON.parse(body)).toEqual({ traceId, spanId: server?.spanId })
      expect(server?.attributes['http.route']).toBe('/api/:tenant/users/:id/active')
    }
  })

  test('the span is active after a body has been read', async () => {
    const { server, body } = await app.trace('POST /echo/1', '{"a":1}', { 'content-type': 'application/json' })
    expect(JSON.parse(body)).toEqual({ body: { a: 1 }, spanId: server.spanId })
  })
})

describe('in a stock OpenTelemetry SDK with the stock http instrumentation', () => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start('express', 'cjs', [`${STOCK_HTTP}={"disableOutgoingRequestInstrumentation":true}`, EXPRESS])
  })
  afterAll(() => app.stop())

  test('the route and the error reach its server span', async () => {
    const { server } = await app.trace('GET /nexts/1')
    expect(server.name).toBe('GET /nexts/:id')
    expect(server.scope).toBe('@opentelemetry/instrumentation-http')
    expect(server.events.map(({ attributes }) => attributes['exception.message'])).toEqual(['passed on'])
  })
})

test.each(['express', 'express4'])('%s is left as it was when disabled, and followed again when enabled', (express) => {
  const script = join(__dirname, 'fixtures/lifecycle.cjs')
  expect(
    execFileSync(process.execPath, [script], { env: { ...process.env, EXPRESS: express }, encoding: 'utf8' }),
  ).toBe('done')
})
