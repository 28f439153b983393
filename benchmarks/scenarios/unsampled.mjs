import { requestScenario } from '../harness/kinds/request.mjs'

export default requestScenario({
  title: 'Fastify 5 request, not sampled (OTEL_TRACES_SAMPLER=always_off): no span, its log line still',
  id: 'unsampled',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  count: 3_000,
  rate: 2_000,
  perItem: { logs: 1 },
  env: { OTEL_TRACES_SAMPLER: 'always_off' },
  maxRounds: 3,
  only: ['bare', 'heddle', 'stock', 'lean'],
})
