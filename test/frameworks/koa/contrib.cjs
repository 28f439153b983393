// A Koa app with contrib's instrumentation.
const { trace } = require('@opentelemetry/api')
const { registerInstrumentations } = require('@opentelemetry/instrumentation')
const { KoaInstrumentation } = require('@opentelemetry/instrumentation-koa')

registerInstrumentations({ instrumentations: [new KoaInstrumentation()] })
const Router = require('@koa/router')
const Koa = require('koa')

const app = new Koa()
app.use((_ctx, next) => next())
const router = new Router({ prefix: '/shop' })
router.get('/:tenant', (ctx) => {
  trace.getActiveSpan().setAttribute('shop.tenant', ctx.params.tenant)
  return trace.getTracer('app').startActiveSpan('work', (span) => {
    span.end()
    ctx.body = 'done'
  })
})
app.use(router.routes())
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
