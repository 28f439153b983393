// As CommonJS: KOA, ROUTER and COMPOSE are the packages.
const createApp = require('./app.cjs')

const { KOA, ROUTER, COMPOSE } = process.env
const Router = require(ROUTER)
const app = createApp(require(KOA), Router, require('koa-mount'), require(COMPOSE))
// With `koa-compose` before 4.2 it counts still.
const later = (ctx, next) => (ctx.path === '/later' ? (ctx.body = 'later') : next())
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
app.use(later)
