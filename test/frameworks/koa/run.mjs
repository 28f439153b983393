// As an ES module: KOA, ROUTER and COMPOSE are the packages.
import mount from 'koa-mount'
import createApp from './app.cjs'

const { KOA, ROUTER, COMPOSE } = process.env
const { default: Koa } = await import(KOA)
const { default: Router } = await import(ROUTER)
const { default: compose } = await import(COMPOSE)
const app = createApp(Koa, Router, mount, compose)
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
// With `koa-compose` before 4.2 it counts still.
app.use((ctx, next) => {
  if (ctx.path !== '/later') return next()
  ctx.body = 'later'
})
