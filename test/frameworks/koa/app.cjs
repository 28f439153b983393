// A Koa app with whichever Koa, router and `koa-compose` it is given.
const { Readable } = require('node:stream')
const { trace } = require('@opentelemetry/api')
const queue = require('../../../packages/instrumentation/src/fixtures/queue.cjs')

const traceId = () => trace.getActiveSpan()?.spanContext().traceId ?? 'none'
const answer = (ctx) => {
  ctx.body = { path: ctx.path, params: ctx.params }
}

/** A middleware that ten requests wait in, until the first of them lets all go on. */
const queued = () => {
  const line = queue(10, 'first')
  return (_ctx, next) => new Promise((resolve, reject) => line(() => next().then(resolve, reject)))
}

module.exports = (Koa, Router, mount, compose) => {
  const app = new Koa({ compose })
  const emitted = []
  app.on('error', (error) => emitted.push(error.message))
  app.use(async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (!ctx.path.startsWith('/handled/')) throw error
      ctx.status = error.status ?? 503
      ctx.body = { handled: error.message }
    }
  })
  const waiting = queued()
  app.use((ctx, next) => (ctx.path === '/queued/app' ? waiting(ctx, next) : next()))
  app.use(async (ctx, next) => {
    if (ctx.path === '/plain') ctx.body = 'plain'
    else if (ctx.path === '/plain-throws') throw new TypeError('outside a router')
    else await next()
  })

  const products = new Router({ prefix: '/products' })
  products.get('/', answer).get('/:id', answer)
  const shop = new Router({ prefix: '/shop/:tenant' })
  shop.use(products.routes())

  const root = new Router()
  root.use(async (ctx, next) => {
    if (ctx.query.deny) ctx.status = 401
    else await next()
  })
  root
    .get('/', answer)
    .get('/users/me', answer)
    .get('/users/:id', answer)
    .get(/^\/re\d+$/, answer)
    .post('/users', answer)
    .get('/throws/:id', () => {
      throw new RangeError('in a handler')
    })
    .get('/rejects/:id', async () => {
      await null
      throw new RangeError('after a while')
    })
    .get('/odd/:id', () => Promise.reject('no error at all'))
    .get('/teapot/:id', (ctx) => ctx.throw(418, 'teapot'))
    .get('/gateway/:id', (ctx) => ctx.throw(502, 'bad gateway'))
    .get('/handled/:id', () => {
      throw new RangeError('for a middleware')
    })
    .get('/handled/:id/missing', (ctx) => ctx.throw(404, 'missing'))
    .get('/passes/:id', (_ctx, next) => next())
    .get('/late/:id', async (ctx, next) => {
      await next()
      ctx.body = 'late'
    })
    .get('/silent/:id', () => {})
    .get('/stream/:id', (ctx) => {
      ctx.body = Readable.from(['a', 'b', 'c'])
    })
    .get('/broken/:id', (ctx) => {
      ctx.body = Readable.from(
        (async function* () {
          yield 'a'
          throw new RangeError('in a stream')
        })(),
      )
    })
    .get('/endless/:id', (ctx) => {
      ctx.body = new Readable({ read() {} })
      ctx.body.push('a')
    })
    .get('/aside/:id', (ctx) => {
      ctx.respond = false
      ctx.res.writeHead(200).end('aside')
    })
    .get('/emitted', (ctx) => {
      ctx.body = emitted
    })
  const seen = (ctx, next) => {
    ctx.body = { seen: [...(ctx.body?.seen ?? []), traceId()] }
    return next()
  }
  root.get('/queued/app', seen, seen)
  root.get('/queued/router', queued(), seen, seen)
  root.get('/queued/composed', compose([queued(), compose([seen, seen])]))
  root.param('thing', (_thing, ctx, next) => seen(ctx, next))
  root.use('/queued/things', queued())
  root.get('/queued/things/:thing', seen)
  root.get('/queued/throws', queued(), async () => {
    throw new RangeError(traceId())
  })
  root.use('/only-a-middleware', (_ctx, next) => next())
  root.use(shop.routes())
  app.use(root.routes())
  app.use(root.allowedMethods())
  app.use((ctx, next) => {
    if (ctx.path.startsWith('/passes/') && ctx.query.below) ctx.body = 'below'
    else return next()
  })

  const items = new Router()
  items.get('/', answer).get('/items/:id', answer)
  app.use(mount('/mounted', items.routes()))
  const inner = new Koa()
  inner.use(mount('/inner', items.routes()))
  app.use(mount('/outer', inner))
  return app
}
