const { Readable } = require('node:stream')
const { pipeline } = require('node:stream/promises')
const { tracer, within, callers } = require('../within.cjs')(({ code }) => code)

const inCallback = () => tracer.startSpan('in the callback').end()

module.exports = async (postgres, { host, port, user, password, database }) => {
  const options = { host, port, user, password, database, max: 1, onnotice() {} }
  const sql = postgres(options)
  await within('table', () => sql`CREATE TABLE names (name TEXT PRIMARY KEY)`)
  // The first of three waits for the connection, the others for the first.
  await callers((each) => sql`SELECT ${each}`)
  await within('insert', () => sql`INSERT INTO names ${sql([{ name: 's3cret' }, { name: 'another' }])}`)
  await within('fragment', () => sql`SELECT * FROM ${sql('names')} WHERE ${sql`name = ${'s3cret'}`}`)
  await within('failing', () => sql`SELECT * FROM nowhere WHERE secret = 's3cret'`)
  await within('unsafe', () => sql.unsafe('SELECT * FROM names WHERE name = $1', ['s3cret']))
  await within('row by row', () => sql`SELECT * FROM names`.forEach(inCallback))
  await within('cursor', () => sql`SELECT * FROM names`.cursor(1, inCallback))
  await within('iterated', async () => {
    for await (const [row] of sql`SELECT * FROM names`.cursor()) if (row) inCallback()
  })
  await within('left', async () => {
    for await (const _rows of sql`SELECT * FROM names`.cursor()) break
  })
  await within('transaction', () =>
    sql.begin(async (transaction) => {
      inCallback()
      await transaction`SELECT 1`
      await transaction.savepoint((inner) => inner`SELECT 2`)
    }),
  )
  await within('rolled back', () => sql.begin((transaction) => transaction`SELECT * FROM nowhere`))
  await within('copy', async () => {
    const copy = await sql`COPY names FROM STDIN`.writable()
    tracer.startSpan('written').end()
    await pipeline(Readable.from(['third\n']), copy)
  })
  await within('notify', async () => {
    const told = new Promise((resolve) => sql.listen('news', resolve, () => sql.notify('news', 's3cret')))
    console.log(await told)
  })
  await within('cancelled', async () => {
    const query = sql`SELECT pg_sleep(60)`.execute()
    setTimeout(() => query.cancel(), 100)
    await query
  })
  const several = postgres({ ...options, host: [host, host], port: [port, port] })
  await within('one of two', () => several`SELECT 1`)
  await several.end()
  await within('drop', () => sql`DROP TABLE names`)

  const lazy = sql`SELECT never`
  console.log(lazy instanceof Promise, Object.prototype.toString.call(lazy), lazy.executed)
  const unhandled = new Promise((resolve) => process.once('unhandledRejection', ({ code }) => resolve(code)))
  sql`SELECT * FROM nobody_listens`.execute()
  console.log(`unhandled: ${await unhandled}`)
  await sql.end()
  await within('ended', () => sql`SELECT 1`)

  const unreachable = postgres({ ...options, port: 1, max: 1 })
  await within('nobody to connect', () => unreachable`SELECT * FROM names WHERE name = ${'s3cret'}`)
  await unreachable.end({ timeout: 0 })
}
