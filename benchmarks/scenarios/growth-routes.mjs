import { growthScenario } from '../harness/kinds/growth.mjs'

export default growthScenario({
  title: 'Growth: routes of the app, Express',
  id: 'growth-routes',
  app: 'apps/express.cjs',
  path: '/api/acme/users/7',
  points: [10, 1_000].map((routes) => ({
    label: `${routes.toLocaleString('en')} routes`,
    env: { BENCH_ROUTES: String(routes) },
  })),
  count: 1_500,
  rate: 1_000,
  warmup: 10_000,
  perItem: { server: 1, logs: 1 },
  maxRounds: 3,
  only: ['bare', 'heddle', 'stock'],
})
