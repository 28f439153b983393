import { openTelemetry } from '../contenders/environment.mjs'
import { growthScenario } from '../harness/kinds/growth.mjs'

/** Ten times what the queues of stock and of `heddle-memory` hold. */
const ENOUGH_TO_FILL = 20_000

async function fillQueue({ sink, port }, { load }) {
  await sink.send({ command: 'refuse', on: true })
  await load.send({ port, path: '/api/acme/users/7', requests: ENOUGH_TO_FILL, connections: 32, maxSeconds: 20 })
}

export default growthScenario({
  title:
    'Growth: the collector answers, and the same process when it answers 503 (UNAVAILABLE) and the queue is full, Fastify',
  id: 'growth-outage',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  points: [
    { label: 'up', perItem: { server: 1, logs: 1 } },
    { label: 'away', perItem: {}, prepare: fillQueue },
  ],
  count: 3_000,
  rate: 2_000,
  maxRounds: 3,
  only: ['bare', 'heddle', 'stock'],
  more: {
    'heddle-memory': {
      what: 'heddle/register, http/protobuf, without the disk and with stock’s bounds of 2,048, so that its queues are full',
      preload: 'heddle',
      env: (sink) => ({
        ...openTelemetry('http/protobuf')(sink),
        HEDDLE_SPOOL: 'false',
        OTEL_BSP_MAX_QUEUE_SIZE: '2048',
        OTEL_BLRP_MAX_QUEUE_SIZE: '2048',
      }),
      delivers: ['spans', 'logs'],
    },
  },
})
