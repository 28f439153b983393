import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const STOCK_HTTP =
  '@opentelemetry/instrumentation-http#HttpInstrumentation={"disableOutgoingRequestInstrumentation":true}'
const EXPRESS = '@heddle/instrumentation/express#ExpressInstrumentation'

/** Request, status and route, and Express 4's route where Express 4 writes the path differently. */
const ROUTES: [line: string, status: number, route: string | undefined, express4Route?: string][] = [
  ['GET /both/1', 200, '/both/:id'],
  ['GET /next-first/1', 200, '/next-first/:id'],
  ['GET /later/1', 200, '/later/:id'],
  ['GET /written/1', 200, '/written/:id'],
  ['GET /both-mount/1', 200, '/both-mount'],
  ['GET /list/1', 200, '/list/:id'],
  ['GET /catch-all/1', 200, '/catch-all/:id'],
  ['GET /through/1', 200, '/through/:id'],
  ['POST /posted/1', 200, '/posted/:id'],
  ['HEAD /posted/1', 404, undefined],
  ['GET /named/here', 200, '/of-the-app'],
  ['GET /around/1', 200, '/around/:id'],
  ['GET /tenants/acme/orders/1', 401, '/tenants/:tenant/orders'],
  ['GET /tenants/acme/orders/1?token=x', 200, '/tenants/:tenant/orders/:order'],
  ['GET /slowly/1', 401, '/slowly'],
  ['GET /sub/1', 403, '/sub'],
  ['GET /any/1', 402, '/any{/*rest}', '/any/*'],
  ['GET /one/1', 405, '/one'],
  ['GET /two/1', 405, '/two/:x'],
  ['GET /re7', 406, '/^\\/re\\d+/'],
  ['GET /own404/1', 200, '/own404/:id'],
  ['GET /own404/1/2', 404, '/own404'],
  ['GET /throws/1', 500, '/throws/:id'],
  ['GET /failing/1?fail=1', 503, '/failing'],
  ['GET /failing/inner', 409, '/failing/inner'],
  ['GET /failing/1/missing', 404, '/failing/:id/missing'],
  ['GET /recovers/1', 200, '/recovers/:again'],
  ['GET /api/none', 404, undefined],
  ['GET /api/errors/none', 404, undefined],
  ['GET /everything/none', 404, undefined],
  ['GET /all/none', 404, undefined],
  ['POST /both/1', 404, undefined],
  ['GET /with-404/here', 200, '/with-404/here'],
  ['GET /with-404/none', 404, undefined],
  ['GET /api/%zz', 400, undefined],
  ['GET /both/%zz', 400, undefined],
  ['GET /nowhere', 404, undefined],
]

describe.each<[name: string, express: string, instrumentations: string[], settings?: NodeJS.ProcessEnv]>([
  ['Express 5', 'express', [HTTP, EXPRESS]],
  ['Express 4', 'express4', [HTTP, EXPRESS]],
  ['Express 5 with spans of its layers', 'express', [HTTP, `${EXPRESS}={"spans":"all"}`]],
  ['Express 4 with spans of its layers', 'express4', [HTTP, `${EXPRESS}={"spans":"all"}`]],
  ['Express 5 under the stock http instrumentation', 'express', [STOCK_HTTP, EXPRESS]],
  ['Express 5 whose layers get a next of somebody else’s', 'express', [HTTP, EXPRESS], { WRAPS_NEXT: '1' }],
  ['Express 4 whose layers get a next of somebody else’s', 'express4', [HTTP, EXPRESS], { WRAPS_NEXT: '1' }],
])('the route is that of the layer that answers, in %s', (_, express, instrumentations, settings = {}) => {
  let app: TracedApp
  beforeAll(async () => {
    const env = { APP: join(__dirname, 'fixtures/answers.cjs'), EXPRESS: express, ...settings }
    app = await TracedApp.start(join(__dirname, 'fixtures/serve.cjs'), instrumentations, env)
  })
  afterAll(() => app.stop())

  test.each(ROUTES)(
    '%s is answered with %i and has the route %s',
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
})
