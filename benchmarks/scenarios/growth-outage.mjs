import { growthScenario } from '../harness/growth-scenario.mjs'

const refuse = ({ sink }) => sink.send({ command: 'refuse', on: true })

export default growthScenario({
  title:
    'Growth: the collector answers, or answers 503 (UNAVAILABLE) from the end of the warm-up on, Fastify; held in memory',
  id: 'growth-outage',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  points: [
    { label: 'up', perItem: { server: 1, logs: 1 } },
    { label: 'away', prepare: refuse },
  ],
  count: 3_000,
  rate: 2_000,
  maxRounds: 6,
  only: ['bare', 'heddle', 'heddle-grpc', 'stock', 'stock-grpc'],
})
