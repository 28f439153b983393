// A Hono app for a bundler.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const shop = new Hono()
shop.get('/products/:id', (c) => c.json(c.req.param()))
shop.get('/fails', () => {
  throw new RangeError('in a bundle')
})
shop.onError((_error, c) => c.text('failed', 500))
const app = new Hono().route('/mounted/shop/:tenant', shop)
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send({ port }))
