import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { runApp, spanOf, treeOf } from './queues/run-app'
import { describeWithServer } from './servers/installed'
import { startKafka } from './servers/kafka'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const ERRORS = ['KafkaJSNonRetriableError', 'KafkaJSNonRetriableError']
const RESULT = [{ topicName: 'orders', errorCode: 0 }]

describeWithServer('kafka')('kafkajs', () => {
  let server: Server
  beforeAll(async () => {
    server = await startKafka()
  })
  afterAll(() => server?.stop())

  const run = (BUILD: string, env: NodeJS.ProcessEnv = {}) =>
    runApp('kafkajs.mjs', toReceiver({ LIBRARY: 'kafkajs', BUILD, SERVER: `${server.host}:${server.port}`, ...env }))
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)

  test.each(['import', 'require'])('a message is handled in the trace of whoever sent it, by %s', async (build) => {
    expect(await run(build)).toEqual({ result: RESULT, headers: ['own', 'traceparent'], errors: ERRORS })
    expect(tree('one')).toBe('one > (send orders > process orders > (handles one, still handles one), after the send)')
    for (let each = 0; each < 10; each++)
      expect(tree(`request ${each}`)).toBe(
        `request ${each} > send orders > process orders > (handles ${each}, still handles ${each})`,
      )
    expect(tree('batch')).toBe('batch > (send parcels, send fails > (process fails, process fails))')
    expect(tree('process parcels')).toBe('process parcels > handles 2')
    const sent = span('batch', 'send parcels')
    const sender = { traceId: sent.traceId, spanId: sent.spanId }
    expect(span('process parcels', 'process parcels').links).toMatchObject([sender, sender])

    expect(span('one', 'send orders')).toMatchObject({ kind: 'PRODUCER', status: { code: 'UNSET' } })
    expect(span('one', 'send orders').attributes).toEqual({
      'messaging.system': 'kafka',
      'messaging.operation.name': 'send',
      'messaging.operation.type': 'send',
      'messaging.destination.name': 'orders',
    })
    expect(sent.attributes['messaging.batch.message_count']).toBe(2)
    expect(span('one', 'process orders').kind).toBe('CONSUMER')
    expect(span('one', 'process orders').attributes).toEqual({
      'messaging.system': 'kafka',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': 'orders',
      'messaging.destination.partition.id': '0',
      'messaging.consumer.group.name': 'orders-group',
      'messaging.kafka.offset': 0,
    })
    expect(span('batch', 'process fails')).toMatchObject({
      status: { code: 'ERROR', message: 'cannot handle' },
      attributes: { 'error.type': 'Error' },
    })
    expect(span('without a topic', 'send')).toMatchObject({
      status: { code: 'ERROR' },
      attributes: { 'error.type': 'KafkaJSNonRetriableError' },
    })
    expect(JSON.stringify(receiver.spans.map(({ attributes }) => attributes))).not.toContain('secret')
  })

  test('nothing is traced, and no header is sent, when it is disabled', async () => {
    const answers = await run('require', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'kafkajs' })
    expect(answers).toEqual({ result: RESULT, headers: ['own'], errors: ERRORS })
    expect(receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')).toEqual([])
  })
})
