// The shop's front: Express, an ES module, logging with pino. It knows nothing of Heddle; the
// preload does it all.
import http from 'node:http'
import express from 'express'
import pino from 'pino'

const log = pino({ name: 'gateway' })
const ordersUrl = process.env.ORDERS_URL

const tenant = express.Router({ mergeParams: true })
tenant.use(express.json())

tenant.get('/products/:id', async (req, res) => {
  log.info({ product: req.params.id, tenant: req.params.tenant }, 'looking up product')
  const stock = await fetch(`${ordersUrl}/api/v1/stock/${req.params.id}`).then((answer) => answer.json())
  res.json({ id: req.params.id, ...stock })
})

tenant.post('/checkout', async (req, res) => {
  log.info({ items: req.body.items.length }, 'checkout started')
  const order = await postOrder(req.body)
  log.info({ orderId: order.id }, 'order placed')
  res.status(201).json(order)
})

tenant.get('/report', async (_req, res) => {
  log.info('report requested')
  const report = await fetch(`${ordersUrl}/api/v1/reports/daily`).then((answer) => answer.json())
  if (report.tookMs > 100) log.warn({ tookMs: report.tookMs }, 'report is slow')
  res.json(report)
})

tenant.post('/refund', async (_req, res) => {
  const answer = await fetch(`${ordersUrl}/api/v1/refunds`, { method: 'POST' })
  if (!answer.ok) {
    log.error({ status: answer.status }, 'refund failed')
    res.status(502).json({ error: 'refund failed' })
    return
  }
  res.json(await answer.json())
})

const app = express()
app.use('/shop/:tenant', tenant)

// node:http on purpose, where the other calls use fetch: both carry the trace on.
function postOrder(body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${ordersUrl}/api/v1/orders`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
      },
    )
    request.on('error', reject)
    request.end(JSON.stringify(body))
  })
}

const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
