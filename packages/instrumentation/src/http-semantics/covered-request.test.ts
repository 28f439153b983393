import { once } from 'node:events'
import http from 'node:http'
import { context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { FetchInstrumentation } from '../fetch'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from '../http'
import { coverRequest } from './covered-request'

const tracing = startTracing()
const instrumentations = [new HttpInstrumentation({ server: false }), new FetchInstrumentation()]
const received: (string | undefined)[] = []
const server = http.createServer((request, response) => {
  received.push(request.headers['traceparent']?.toString().split('-')[2])
  response.end('ok')
})
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => {
  tracing.reset()
  received.length = 0
})

afterAll(() => {
  for (const instrumentation of instrumentations) instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

const WAYS: Record<string, (host: string) => Promise<unknown>> = {
  'node:http': async (host) => {
    const [response] = await once(http.get({ host, port, path: '/', family: 4 }), 'response')
    return once(response.resume(), 'end')
  },
  'a list of headers': async (host) => {
    const headers = ['Host', 'any'] as unknown as http.OutgoingHttpHeaders
    const [response] = await once(http.get({ host, port, path: '/', headers }), 'response')
    return once(response.resume(), 'end')
  },
  fetch: async (host) => (await fetch(`http://${host}:${port}/`)).text(),
}

describe.each(Object.entries(WAYS))('by %s', (_way, request) => {
  const spanOf = (name: string) => trace.getTracer('test').startSpan(name)
  const idOf = (span: Pick<Span, 'spanContext'>) => span.spanContext().spanId

  test('the first request carries the ids of the call and is no span, the next one is one', async () => {
    const call = spanOf('call')
    await context.with(coverRequest(ROOT_CONTEXT, '127.0.0.1', call), async () => {
      await request('127.0.0.1')
      expect(tracing.spans).toHaveLength(0)
      await request('127.0.0.1')
    })
    const span = await tracing.client()
    expect(received).toEqual([idOf(call), idOf(span)])
  })

  test('without a span of the call, the ids are those of the active one', async () => {
    const caller = spanOf('caller')
    const covered = coverRequest(trace.setSpan(ROOT_CONTEXT, caller), '127.0.0.1')
    await context.with(covered, () => request('127.0.0.1'))
    await context.with(coverRequest(ROOT_CONTEXT, '127.0.0.1'), () => request('127.0.0.1'))
    expect(received).toEqual([idOf(caller), undefined])
    expect(tracing.spans).toHaveLength(0)
  })

  test('a request to another host is a span', async () => {
    await context.with(coverRequest(ROOT_CONTEXT, 'elsewhere', spanOf('call')), () => request('127.0.0.1'))
    await tracing.client()
  })
})
