// The contenders: a preload, and the environment that points it at the sink. All run the same apps.
import { openTelemetry } from './environment.mjs'
import { peerVersions, stockLineOf, stockVersions } from './stock-line.mjs'

const here = (file) => new URL(file, import.meta.url).href

const http = openTelemetry('http/protobuf')
const grpc = openTelemetry('grpc')

const stock = (protocol) => (major) => {
  const names = ['@opentelemetry/auto-instrumentations-node', '@fastify/otel']
  return `${stockVersions(major, ...names)} (SDK ${stockLineOf(major).sdk}.x), ${protocol}`
}

function lean(major) {
  const instrumentations = ['@opentelemetry/instrumentation-http', '@opentelemetry/instrumentation-pino']
  const parts = stockVersions(major, '@opentelemetry/sdk-logs', ...instrumentations)
  return `SDK ${stockLineOf(major).sdk}.x by hand, ${parts} only, http/protobuf`
}

/** @type {Record<string, import('../harness/processes/subject.mjs').Contender>} */
export const contenders = {
  bare: { what: 'the app alone', delivers: [] },
  floor: { what: 'context, ids and clock by hand, nothing exported', preload: here('floor.cjs'), delivers: [] },
  heddle: { what: 'heddle/register, http/protobuf', preload: 'heddle', env: http, delivers: ['spans', 'logs'] },
  'heddle-grpc': { what: 'heddle/register, gRPC', preload: 'heddle', env: grpc, delivers: ['spans', 'logs'] },
  stock: {
    what: stock('http/protobuf'),
    preload: here('stock.mjs'),
    env: http,
    delivers: ['spans', 'logs'],
  },
  'stock-grpc': { what: stock('gRPC'), preload: here('stock.mjs'), env: grpc, delivers: ['spans', 'logs'] },
  lean: {
    what: lean,
    preload: here('lean.mjs'),
    env: http,
    delivers: ['spans', 'logs'],
  },
  elastic: {
    what: `${peerVersions('@elastic/opentelemetry-node')}, http/protobuf`,
    preload: '@elastic/opentelemetry-node',
    env: (sink) => ({ ...http(sink), ELASTIC_OTEL_NODE_ENABLE_LOG_SENDING: 'true' }),
    delivers: ['spans', 'logs'],
    maxRounds: 2,
  },
  'dd-trace': {
    what: `${peerVersions('dd-trace')} to an agent; ids in the app’s own log lines, which an agent would read`,
    preload: 'dd-trace/initialize.mjs',
    env: (sink) => ({
      DD_SERVICE: 'bench',
      DD_TRACE_AGENT_URL: `http://127.0.0.1:${sink.httpPort}`,
      DD_LOGS_INJECTION: 'true',
      DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false',
      DD_REMOTE_CONFIGURATION_ENABLED: 'false',
    }),
    delivers: ['spans'],
    fromNode: 22,
    maxRounds: 2,
  },
  sentry: {
    what: `${peerVersions('@sentry/node')}, tracesSampleRate 1, pino’s lines as its logs`,
    preload: here('sentry.mjs'),
    env: (sink) => ({ BENCH_SENTRY_DSN: `http://key@127.0.0.1:${sink.httpPort}/1` }),
    delivers: ['spans', 'logs'],
    maxRounds: 2,
    // It flushes every five seconds.
    quietMs: 6_000,
  },
}
