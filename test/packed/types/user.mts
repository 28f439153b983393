// What a user writes, as their compiler reads it: compiled against the installed packages by packed.test.ts.
import { PinoBridge } from '@heddle/log-bridge/pino'
import { type Heddle, start } from 'heddle'

const heddle: Heddle = start({
  service: { name: 'typed', version: process.env.SERVICE_VERSION },
  // A variable that may not be set is the usual way in, and counts as not given.
  export: {
    endpoint: process.env.COLLECTOR,
    headers: { authorization: 'secret' },
    traces: { endpoint: process.env.TRACES_COLLECTOR },
    batch: { maxItems: undefined },
  },
  exporters: { traces: 'otlp', logs: ['otlp'] },
  http: { ignorePaths: process.env.HEALTH ? [process.env.HEALTH, /^\/internal/] : undefined },
  on: { spanEnd: ({ name, durationMs }) => console.log(name, durationMs), log: undefined },
  propagation: { trust: (request) => (request.url?.startsWith('/public') ? 'link' : 'accept') },
  instrumentations: [new PinoBridge()],
  enabled: undefined,
})
heddle.logger('app').child({ tenant: 'acme' }).info('started', { attempt: 1 })

export const answer: number = heddle.span('work', (span) => {
  span.setAttribute('attempt', 1)
  return 42
})
export const later: Promise<string> = heddle.span('work', { attributes: { attempt: 2 } }, async () => 'done')
heddle.startSpan('by hand').end()

export const delivered: number = heddle.ledger().traces.delivered
await heddle.flush({ timeoutMs: 1_000 })
await heddle.shutdown()
