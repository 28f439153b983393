import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const EXPRESS = '@heddle/instrumentation/express#ExpressInstrumentation'

/** Express 4 does not tell mount paths afterwards. */
const ROUTES: [line: string, route: string | undefined, isMounted: boolean][] = [
  ['GET /', '/', false],
  ['GET /users/1', '/users/:id', false],
  ['POST /users', '/users', false],
  ['PUT /books/2', '/books/:isbn', false],
  ['GET /nowhere', undefined, false],
  ['GET /api/acme/users/7', '/api/:tenant/users/:id', true],
  ['GET /admin/panel/a', '/admin/panel/:tab', true],
]

describe.each(['express', 'express4'])('%s whose files no hook has seen', (express) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await TracedApp.start(join(__dirname, 'fixtures/hidden.cjs'), [HTTP, EXPRESS], { EXPRESS: express })
  })
  afterAll(() => app.stop())

  test.each(ROUTES)('%s has its route from the first request on', async (line, route, isMounted) => {
    const isKnown = express === 'express' || !isMounted
    expect((await app.trace(line)).route).toBe(isKnown ? route : undefined)
  })
})
