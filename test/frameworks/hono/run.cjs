// As CommonJS: HONO and SERVER are the packages. With ENVIRONMENT the app has one of its own.
const createApp = require('./app.cjs')

const { HONO, SERVER, ENVIRONMENT } = process.env
const app = createApp(require(HONO), require(`${HONO}/http-exception`), require(`${HONO}/streaming`))
const { serve } = require(SERVER)
const fetch = ENVIRONMENT ? (request) => app.fetch(request, { own: true }) : app.fetch
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send({ port }))
