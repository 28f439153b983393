// Measures what one process of an app can send:
//   node test/deploy/measure-process.mjs [items a second]
//
// The process makes one span with one log record at a time, for 20 s, and sends them over gRPC to a
// receiver in a process of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@heddle/receiver'
import { start } from 'heddle'

const SECONDS = 20
const TICK_MS = 10

if (process.send) {
  const receiver = await startReceiver({ maxItems: 1 })
  process.send(receiver.grpcUrl)
} else {
  const [rate = '5000'] = process.argv.slice(2)
  const receiver = fork(fileURLToPath(import.meta.url))
  const [endpoint] = await once(receiver, 'message')
  await measure(endpoint, Number(rate))
  receiver.kill()
}

async function measure(endpoint, rate) {
  const heddle = start({ service: { name: 'measure' }, export: { endpoint, protocol: 'grpc' } })
  const log = heddle.logger('measure')
  const cpu = process.cpuUsage()
  const begin = performance.now()
  let made = 0
  while (performance.now() - begin < SECONDS * 1000) {
    for (const due = ((performance.now() - begin) / 1000) * rate; made < due; made++) {
      const attributes = {
        'http.route': '/orders/:id',
        'url.path': `/orders/${made}`,
        'http.response.status_code': 200,
      }
      heddle.span('GET /orders/:id', { attributes }, () => log.info('order placed', { orderId: made, tenant: 'acme' }))
    }
    await delay(TICK_MS)
  }
  const seconds = (performance.now() - begin) / 1000
  await heddle.flush()
  const { user, system } = process.cpuUsage(cpu)
  const { traces, logs } = heddle.ledger()
  console.log(
    `${Math.round(made / seconds)} spans and as many logs a second, ${((user + system) / made).toFixed(1)} µs CPU for both`,
  )
  console.log(JSON.stringify({ traces, logs }))
  await heddle.shutdown()
}
