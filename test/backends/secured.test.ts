import { join } from 'node:path'
import { killServices } from '../support/service'
import { eventually } from './eventually'
import { jaegerTrace } from './jaeger-query'
import { describeWithBackends } from './programs'
import { checkout, type Shop, startShop } from './shop'
import { openStage, PROTOCOLS, type Stage, sendingTo } from './stage'
import { logLines, logsOf, outline, traceOf } from './whole-trace'

// Made for tests, and for nothing else: an authority, and certificates that it signed for
// localhost.
const pem = (name: string) => join(__dirname, '../../packages/receiver/src/fixtures/tls', `${name}.pem`)
const TLS = { cert_file: pem('server'), key_file: pem('server-key'), client_ca_file: pem('ca') }
const AUTHORITY = { OTEL_EXPORTER_OTLP_CERTIFICATE: pem('ca') }
const CLIENT = {
  OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: pem('client'),
  OTEL_EXPORTER_OTLP_CLIENT_KEY: pem('client-key'),
}

const TOKEN = 'a-token-that-is-only-for-tests'
const BEARER = {
  server: { auth: { authenticator: 'bearertokenauth' } },
  extensions: { bearertokenauth: { scheme: 'Bearer', token: TOKEN } },
}

let stage: Stage
let shop: Shop | undefined

describeWithBackends('a collector that asks who is sending', () => {
  beforeAll(async () => {
    stage = await openStage()
  })
  afterEach(async () => {
    await shop?.stop()
    shop = undefined
    killServices()
    await stage.stopCollectors()
  })
  afterAll(() => stage?.stop())

  async function expectDelivery(env: NodeJS.ProcessEnv) {
    shop = await startShop(env)
    const traceId = await shop.visit(checkout)
    const spans = await traceOf(stage.jaeger.queryUrl, traceId, 3)
    expect(outline(spans)).toHaveLength(3)
    expect(logLines(await logsOf(stage.victoriaLogs.url, traceId, 3), spans)).toContain(
      'orders info order accepted in orders POST /api/v1/orders',
    )
    expect(shop.complaints()).toBe('')
  }

  async function expectRefusal(env: NodeJS.ProcessEnv, complaint: RegExp) {
    shop = await startShop(env)
    const traceId = await shop.visit(checkout)
    await eventually(
      'the complaint',
      async () => shop?.complaints() ?? '',
      (text) => complaint.test(text),
    )
    expect(await jaegerTrace(stage.jaeger.queryUrl, traceId)).toEqual([])
  }

  test.each(PROTOCOLS)('over %s, TLS and a client certificate', async (protocol) => {
    const collector = await stage.collector({ server: { tls: TLS } })
    await expectDelivery({ ...sendingTo(collector, protocol), ...AUTHORITY, ...CLIENT })
  })

  test.each(PROTOCOLS)('over %s, a token in a header', async (protocol) => {
    const collector = await stage.collector(BEARER)
    const headers = `authorization=Bearer%20${TOKEN}`
    await expectDelivery({ ...sendingTo(collector, protocol), OTEL_EXPORTER_OTLP_HEADERS: headers })
  })

  test.each(PROTOCOLS)(
    'over %s, without a client certificate nothing is taken, and Heddle says so',
    async (protocol) => {
      const collector = await stage.collector({ server: { tls: TLS } })
      await expectRefusal({ ...sendingTo(collector, protocol), ...AUTHORITY }, /\[heddle\]/)
    },
  )

  test.each(PROTOCOLS)('over %s, with a wrong token nothing is taken, and Heddle says so', async (protocol) => {
    const collector = await stage.collector(BEARER)
    const headers = 'authorization=Bearer%20of-somebody-else'
    await expectRefusal(
      { ...sendingTo(collector, protocol), OTEL_EXPORTER_OTLP_HEADERS: headers },
      protocol === 'grpc' ? /\[heddle\].*UNAUTHENTICATED/i : /\[heddle\].*401/,
    )
    expect(shop?.complaints()).not.toContain('of-somebody-else')
  })
})
