import { join } from 'node:path'
import { type ToldSpan, TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const FASTIFY = '@heddle/instrumentation/fastify#FastifyInstrumentation={"spans":"all"}'

describe.each([
  ['Fastify 5', 'fastify'],
  ['Fastify 4', 'fastify4'],
])('%s with a span for every hook and handler', (_, fastify) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await TracedApp.start(join(__dirname, 'fixtures/app.cjs'), [HTTP, FASTIFY], { FASTIFY: fastify })
  })
  afterAll(() => app.stop())

  const named = (spans: readonly ToldSpan[], name: string) => {
    const found = spans.find((span) => span.name === name)
    if (found === undefined) throw new Error(`no ${name} among ${spans.map((span) => span.name)}`)
    return found
  }

  test('each stands under the server span, in the order of the lifecycle', async () => {
    const { server, inner } = await app.trace('GET /api/acme/users/7')
    expect(server.name).toBe('GET /api/:tenant/users/:id')
    expect(inner.map(({ name }) => name)).toEqual([
      'onRequest - fastify',
      'onRequest - first',
      'onRequest - second',
      'preHandler - later',
      'preHandler - guarded',
      'handler - ok',
    ])
    for (const span of inner) expect(span.parentSpanId).toBe(server.spanId)
  })

  test('a hook that calls back later lasts until it does, and what follows is not within it', async () => {
    const { inner } = await app.trace('GET /')
    const hook = named(inner, 'preHandler - later')
    expect(hook.durationMs).toBeGreaterThan(1)
    // A span's start has whole milliseconds only.
    expect(named(inner, 'handler - ok').startMs).toBeGreaterThan(hook.startMs + hook.durationMs - 1)
  })

  test('a handler that replies later lasts until it has', async () => {
    expect(named((await app.trace('GET /slow/1')).inner, 'handler - fastify').durationMs).toBeGreaterThan(3)
  })

  test('the span of the handler is active while it runs, also after an await', async () => {
    const { inner, body } = await app.trace('GET /api/acme/users/7/active')
    expect(JSON.parse(body).spanId).toBe(inner.at(-1)?.spanId)
  })

  test('a span carries its hook, kind and route', async () => {
    const { inner } = await app.trace('GET /hook-fails/1')
    expect(named(inner, 'preHandler - preHandler').attributes).toEqual({
      'hook.name': 'fastify - route -> preHandler',
      'fastify.type': 'route-hook',
      'hook.callback.name': 'preHandler',
      'http.route': '/hook-fails/:id',
      'error.type': 'Error',
    })
  })

  test.each([
    ['GET /throws/1', 'handler - fastify', 'thrown'],
    ['GET /rejects/1', 'handler - fastify', 'rejected'],
    ['GET /hook-fails/1', 'preHandler - preHandler', 'in a hook'],
  ])('the error of %s is recorded on the span that it came from', async (line, name, message) => {
    const { status, events } = named((await app.trace(line)).inner, name)
    expect([status.code, events[0]?.attributes['exception.message']]).toEqual([2, message])
  })

  test('a query builder that a handler returns is run once', async () => {
    const [first, second] = [await app.trace('GET /api/a/users/query'), await app.trace('GET /api/a/users/query')]
    expect(JSON.parse(second.body).runs).toBe(JSON.parse(first.body).runs + 1)
  })

  test('routes and errors of the server span are those of one span a hop', async () => {
    expect((await app.trace('GET /injected')).route).toBe('/injected')
    const { status, server } = await app.trace('GET /handled/1')
    expect([status, server.status.code]).toEqual([503, 2])
  })
})
