import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import type { ReceivedSpan } from '@heddle/receiver'
import { useReceiver } from '../support/use-receiver'
import { NextApp, type NextServer, PRELOAD } from './next-app'

const { receiver, toReceiver } = useReceiver({ OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_BLRP_SCHEDULE_DELAY: '20' })

/** Answers with the traceparent that it got. */
let upstream: Server
let postgres: TcpServer
beforeAll(async () => {
  upstream = createServer((request, response) => response.end(request.headers.traceparent))
  postgres = createTcpServer((socket) =>
    socket.on('data', (data) => answerPostgres(data, (text) => socket.write(text))),
  )
  for (const server of [upstream, postgres]) await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  upstream.close()
  upstream.closeAllConnections()
  postgres.close()
})

/** As much of PostgreSQL as one client needs that sends one query. */
function answerPostgres(data: Buffer, write: (answer: string) => void): void {
  const READY = 'Z\0\0\0\x05I'
  if (data[0] === 0) write(`R\0\0\0\x08\0\0\0\0${READY}`)
  else if (data[0] === 0x51) write(`C\0\0\0\x0dSELECT 0\0${READY}`)
}

const portOf = (server: Server | TcpServer) => (server.address() as { port: number }).port
const environment = (env: NodeJS.ProcessEnv) =>
  toReceiver({ UPSTREAM: `http://127.0.0.1:${portOf(upstream)}`, POSTGRES: String(portOf(postgres)), ...env })

interface Trace {
  readonly status: number
  readonly text: string
  readonly spans: readonly ReceivedSpan[]
}

/** Each in a trace of its own, with what was sent of it until the server was stopped. */
async function traced(server: NextServer, paths: readonly string[]): Promise<{ said: string; traces: Trace[] }> {
  const answers: { traceId: string; status: number; text: string }[] = []
  let said = ''
  try {
    for (const [at, path] of paths.entries()) {
      const traceId = String(at + 1).padStart(32, '0')
      const headers = { traceparent: `00-${traceId}-00000000000000aa-01`, connection: 'close' }
      const response = await fetch(server.url + path, { headers })
      answers.push({ traceId, status: response.status, text: await response.text() })
    }
    await receiver.waitFor(({ spans }) =>
      answers.every(({ traceId }) => serverSpans(spansOf(spans, traceId)).length > 0),
    )
    said = server.said()
  } finally {
    await server.stop()
  }
  return {
    said,
    traces: answers.map(({ traceId, ...answer }) => ({ ...answer, spans: spansOf(receiver.spans, traceId) })),
  }
}

const spansOf = (spans: readonly ReceivedSpan[], traceId: string) => spans.filter((span) => span.traceId === traceId)
const serverSpans = (spans: readonly ReceivedSpan[]) => spans.filter(({ kind }) => kind === 'SERVER')

const REQUESTS: readonly (readonly [path: string, status: number, name: string, exception?: string])[] = [
  ['/', 200, 'GET /'],
  ['/shop/acme/products/7', 200, 'GET /shop/[tenant]/products/[id]'],
  ['/moved', 200, 'GET /shop/[tenant]/products/[id]'],
  ['/api/items/3', 200, 'GET /api/items/[id]'],
  ['/api/cats', 200, 'GET /api/cats'],
  ['/api/graph', 200, 'GET /api/graph'],
  ['/api/boom', 500, 'GET /api/boom', 'in a route handler'],
  ['/broken', 500, 'GET /broken', 'in a page'],
  ['/old/5', 200, 'GET /old/[id]'],
  ['/old/fails', 500, 'GET /old/[id]', 'in getServerSideProps'],
  ['/api/old/6', 200, 'GET /api/old/[id]'],
  ['/refused', 401, 'GET'],
  ['/none', 404, 'GET'],
]

const apps = new Map<string, NextApp>()
beforeAll(async () => {
  const built = (major: string) => NextApp.build(major).then((app) => apps.set(major, app))
  await Promise.all(['16', '15'].map(built))
}, 600_000)

describe.each(['16', '15'])('Next.js %s', (major) => {
  const start = (env: NodeJS.ProcessEnv) => apps.get(major)!.start(environment(env))

  test('a request is one server span with the route and the exception, and what Next does for it stands below', async () => {
    const server = await start(PRELOAD)
    const { traces, said } = await traced(
      server,
      REQUESTS.map(([path]) => path),
    )
    expect(said).not.toContain('[heddle]')
    const facts = traces.map(({ status, spans }) => {
      const [span, ...more] = serverSpans(spans)
      const exceptions = span!.events.map(({ attributes }) => attributes['exception.message'])
      return [status, span!.name, exceptions, span!.status.code, more.length]
    })
    expect(facts).toEqual(
      REQUESTS.map(([, status, name, exception]) => {
        return [
          status,
          name,
          exception === undefined ? [] : [exception],
          exception === undefined ? 'UNSET' : 'ERROR',
          0,
        ]
      }),
    )
    for (const { spans } of traces) {
      const ids = new Set(spans.map(({ spanId }) => spanId))
      const [span] = serverSpans(spans)
      expect(spans.filter((each) => !ids.has(each.parentSpanId ?? ''))).toEqual([span])
      expect(Object.keys(span!.attributes).filter((name) => /^next\.|^http\.status_code$/.test(name))).toEqual([])
      expect(spans.flatMap(({ kind, events }) => (kind === 'SERVER' ? [] : events))).toEqual([])
    }
    // Outside of a request it makes none.
    expect(receiver.spans.filter(({ traceId }) => !traceId.startsWith('0000000000'))).toEqual([])

    const [, page, , items, cats, graph] = traces
    expect(page!.spans.map(({ name }) => name)).toContain('render route (app) /shop/[tenant]/products/[id]')
    const [call, ...others] = page!.spans.filter(({ kind }) => kind === 'CLIENT')
    expect(others).toEqual([])
    expect(page!.text).toContain(`00-${call!.traceId}-${call!.spanId}-01`)
    expect(cats!.spans.filter(({ kind }) => kind === 'CLIENT').map(({ name }) => name)).toEqual(['SELECT cats'])
    expect(graph!.spans.map(({ name }) => name)).toContain('query Cats')
    const log = await receiver.waitFor(({ logs }) => logs.find(({ body }) => body === 'item read'))
    expect(items!.spans.find(({ spanId }) => spanId === log.spanId)?.name).toMatch('executing api route (app)')
  }, 60_000)

  const SHORT = ['/shop/acme/products/7', '/api/items/3', '/api/boom']
  const NAMES = [['GET /shop/[tenant]/products/[id]'], ['GET /api/items/[id]'], ['GET /api/boom']]

  test('the standalone server is traced like it', async () => {
    const { traces } = await traced(await apps.get(major)!.startStandalone(environment(PRELOAD)), SHORT)
    expect(traces.map(({ spans }) => serverSpans(spans).map(({ name }) => name))).toEqual(NAMES)
  })

  test('start() in instrumentation.js does what the preload does', async () => {
    const server = await start({ STARTS: 'by hook' })
    // Next calls the hook when the first request has come.
    await (await fetch(server.url, { headers: { connection: 'close' } })).text()
    const { traces } = await traced(server, SHORT)
    expect(traces.map(({ spans }) => serverSpans(spans).map(({ name }) => name))).toEqual(NAMES)
  })
})
