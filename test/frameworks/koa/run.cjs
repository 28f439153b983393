// As CommonJS: KOA, ROUTER and COMPOSE are the packages.
const createApp = require('./app.cjs')

const { KOA, ROUTER, COMPOSE } = process.env
const Router = require(ROUTER)
const app = createApp(require(KOA), Router, require('koa-mount'), require(COMPOSE))
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
// With `koa-compose` before 4.2 it counts still.
app.use((ctx, next) => {
  if (ctx.path !== '/later') return next()
  ctx.body = 'later'
})
