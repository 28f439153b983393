import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Express 5, as many requests as it can take: what is dropped here costs nothing, so read both columns',
  id: 'express-saturated',
  app: 'apps/express.cjs',
  path: '/api/acme/users/7',
  count: 15_000,
  perItem: { server: 1, logs: 1 },
  isAlone: true,
  only: ['bare', 'floor', 'heddle', 'heddle-grpc', 'stock', 'stock-grpc', 'dd-trace', 'sentry'],
})
