import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { callsOf, facts } from './calls'
import { describeWithServer } from './servers/installed'
import { startRedis } from './servers/redis'
import type { Server } from './servers/server'

let server: Server
afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const run = (library: string, app: string, env: NodeJS.ProcessEnv = {}) =>
  callsOf(receiver, `redis/${app}`, [library, server.port], toReceiver(env))

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value'
const UNKNOWN = "ERR unknown command 'nope'"

/** The library's own output is what the app gets, arguments included. */
const PRINTED = [
  `unhandled: ${WRONG_TYPE}`,
  `unknown: ${UNKNOWN}, with args beginning with: 'secret' `,
  `wrong transaction: `,
  `wrong type: ${WRONG_TYPE}`,
]

const IOREDIS_CALLS = [
  'callback > get',
  ...['a', 'b', 'c'].flatMap((each) => [`caller ${each} > get`, `caller ${each} > set`]),
  'none > lpush',
  'pair > get',
  'pair > incr',
  'pipeline > PIPELINE',
  'same > PIPELINE get',
  'transaction > MULTI',
  'unknown > nope',
  'wrong transaction > MULTI',
  'wrong type > lpush',
]

const redisCalls = (hasPool: boolean) => [
  ...['a', 'b', 'c'].flatMap((each) => [...(hasPool ? [`caller ${each} > GET`] : []), `caller ${each} > SET`]),
  'none > LPUSH',
  'pair > GET',
  'pair > INCR',
  'pipeline > PIPELINE',
  'transaction > MULTI',
  'unknown > NOPE',
  'wrong transaction > MULTI',
  'wrong type > LPUSH',
]

const LIBRARIES: readonly [library: string, name: string, calls: readonly string[]][] = [
  ['ioredis-5-0', 'ioredis', IOREDIS_CALLS],
  ['ioredis-5', 'ioredis', IOREDIS_CALLS],
  ['ioredis-6', 'ioredis', IOREDIS_CALLS],
  ['redis-5-0', 'redis', redisCalls(false)],
  ['redis-5', 'redis', redisCalls(true)],
  ['redis-6', 'redis', redisCalls(true)],
]

describeWithServer('redis')('Redis', () => {
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  describe.each(LIBRARIES)('%s', (library, name, calls) => {
    test.each(['app.mjs', 'app.cjs'])(
      'each call is a span of its caller, and the app gets what it got: %s',
      async (app) => {
        const traced = await run(library, app)
        expect(traced.printed).toEqual(PRINTED.map((line) => expect.stringContaining(line)))
        expect(traced.calls).toEqual(calls)
        if (name === 'ioredis') expect(traced.inCallback).toEqual(['callback'])
        expect(JSON.stringify(traced.spans.map(facts))).not.toContain('secret')
      },
    )

    test('spans have what the conventions ask for', async () => {
      const { of } = await run(library, 'app.mjs')
      // Before 5.12 node-redis does not show its database.
      const namespace = library === 'redis-5-0' ? {} : { 'db.namespace': '1' }
      const attributes = {
        'db.system.name': 'redis',
        ...namespace,
        'server.address': '127.0.0.1',
        'server.port': server.port,
      }
      const cased = (command: string) => (name === 'redis' ? command.toUpperCase() : command)
      const fine = { kind: 'CLIENT', status: { code: 'UNSET', message: '' }, exceptions: [] }
      const failed = (prefix: string, message: string) => ({
        kind: 'CLIENT',
        status: { code: 'ERROR', message },
        exceptions: [message],
        attributes: expect.objectContaining({ 'db.response.status_code': prefix, 'error.type': prefix }),
      })
      const batch = (operation: string) => ({
        ...fine,
        attributes: { ...attributes, 'db.operation.name': operation, 'db.operation.batch.size': 2 },
      })
      const operation = (command: string) => ({
        ...fine,
        attributes: { ...attributes, 'db.operation.name': cased(command) },
      })
      expect(of('pair').map(facts)).toEqual([operation('get'), operation('incr')])
      expect(of('pipeline').map(facts)).toEqual([batch('PIPELINE')])
      expect(of('transaction').map(facts)).toEqual([batch('MULTI')])
      expect(of('wrong type').map(facts)).toEqual([failed('WRONGTYPE', WRONG_TYPE)])
      expect(of('unknown').map(facts)).toEqual([failed('ERR', UNKNOWN)])
    })

    test('disabled, there is no span of it', async () => {
      const { calls, printed } = await run(library, 'app.mjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: name })
      expect(calls).toEqual([])
      expect(printed).toEqual(PRINTED.map((line) => expect.stringContaining(line)))
    })
  })
})
