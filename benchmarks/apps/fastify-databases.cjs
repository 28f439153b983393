// A Fastify service whose request asks PostgreSQL and Redis once each, and writes one log line.
const fastify = require('fastify')
const { Pool } = require('pg')
const { createClient } = require('redis')
const { listen } = require('../harness/processes/measured-process.cjs')

const pool = new Pool({ host: '127.0.0.1', port: Number(process.env.BENCH_PG_PORT), user: 'bench', database: 'shop' })
const redis = createClient({ url: `redis://127.0.0.1:${process.env.BENCH_REDIS_PORT}` })
const app = fastify({ logger: true, disableRequestLogging: true })

app.get('/api/:tenant/users/:id', async (request) => {
  const session = await redis.get(`session:${request.params.tenant}`)
  const { rows } = await pool.query('SELECT id FROM users WHERE id = $1', [request.params.id])
  request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'user read')
  return { session, user: rows[0] }
})

redis
  .connect()
  .then(() => app.listen({ port: 0, host: '127.0.0.1' }))
  .then(() => listen(app.server))
