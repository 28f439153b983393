import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { facts } from './calls'
import { spanOf, treeOf } from './queues/run-app'
import { describeWithServer, programOf } from './servers/installed'
import { startKafka } from './servers/kafka'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

describeWithServer('kafka', 'kafka-javascript')('Confluent’s client of Kafka', () => {
  let server: Server
  beforeAll(async () => {
    server = await startKafka()
  })
  afterAll(() => server?.stop())

  const run = async (build: string, env: NodeJS.ProcessEnv = {}) => {
    const args = [programOf('kafka-javascript'), build, `${server.host}:${server.port}`]
    const ended = await runToEnd('../libraries/kafka-javascript/app.mjs', { args, env: toReceiver(env) })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    return JSON.parse(ended.stdout)
  }
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)
  const ANSWERS = { topics: ['orders'], errors: ['KafkaJSError'] }

  test('a message is handled in the trace of whoever sent it', async () => {
    expect(await run('import')).toEqual({ ...ANSWERS, headers: ['own', 'traceparent'] })
    expect(tree('one')).toBe('one > (send orders > process orders > (handles one, still handles one), after the send)')
    for (let each = 0; each < 5; each++)
      expect(tree(`request ${each}`)).toBe(
        `request ${each} > send orders > process orders > (handles ${each}, still handles ${each})`,
      )
    expect(tree('batch')).toBe('batch > (send parcels, send fails > (process fails, process fails))')
    expect(tree('process parcels')).toContain('process parcels > handles a batch')
    const { traceId, spanId } = span('batch', 'send parcels')
    expect(span('process parcels', 'process parcels').links[0]).toMatchObject({ traceId, spanId })
    expect(facts(span('one', 'send orders'))).toMatchObject({ kind: 'PRODUCER', status: { code: 'UNSET' } })
    expect(facts(span('one', 'process orders'))).toMatchObject({
      kind: 'CONSUMER',
      attributes: {
        'messaging.system': 'kafka',
        'messaging.operation.type': 'process',
        'messaging.destination.name': 'orders',
        'messaging.destination.partition.id': '0',
        'messaging.consumer.group.name': 'orders-group',
        'messaging.kafka.offset': 0,
      },
    })
    expect(span('batch', 'process fails').status).toMatchObject({ code: 'ERROR', message: 'cannot handle' })
    expect(span('with acks', 'send orders').attributes).toMatchObject({ 'error.type': 'KafkaJSError' })
    const ofLibrary = receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')
    expect(JSON.stringify(ofLibrary.map(facts))).not.toContain('secret')
  })

  test('nothing is traced, and no header is sent, when it is disabled', async () => {
    const answers = await run('require', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'kafka-javascript' })
    expect(answers).toEqual({ ...ANSWERS, headers: ['own'] })
    expect(receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')).toEqual([])
  })
})
