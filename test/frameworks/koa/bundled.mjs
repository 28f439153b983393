// A Koa app for a bundler.
import Router from '@koa/router'
import Koa from 'koa'
import mount from 'koa-mount'

const router = new Router({ prefix: '/shop/:tenant' })
router.get('/products/:id', (ctx) => {
  ctx.body = ctx.params
})
router.get('/fails', () => {
  throw new RangeError('in a bundle')
})
const app = new Koa()
app.silent = true
app.use(mount('/mounted', router.routes()))
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
