// Callbacks in the life of a trace, and Heddle's own logger. Runs by itself: node app.mjs
import { start } from 'heddle'

const heddle = start({
  service: { name: 'callbacks-example', version: '1.0.0' },
  on: {
    traceStart: ({ traceId, origin }) => console.log(`trace started   ${traceId} (${origin})`),
    spanStart: ({ name, spanId }) => console.log(`span started    ${name} ${spanId}`),
    spanEnd: ({ name, durationMs }) => console.log(`span ended      ${name} after ${durationMs.toFixed(1)} ms`),
    log: ({ severityText, body, spanId }) => console.log(`log written     ${severityText} ${body} in ${spanId}`),
  },
})

const log = heddle.logger('checkout')
await heddle.span('checkout', async () => {
  log.info('order placed', { orderId: 42 })
  await heddle.span('charge', async () => {
    log.warn('card needs confirmation')
  })
})
await heddle.shutdown()
