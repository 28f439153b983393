import { growthScenario } from '../harness/growth-scenario.mjs'

export default growthScenario({
  title: 'Growth: requests that were served before, Fastify; the memory is in the table',
  id: 'growth-uptime',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  points: [20_000, 400_000].map((warmup) => ({ label: `after ${warmup.toLocaleString('en')}`, warmup })),
  count: 3_000,
  rate: 2_000,
  perItem: { server: 1, logs: 1 },
  maxRounds: 6,
  only: ['bare', 'heddle', 'lean'],
})
