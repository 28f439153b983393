// A process that makes telemetry while its collector is away, until so much is on disk, and ends.
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './measured-process.cjs'

/** Made in one turn of the event loop. */
const BURST = 200
/** Held in memory at the most, so that the disk keeps up. */
const MAX_HELD_BYTES = 16e6

const heddle = createRequire(`${process.env.BENCH_HEDDLE}/index.js`)('heddle').start()
const logger = heddle.logger('orders')
let made = 0

answer({
  /** Returns how much is left when the process is over. */
  async leave({ bytes }) {
    while (onDisk() < bytes) {
      for (let index = 0; index < BURST; index++) handleOrder(made++)
      await sleep(heldInMemory() > MAX_HELD_BYTES ? 20 : 0)
    }
    await heddle.shutdown()
    const { traces, logs } = heddle.ledger()
    return { bytes: onDisk(), spans: traces.held.disk.items, logs: logs.held.disk.items }
  },
})

/** A span and a log record of the size that those of a service have. */
function handleOrder(index) {
  const attributes = {
    'http.request.method': 'POST',
    'http.route': '/api/:tenant/orders/:id',
    'url.path': `/api/acme/orders/${index}`,
    'server.address': 'orders.acme.internal',
    'http.response.status_code': 201,
    'user_agent.original': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)',
    'order.total': index * 1.25,
  }
  heddle.span('place order', { attributes }, () =>
    logger.info('order placed', {
      orderId: `order-${index}`,
      customer: `c-${index % 977}`,
      items: index % 7,
      total: index,
    }),
  )
}

const sum = (of) =>
  Object.values(heddle.ledger()).reduce((total, { held }) => total + (held === undefined ? 0 : of(held)), 0)
const onDisk = () => sum(({ disk }) => disk?.bytes ?? 0)
const heldInMemory = () => sum((held) => held.bytes)
