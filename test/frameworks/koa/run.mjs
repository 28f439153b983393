// As an ES module: KOA, ROUTER and COMPOSE are the packages.
import mount from 'koa-mount'
import createApp from './app.cjs'

const { KOA, ROUTER, COMPOSE } = process.env
const { default: Koa } = await import(KOA)
const { default: Router } = await import(ROUTER)
const { default: compose } = await import(COMPOSE)
const app = createApp(Koa, Router, mount, compose)
// With `koa-compose` before 4.2 it counts still.
const later = (ctx, next) => (ctx.path === '/later' ? (ctx.body = 'later') : next())
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
app.use(later)
