// The middlewares of `connect`, or of Fastify by middie, with a queue of ten among them that the
// first one drains.
const { createServer } = require('node:http')
const { trace } = require('@opentelemetry/api')
const queue = require('../../../packages/instrumentation/src/fixtures/queue.cjs')

const traceId = () => trace.getActiveSpan()?.spanContext().traceId ?? 'none'
const note = (step) => (request, _response, next) => {
  request.seen = [...(request.seen ?? []), `${step} ${traceId()}`]
  next()
}
const line = queue(10, 'first')
const held = (_request, _response, next) => line(next)
const failing = queue(10, 'first')

async function main() {
  if (process.env.LIST === 'connect') {
    const app = require('connect')()
    app.use(held)
    app.use('/', note('second'))
    app.use((request, response, next) => {
      if (request.url.startsWith('/fails')) return failing(() => next(new Error('in a queue')))
      note('third')(request, response, () => response.end(JSON.stringify(request.seen)))
    })
    app.use((_error, request, response, _next) => {
      note('error handler')(request, response, () => response.end(JSON.stringify(request.seen)))
    })
    const server = createServer(app).listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
    return
  }
  const app = require('fastify')()
  await app.register(require('@fastify/middie'))
  app.use([held, note('second')])
  app.use('/', note('third'))
  app.get('/:id', async (request) => request.raw.seen)
  await app.listen({ port: 0, host: '127.0.0.1' })
  process.send({ port: app.server.address().port })
}
main()
