// A Fastify service: a plugin with a prefix, three hooks, one log line a request through Fastify's
// own child logger.
const { setTimeout: sleep } = require('node:timers/promises')
const fastify = require('fastify')
const { listen } = require('../harness/processes/measured-process.cjs')

// Fastify's own two lines a request are off, so that each contender has one line to deliver, as in
// the Express app.
const app = fastify({ logger: true, disableRequestLogging: true })

app.decorateRequest('user', null)
app.addHook('onRequest', (request, _reply, done) => {
  request.user = { id: request.headers['x-user'] ?? 'anonymous' }
  done()
})
app.addHook('preHandler', (_request, reply, done) => {
  reply.header('cache-control', 'no-store')
  done()
})
app.addHook('onSend', (_request, _reply, payload, done) => done(null, payload))

// For the growth scenario: routes that no request asks for.
for (let index = 0; index < Number(process.env.BENCH_ROUTES ?? 0); index++) {
  app.get(`/other/${index}/:id`, async () => ({}))
}

app.register(
  async (users) => {
    users.get('/users/:id', async (request) => {
      request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'user read')
      return { id: request.params.id, tenant: request.params.tenant }
    })
    users.get('/users/:id/orders', async (request) => {
      const answer = await fetch(process.env.BENCH_UPSTREAM)
      const orders = await answer.json()
      request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'orders read')
      return orders
    })
    users.get('/users/:id/wait', async (request) => {
      await sleep(Number(request.query.ms))
      request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'user read')
      return { id: request.params.id, tenant: request.params.tenant }
    })
  },
  { prefix: '/api/:tenant' },
)

app.listen({ port: 0, host: '127.0.0.1' }).then(() => listen(app.server))
