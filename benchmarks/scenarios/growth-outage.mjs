import { growthScenario } from '../harness/growth-scenario.mjs'

/** More spans and records than any contender holds by default: from here on each new one has to find its place in a full queue. */
const enoughToFill = 20_000

async function fillQueue({ sink, port }, { load }) {
  await sink.send({ command: 'refuse', on: true })
  await load.send({ port, path: '/api/acme/users/7', requests: enoughToFill, connections: 32, maxSeconds: 20 })
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
  maxRounds: 4,
  only: ['bare', 'heddle', 'heddle-grpc', 'stock'],
})
