// As an ES module: HONO and SERVER are the packages. With ENVIRONMENT the app has one of its own.
import createApp from './app.cjs'

const { HONO, SERVER, ENVIRONMENT } = process.env
const app = createApp(await import(HONO), await import(`${HONO}/http-exception`), await import(`${HONO}/streaming`))
const { serve } = await import(SERVER)
const fetch = ENVIRONMENT ? (request) => app.fetch(request, { own: true }) : app.fetch
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send({ port }))
