// Uses each library within a span of its name.
const http = require('node:http')
const { devNull } = require('node:os')
const { within } = require('../within.cjs')(({ code }) => code)

module.exports = async ({ bunyan, connect, DataLoader, genericPool, Hapi, knex, memoizer, restify, winston }, port) => {
  const loader = new DataLoader(async (keys) => keys)
  await within('dataloader', () => loader.load(7))

  const pool = genericPool.createPool({ create: async () => ({}), destroy: async () => {} })
  await within('generic-pool', () => pool.use(async () => {}))

  const bunyanLog = bunyan.createLogger({ name: 'shop', streams: [{ path: devNull }] })
  await within('bunyan', async () => bunyanLog.info('line of bunyan'))

  const winstonLog = winston.createLogger({ transports: new winston.transports.File({ filename: devNull }) })
  await within('winston', async () => winstonLog.info('line of winston'))

  const load = memoizer({ load: (_key, callback) => setImmediate(callback, null, 'value'), hash: String, max: 7 })
  await within('lru-memoizer', () => Promise.all([1, 2].map((each) => memoized(load, each))))

  const server = Hapi.server()
  server.route({ method: 'GET', path: '/orders/{id}', handler: () => 'ordered' })
  await server.start()
  await within('hapi', () => fetch(`${server.info.uri.replace(/\/\/[^:]+/, '//127.0.0.1')}/orders/7`))
  await server.stop()

  const app = connect()
  app.use('/orders', (_request, response) => response.end())
  await served(http.createServer(app), 'connect')

  if (restify) {
    const rest = restify.createServer()
    rest.get('/orders/:id', (_request, response, next) => {
      response.send('ordered')
      next()
    })
    await served(rest.server, 'restify')
  }

  const connection = { host: '127.0.0.1', port, user: 'heddle', password: 'secret', database: 'heddle' }
  const db = knex({ client: 'mysql', connection, pool: { min: 0, max: 1 } })
  await within('knex', () => db.raw('SELECT 1'))
  await within('failing', () => db('nowhere').where('secret', 's3cret'))
  await db.destroy()
}

const memoized = (load, each) =>
  within(
    `memoized ${each}`,
    () => new Promise((done) => load('key', () => within(`loaded for ${each}`, async () => done()))),
  )

async function served(server, name) {
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  await within(name, () => fetch(`http://127.0.0.1:${server.address().port}/orders/7`))
  await new Promise((closed) => {
    server.close(closed)
    server.closeAllConnections()
  })
}
