import { openTelemetry } from '../contenders/environment.mjs'
import { contenders } from '../contenders/requests.mjs'
import { replayScenario } from '../harness/kinds/replay.mjs'

const { bare, heddle } = contenders

export default replayScenario({
  title: 'The event loop while 200 MB of the disk are replayed, Fastify app at 200 requests a second',
  id: 'replay',
  app: 'apps/fastify.cjs',
  path: '/api/acme/users/7',
  rate: 200,
  leftBytes: 200e6,
  contenders: {
    bare,
    heddle,
    'heddle-gzip': {
      ...heddle,
      what: 'heddle/register, http/protobuf, gzip',
      env: (sink) => ({ ...openTelemetry('http/protobuf')(sink), OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' }),
    },
    'heddle-grpc': contenders['heddle-grpc'],
  },
})
