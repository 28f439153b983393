// A Hono app with whichever Hono it is given.
const { trace } = require('@opentelemetry/api')
const queue = require('../../../packages/instrumentation/src/fixtures/queue.cjs')

const traceId = () => trace.getActiveSpan()?.spanContext().traceId ?? 'none'
const answer = (c) => c.json({ path: c.req.path, params: c.req.param() })

/** A middleware that ten requests wait in, until the first of them lets all go on. */
const queued = () => {
  const line = queue(10, 'first')
  return (_c, next) => new Promise((resolve, reject) => line(() => next().then(() => resolve(), reject)))
}

module.exports = ({ Hono }, { HTTPException }, { stream }) => {
  const app = new Hono()
  const failures = []
  app.onError((error, c) => {
    failures.push(error.message)
    if (error instanceof HTTPException) return error.getResponse()
    return c.text(`failed in ${traceId()}`.slice(0, 6), 500)
  })
  app.notFound((c) => c.json({ seen: [traceId()].filter(() => c.req.path.startsWith('/queued/')) }, 404))
  app.use(async (c, next) => {
    if (c.req.query('deny')) return c.text('denied', 401)
    await next()
  })
  app.use('/admin/*', async (c, next) => {
    if (c.req.query('guest')) return c.text('guest', 403)
    await next()
  })

  const products = new Hono().get('/', answer).get('/:id', answer)
  const shop = new Hono().basePath('/shop/:tenant')
  shop.route('/products', products)
  app.route('/', shop)

  app
    .get('/', answer)
    .get('/users/me', answer)
    .get('/users/:id{[0-9]+}', answer)
    .post('/users', answer)
    .get('/optional/:id?', answer)
    .get('/files/*', answer)
    .on(['PUT', 'DELETE'], '/things/:id', answer)
    .all('/any/:id', answer)
    .get('/admin/users/:id', answer)
    .get('/promised/:id', async (c) => {
      await null
      return answer(c)
    })
    .get('/throws/:id', () => {
      throw new RangeError('in a handler')
    })
    .get('/rejects/:id', async () => {
      await null
      throw new RangeError('after a while')
    })
    .get('/odd/:id', () => Promise.reject('no error at all'))
    .get('/teapot/:id', () => {
      throw new HTTPException(418, { message: 'teapot' })
    })
    .get('/gateway/:id', () => {
      throw new HTTPException(502, { message: 'bad gateway' })
    })
    .get('/missing/:id', (c) => c.notFound())
    .get('/lost/:id', () => {
      throw new HTTPException(404, { message: 'lost' })
    })
    .get('/passes/:id', async (_c, next) => {
      await next()
    })
    .get('/passes-on/:id', (_c, next) => next())
    .get('/late/:id', async (c, next) => {
      await next()
      c.res = c.text('late')
    })
    .get(
      '/several/:id',
      async (_c, next) => next(),
      async (_c, next) => next(),
      answer,
    )
    .get('/unfinished/:id', () => {})
    .get('/stream/:id', (c) =>
      stream(c, async (out) => {
        for (const each of ['a', 'b', 'c']) await out.write(each)
      }),
    )
    .get('/failures', (c) => c.json(failures))
  app.use('/passes/*', (c, next) => (c.req.query('below') ? c.text('below') : next()))

  const own = new Hono()
  own.onError((error, c) => c.text(`own ${error.message}`, 503))
  own.get('/throws/:id', () => {
    throw new RangeError('for its own')
  })
  app.route('/own', own)

  const inner = new Hono().get('/', answer).get('/items/:id', answer)
  app.mount('/mounted', inner.fetch)
  const outer = new Hono().mount('/inner', inner.fetch)
  app.mount('/outer/:place', outer.fetch)
  app.mount('/whole', new Hono().get('/whole/items/:id', answer).fetch, { replaceRequest: false })
  app.mount('/foreign', (request) => new Response(request.method))
  app.get('/inside', async (c) => c.text(await (await app.request('/users/1')).text()))
  app.get('/again', (c) => app.fetch(new Request('http://localhost/users/1'), c.env))

  const seen = async (c, next) => {
    c.set('seen', [...(c.get('seen') ?? []), traceId()])
    await next()
  }
  const tell = (c) => c.json({ seen: [...c.get('seen'), traceId()] })
  app.get('/queued/once', queued(), seen, tell)
  app.get('/queued/twice', queued(), seen, queued(), seen, tell)
  app.get('/queued/not-found', queued())
  app.get('/queued/fails', queued(), () => {
    throw new HTTPException(400, { res: Response.json({ seen: [traceId()] }, { status: 400 }) })
  })
  return app
}
