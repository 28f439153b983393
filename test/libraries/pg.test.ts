import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { describeWithServer } from './servers/installed'
import { startPostgres } from './servers/postgres'
import type { Database } from './servers/server'

const ESM = join(__dirname, 'apps/pg.mjs')
const COMMON_JS = join(__dirname, 'apps/pg.cjs')

describeWithServer('postgres')('pg', () => {
  const { toReceiver, receiver } = useReceiver()
  let server: Database
  beforeAll(async () => {
    server = await startPostgres()
    writeFileSync(COMMON_JS, transformSync(readFileSync(ESM, 'utf8'), { format: 'cjs' }).code)
  })
  afterAll(async () => {
    rmSync(COMMON_JS, { force: true })
    await server.stop()
  })

  const run = async (app: string, env = {}) => {
    const { host, port, user, password, database } = server
    const args = [JSON.stringify({ host, port, user, password, database })]
    const ended = await runToEnd(`../libraries/apps/${app}`, { args, env: toReceiver(env) })
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: '4\n' })
    const names = new Map(receiver.spans.map(({ spanId, name }) => [spanId, name]))
    return receiver.spans
      .filter(({ kind }) => kind === 'CLIENT')
      .map((span) => ({ ...span, parent: names.get(span.parentSpanId ?? '') }))
  }

  test.each(['pg.mjs', 'pg.cjs'])('%s: a query is one span in its caller’s, whichever way it is asked', async (app) => {
    const spans = await run(app)
    expect(spans.map(({ parent, name }) => `${parent}: ${name}`).sort()).toEqual([
      'a: SELECT',
      'an object: SELECT',
      'b: SELECT',
      'c: SELECT',
      'failing: SELECT nowhere',
      'in its configuration: SELECT',
      'prepared: SELECT',
      'promise: SELECT',
      'the result: SELECT',
    ])
    expect(spans.find(({ parent }) => parent === 'promise')).toMatchObject({
      scope: { name: '@heddle/instrumentation/pg' },
      status: { code: 'UNSET' },
      attributes: {
        'db.system.name': 'postgresql',
        'db.namespace': 'postgres',
        'db.query.text': 'SELECT $1::int AS number',
        'db.query.summary': 'SELECT',
        'server.address': server.host,
        'server.port': server.port,
      },
    })
    expect(spans.find(({ parent }) => parent === 'failing')).toMatchObject({
      status: { code: 'ERROR' },
      attributes: {
        'db.query.text': 'SELECT * FROM nowhere WHERE secret = ?',
        'db.response.status_code': '42P01',
        'error.type': '42P01',
      },
    })
    expect(JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]))).not.toContain('s3cret')
  })

  test('with options, values are told, and what is asked outside of spans is not traced', async () => {
    const { host, port, user, password, database } = server
    const args = [JSON.stringify({ host, port, user, password, database })]
    const ended = await runToEnd('../libraries/apps/pg-options.mjs', { args, env: toReceiver(), execArgv: [] })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const queries = receiver.spans.filter(({ kind }) => kind === 'CLIENT')
    const values = ({ attributes }: (typeof queries)[number]) =>
      Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith('db.query.parameter.')))
    expect(queries.map(values)).toEqual([
      { 'db.query.parameter.0': 'one', 'db.query.parameter.1': '2' },
      { 'db.query.parameter.0': 'three' },
      { 'db.query.parameter.0': 'four' },
    ])
  })

  test('switched off, there are no spans of it', async () => {
    expect(await run('pg.cjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'pg' })).toEqual([])
  })
})
