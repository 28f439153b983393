import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:http2'
import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const STOCK_HTTP = '@opentelemetry/instrumentation-http#HttpInstrumentation'
const FASTIFY = '@heddle/instrumentation/fastify#FastifyInstrumentation'
const start = (fastify: string, form: string, instrumentations = [HTTP, FASTIFY], options = {}) =>
  TracedApp.start(join(__dirname, `fixtures/app.${form}`), instrumentations, {
    FASTIFY: fastify,
    FASTIFY_OPTIONS: JSON.stringify(options),
  })

const ROUTES: [line: string, status: number, route: string | undefined, headers?: Record<string, string>][] = [
  ['GET /', 200, '/'],
  ['HEAD /', 200, '/'],
  ['GET /users/1', 200, '/users/:id(^\\d+)'],
  ['GET /users/x', 404, undefined],
  ['GET /users/%zz', 400, undefined],
  ['GET /wild/a/b?c=d', 200, '/wild/*'],
  ['GET /slow/1', 200, '/slow/:id'],
  ['PUT /both/1', 200, '/both/:id'],
  ['DELETE /any/1', 200, '/any/:thing'],
  ['GET /versioned/1', 200, '/versioned/:id', { 'accept-version': '1.x' }],
  ['GET /versioned/1', 200, '/versioned/:name', { 'accept-version': '2.0.0' }],
  ['GET /versioned/1', 404, undefined],
  ['GET /api/acme', 200, '/api/:tenant'],
  ['GET /api/acme/users/1', 200, '/api/:tenant/users/:id'],
  ['HEAD /api/acme/users/1', 200, '/api/:tenant/users/:id'],
  ['GET /api/acme/users/1', 401, '/api/:tenant/users/:id', { 'x-unauthorized': 'yes' }],
  ['GET /api/acme/none', 404, undefined],
  ['GET /none', 404, undefined],
  ['GET /hijacked/1', 200, '/hijacked/:id'],
  ['GET /stream/1', 200, '/stream/:id'],
  ['GET /injected', 200, '/injected'],
]

const ERRORS: [line: string, status: number, message: string][] = [
  ['GET /throws/1', 500, 'thrown'],
  ['GET /rejects/1', 500, 'rejected'],
  ['GET /sends/1', 500, 'sent'],
  ['GET /hook-fails/1', 500, 'in a hook'],
  ['GET /handled/1', 503, 'handled'],
  ['GET /broken-stream/1', 500, 'broken stream'],
]

describe.each([
  ['Fastify 5, required', 'fastify', 'cjs'],
  ['Fastify 5, imported', 'fastify', 'mjs'],
  ['Fastify 4, required', 'fastify4', 'cjs'],
  ['Fastify 4, imported', 'fastify4', 'mjs'],
])('%s', (_, fastify, form) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await start(fastify, form)
  })
  afterAll(() => app.stop())

  test.each(ROUTES)(
    '%s is answered with %i and named after its route %s',
    async (line, status, route, headers = {}) => {
      const traced = await app.trace(line, undefined, headers)
      const [method] = line.split(' ')
      expect([traced.status, traced.route, traced.server.name]).toEqual([
        status,
        route,
        route === undefined ? method : `${method} ${route}`,
      ])
    },
  )

  test('a hop is one span', async () => {
    expect((await app.trace('GET /api/acme/users/7')).inner).toEqual([])
  })

  test.each(ERRORS)('the error of %s is on its span, whoever handles it', async (line, status, message) => {
    const { server, ...answer } = await app.trace(line)
    expect(answer.status).toBe(status)
    expect(server.status.code).toBe(2)
    expect(server.events.map(({ name, attributes }) => [name, attributes['exception.message']])).toEqual([
      ['exception', message],
    ])
  })

  test('what cannot be serialized is an error', async () => {
    const { status, server } = await app.trace('GET /unserializable/1')
    expect([status, server.status.code]).toEqual([500, 2])
    expect(server.events[0]?.attributes['exception.type']).toBe('TypeError')
  })

  test.each([
    ["a client's fault", 'GET /client-fault/1', 422],
    ['an error that its handler made good', 'GET /recovered/1', 200],
  ])('%s is no error of the server', async (_name, line, status) => {
    const { server, ...answer } = await app.trace(line)
    expect([answer.status, server.status.code, server.events]).toEqual([status, 0, []])
  })

  test('of 300 requests at once each sees its own span after an await', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, each) => app.send(`GET /api/t${each}/users/${each}/active`)),
    )
    const traces = await app.traces()
    for (const { traceId, body } of answers) {
      const [server] = traces.get(traceId) ?? []
      expect(JSON.parse(body)).toMatchObject({ traceId, spanId: server?.spanId })
      expect(server?.attributes['http.route']).toBe('/api/:tenant/users/:id/active')
    }
  })

  test('the span is active after a body has been read', async () => {
    const { server, body } = await app.trace('POST /echo/1', '{"a":1}', { 'content-type': 'application/json' })
    expect(JSON.parse(body)).toMatchObject({ body: { a: 1 }, spanId: server.spanId })
  })
})

test.each(['fastify', 'fastify4'])('%s over HTTP/2 names its routes too', async (fastify) => {
  const app = await start(fastify, 'cjs', [HTTP, FASTIFY], { http2: true })
  const session = connect(`http://localhost:${app.port}`)
  try {
    const stream = session.request({ ':path': '/api/acme/users/1', traceparent: app.nextTraceparent() })
    stream.resume()
    await once(stream, 'end')
    const [[server] = []] = [...(await app.traces()).values()]
    expect(server?.name).toBe('GET /api/:tenant/users/:id')
  } finally {
    session.destroy()
    await app.stop()
  }
})

describe('in a stock OpenTelemetry SDK', () => {
  let app: TracedApp
  afterEach(() => app.stop())

  test('the route and the error reach the span of the stock http instrumentation', async () => {
    app = await start('fastify', 'cjs', [STOCK_HTTP, FASTIFY])
    const { server } = await app.trace('GET /rejects/1')
    expect(server.name).toBe('GET /rejects/:id')
    expect(server.events.map(({ attributes }) => attributes['exception.message'])).toEqual(['rejected'])
  })

  test('it goes with @fastify/otel', async () => {
    app = await start('fastify', 'cjs', [
      HTTP,
      FASTIFY,
      '@fastify/otel#FastifyOtelInstrumentation={"registerOnInitialization":true}',
    ])
    const { status, server, inner } = await app.trace('GET /api/acme/users/1')
    expect([status, server.name]).toEqual([200, 'GET /api/:tenant/users/:id'])
    expect(inner.map(({ scope }) => scope)).toContain('@fastify/otel')
  })
})

test.each([
  ['fastify', 'hop'],
  ['fastify', 'all'],
  ['fastify4', 'hop'],
  ['fastify4', 'all'],
])('%s keeps its order, encapsulation and checks with spans: %s, and forgets us when disabled', (fastify, spans) => {
  const script = join(__dirname, 'fixtures/lifecycle.cjs')
  const env = { ...process.env, FASTIFY: fastify, SPANS: spans }
  expect(execFileSync(process.execPath, [script], { env, encoding: 'utf8' })).toBe('done')
})
