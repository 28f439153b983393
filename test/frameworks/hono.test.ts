import { once } from 'node:events'
import { connect } from 'node:http2'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { killServices, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { answersOf, type Expected, outcome, outcomes, servedBy } from './served'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const REQUESTS: readonly Expected[] = [
  ['GET /', 200, '/'],
  ['GET /users/me', 200, '/users/me'],
  ['GET /users/1', 200, '/users/:id{[0-9]+}'],
  ['HEAD /users/1', 200, '/users/:id{[0-9]+}'],
  ['POST /users', 200, '/users'],
  ['GET /optional', 200, '/optional/:id?'],
  ['GET /files/a/b', 200, '/files/*'],
  ['DELETE /things/1', 200, '/things/:id'],
  ['PATCH /any/1', 200, '/any/:id'],
  ['GET /promised/1', 200, '/promised/:id'],
  ['GET /shop/acme/products/1', 200, '/shop/:tenant/products/:id'],
  ['GET /shop/acme/products', 200, '/shop/:tenant/products'],
  ['GET /shop/acme/products/1?deny=1', 401, '/shop/:tenant/products/:id'],
  ['GET /admin/users/1', 200, '/admin/users/:id'],
  ['GET /admin/users/1?guest=1', 403, '/admin/users/:id'],
  ['GET /admin/none?guest=1', 403, '/admin/*'],
  ['GET /admin/none', 404],
  ['GET /nowhere', 404],
  ['GET /nowhere?deny=1', 401],
  ['PUT /users/1', 404],
  ['GET /users/none', 404],
  ['GET /mounted/none', 404],
  ['GET /foreign/1', 200, '/foreign/*'],
  ['GET /inside', 200, '/inside'],
  ['GET /passes/1?below=1', 200, '/passes/*'],
  ['GET /passes/1', 404],
  ['GET /passes-on/1', 404],
  ['GET /late/1', 200, '/late/:id'],
  ['GET /several/1', 200, '/several/:id'],
  ['GET /missing/1', 404, '/missing/:id'],
  ['GET /lost/1', 404, '/lost/:id'],
  ['GET /stream/1', 200, '/stream/:id'],
  ['GET /teapot/1', 418, '/teapot/:id'],
  ['GET /gateway/1', 502, '/gateway/:id', 'bad gateway'],
  ['GET /throws/1', 500, '/throws/:id', 'in a handler'],
  ['GET /rejects/1', 500, '/rejects/:id', 'after a while'],
  ['GET /own/throws/1', 503, '/own/throws/:id', 'for its own'],
  ['GET /failures', 200, '/failures'],
]

/** Requests to apps that are mounted, and their route; where the outer app has an environment of its own. */
const MOUNTED: readonly (readonly [line: string, route: string, inOwn: string])[] = [
  ['GET /mounted/items/1', '/mounted/items/:id', '/mounted/*'],
  ['GET /mounted', '/mounted', '/mounted/*'],
]
/** The same, at which Hono 4.6 does not find an app. */
const MOUNTED_ODDLY: typeof MOUNTED = [
  ['GET /outer/here/inner/items/1?a=b', '/outer/:place/inner/items/:id', '/outer/:place/*'],
  ['GET /whole/items/1', '/whole/items/:id', '/whole/items/:id'],
]

const CASES: readonly (readonly [string, string, string, string?])[] = [
  ['hono', '@hono/node-server', 'cjs'],
  ['hono', '@hono/node-server', 'mjs'],
  ['hono', 'node-server1', 'mjs', 'own'],
  ['hono4.6', 'node-server1', 'cjs', 'own'],
  ['hono4.6', 'node-server1', 'mjs'],
]

describe.each(CASES)('%s on %s (%s)', (HONO, SERVER, format, ENVIRONMENT = '') => {
  const script = `hono/run.${format}`
  const job = (rounds: string[][]) => ({ script, env: toReceiver({ HONO, SERVER, ENVIRONMENT }), rounds })

  test('the server span has the route that the request has reached, and the exception of a failure', async () => {
    const mounted = [...MOUNTED, ...(HONO === 'hono' ? MOUNTED_ODDLY : [])].map(
      ([line, route, inOwn]): Expected => [line, 200, ENVIRONMENT === 'own' ? inOwn : route],
    )
    const requests = [...REQUESTS, ...mounted]
    const all = job(requests.map(([line]) => [line]))
    const served = await servedBy(receiver, all)
    expect(served.answers.map((_, index) => outcome(served, index))).toEqual(outcomes(requests))
    expect(served.answers).toEqual(await answersOf(all))
  })

  test('each of ten requests that one of them lets go on stays in its own trace', async () => {
    const rounds = ['once', 'twice', 'not-found', 'fails'].map((path) => Array(10).fill(`GET /queued/${path}`))
    const { answers, traceOf } = await servedBy(receiver, job(rounds))
    const seen = answers.map(({ line, body }) => [line, ...new Set(JSON.parse(body).seen)])
    expect(seen).toEqual(rounds.flat().map((line, index) => [line, traceOf(index)]))
  })
})

test('nothing is done where it is disabled', async () => {
  const env = toReceiver({ HONO: 'hono', SERVER: '@hono/node-server', HEDDLE_DISABLED_INSTRUMENTATIONS: 'hono' })
  const served = await servedBy(receiver, {
    script: 'hono/run.mjs',
    env,
    rounds: [['GET /users/1'], ['GET /throws/1']],
  })
  expect([0, 1].map((index) => outcome(served, index))).toMatchObject([
    { name: 'GET', exceptions: [], failed: false },
    { name: 'GET', exceptions: [], failed: true },
  ])
})

test('a request over HTTP/2 has its route', async () => {
  const service = await startService('../frameworks/hono/protocols.mjs', { env: toReceiver({ PROTOCOL: 'h2' }) })
  const session = connect(service.url)
  const stream = session.request({ ':path': '/users/1' })
  let body = ''
  for await (const chunk of stream.setEncoding('utf8')) body += chunk
  session.close()
  await service.stop()
  expect([body, ...receiver.spans.map(({ name }) => name)]).toEqual(['1', 'GET /users/:id'])
})

test('a WebSocket is what it was, and no span', async () => {
  const service = await startService('../frameworks/hono/protocols.mjs', { env: toReceiver() })
  const { WebSocket } = createRequire(join(__dirname, 'hono/package.json'))('ws')
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/echo/1`)
  await once(socket, 'open')
  socket.send('hello')
  const [message] = await once(socket, 'message')
  await once(socket, 'close')
  await service.stop()
  expect([String(message), ...receiver.spans]).toEqual(['1 hello'])
})
