import { growthScenario } from '../harness/kinds/growth.mjs'

// The more requests are open, the longer the handler waits: each point serves about 2,000 requests
// a second.
const point = (connections, requests) => ({
  label: `${connections.toLocaleString('en')} open`,
  connections,
  requests,
  count: requests,
  path: `/api/acme/users/7/wait?ms=${connections / 2}`,
})

export default growthScenario({
  title: 'Growth: requests that are open at the same time, Fastify',
  id: 'growth-open-requests',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7/wait?ms=1',
  count: 1_000,
  // The warm-up comes before the first point, and its requests wait for 1 ms only.
  warmup: 20_000,
  points: [point(1, 500), point(100, 2_000), point(10_000, 10_000)],
  maxRounds: 3,
  perItem: { server: 1, logs: 1 },
  only: ['bare', 'heddle', 'stock'],
})
