import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Fastify 5 request: three hooks, a plugin with a prefix, one pino line',
  id: 'fastify',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  count: 3_000,
  rate: 2_000,
  hasLeadIn: true,
  perItem: { server: 1, logs: 1 },
})
