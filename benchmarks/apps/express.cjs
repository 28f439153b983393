// An Express service: a router with a parameter in its mount path, three middlewares, one log line
// a request.
const express = require('express')
const pino = require('pino')
const { listen } = require('../harness/processes/measured-process.cjs')

const logger = pino()
const app = express()
app.disable('x-powered-by')

let served = 0
app.use((request, _response, next) => {
  request.log = logger.child({ requestId: `r-${++served}` })
  next()
})
app.use((request, _response, next) => {
  request.user = { id: request.headers['x-user'] ?? 'anonymous' }
  next()
})
app.use((_request, response, next) => {
  response.setHeader('cache-control', 'no-store')
  next()
})

const users = express.Router({ mergeParams: true })
users.get('/users/:id', (request, response) => {
  request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'user read')
  response.json({ id: request.params.id, tenant: request.params.tenant })
})
users.get('/users/:id/orders', async (request, response) => {
  const answer = await fetch(process.env.BENCH_UPSTREAM)
  const orders = await answer.json()
  request.log.info({ tenant: request.params.tenant, userId: request.params.id }, 'orders read')
  response.json(orders)
})
app.use('/api/:tenant', users)

// For the growth scenario: routes that no request asks for, behind the one that all ask for.
for (let index = 0; index < Number(process.env.BENCH_ROUTES ?? 0); index++) {
  app.get(`/other/${index}/:id`, (_request, response) => response.json({}))
}

listen(app.listen(0, '127.0.0.1'))
