import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { facts } from './calls'
import { spanOf, treeOf } from './queues/run-app'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const ANSWERS = {
  answers: ['thanks', 'thanks'],
  handled: 2,
  received: ['question', 'news', 'whisper', 'end'],
  errors: ['"disconnect" is a reserved event name'],
  rejections: ['cannot handle'],
}

const run = async (library: string, build: string, env: NodeJS.ProcessEnv = {}) => {
  const args = [library, build]
  const ended = await runToEnd('../libraries/socket.io/app.mjs', { args, env: toReceiver(env) })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ended.stdout)
}
const tree = (root: string) => treeOf(receiver.spans, root)
const span = (root: string, name: string) => spanOf(receiver.spans, root, name)
const named = { OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,socket.io' }

test.each([
  ['socket.io', 'import'],
  ['socket.io', 'require'],
  ['socket.io-4-0', 'require'],
])('an event is a span, of whoever emits it or of its own: %s by %s', async (library, build) => {
  expect(await run(library, build, named)).toEqual(ANSWERS)
  const handled = (each: string) => `process order > (handles secret ${each}, still handles secret ${each})`
  expect(tree('process order')).toBe(`${handled('one')}; ${handled('two')}`)
  expect(tree('asks a client')).toBe('asks a client > (emit question, is answered got it)')
  expect(tree('tells all')).toBe('tells all > emit news')
  expect(tree('tells a room')).toBe('tells a room > emit whisper')
  expect(tree('process nobody listens')).toBe('')

  const event = (name: string) => ({
    'messaging.system': 'socket.io',
    'messaging.destination.name': name,
    'messaging.socket.io.event_name': name,
    'messaging.socket.io.namespace': '/',
  })
  const sending = { 'messaging.operation.name': 'emit', 'messaging.operation.type': 'send' }
  const processing = { 'messaging.operation.name': 'process', 'messaging.operation.type': 'process' }
  const ok = { status: { code: 'UNSET', message: '' }, exceptions: [] }
  expect(facts(span('tells all', 'emit news'))).toEqual({
    ...ok,
    kind: 'PRODUCER',
    attributes: { ...event('news'), ...sending },
  })
  expect(facts(span('process fails', 'process fails'))).toEqual({
    ...ok,
    kind: 'CONSUMER',
    attributes: { ...event('fails'), ...processing },
  })
  expect(span('reserved', 'emit disconnect').status).toMatchObject({ code: 'ERROR' })
  const ofLibrary = receiver.spans.filter(({ scope }) => scope.name.endsWith('socket.io'))
  expect(JSON.stringify(ofLibrary.map(facts))).not.toContain('secret')
})

test('nothing of it is traced unless it is named', async () => {
  expect(await run('socket.io', 'import')).toEqual(ANSWERS)
  expect(receiver.spans.filter(({ scope }) => scope.name.endsWith('socket.io'))).toEqual([])
})
