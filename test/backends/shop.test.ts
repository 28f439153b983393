import { type Backends, freeEveryPort, startBackends } from '../../backends/src/backends'
import { killServices } from '../support/service'
import { eventually } from './eventually'
import type { StoredSpan } from './jaeger-query'
import { describeWithBackends, programs } from './programs'
import { checkout, product, refund, report, type Shop, startShop } from './shop'
import { logLines, logsOf, outline, traceOf } from './whole-trace'

let backends: Backends
let shop: Shop | undefined

const quiet = () => {}

async function tracesOfTheShop(env: NodeJS.ProcessEnv) {
  shop = await startShop(env)
  const visited = { product: '', checkout: '', report: '', refund: '' }
  for (const [name, visit] of Object.entries({ product, checkout, report, refund })) {
    visited[name as keyof typeof visited] = await shop.visit(visit)
  }
  const trace = (name: keyof typeof visited) => traceOf(backends.jaeger.queryUrl, visited[name], 3)
  return { visited, trace }
}

function expectWholeTraces(
  traces: Readonly<Record<'product' | 'checkout' | 'report' | 'refund', readonly StoredSpan[]>>,
) {
  expect(outline(traces.product)).toEqual([
    'gateway SERVER GET /shop/:tenant/products/:id | /shop/:tenant/products/:id 200',
    '  gateway CLIENT GET | 200',
    '    orders SERVER GET /api/v1/stock/:id | /api/v1/stock/:id 200',
  ])
  expect(outline(traces.checkout)).toEqual([
    'gateway SERVER POST /shop/:tenant/checkout | /shop/:tenant/checkout 201',
    '  gateway CLIENT POST | 201',
    '    orders SERVER POST /api/v1/orders | /api/v1/orders 201',
  ])
  expect(outline(traces.refund)).toEqual([
    'gateway SERVER POST /shop/:tenant/refund | /shop/:tenant/refund 502 ERROR',
    '  gateway CLIENT POST | 500 ERROR',
    '    orders SERVER POST /api/v1/refunds | /api/v1/refunds 500 ERROR',
  ])
  expect(traces.refund.flatMap(({ service, events }) => events.map((event) => `${service} ${event}`))).toEqual([
    'orders exception',
  ])
  // The report takes 150 ms in the last of its spans, so in those around it too.
  for (const { durationMs } of traces.report) {
    expect(durationMs).toBeGreaterThanOrEqual(149)
    expect(durationMs).toBeLessThan(20_000)
  }
  for (const span of Object.values(traces).flat()) {
    expect(span.resource).toMatchObject({
      'service.version': '2.1.0',
      'deployment.environment.name': 'test',
      'telemetry.sdk.language': 'nodejs',
      'telemetry.distro.name': 'heddle',
    })
    // Sampled, and it is known whether the parent is remote: it is in the second service alone.
    expect(span.flags.toString(16)).toBe(span.service === 'orders' ? '301' : '101')
  }
}

interface ZipkinSpan {
  readonly kind?: string
  readonly localEndpoint: { readonly serviceName: string }
  readonly tags: Readonly<Record<string, string | undefined>>
}

const zipkinTrace = (url: string, traceId: string) =>
  eventually(
    `trace ${traceId} in Zipkin`,
    async () => {
      const answer = await fetch(`${url}/api/v2/trace/${traceId}`)
      return answer.ok ? ((await answer.json()) as readonly ZipkinSpan[]) : []
    },
    (spans) => spans.length >= 3,
  )

describeWithBackends('the shop, through a collector, in Jaeger and VictoriaLogs', () => {
  beforeAll(async () => {
    backends = await startBackends(programs, await freeEveryPort(), quiet)
  })
  afterEach(async () => {
    await shop?.stop()
    shop = undefined
    killServices()
  })
  afterAll(() => backends?.stop())

  test.each([
    ['grpc', 'none'],
    ['grpc', 'gzip'],
    ['http/protobuf', 'none'],
    ['http/protobuf', 'gzip'],
    ['http/json', 'none'],
    ['http/json', 'gzip'],
  ])('over %s with compression %s, every trace is whole and has its logs', async (protocol, compression) => {
    const { visited, trace } = await tracesOfTheShop({
      OTEL_EXPORTER_OTLP_ENDPOINT: protocol === 'grpc' ? backends.collector.grpcUrl : backends.collector.httpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      OTEL_EXPORTER_OTLP_COMPRESSION: compression,
    })
    const traces = {
      product: await trace('product'),
      checkout: await trace('checkout'),
      report: await trace('report'),
      refund: await trace('refund'),
    }
    expectWholeTraces(traces)

    const checkoutLogs = await logsOf(backends.victoriaLogs.url, visited.checkout, 3)
    expect(logLines(checkoutLogs, traces.checkout)).toEqual([
      'gateway info checkout started in gateway POST /shop/:tenant/checkout',
      'orders info order accepted in orders POST /api/v1/orders',
      'gateway info order placed in gateway POST /shop/:tenant/checkout',
    ])
    const refundLogs = await logsOf(backends.victoriaLogs.url, visited.refund, 2)
    expect(logLines(refundLogs, traces.refund)).toEqual([
      'orders warn payment provider is not answering in orders POST /api/v1/refunds',
      'gateway error refund failed in gateway POST /shop/:tenant/refund',
    ])
    // What a log says of its process is what the spans of the process say.
    for (const log of checkoutLogs) {
      const span = traces.checkout.find(({ service }) => service === log['service.name'])
      expect(log).toMatchObject({ ...span?.resource, 'process.command_args': expect.any(String) })
    }
    expect(shop?.complaints()).toBe('')
  })

  test.each(['grpc', 'http/protobuf', 'http/json'])('Jaeger itself takes the traces over %s', async (protocol) => {
    const { jaeger } = backends
    const { trace } = await tracesOfTheShop({
      OTEL_EXPORTER_OTLP_ENDPOINT: protocol === 'grpc' ? jaeger.otlpGrpcUrl : jaeger.otlpHttpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      OTEL_LOGS_EXPORTER: 'none',
    })
    expectWholeTraces({
      product: await trace('product'),
      checkout: await trace('checkout'),
      report: await trace('report'),
      refund: await trace('refund'),
    })
    expect(shop?.complaints()).toBe('')
  })

  test('Zipkin, which the collector feeds, shows the same trace', async () => {
    if (!backends.zipkin) return expect(programs.zipkin).toBeUndefined()
    const { visited } = await tracesOfTheShop({ OTEL_EXPORTER_OTLP_ENDPOINT: backends.collector.httpUrl })
    const spans = await zipkinTrace(backends.zipkin.url, visited.refund)
    expect(spans.map(({ kind, localEndpoint, tags }) => [localEndpoint.serviceName, kind, tags['http.route']])).toEqual(
      expect.arrayContaining([
        ['gateway', 'SERVER', '/shop/:tenant/refund'],
        ['gateway', 'CLIENT', undefined],
        ['orders', 'SERVER', '/api/v1/refunds'],
      ]),
    )
  })
})
