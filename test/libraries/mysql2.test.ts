import { relative } from 'node:path'
import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'
import { callsOf, facts } from './calls'
import { describeWithServer } from './servers/installed'
import { startMariaDb } from './servers/mariadb'
import type { Database } from './servers/server'
import { bundled } from './sql/bundled'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const folder = useTemporaryDirectory('bundled')

const PRINTED = [
  'closed: undefined',
  'failing events: ER_NO_SUCH_TABLE',
  'failing execute: ER_NO_SUCH_TABLE',
  'failing: ER_NO_SUCH_TABLE',
  'nobody to connect: ECONNREFUSED',
  'thrown: ER_NO_SUCH_TABLE',
  'twice: ER_DUP_ENTRY',
]

const CALLS = [
  'caller a > SELECT',
  'caller b > SELECT',
  'caller c > SELECT',
  'closed > SELECT',
  'cluster > SELECT',
  'configured > SELECT',
  'drop > DROP TABLE names',
  'events > SELECT names',
  'execute > SELECT names',
  'failing > SELECT nowhere',
  'failing events > SELECT nowhere',
  'failing execute > SELECT nowhere',
  'lost > KILL',
  'lost > SELECT',
  'nobody to connect > SELECT',
  'none > SELECT nobody_listens',
  'prepared > SELECT',
  'promise > INSERT names',
  'stream > SELECT names',
  'table > CREATE TABLE names',
  'transaction > ROLLBACK',
  'transaction > START',
  'twice > INSERT names',
]

const IN_CALLBACK = [
  'caller a',
  'caller b',
  'caller c',
  'closed',
  'cluster',
  'configured',
  'events',
  'events',
  'nobody to connect',
  'prepared',
  'prepared',
  'transaction',
  'transaction',
  'waits',
]

describeWithServer('mariadb')('mysql2', () => {
  let server: Database
  beforeAll(async () => {
    server = await startMariaDb()
  })
  afterAll(() => server.stop())

  const run = (library: string, app: string, env: NodeJS.ProcessEnv = {}) =>
    callsOf(receiver, app, ['./mysql2.cjs', library, JSON.stringify(server)], toReceiver(env))

  test.each([
    ['mysql2-3-0', 'app.mjs'],
    ['mysql2-3-19', 'app.cjs'],
    ['mysql2', 'app.mjs'],
  ])('each query is a span of its caller, whose context its callback has: %s, %s', async (library, app) => {
    const traced = await run(library, `sql/${app}`)
    // The streams of 3.0 end so by themselves.
    const own = library === 'mysql2-3-0' ? ['stream: ERR_STREAM_PREMATURE_CLOSE'] : []
    expect(traced.printed).toEqual([...PRINTED, ...own].sort())
    expect(traced.calls).toEqual(CALLS)
    expect([...traced.inCallback].sort()).toEqual(IN_CALLBACK)
    expect(JSON.stringify(traced.spans.map(facts))).not.toContain('s3cret')
  })

  test.each(['cjs', 'esm'] as const)('in a bundle too: %s', async (format) => {
    const file = await bundled('./mysql2.cjs', 'mysql2', format, folder.path)
    const traced = await run('mysql2', relative(__dirname, file), { OTEL_SERVICE_NAME: 'bundled' })
    expect(traced.printed).toEqual(PRINTED)
    expect(traced.calls).toEqual(CALLS)
    expect([...traced.inCallback].sort()).toEqual(IN_CALLBACK)
  })

  test('spans have what the conventions ask for, and of a server’s error its number', async () => {
    const { of } = await run('mysql2', 'sql/app.mjs')
    const connection = {
      'db.system.name': 'mysql',
      'db.namespace': server.database,
      'server.address': server.host,
      'server.port': server.port,
    }
    expect(of('execute').map(facts)).toEqual([
      {
        kind: 'CLIENT',
        status: { code: 'UNSET', message: '' },
        exceptions: [],
        attributes: {
          ...connection,
          'db.query.text': 'SELECT name FROM names WHERE name = ?',
          'db.query.summary': 'SELECT names',
        },
      },
    ])
    expect(of('twice').map(facts)).toMatchObject([
      {
        status: { code: 'ERROR', message: 'ER_DUP_ENTRY' },
        exceptions: ['ER_DUP_ENTRY'],
        attributes: { ...connection, 'db.response.status_code': '1062', 'error.type': '1062' },
      },
    ])
    expect(of('failing').map(facts)).toMatchObject([
      { attributes: { 'db.query.text': 'SELECT * FROM nowhere WHERE secret = ?', 'error.type': '1146' } },
    ])
    expect(of('nobody to connect').map(facts)).toMatchObject([
      {
        status: { code: 'ERROR' },
        attributes: { 'server.address': 'localhost', 'server.port': 1, 'error.type': 'ECONNREFUSED' },
      },
    ])
    // An emitter is not told that its connection is lost.
    expect(of('lost').map(facts)).toContainEqual(
      expect.objectContaining({ status: expect.objectContaining({ code: 'ERROR' }) }),
    )
  })

  test.each(['mysql2-3-0', 'mysql2'])('disabled, there is no span of it: %s', async (library) => {
    const { calls, printed } = await run(library, 'sql/app.mjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'mysql2' })
    expect(calls).toEqual([])
    expect(printed).toEqual(expect.arrayContaining(PRINTED))
    expect(printed.includes('stream: ERR_STREAM_PREMATURE_CLOSE')).toBe(library === 'mysql2-3-0')
  })
})
