import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Express 5 request with an outgoing call: the same, and one fetch',
  id: 'express-outgoing',
  app: 'apps/express.cjs',
  path: '/api/acme/users/7/orders',
  count: 1_000,
  rate: 1_000,
  warmup: 10_000,
  perItem: { server: 1, client: 1, logs: 1 },
  maxRounds: 3,
  only: ['bare', 'heddle', 'stock'],
})
