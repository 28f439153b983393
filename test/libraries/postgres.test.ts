import { relative } from 'node:path'
import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'
import { callsOf, facts } from './calls'
import { describeWithServer } from './servers/installed'
import { startPostgres } from './servers/postgres'
import type { Database } from './servers/server'
import { bundled } from './sql/bundled'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const folder = useTemporaryDirectory('bundled')

const PRINTED = [
  'cancelled: 57014',
  'ended: CONNECTION_ENDED',
  'failing: 42P01',
  'nobody to connect: ECONNREFUSED',
  'rolled back: 42P01',
  's3cret',
  'true [object Promise] false',
  'unhandled: 42P01',
]

const CALLS = [
  'caller a > SELECT',
  'caller b > SELECT',
  'caller c > SELECT',
  'cancelled > SELECT',
  'copy > COPY',
  'cursor > SELECT names',
  'drop > DROP TABLE names',
  'failing > SELECT nowhere',
  'fragment > SELECT names',
  'insert > INSERT names',
  'iterated > SELECT names',
  'left > SELECT names',
  'nobody to connect > SELECT names',
  'none > SELECT nobody_listens',
  'notify > LISTEN',
  'notify > SELECT',
  'one of two > SELECT',
  'rolled back > BEGIN',
  'rolled back > ROLLBACK',
  'rolled back > SELECT nowhere',
  'row by row > SELECT names',
  'table > CREATE TABLE names',
  'transaction > BEGIN',
  'transaction > COMMIT',
  'transaction > SAVEPOINT',
  'transaction > SELECT',
  'transaction > SELECT',
  'unsafe > SELECT names',
]

const IN_CALLBACK = ['cursor', 'cursor', 'iterated', 'iterated', 'row by row', 'row by row', 'transaction']

describeWithServer('postgres')('postgres', () => {
  let server: Database
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  const run = (library: string, app: string, env: NodeJS.ProcessEnv = {}) =>
    callsOf(receiver, app, ['./postgres.cjs', library, JSON.stringify(server)], toReceiver(env))

  test.each([
    ['postgres-3-1', 'app.mjs'],
    ['postgres', 'app.mjs'],
    ['postgres', 'app.cjs'],
  ])('each query is a span of its caller, whose context its functions have: %s, %s', async (library, app) => {
    const traced = await run(library, `sql/${app}`)
    expect(traced.printed).toEqual(PRINTED)
    expect(traced.calls).toEqual(CALLS)
    expect([...traced.inCallback].sort()).toEqual(IN_CALLBACK)
    const texts = traced.spans.map(({ name, attributes }) => [name, attributes])
    expect(JSON.stringify(texts)).not.toContain('s3cret')
  })

  test.each(['cjs', 'esm'] as const)('in a bundle too: %s', async (format) => {
    const file = await bundled('./postgres.cjs', 'postgres', format, folder.path)
    const traced = await run('postgres', relative(__dirname, file), { OTEL_SERVICE_NAME: 'bundled' })
    expect(traced.printed).toEqual(PRINTED)
    expect(traced.calls).toEqual(CALLS)
    expect([...traced.inCallback].sort()).toEqual(IN_CALLBACK)
  })

  test('spans have what the conventions ask for', async () => {
    const { of } = await run('postgres', 'sql/app.mjs')
    const connection = {
      'db.system.name': 'postgresql',
      'db.namespace': server.database,
      'server.address': server.host,
      'server.port': server.port,
    }
    expect(of('fragment').map(facts)).toEqual([
      {
        kind: 'CLIENT',
        status: { code: 'UNSET', message: '' },
        exceptions: [],
        attributes: {
          ...connection,
          'db.query.text': 'SELECT * FROM "names" WHERE name = $1',
          'db.query.summary': 'SELECT names',
        },
      },
    ])
    expect(of('failing').map(facts)).toMatchObject([
      {
        status: { code: 'ERROR' },
        attributes: {
          ...connection,
          'db.query.text': 'SELECT * FROM nowhere WHERE secret = ?',
          'db.response.status_code': '42P01',
          'error.type': '42P01',
        },
      },
    ])
    expect(Object.keys(of('one of two')[0]!.attributes)).not.toContain('server.address')
    // No connection has made a text of it.
    expect(of('nobody to connect').map(facts)).toMatchObject([
      {
        status: { code: 'ERROR' },
        attributes: { 'db.query.text': 'SELECT * FROM names WHERE name = ?', 'error.type': 'ECONNREFUSED' },
      },
    ])
    // It ends when all has been written, and not with the stream that it is given.
    const written = receiver.spans.find(({ name }) => name === 'written')
    expect(of('copy')[0]!.endTimeUnixNano).toBeGreaterThan(written!.endTimeUnixNano)
  })

  test.each(['postgres-3-1', 'postgres'])('disabled, there is no span of it: %s', async (library) => {
    const { calls, printed } = await run(library, 'sql/app.mjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'postgres' })
    expect(calls).toEqual([])
    expect(printed).toEqual(PRINTED)
  })
})
