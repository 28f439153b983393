import type { ReceivedSpan } from '@heddle/receiver'
import { useReceiver } from '../support/use-receiver'
import { type Format, paths, runApp } from './processes'

const { receiver, toReceiver } = useReceiver()
const run = (name: string, format: Format = 'commonjs', env?: NodeJS.ProcessEnv) =>
  runApp('grpc.mjs', name, { format, packageName: '@grpc/grpc-js', env: toReceiver(env) })
const ofKind = (kind: ReceivedSpan['kind']) => receiver.spans.filter((span) => span.kind === kind)
const code = (span: ReceivedSpan) => [
  span.attributes['rpc.status_code'],
  span.status.code,
  span.attributes['error.type'],
]
/** What the conventions say of one call, for its client and its server. */
const codes = () => [ofKind('CLIENT').map(code), ofKind('SERVER').map(code)]

describe.each<Format>(['commonjs', 'module'])('as %s', (format) => {
  test('a call is a span of its client and one of its server, in one trace', async () => {
    expect(await run('unary', format)).toBe('hello Tom')
    const call = 'request > cats.Cats/Unary > cats.Cats/Unary'
    expect(paths(receiver.spans)).toEqual(
      ['request', 'request > callback', 'request > cats.Cats/Unary', call, `${call} > handler Tom`].sort(),
    )
    const method = { 'rpc.system.name': 'grpc', 'rpc.method': 'cats.Cats/Unary', 'rpc.status_code': 'OK' }
    const address = { 'server.address': '127.0.0.1', 'server.port': expect.anything() }
    expect(ofKind('CLIENT').map(({ attributes }) => attributes)).toEqual([{ ...method, ...address }])
    expect(ofKind('SERVER').map(({ attributes }) => attributes)).toEqual([
      {
        ...method,
        ...address,
        'client.address': '127.0.0.1',
        'network.peer.address': '127.0.0.1',
        'network.peer.port': expect.anything(),
      },
    ])
  })

  test.each([
    ['clientStream', 'ClientStream', [1, 2], ['message 1', 'message 2'], []],
    ['serverStream', 'ServerStream', [1, 2], ['handler'], ['received 1', 'received 2']],
    ['bidi', 'Bidi', [1, 2], ['message 1', 'message 2'], ['received 1', 'received 2']],
  ])(
    '%s: the events of a stream are in the context of their side',
    async (name, method, result, onServer, onClient) => {
      expect(await run(name, format)).toEqual(result)
      const client = `request > cats.Cats/${method}`
      const server = `${client} > cats.Cats/${method}`
      const own = [...onClient.map((each) => `request > ${each}`), ...onServer.map((each) => `${server} > ${each}`)]
      expect(paths(receiver.spans)).toEqual(['request', client, server, ...own].sort())
      expect(codes()).toEqual([[['OK', 'UNSET', undefined]], [['OK', 'UNSET', undefined]]])
    },
  )
})

test('calls at the same time have their own handlers and callbacks', async () => {
  expect(await run('concurrent')).toEqual(['hello a', 'hello b'])
  const of = (name: string) => {
    const client = `${name} > cats.Cats/Unary`
    return [
      name,
      `${name} > callback`,
      client,
      `${client} > cats.Cats/Unary`,
      `${client} > cats.Cats/Unary > handler ${name}`,
    ]
  }
  expect(paths(receiver.spans)).toEqual([...of('a'), ...of('b')].sort())
})

const failed = (name: string) => [name, 'ERROR', name]
const quiet = (name: string) => [name, 'UNSET', undefined]

test.each([
  ['missing', 'NOT_FOUND', failed('NOT_FOUND'), quiet('NOT_FOUND')],
  ['broken', 'UNKNOWN', failed('UNKNOWN'), failed('UNKNOWN')],
  ['unimplemented', 'UNIMPLEMENTED', failed('UNIMPLEMENTED'), failed('UNIMPLEMENTED')],
  ['brokenStream', 'DATA_LOSS', failed('DATA_LOSS'), failed('DATA_LOSS')],
  ['cancelled', 'cancelled', failed('CANCELLED'), quiet('CANCELLED')],
])(
  '%s: a code is a failure of the client, and of the server if it is to blame',
  async (name, result, client, server) => {
    expect(await run(name)).toBe(result)
    expect(codes()).toEqual([[client], [server]])
  },
)

test.each(['deadline', 'neverAnswered'])('%s: a call whose time is over has failed', async (name) => {
  expect(await run(name)).toBe('DEADLINE_EXCEEDED')
  const [[client], [server]] = codes() as [unknown[], unknown[]]
  expect(client).toEqual(failed('DEADLINE_EXCEEDED'))
  // Whichever comes first: the server's own clock, or that the client has given up by its own.
  expect([failed('DEADLINE_EXCEEDED'), quiet('CANCELLED')]).toContainEqual(server)
})

test('a server that is not there fails the client', async () => {
  expect(await run('unavailable')).toBe('UNAVAILABLE')
  expect(codes()).toEqual([[failed('UNAVAILABLE')], []])
})

test('metadata reach the server, and stay the app’s own', async () => {
  expect(await run('metadata')).toEqual([['yes'], ['mine']])
})

test('wrong arguments are complained of as without us', async () => {
  expect(await run('wrong')).toBe('Incorrect arguments passed')
  expect(receiver.spans).toEqual([])
})

test('a client whose tracing is suppressed sends no trace and is not traced', async () => {
  expect(await run('suppressed')).toBe('hello Tom')
  expect(ofKind('CLIENT')).toEqual([])
  expect(ofKind('SERVER').map(({ parentSpanId }) => parentSpanId)).toEqual([undefined])
})

test('an exporter is not traced', async () => {
  expect(await run('exporter')).toBe(1)
  expect(ofKind('CLIENT')).toEqual([])
})

test('nothing is traced of it when it is disabled', async () => {
  expect(await run('unary', 'commonjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'grpc' })).toBe('hello Tom')
  expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['callback', 'handler Tom', 'request'])
})
