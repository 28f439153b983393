import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { callsOf } from './calls'
import { describeWithServer } from './servers/installed'
import { startMariaDb } from './servers/mariadb'
import { startPostgres } from './servers/postgres'
import type { Database } from './servers/server'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

/** ORMs on the clients that are traced: their pools hand the caller's context over. */
const onServer = (start: () => Promise<Database>, cases: readonly (readonly [string, object])[]) => {
  let server: Database
  beforeAll(async () => {
    server = await start()
  })
  afterAll(() => server.stop())

  test.each(cases)('a query of %s is one span of its caller: %j', async (orm, options) => {
    const { host, port, user, password, database } = server
    const connection = { host, port, user, password, database }
    const args = [orm, JSON.stringify({ ...options, connection })]
    const { printed, calls } = await callsOf(receiver, 'sql/orms.cjs', args, toReceiver())
    expect(printed).toEqual([''])
    // Sequelize has another word.
    const asked = calls.map((call) => call.replace('> START', '> BEGIN')).sort()
    expect(asked.filter((call) => !call.startsWith('first'))).toEqual([
      'caller a > SELECT names',
      'caller b > SELECT names',
      'caller c > SELECT names',
      'last > DROP TABLE names',
      'transaction > BEGIN',
      'transaction > COMMIT',
      'transaction > INSERT names',
    ])
  })
}

describeWithServer('postgres')('PostgreSQL', () =>
  onServer(startPostgres, [
    ['knex', { client: 'pg' }],
    ['sequelize', { dialect: 'postgres' }],
    ['drizzle', { driver: 'pg' }],
    ['drizzle', { driver: 'postgres.js' }],
  ]),
)

describeWithServer('mariadb')('MySQL', () =>
  onServer(startMariaDb, [
    ['knex', { client: 'mysql2' }],
    ['sequelize', { dialect: 'mysql' }],
    ['drizzle', { driver: 'mysql2' }],
  ]),
)
