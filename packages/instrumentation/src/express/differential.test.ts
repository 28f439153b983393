import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ToldSpan, TracedApp } from '../fixtures/traced-app'

const OURS = '@heddle/instrumentation/express#ExpressInstrumentation'
const OFFICIAL = '@opentelemetry/instrumentation-express#ExpressInstrumentation'
// The same http instrumentation on both sides, so that only Express's instrumentations differ.
const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'

const REQUESTS = [
  'GET /',
  'GET /users/1',
  'HEAD /users/1',
  'POST /users',
  'PUT /books/2',
  'DELETE /any/x',
  'GET /api/acme/users/7',
  'GET /api/acme/users',
  'GET /internal/v1/2',
  'GET /admin/panel/a',
  'GET /admin/users/3',
  'GET /shop/items/1',
  'GET /store/x/things/1',
  'GET /colour',
  'GET /color/red',
  'GET /files/a.txt',
  'GET /legacy/12/page',
  'GET /i18n/de/greeting',
  'GET /opt/here',
  'GET /wild/a/b',
  'GET /deep/a/b?answer=1',
  'GET /deep/well/water',
  'GET /second/level',
  'GET /skip/a',
  'GET /skip/route',
  'GET /skip/x/leave',
  'GET /composed/hand/x',
  'GET /handler/1/of',
  'GET /checked/bad',
  'GET /coded/stop',
  'GET /static/app.cjs',
  'GET /static/none',
  'GET /guarded/1',
  'GET /throws/1',
  'GET /nexts/1',
  'GET /client-fault',
  'GET /handled/1',
  'GET /unanswered/1',
  'GET /nowhere',
  'GET /api/none',
  'OPTIONS /users/1',
]

const LISTED = 'the one path that matched, not the whole list of a layer registered with several'
const NO_ROUTE = 'nothing was matched but routers that passed the request on, and a route that did not match is none'
const PARAM = 'the route was matched, only the callback of its parameter ended the request'
const PASSED_ON = 'its handler handed the request on, and nobody answered but Express itself'
/** Every request whose route differs, with the official route and the reason. */
const ROUTE_DIFFERENCES: Readonly<Record<string, readonly [ours: string | undefined, official: string, why: string]>> =
  {
    'GET /shop/items/1': ['/shop/items/:id', '/shop,/store/:city/items/:id,/things/:id', LISTED],
    'GET /store/x/things/1': ['/store/:city/things/:id', '/shop,/store/:city/items/:id,/things/:id', LISTED],
    'GET /colour': ['/colour', '/colour,/color/:name', LISTED],
    'GET /color/red': ['/color/:name', '/colour,/color/:name', LISTED],
    'GET /handler/1/of': [
      '/handler/:id/:called',
      '/handler/:id/of/handler/:id/:called',
      'a router that a handler calls sees the whole path again, so its pattern is not below that of the handler',
    ],
    'GET /checked/bad': ['/checked/:id', '/checked', PARAM],
    'GET /coded/stop': ['/coded/:code', '/:a', PARAM],
    'GET /static/none': [undefined, '/static', PASSED_ON],
    'GET /unanswered/1': [undefined, '/unanswered/:id', PASSED_ON],
    'GET /nowhere': [undefined, '/:a', NO_ROUTE],
    'GET /api/none': [undefined, '/:a', NO_ROUTE],
    'OPTIONS /users/1': [undefined, '/:a', NO_ROUTE],
  }

describe.each([
  ['Express 5', 'express'],
  ['Express 4', 'express4'],
])('%s, beside @opentelemetry/instrumentation-express', (_, express) => {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-express-'))
  const apps: TracedApp[] = []
  let hop: TracedApp
  let all: TracedApp
  let official: TracedApp

  beforeAll(async () => {
    // The official instrumentation recognises Express by its folder's name.
    const installed = dirname(require.resolve(`${express}/package.json`))
    const copy = join(folder, 'node_modules/express')
    cpSync(installed, copy, { recursive: true })
    const start = async (instrumentation: string) => {
      const env = { EXPRESS: copy, NODE_PATH: dirname(installed) }
      const app = await TracedApp.start(join(__dirname, 'fixtures/app.cjs'), [HTTP, instrumentation], env)
      apps.push(app)
      return app
    }
    hop = await start(OURS)
    all = await start(`${OURS}={"spans":"all"}`)
    official = await start(OFFICIAL)
  })
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()))
    rmSync(folder, { recursive: true })
  })

  test.each(REQUESTS)('%s: the same route and status on the server span', async (line) => {
    const [mine, alsoMine, theirs] = await Promise.all([hop.trace(line), all.trace(line), official.trace(line)])
    const [ours, their] = ROUTE_DIFFERENCES[line] ?? [theirs.route, theirs.route]
    expect([mine.status, mine.route, alsoMine.route, theirs.route]).toEqual([theirs.status, ours, ours, their])
    expect(mine.server.status.code).toBe(theirs.server.status.code)
    expect(mine.inner).toEqual([])
  })

  test.each(REQUESTS.filter((line) => ROUTE_DIFFERENCES[line] === undefined))(
    '%s: the same spans of layers with spans: all',
    async (line) => {
      const [ours, theirs] = await Promise.all([all.trace(line), official.trace(line)])
      expect(layersOf(ours)).toEqual(layersOf(theirs))
    },
  )
})

/**
 * The spans within a server span, without these known differences:
 * - Official spans of routers end as they begin and enclose nothing. Heddle's last, so the test
 *   compares the nearest parent that is no router.
 * - Official spans of routers are named after the first route inside them, whatever it is; Heddle's
 *   after their mount path.
 * - The official span of a request handler lacks the route in its name with router 2.3 (which keeps
 *   no `layer.path`).
 * - A mounted app is a `middleware - mounted_app` officially; Heddle calls it a router.
 * - For a request to `/`, the official middlewares carry the route `/` before any route has
 *   matched.
 * - Heddle adds `error.type` to an exception.
 */
function layersOf({ server, inner }: { server: ToldSpan; inner: readonly ToldSpan[] }) {
  const byId = new Map([server, ...inner].map((span) => [span.spanId, span]))
  const kindOf = ({ attributes }: ToldSpan) =>
    attributes['express.name'] === 'mounted_app' ? 'router' : attributes['express.type']
  const parentOf = (span: ToldSpan): ToldSpan | undefined => {
    const parent = byId.get(span.parentSpanId ?? '')
    return parent !== undefined && kindOf(parent) === 'router' ? parentOf(parent) : parent
  }
  const routeOf = ({ attributes }: ToldSpan) =>
    attributes['express.type'] === 'middleware' && attributes['http.route'] === '/'
      ? undefined
      : attributes['http.route']
  const nameOf = (span: ToldSpan) => (kindOf(span) === 'router' ? 'router' : span.attributes['express.name'])
  return inner
    .map((span) => ({
      type: kindOf(span),
      name: nameOf(span),
      route: routeOf(span),
      kind: span.kind,
      status: span.status.code,
      exceptions: span.events.map(({ attributes }) => attributes['exception.message']),
      parent: parentOf(span) === server ? 'server' : nameOf(parentOf(span) as ToldSpan),
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}
