import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { callsOf, facts } from './calls'
import { startFerretDb } from './servers/ferretdb'
import { describeWithServer } from './servers/installed'
import type { Server } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

describeWithServer('ferretdb')('MongoDB', () => {
  let server: Server
  beforeAll(async () => {
    server = await startFerretDb()
  })
  afterAll(() => server.stop())

  const run = (library: string, app: string, env: NodeJS.ProcessEnv = {}) =>
    callsOf(receiver, `mongodb/${app}`, [library, server.port], toReceiver(env))

  const printed = ['twice: 11000', 'unknown: 59']

  describe.each(['mongodb-6-0', 'mongodb-6', 'mongodb-7'])('%s', (library) => {
    test.each(['app.mjs', 'app.cjs'])('each command is a span of its caller: %s', async (app) => {
      const traced = await run(library, app)
      expect(traced.printed).toEqual(printed)
      expect(traced.calls).toEqual([
        ...['a', 'b', 'c'].map((each) => `caller ${each} > update ${library}`),
        `cursor > find ${library}`,
        `cursor > getMore ${library}`,
        `cursor > getMore ${library}`,
        `drop > drop ${library}`,
        `many > insert ${library}`,
        `one > insert ${library}`,
        `twice > insert ${library}`,
        'unknown > nope',
      ])
      expect(JSON.stringify(traced.spans.map(facts))).not.toContain('secret')
    })

    test('spans have what the conventions ask for', async () => {
      const { of } = await run(library, 'app.mjs')
      const insert = {
        'db.system.name': 'mongodb',
        'db.operation.name': 'insert',
        'db.namespace': 'heddle',
        'db.collection.name': library,
        'server.address': '127.0.0.1',
        'server.port': server.port,
      }
      const fine = { kind: 'CLIENT', status: { code: 'UNSET', message: '' }, exceptions: [] }
      const refused = { 'db.response.status_code': '11000', 'error.type': '11000' }
      expect(of('one').map(facts)).toEqual([{ ...fine, attributes: insert }])
      expect(of('many').map(facts)).toEqual([{ ...fine, attributes: { ...insert, 'db.operation.batch.size': 3 } }])
      expect(of('twice').map(facts)).toEqual([
        {
          kind: 'CLIENT',
          status: { code: 'ERROR', message: 'code 11000' },
          exceptions: ['code 11000'],
          attributes: { ...insert, ...refused },
        },
      ])
      expect(of('unknown').map(facts)).toMatchObject([
        { status: { code: 'ERROR', message: 'CommandNotFound' }, attributes: { 'error.type': '59' } },
      ])
    })

    test('disabled, there is no span of it', async () => {
      const { calls, printed: said } = await run(library, 'app.mjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'mongodb' })
      expect(calls).toEqual([])
      expect(said).toEqual(printed)
    })
  })
})
