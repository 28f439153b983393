import { killServices, type Service, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

const TRACE = '12345678901234567890123456789012'
const PARENT = '1234567890123456'
const UUID = '0af76519-16cd-43dd-8448-eb211c80319c'

afterAll(killServices)
const { receiver, toReceiver } = useReceiver({ OTEL_BSP_SCHEDULE_DELAY: '10' })
let service: Service
beforeAll(async () => {
  service = await startService('trust.mjs', { execArgv: [], env: toReceiver() })
})

async function ask(path: string, headers: Record<string, string>) {
  const response = await fetch(service.url + path, { headers })
  const [span] = await receiver.waitForSpans(1)
  return { response, span: span! }
}

describe('a trust policy that decides by the request', () => {
  const headers = { traceparent: `00-${TRACE}-${PARENT}-00`, baggage: 'a=1' }

  test('accept: the caller’s trace goes on, and so does its decision not to sample', async () => {
    const sampled = { traceparent: `00-${TRACE}-${PARENT}-01` }
    const { span } = await ask('/inside', sampled)
    expect(span).toMatchObject({ traceId: TRACE, parentSpanId: PARENT })
    receiver.clear()
    await fetch(`${service.url}/inside`, { headers })
    // The next sampled span has arrived; the unsampled one before it has not.
    const { span: next } = await ask('/inside', { traceparent: `00-${TRACE}-aaaaaaaaaaaaaaaa-01` })
    expect(next.parentSpanId).toBe('aaaaaaaaaaaaaaaa')
    expect(receiver.spans).toHaveLength(1)
  })

  test('link: a new root that is sampled here and linked to the caller', async () => {
    const { span } = await ask('/public', headers)
    expect(span.traceId).not.toBe(TRACE)
    expect(span.parentSpanId).toBeUndefined()
    expect(span.links.map(({ traceId, spanId }) => [traceId, spanId])).toEqual([[TRACE, PARENT]])
  })

  test('ignore: a new root that knows nothing of the caller', async () => {
    const { span } = await ask('/hostile', headers)
    expect(span.traceId).not.toBe(TRACE)
    expect(span).toMatchObject({ parentSpanId: undefined, links: [] })
  })
})

describe('correlation headers', () => {
  test('a UUID is a trace id', async () => {
    const { span } = await ask('/', { 'X-Trace-ID': UUID, 'X-Span-ID': PARENT })
    expect(span).toMatchObject({ traceId: UUID.replaceAll('-', ''), parentSpanId: PARENT })
  })

  test('a foreign id that is no trace id stays with the span', async () => {
    const { span } = await ask('/', { 'X-Trace-ID': 'order:42' })
    expect(span.attributes['correlation.trace_id']).toBe('order:42')
  })

  test('the request id comes back, and stays with the span', async () => {
    const { response, span } = await ask('/', { 'X-Request-ID': 'req-7' })
    expect(response.headers.get('x-request-id')).toBe('req-7')
    expect(span.attributes['correlation.request_id']).toBe('req-7')
  })

  test('without a request id the trace id comes back', async () => {
    const { response, span } = await ask('/', {})
    expect(response.headers.get('x-request-id')).toBe(span.traceId)
  })
})
