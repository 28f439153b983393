import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { runApp, spanOf, treeOf } from './queues/run-app'
import { describeWithServer } from './servers/installed'
import { startRedis } from './servers/redis'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const ANSWERS = {
  id: '1',
  ended: [...Array.from({ length: 10 }, (_, each) => `${each}`), 'fails', 'first', 'postponed', 'second', 'ship'],
  errors: ['Error'],
  options: { attempts: 1, removeOnFail: true },
  repeated: null,
}
const handled = (name: string) => `process orders > (handles ${name}, still handles ${name})`

describeWithServer('redis')('bullmq', () => {
  let server: Server
  beforeEach(async () => {
    server = await startRedis()
  })
  afterEach(() => server?.stop())

  const run = (BUILD: string, env: NodeJS.ProcessEnv = {}) => {
    const SERVER = `127.0.0.1:${server.port}`
    return runApp('bullmq.mjs', toReceiver({ LIBRARY: 'bullmq', BUILD, SERVER, ...env }))
  }
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)

  test.each(['import', 'require'])('a job is processed in the trace of whoever added it, by %s', async (build) => {
    expect(await run(build)).toEqual({ ...ANSWERS, carried: 16 })
    expect(tree('one')).toBe(`one > (add orders > ${handled('ship')}, after the add)`)
    expect(tree('several')).toBe(`several > add orders > (${handled('first')}, ${handled('second')})`)
    expect(tree('postponing')).toBe(`postponing > add orders > (${handled('postponed')}, ${handled('postponed')})`)
    for (let each = 0; each < 10; each++)
      expect(tree(`request ${each}`)).toBe(`request ${each} > add orders > ${handled(`${each}`)}`)

    const job = {
      'messaging.system': 'bullmq',
      'messaging.destination.name': 'orders',
      'messaging.message.id': '1',
      'bullmq.job.name': 'ship',
    }
    expect(span('one', 'add orders').kind).toBe('PRODUCER')
    expect(span('one', 'add orders').attributes).toEqual({
      ...job,
      'messaging.operation.name': 'add',
      'messaging.operation.type': 'send',
    })
    expect(span('one', 'process orders').kind).toBe('CONSUMER')
    expect(span('one', 'process orders').attributes).toEqual({
      ...job,
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
    })
    expect(span('several', 'add orders').attributes['messaging.batch.message_count']).toBe(2)
    expect(span('postponing', 'process orders').status.code).toBe('UNSET')
    expect(span('failing', 'process orders')).toMatchObject({ status: { code: 'ERROR', message: 'cannot handle' } })
    expect(span('refused', 'add orders')).toMatchObject({ status: { code: 'ERROR' } })
    expect(JSON.stringify(receiver.spans.map(({ attributes }) => attributes))).not.toContain('secret')
  })

  test('nothing is traced, and nothing is added to jobs, when it is disabled', async () => {
    expect(await run('require', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'bullmq' })).toEqual({ ...ANSWERS, carried: 0 })
    expect(receiver.spans.filter(({ attributes }) => 'messaging.system' in attributes)).toEqual([])
  })
})
