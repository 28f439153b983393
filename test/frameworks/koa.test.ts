import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { answersOf, type Expected, outcome, outcomes, servedBy } from './served'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const REQUESTS: readonly Expected[] = [
  ['GET /', 200, '/'],
  ['GET /users/me', 200, '/users/me'],
  ['GET /users/1', 200, '/users/:id'],
  ['HEAD /users/1', 200, '/users/:id'],
  ['POST /users', 200, '/users'],
  ['GET /re7', 200, '/^\\/re\\d+$/'],
  ['GET /shop/acme/products/1', 200, '/shop/:tenant/products/:id'],
  ['GET /shop/acme/products', 200, '/shop/:tenant/products'],
  ['GET /shop/acme/products/1?deny=1', 401, '/shop/:tenant/products/:id'],
  ['GET /mounted/items/1', 200, '/mounted/items/:id'],
  ['GET /mounted', 200, '/mounted'],
  ['GET /outer/inner/items/1?a=b', 200, '/outer/inner/items/:id'],
  ['GET /passes/1?below=1', 200],
  ['GET /passes/1', 404, '/passes/:id'],
  ['GET /late/1', 200, '/late/:id'],
  ['GET /silent/1', 404, '/silent/:id'],
  ['GET /stream/1', 200, '/stream/:id'],
  ['GET /aside/1', 200, '/aside/:id'],
  ['GET /plain', 200],
  ['GET /nowhere', 404],
  ['GET /only-a-middleware/1', 404],
  ['GET /mounted/none', 404],
  ['GET /shop/acme', 404],
  ['DELETE /users/1', 405],
  ['OPTIONS /users/1', 200],
  ['GET /teapot/1', 418, '/teapot/:id'],
  ['GET /handled/1/missing', 404, '/handled/:id/missing'],
  ['GET /gateway/1', 502, '/gateway/:id', 'bad gateway'],
  ['GET /throws/1', 500, '/throws/:id', 'in a handler'],
  ['GET /rejects/1', 500, '/rejects/:id', 'after a while'],
  ['GET /odd/1', 500, '/odd/:id', 'no error at all'],
  ['GET /handled/1', 503, '/handled/:id', 'for a middleware'],
  ['GET /plain-throws', 500, undefined, 'outside a router'],
  ['!GET /broken/1', 200, '/broken/:id', 'in a stream'],
  ['!GET /endless/1', 200, '/endless/:id'],
  ['GET /emitted', 200, '/emitted'],
]
const CASES = [
  ['koa', '@koa/router', 'cjs'],
  ['koa', '@koa/router', 'mjs'],
  ['koa', 'router14', 'cjs', '@before4.2/koa-compose'],
  ['koa', 'koa-router', 'mjs'],
  ['koa2', 'router13', 'mjs'],
  ['koa2', 'router12', 'cjs'],
  ['koa2', 'koa-router12', 'cjs'],
] as const

describe.each(CASES)('%s with %s (%s)', (KOA, ROUTER, format, COMPOSE: string = 'koa-compose') => {
  const script = `koa/run.${format}`
  const job = (rounds: string[][]) => ({ script, env: toReceiver({ KOA, ROUTER, COMPOSE }), rounds })

  test('the server span has the route that the request has reached, and the exception of a failure', async () => {
    const later: Expected = ['GET /later', COMPOSE === 'koa-compose' ? 404 : 200]
    const requests = [...REQUESTS, later]
    const all = job(requests.map(([line]) => [line]))
    const served = await servedBy(receiver, all)
    expect(served.answers.map((_, index) => outcome(served, index))).toEqual(outcomes(requests))
    expect(served.answers).toEqual(await answersOf(all))
  })

  test('each of ten requests that one of them lets go on stays in its own trace', async () => {
    const rounds = ['app', 'router', 'composed', 'things/1'].map((path) => Array(10).fill(`GET /queued/${path}`))
    const { answers, traceOf } = await servedBy(receiver, job(rounds))
    const seen = answers.map(({ line, body }) => [line, ...new Set(JSON.parse(body).seen)])
    expect(seen).toEqual(rounds.flat().map((line, index) => [line, traceOf(index)]))
  })
})

test('nothing is done where it is disabled', async () => {
  const env = toReceiver({
    KOA: 'koa',
    ROUTER: '@koa/router',
    COMPOSE: 'koa-compose',
    HEDDLE_DISABLED_INSTRUMENTATIONS: 'koa',
  })
  const served = await servedBy(receiver, { script: 'koa/run.mjs', env, rounds: [['GET /users/1'], ['GET /throws/1']] })
  expect([0, 1].map((index) => outcome(served, index))).toMatchObject([
    { name: 'GET', exceptions: [], failed: false },
    { name: 'GET', exceptions: [], failed: true },
  ])
})
