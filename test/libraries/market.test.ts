import type { ReceivedTrace } from '@heddle/receiver'
import { freeJaegerPorts } from '../../backends/src/backends'
import { type Jaeger, startJaeger } from '../../backends/src/jaeger'
import { traceOf } from '../backends/whole-trace'
import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { type BuiltMarket, buildMarket, FORMATS, type Format } from './market/build'
import { type Checkout, type Market, type MarketServers, startMarket, startMarketServers } from './market/market'
import { CHECKOUT, tree } from './market/tree'
import { describeWithServer, programOf } from './servers/installed'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({
  OTEL_BSP_SCHEDULE_DELAY: '200',
  OTEL_BLRP_SCHEDULE_DELAY: '200',
  OTEL_METRICS_EXPORTER: 'none',
})

/** The binaries that `install.mjs` has put there, and where there are none, this Node. */
const NODES = JSON.parse(process.env['HEDDLE_TEST_NODES'] ?? '{}') as Readonly<Record<string, string>>
const RUNS = ['20', '22', '24', '26'].flatMap((line) => FORMATS.map((format) => [line, format] as const))
const LOGS = 5

describeWithServer(
  'postgres',
  'redis',
  'kafka',
)('the market', () => {
  let servers: MarketServers
  let built: BuiltMarket
  beforeAll(async () => {
    ;[built, servers] = await Promise.all([buildMarket(), startMarketServers()])
  })
  afterAll(async () => {
    await servers?.stop()
    built?.remove()
  })

  const start = (format: Format, node = process.execPath, env: NodeJS.ProcessEnv = {}) =>
    startMarket(built, { format, node, env: { ...servers.env, ...toReceiver(env) } })

  test.each(RUNS)(
    'on Node %s, %s: each of 50 checkouts at once is one whole trace with its logs',
    async (line, format) => {
      const market = await start(format, NODES[line])
      const checkouts = await Promise.all(Array.from({ length: 50 }, () => market.checkout()))
      for (const checkout of checkouts) expectWholeTrace(await received(checkout), checkout)
      await expectQuietEnd(market)
      // Redis is told that the connection ends.
      const others = receiver.spans.filter(({ traceId }) => !checkouts.some((checkout) => checkout.traceId === traceId))
      expect(others.map(({ name }) => name)).toEqual(['quit'])
    },
  )

  const received = ({ traceId }: Checkout) =>
    receiver.waitFor(
      () => {
        const trace = receiver.trace(traceId)
        return trace !== undefined && trace.spans.length >= CHECKOUT.length && trace.logs.length >= LOGS && trace
      },
      { what: 'the trace of a checkout' },
    )

  describeWithServer('jaeger')('sent to Jaeger', () => {
    let jaeger: Jaeger
    beforeAll(async () => {
      jaeger = await startJaeger(programOf('jaeger'), await freeJaegerPorts())
    })
    afterAll(() => jaeger?.stop())

    test('a checkout is the same tree there, and its logs have the ids of those spans', async () => {
      const market = await start('bundled module', process.execPath, {
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${jaeger.otlpHttpUrl}/v1/traces`,
      })
      const { traceId } = await market.checkout()
      const spans = await traceOf(jaeger.queryUrl, traceId, CHECKOUT.length)
      const logs = await receiver.waitFor(
        () => receiver.trace(traceId)?.logs.length === LOGS && receiver.trace(traceId)?.logs,
        { what: 'the logs of the checkout' },
      )
      expect(tree(spans, logs)).toEqual(CHECKOUT)
      await expectQuietEnd(market)
    })
  })
})

function expectWholeTrace(trace: ReceivedTrace, { order }: Checkout): void {
  const { isComplete, strayLogs, services, logs } = trace
  const spans = trace.spans.map((span) => ({ ...span, service: String(span.resource['service.name']) }))
  expect(tree(spans, logs)).toEqual(CHECKOUT)
  expect({ isComplete, strayLogs, services: [...services].sort() }).toEqual({
    isComplete: true,
    strayLogs: [],
    services: ['gateway', 'orders', 'pricing', 'shipping'],
  })
  expect(logs.map(({ attributes }) => attributes['order'] ?? order)).toEqual(logs.map(() => order))
  for (const { status } of spans) expect(status.code).toBe('UNSET')
}

/** Each service ends by itself, and none has complained. */
async function expectQuietEnd(market: Market): Promise<void> {
  expect(await market.stop()).toEqual([0, 0, 0, 0])
  expect(market.complaints()).toBe('')
}
