import { once } from 'node:events'
import http from 'node:http'
import { context, SpanKind, trace } from '@opentelemetry/api'
import { getRPCMetadata, suppressTracing } from '@opentelemetry/core'
import { FetchInstrumentation } from '../fetch/index'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

const tracing = startTracing()
const instrumentations = [new HttpInstrumentation({ ignorePaths: ['/health'] }), new FetchInstrumentation()]
const servers: http.Server[] = []
let handle: http.RequestListener
let port: number

function createServer(listener: http.RequestListener): http.Server {
  const server = http.createServer(listener)
  servers.push(server)
  return server
}

beforeAll(async () => {
  port = await listen(
    createServer((request, response) => (request.url === '/health' ? handle(request, response) : response.end('ok'))),
  )
})
beforeEach(() => tracing.reset())
afterAll(() => {
  for (const instrumentation of instrumentations) instrumentation.disable()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  tracing.stop()
})

/** Sends a request that no instrumentation traces. */
async function ask(toPort: number, path: string): Promise<void> {
  const request = context.with(suppressTracing(context.active()), () =>
    http.get({ port: toPort, host: '127.0.0.1', path, agent: false }),
  )
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  response.resume()
  await once(response, 'close')
}

/** The paths of the served requests, once this path is one of them. */
async function servedUntil(path: string): Promise<unknown[]> {
  for (let count = 1; ; count++) {
    const spans = (await tracing.ended(count)).filter(({ kind }) => kind === SpanKind.SERVER)
    const paths = spans.map(({ attributes }) => attributes['url.path'])
    if (paths.includes(path)) return paths
  }
}

/** Runs within an ignored request; resolves with the result once the response has closed. */
async function inIgnoredRequest<T>(work: () => T | Promise<T>): Promise<T> {
  const closed = new Promise<T>((resolve, reject) => {
    handle = async (_request, response) => {
      try {
        const result = await work()
        response.once('close', () => setImmediate(resolve, result))
        response.end()
      } catch (error) {
        reject(error)
      }
    }
  })
  await ask(port, '/health')
  return closed
}

test.each([
  ['http.get', async (url: string) => void (await once((await once(http.get(url), 'response'))[0].resume(), 'end'))],
  ['fetch', async (url: string) => void (await (await fetch(url)).text())],
])('a poller that an ignored request has made, by %s, is traced once that request is over', async (_name, poll) => {
  let poller: NodeJS.Timeout | undefined
  const url = `http://127.0.0.1:${port}/polled`
  await inIgnoredRequest(async () => {
    await poll(`${url}/meanwhile`)
    poller = setInterval(() => void poll(url).catch(() => {}), 5)
  })
  // The request sent meanwhile makes a server span, and each poll makes two spans.
  const polled = (await tracing.ended(5)).filter(({ kind }) => kind === SpanKind.CLIENT)
  clearInterval(poller)
  expect(new Set(polled.map(({ attributes }) => attributes['url.full']))).toEqual(new Set([url]))
  // The polls have no parent: each is a trace of its own.
  expect(polled.map(({ parentSpanContext }) => parentSpanContext)).toEqual(polled.map(() => undefined))
})

describe('a server', () => {
  const lazily = (wrap: (listen: () => Promise<number>) => Promise<number>) => () =>
    wrap(() => listen(createServer((_request, response) => response.end('lazy'))))

  test('that an ignored request has made is traced', async () => {
    const lazyPort = await inIgnoredRequest(lazily((listenNow) => listenNow()))
    await ask(lazyPort, '/lazy')
    await servedUntil('/lazy')
  })

  test('and even while that request is still open', async () => {
    await inIgnoredRequest(async () => ask(await lazily((listenNow) => listenNow())(), '/meanwhile'))
    await servedUntil('/meanwhile')
  })

  test('that was made to listen in a suppressed context is left alone for ever, as a telemetry receiver is', async () => {
    const receiverPort = await inIgnoredRequest(
      lazily((listenNow) => context.with(suppressTracing(context.active()), listenNow)),
    )
    await ask(receiverPort, '/v1/traces')
    await ask(port, '/after')
    expect(await servedUntil('/after')).not.toContain('/v1/traces')
  })
})

test('while it is open, an ignored request traces nothing of its own, and takes a route as any other', async () => {
  const inside = await inIgnoredRequest(() => {
    const metadata = getRPCMetadata(context.active())!
    metadata.route = '/health'
    return trace.getTracer('test').startSpan('inside').isRecording()
  })
  expect(inside).toBe(false)
  await ask(port, '/after')
  expect(await servedUntil('/after')).not.toContain('/health')
})
