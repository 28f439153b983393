import { killServices } from '../support/service'
import { jaegerTrace } from './jaeger-query'
import { describeWithBackends } from './programs'
import { checkout, product, refund, type Shop, startShop } from './shop'
import { openStage, PROTOCOLS, type Stage, sendingTo } from './stage'
import { outline, traceOf } from './whole-trace'

const ERRORS = { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } }
const HALF = { name: 'half', type: 'probabilistic', probabilistic: { sampling_percentage: 50 } }

const deciding = (...policies: readonly object[]) => ({
  traceProcessors: { tail_sampling: { decision_wait: '2s', policies } },
})

let stage: Stage
let shop: Shop | undefined

describeWithBackends('tail sampling in the collector', () => {
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

  const spansOf = (traceId: string) => jaegerTrace(stage.jaeger.queryUrl, traceId)

  test.each(PROTOCOLS)('over %s, keeps the failed traces whole and nothing of the others', async (protocol) => {
    shop = await startShop(sendingTo(await stage.collector(deciding(ERRORS)), protocol))
    const good = [await shop.visit(product), await shop.visit(checkout)]
    const failed = await shop.visit(refund)
    expect(outline(await traceOf(stage.jaeger.queryUrl, failed, 3))).toHaveLength(3)
    // It decides in the order in which traces begin, so it has decided on these.
    expect(await Promise.all(good.map(spansOf))).toEqual([[], []])
  })

  test('keeps a share of the traces, each of them whole', async () => {
    shop = await startShop(sendingTo(await stage.collector(deciding(HALF, ERRORS)), 'grpc'))
    const visited: string[] = []
    for (let i = 0; i < 40; i++) visited.push(await shop.visit(product))
    await traceOf(stage.jaeger.queryUrl, await shop.visit(refund), 3)
    const counts = (await Promise.all(visited.map(spansOf))).map((spans) => spans.length)
    expect(new Set(counts)).toEqual(new Set([0, 3]))
  })
})
