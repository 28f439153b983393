import { join } from 'node:path'
import { type ToldSpan, TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const EXPRESS = '@heddle/instrumentation/express#ExpressInstrumentation={"spans":"all"}'

describe.each([
  ['Express 5', 'express', []],
  ['Express 4', 'express4', ['middleware - query', 'middleware - expressInit']],
])('%s with a span for every layer', (_, express, builtIn) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await TracedApp.start(join(__dirname, 'fixtures/app.cjs'), [HTTP, EXPRESS], { EXPRESS: express })
  })
  afterAll(() => app.stop())

  const named = (spans: readonly ToldSpan[], name: string) => {
    const found = spans.find((span) => span.name === name)
    if (found === undefined) throw new Error(`no ${name} among ${spans.map((span) => span.name)}`)
    return found
  }

  test('routers enclose what runs in them, and middlewares stand side by side', async () => {
    const { server, inner } = await app.trace('GET /api/acme/users/7')
    const parentOf = (span: ToldSpan) => [server, ...inner].find(({ spanId }) => spanId === span.parentSpanId)?.name
    expect(server.name).toBe('GET /api/:tenant/users/:id')
    expect(Object.fromEntries(inner.map((span) => [span.name, parentOf(span)]))).toEqual({
      ...Object.fromEntries(builtIn.map((name) => [name, server.name])),
      'middleware - outermost': server.name,
      'middleware - jsonParser': server.name,
      'router - /api': server.name,
      'router - /api/:tenant/users': 'router - /api',
      'request handler - /api/:tenant/users/:id': 'router - /api/:tenant/users',
    })
  })

  test("a layer's span carries its type, name and route", async () => {
    const { inner } = await app.trace('GET /api/acme/users/7')
    expect(named(inner, 'middleware - outermost').attributes).toEqual({
      'express.type': 'middleware',
      'express.name': 'outermost',
    })
    expect(named(inner, 'request handler - /api/:tenant/users/:id').attributes).toEqual({
      'express.type': 'request_handler',
      'express.name': '/api/:tenant/users/:id',
      'http.route': '/api/:tenant/users/:id',
    })
  })

  test('a span lasts until its layer calls next, and what comes after is not within it', async () => {
    const { inner } = await app.trace('GET /slow-middleware')
    const handler = named(inner, 'request handler - /slow-middleware')
    expect(handler.durationMs).toBeGreaterThan(10)
    expect(named(inner, 'middleware - jsonParser').durationMs).toBeLessThan(10)
  })

  test('the span of the handler is active while it runs, also after an await', async () => {
    const { inner, body } = await app.trace('GET /api/acme/users/7/active')
    expect(JSON.parse(body).spanId).toBe(named(inner, 'request handler - /api/:tenant/users/:id/active').spanId)
  })

  test('what a layer throws or passes on is recorded on its span', async () => {
    for (const [line, name, message] of [
      ['GET /throws/1', 'request handler - /throws/:id', 'thrown'],
      ['GET /nexts/1', 'request handler - /nexts/:id', 'passed on'],
    ] as const) {
      const { status, events } = named((await app.trace(line)).inner, name)
      expect([status.code, events[0]?.attributes['exception.message']]).toEqual([2, message])
    }
  })

  test("next('route') and next('router') are no errors", async () => {
    for (const line of ['GET /skip/route', 'GET /skip/x/leave'])
      for (const span of (await app.trace(line)).inner) expect([span.name, span.status.code]).toEqual([span.name, 0])
  })

  test('the spans of a response that breaks off are ended', async () => {
    await expect(app.send('GET /breaks-off/1')).rejects.toThrow()
    const traces = [...(await app.traces()).values()]
    expect(traces.at(-1)?.map(({ name }) => name)).toContain('request handler - /breaks-off/:id')
  })

  test('routes and errors of the server span are those of one span a hop', async () => {
    for (const [line, route] of [
      ['GET /coded/stop', '/coded/:code'],
      ['GET /composed/hand/x', '/composed/hand/:made'],
      ['GET /static/app.cjs', '/static'],
    ] as const)
      expect((await app.trace(line)).route).toBe(route)
    expect((await app.trace('GET /handled/1')).server.status.code).toBe(2)
  })
})
