import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { runApp, spanOf, treeOf } from './queues/run-app'
import { describeWithServer } from './servers/installed'
import { startRabbitMq } from './servers/rabbitmq'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const ANSWERS = {
  got: 'secret',
  empty: false,
  errors: ['channel closed', 'IllegalOperationError'],
  rejections: ['cannot handle'],
  options: { messageId: 'm-1', correlationId: 'c-1', headers: { own: 'x' } },
  afterClose: 'channel closed',
}
const HANDLED = 'process orders > (handles secret, still handles secret)'

describeWithServer('rabbitmq')('amqplib', () => {
  let server: Awaited<ReturnType<typeof startRabbitMq>>
  beforeAll(async () => {
    server = await startRabbitMq()
  })
  afterAll(() => server?.stop())

  const run = (LIBRARY: string, BUILD: string, API: string, env: NodeJS.ProcessEnv = {}) => {
    const SERVER = `amqp://${server.user}:${server.password}@localhost:${server.port}`
    return runApp('amqplib.mjs', toReceiver({ LIBRARY, BUILD, API, SERVER, ...env }))
  }
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)

  describe.each([
    ['amqplib', 'import', 'promise', 'channel closed'],
    ['amqplib', 'require', 'promise', 'channel closed'],
    ['amqplib', 'require', 'callback', 'channel closed'],
    ['amqplib-0', 'import', 'promise', 'channel closed'],
    // So it is without Heddle.
    ['amqplib-0', 'require', 'callback', 'never answered'],
  ])('%s by %s, %s API', (library, build, api, afterClose) => {
    test('a message is handled in the trace of whoever sent it', async () => {
      expect(await run(library, build, api)).toMatchObject({ ...ANSWERS, afterClose })
      expect(tree('confirmed')).toBe(`confirmed > (send orders > ${HANDLED}, after the confirmation)`)
      expect(tree('unconfirmed')).toBe(`unconfirmed > send orders > ${HANDLED}`)
      for (let each = 0; each < 20; each++)
        expect(tree(`request ${each}`)).toBe(
          `request ${each} > send orders > process orders > (handles ${each}, still handles ${each})`,
        )
      expect(tree('several')).toBe(`several > (${Array(3).fill('send several > process several').join(', ')})`)
      expect(tree('gets')).toBe('gets > (receive pulled, after get)')
      expect(tree('gets nothing')).toBe('gets nothing')
      expect(tree('waited for')).toBe('waited for > (send pulled, after the wait)')
      const sent = span('sent to be got', 'send pulled')
      expect(span('gets', 'receive pulled').links).toMatchObject([{ traceId: sent.traceId, spanId: sent.spanId }])

      const connection = {
        'messaging.system': 'rabbitmq',
        'server.address': 'localhost',
        'server.port': server.port,
        'network.peer.address': expect.any(String),
        'network.peer.port': server.port,
      }
      const message = {
        'messaging.destination.name': 'orders',
        'messaging.rabbitmq.destination.routing_key': 'orders',
        'messaging.message.id': 'm-1',
        'messaging.message.conversation_id': 'c-1',
        'messaging.message.body.size': 6,
      }
      expect(span('confirmed', 'send orders')).toMatchObject({ kind: 'PRODUCER', status: { code: 'UNSET' } })
      expect(span('confirmed', 'send orders').attributes).toEqual({
        ...connection,
        ...message,
        'messaging.operation.name': 'send',
        'messaging.operation.type': 'send',
      })
      expect(span('confirmed', 'process orders').kind).toBe('CONSUMER')
      expect(span('confirmed', 'process orders').attributes).toEqual({
        ...connection,
        ...message,
        'messaging.operation.name': 'process',
        'messaging.operation.type': 'process',
        'messaging.rabbitmq.message.delivery_tag': 1,
      })
      expect(span('refused', 'send events').attributes['messaging.destination.name']).toBe('events:order.17')
      expect(span('refused', 'process refusals').attributes['messaging.destination.name']).toBe(
        'events:order.17:refusals',
      )
      expect(JSON.stringify(receiver.spans.map(({ attributes }) => attributes))).not.toContain('secret')

      for (const [root, name, type] of [
        ['refused', 'process refusals', 'refused'],
        ['failing', 'process fails', 'Error'],
        ['to nowhere', 'send nowhere', 'Error'],
        ['left', 'process left', 'channel_closed'],
        ['closed before', 'send pulled', 'channel_closed'],
      ] as const) {
        const failure = span(root, name)
        expect([name, failure.status.code, failure.attributes['error.type']]).toEqual([name, 'ERROR', type])
      }
    })
  })

  test('nothing is traced, and no header is sent, when it is disabled', async () => {
    const answers = await run('amqplib', 'require', 'promise', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'amqplib' })
    expect(answers).toMatchObject({ ...ANSWERS, headers: {} })
    expect(receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')).toEqual([])
  })

  test('an app without Heddle gets the same answers', async () => {
    const SERVER = `amqp://${server.user}:${server.password}@localhost:${server.port}`
    const env = { LIBRARY: 'amqplib', BUILD: 'import', API: 'promise', SERVER, HEDDLE_SDK_DISABLED: 'true' }
    expect(await runApp('amqplib.mjs', { ...env, OTEL_SDK_DISABLED: 'true' })).toMatchObject(ANSWERS)
  })
})
