// The shop's back: Fastify, CommonJS, logging with the pino that Fastify brings. It knows nothing
// of Heddle either.
const { setTimeout: sleep } = require('node:timers/promises')
const { fastify: createServer, LogController } = require('fastify')

const fastify = createServer({
  logger: { name: 'orders' },
  logController: new LogController({ disableRequestLogging: true }),
})

fastify.register(
  async (api) => {
    api.get('/stock/:id', async (request) => {
      request.log.info({ product: request.params.id }, 'stock counted')
      return { stock: 7 }
    })

    api.post('/orders', async (request, reply) => {
      request.log.info({ items: request.body.items.length }, 'order accepted')
      reply.code(201)
      return { id: `order-${request.body.items.length}` }
    })

    api.get('/reports/daily', async (request) => {
      request.log.debug('not written: the level is info')
      await sleep(150)
      request.log.info('report computed')
      return { tookMs: 150, orders: 42 }
    })

    api.post('/refunds', async (request) => {
      request.log.warn('payment provider is not answering')
      throw new Error('payment provider timed out')
    })
  },
  { prefix: '/api/v1' },
)

fastify.listen({ port: 0, host: '127.0.0.1' }).then(() => process.send?.({ port: fastify.server.address().port }))
