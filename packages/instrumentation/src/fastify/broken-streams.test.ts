import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { connect } from 'node:http2'
import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const FASTIFY = '@heddle/instrumentation/fastify#FastifyInstrumentation'

/** Fastify before 4.28 does not support `Response`. */
const WAYS = ['stream', 'returned', 'through', 'web', 'response', 'hijacked', 'raw']

describe.each([
  ['Fastify 5', 'fastify', 'hop'],
  ['Fastify 4', 'fastify4', 'hop'],
  ['Fastify 5 with spans of its hooks', 'fastify', 'all'],
])('a reply that breaks half-way, in %s', (_, fastify, spans) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await TracedApp.start(join(__dirname, 'fixtures/broken.cjs'), [HTTP, `${FASTIFY}={"spans":"${spans}"}`], {
      FASTIFY: fastify,
    })
  })
  afterAll(() => app.stop())

  /**
   * Sends a request, reads the first part, does `then`, and waits for the end. Returns the server
   * span.
   */
  async function spanOf(path: string, then: (response: IncomingMessage) => unknown) {
    const traceparent = app.nextTraceparent()
    const request = get({ port: app.port, path, headers: { traceparent }, agent: false })
    request.on('error', () => {})
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    const closed = new Promise((resolve) => response.on('close', resolve))
    response.on('error', () => {})
    await once(response, 'data')
    await then(response)
    await closed
    return (await app.traces()).get(traceparent.slice(3, 35))?.[0]
  }

  test.each(WAYS)('by /%s, is an error with the status that was sent', async (way) => {
    const span = await spanOf(`/${way}`, () => app.send('GET /reached'))
    expect(span).toMatchObject({
      name: `GET /${way}`,
      status: { code: 2, message: 'the source broke' },
      attributes: { 'http.response.status_code': 200, 'error.type': 'RangeError' },
    })
    expect(span?.events.map(({ attributes }) => attributes['exception.message'])).toEqual(['the source broke'])
  })

  test.each(['stream', 'web'])('before its headers were sent, by /early/%s, is a 500 with its error', async (way) => {
    const { status, server } = await app.trace(`GET /early/${way}`)
    expect([status, server.status.code, server.events.length]).toEqual([500, 2, 1])
  })

  test.each([
    ['web', 200],
    ['response', 202],
  ])('is none when it is whole, by /whole/%s', async (way, expected) => {
    const { status, server } = await app.trace(`GET /whole/${way}`)
    expect([status, server.status.code, server.events]).toEqual([expected, 0, []])
  })

  test.each(['stream', 'web'])('because the client goes away is none, by /endless/%s', async (way) => {
    const span = await spanOf(`/endless/${way}`, (response) => response.destroy())
    expect([span?.attributes['http.response.status_code'], span?.status.code, span?.events]).toEqual([200, 0, []])
  })
})

test.each(['fastify', 'fastify4'])(
  'a reply that breaks half-way over HTTP/2 is an error too, in %s',
  async (fastify) => {
    const env = { FASTIFY: fastify, FASTIFY_OPTIONS: '{"http2":true}' }
    const app = await TracedApp.start(join(__dirname, 'fixtures/broken.cjs'), [HTTP, FASTIFY], env)
    const session = connect(`http://localhost:${app.port}`)
    session.on('error', () => {})
    try {
      const traceparent = app.nextTraceparent()
      const stream = session.request({ ':path': '/stream', traceparent }).on('error', () => {})
      const closed = new Promise((resolve) => stream.on('close', resolve))
      await once(stream, 'data')
      session.request({ ':path': '/reached', traceparent: app.nextTraceparent() }).resume()
      await closed
      const [span] = (await app.traces()).get(traceparent.slice(3, 35)) ?? []
      expect([span?.attributes['http.response.status_code'], span?.status.code]).toEqual([200, 2])
      expect(span?.events.map(({ attributes }) => attributes['exception.message'])).toEqual(['the source broke'])
    } finally {
      session.destroy()
      await app.stop()
    }
  },
)
