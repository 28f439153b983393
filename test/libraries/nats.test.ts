import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { facts } from './calls'
import { spanOf, treeOf } from './queues/run-app'
import { describeWithServer } from './servers/installed'
import { startNats } from './servers/nats'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const FAILURES = { nats: ['NatsError', 'NatsError', 'NatsError'] } as Record<string, readonly string[]>
const CURRENT_FAILURES = ['RequestError', 'InvalidSubjectError', 'JetStreamNotEnabled']

describeWithServer('nats')('NATS', () => {
  let server: Server
  beforeAll(async () => {
    server = await startNats()
  })
  afterAll(() => server?.stop())

  const run = async (LIBRARY: string, BUILD: string, env: NodeJS.ProcessEnv = {}) => {
    const SERVER = `${server.host}:${server.port}`
    const { code, stdout, stderr } = await runToEnd('../libraries/nats/app.mjs', {
      env: toReceiver({ LIBRARY, BUILD, SERVER, ...env }),
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  const tree = (root: string) => treeOf(receiver.spans, root)
  const span = (root: string, name: string) => spanOf(receiver.spans, root, name)
  const answers = (library: string) => ({
    answers: ['42', '42', '8'],
    failures: FAILURES[library] ?? CURRENT_FAILURES,
    rejections: ['cannot handle'],
    stored: 1,
    got: 'first',
    own: ['own'],
  })

  test.each([
    ['@nats-io/transport-node', 'import'],
    ['@nats-io/transport-node', 'require'],
    ['nats', 'import'],
    ['nats', 'require'],
  ])('a message is handled in the trace of whoever published it: %s by %s', async (library, build) => {
    const { given, ...others } = await run(library, build)
    expect(others).toEqual(answers(library))
    expect(given).toEqual(['own,traceparent', ...Array(11).fill('traceparent')])
    const handled = (each: string) =>
      `publish orders.*.paid > process orders.*.paid > (handles ${each}, still handles ${each})`
    expect(tree('one')).toBe(`one > (${handled('one')}, after the publish)`)
    for (let each = 0; each < 10; each++)
      expect(tree(`request ${each}`)).toBe(`request ${each} > ${handled(`${each}`)}`)
    // A loop is not in the context of what it is handed.
    expect(tree('to a loop')).toBe('to a loop > publish parcels > process parcels')
    expect(tree('to a loop again')).toBe('to a loop again > publish parcels > process parcels')
    const answered = 'request double > process double > answers'
    expect(tree('asks')).toBe(`asks > (${answered}, after the answer)`)
    expect(tree('asks apart')).toBe(`asks apart > (${answered}, after the answer)`)
    expect(tree('asks many')).toBe('asks many > publish double > process double > answers')
    // Fetched, given to a callback, pushed, and handed to a loop in their order.
    const pushed = library === 'nats' ? '' : 'process events.placed > pushed second, '
    expect(tree('stored again')).toBe(
      `stored again > publish events.placed > (process events.placed, process events.placed > called second, ${pushed}process events.placed)`,
    )
    expect(tree('stored')).toContain('after the publish')
    expect(tree('gets')).toBe('gets > receive events.placed')
    const stored = span('stored', 'publish events.placed')
    expect(span('gets', 'receive events.placed').links.map(({ spanId }) => spanId)).toEqual([stored.spanId])

    const peer = { 'messaging.system': 'nats', 'server.address': '127.0.0.1', 'server.port': server.port }
    const subject = {
      'messaging.destination.name': 'orders.17.paid',
      'messaging.destination.template': 'orders.*.paid',
    }
    expect(span('one', 'publish orders.*.paid')).toMatchObject({ kind: 'PRODUCER', status: { code: 'UNSET' } })
    expect(span('one', 'publish orders.*.paid').attributes).toEqual({
      ...peer,
      ...subject,
      'messaging.operation.name': 'publish',
      'messaging.operation.type': 'send',
    })
    expect(span('one', 'process orders.*.paid').kind).toBe('CONSUMER')
    expect(span('one', 'process orders.*.paid').attributes).toEqual({
      ...peer,
      ...subject,
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
    })
    expect(span('asks', 'request double').kind).toBe('CLIENT')
    expect(span('failing', 'process orders.*.paid').status).toMatchObject({ code: 'ERROR', message: 'cannot handle' })
    for (const [root, name] of [
      ['nobody answers', 'request nobody'],
      ['no subject', 'publish'],
      ['nowhere', 'publish not-there'],
    ] as const)
      expect(span(root, name).status.code).toBe('ERROR')
    const ofLibrary = receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')
    expect(ofLibrary.filter(({ name }) => name.includes('$') || name.includes('INBOX'))).toEqual([])
    expect(JSON.stringify(ofLibrary.map(facts))).not.toContain('secret')
  })

  test('nothing is traced, and no header is sent, when it is disabled', async () => {
    const { given, ...others } = await run('nats', 'require', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'nats' })
    expect(others).toEqual(answers('nats'))
    expect(given).toEqual(['own', ...Array(11).fill('')])
    expect(receiver.spans.filter(({ kind }) => kind !== 'INTERNAL')).toEqual([])
  })
})
