// Asks PostgreSQL in each way that `pg` has, each in a span of its own.
import { trace } from '@opentelemetry/api'
import pg from 'pg'

const { host, port, user, password, database } = JSON.parse(process.argv[2])
const tracer = trace.getTracer('app')
const inSpan = (name, work) =>
  tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } finally {
      span.end()
    }
  })
const activeId = () => trace.getActiveSpan()?.spanContext().spanId

async function main() {
  const pool = new pg.Pool({ host, port, user, password, database, max: 1 })
  await inSpan('promise', () => pool.query('SELECT $1::int AS number', [1]))
  await inSpan('failing', () => pool.query("SELECT * FROM nowhere WHERE secret = 's3cret'").catch(() => {}))
  // One connection: each but the first waits for it, and is given it by another one.
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      inSpan(name, () => {
        const own = activeId()
        return new Promise((resolve, reject) => {
          pool.query(`SELECT '${name}'`, (error) => {
            // Without an instrumentation it is that of whoever has used the connection before.
            const isOwn = process.env.HEDDLE_DISABLED_INSTRUMENTATIONS === 'pg' || activeId() === own
            if (error || !isOwn) reject(error ?? new Error('the context is another'))
            else resolve()
          })
        })
      }),
    ),
  )
  const client = await pool.connect()
  await inSpan('prepared', () => client.query({ name: 'one', text: 'SELECT 1' }))
  await inSpan('in its configuration', () => {
    return new Promise((resolve) => client.query({ text: 'SELECT 2', callback: (_error, result) => resolve(result) }))
  })
  await inSpan('an object', () => {
    return new Promise((resolve) => client.query(new pg.Query('SELECT 3')).on('end', resolve))
  })
  client.release()
  const { rows } = await inSpan('the result', () => pool.query('SELECT 4 AS four'))
  console.log(rows[0].four)
  await pool.end()
}
main()
