import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Express 5 request: three middlewares, a router with a parameter in its mount path, one pino line',
  id: 'express',
  app: 'apps/express.cjs',
  path: '/api/acme/users/7',
  count: 1_500,
  rate: 1_000,
  hasLeadIn: true,
  perItem: { server: 1, logs: 1 },
})
