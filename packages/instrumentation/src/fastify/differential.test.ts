import { join } from 'node:path'
import { type ToldSpan, TracedApp } from '../fixtures/traced-app'

const OURS = '@heddle/instrumentation/fastify#FastifyInstrumentation'
const OFFICIAL = '@fastify/otel#FastifyOtelInstrumentation={"registerOnInitialization":true}'
// The same http instrumentation on both sides, so that only Fastify's instrumentations differ.
const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'

const REQUESTS = [
  'GET /',
  'HEAD /',
  'GET /users/1',
  'GET /users/x',
  'GET /users/%zz',
  'GET /wild/a/b',
  'GET /slow/1',
  'PUT /both/1',
  'DELETE /any/1',
  'GET /value',
  'GET /api/acme',
  'GET /api/acme/users/1',
  'GET /api/acme/users/1/active',
  'GET /api/acme/none',
  'GET /none',
  'GET /throws/1',
  'GET /rejects/1',
  'GET /sends/1',
  'GET /hook-fails/1',
  'GET /client-fault/1',
  'GET /handled/1',
  'GET /recovered/1',
  'GET /stream/1',
]

/** Spans that are errors in Heddle only. */
const MISSED_ERRORS: Readonly<Record<string, { readonly span: string; readonly why: string }>> = {
  'GET /hook-fails/1': {
    span: 'preHandler - preHandler',
    why: '@fastify/otel sees what a hook throws or rejects with, not what it passes to `done`',
  },
}

describe.each([
  ['Fastify 5', 'fastify'],
  ['Fastify 4', 'fastify4'],
])('%s, beside @fastify/otel', (_, fastify) => {
  const apps: TracedApp[] = []
  let hop: TracedApp
  let all: TracedApp
  let official: TracedApp

  beforeAll(async () => {
    const start = async (instrumentation: string) => {
      const env = { FASTIFY: fastify }
      const app = await TracedApp.start(join(__dirname, 'fixtures/app.cjs'), [HTTP, instrumentation], env)
      apps.push(app)
      return app
    }
    hop = await start(OURS)
    all = await start(`${OURS}={"spans":"all"}`)
    official = await start(OFFICIAL)
  })
  afterAll(() => Promise.all(apps.map((app) => app.stop())))

  test.each(REQUESTS)('%s: the same route and status on the server span', async (line) => {
    const [mine, alsoMine, theirs] = await Promise.all([hop.trace(line), all.trace(line), official.trace(line)])
    expect([mine.status, mine.route, alsoMine.route]).toEqual([theirs.status, theirs.route, theirs.route])
    expect(mine.server.status.code).toBe(theirs.server.status.code)
    expect(mine.inner).toEqual([])
  })

  test.each(REQUESTS)('%s: the same spans of hooks and handlers with spans: all', async (line) => {
    const [ours, theirs] = await Promise.all([all.trace(line), official.trace(line)])
    const missed = MISSED_ERRORS[line]
    expect(hooksOf(ours).filter(({ name }) => name !== missed?.span)).toEqual(
      hooksOf(theirs).filter(({ name }) => name !== missed?.span),
    )
    if (missed !== undefined)
      expect(
        [ours, theirs].map((trace) => hooksOf(trace).find(({ name }) => name === missed.span)?.status.code),
      ).toEqual([2, 0])
  })
})

/**
 * The spans within a server span, without these known differences:
 * - @fastify/otel puts a span `request` between the server span and the others; in Heddle the http
 *   server span is that span.
 * - Heddle names an anonymous hook after the instance that it was added to, @fastify/otel after the
 *   instance that it runs in, so that one hook has many names, and with @fastify/otel itself as a
 *   plugin in the name.
 * - Heddle adds `error.type` to an exception.
 */
function hooksOf({ server, inner }: { server: ToldSpan; inner: readonly ToldSpan[] }) {
  const request = inner.find(({ attributes }) => attributes['fastify.root'] !== undefined)
  return inner
    .filter((span) => span !== request)
    .map(({ name, kind, status, attributes: { 'error.type': _, ...attributes }, events, parentSpanId }) => ({
      name: attributes['hook.callback.name'] === 'anonymous' ? name.split(' - ', 1)[0] : name,
      kind,
      status,
      attributes,
      exceptions: events.map(({ attributes }) => attributes['exception.message']),
      underServer: [server.spanId, request?.spanId].includes(parentSpanId),
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}
