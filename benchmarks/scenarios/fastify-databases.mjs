import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Fastify 5 request with a query by pg, a GET by node-redis and one pino line',
  id: 'fastify-databases',
  app: 'apps/fastify-databases.cjs',
  path: '/api/acme/users/7',
  count: 2_000,
  rate: 1_000,
  hasLeadIn: true,
  only: ['bare', 'heddle', 'heddle-grpc', 'stock'],
  perItem: { server: 1, client: 2, logs: 1 },
})
