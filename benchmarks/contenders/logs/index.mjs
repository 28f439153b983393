// The contenders that take a log record from the call to the collector.
import { empty } from '../empty.mjs'
import { openTelemetry } from '../environment.mjs'
import { peerVersions, stockVersions } from '../stock-line.mjs'

const http = openTelemetry('http/protobuf')
const grpc = openTelemetry('grpc')
const delivers = ['logs']

const sdkLogs = (exporters) => (major) =>
  stockVersions(major, '@opentelemetry/sdk-logs', `@opentelemetry/exporter-logs-otlp-${exporters}`)

/** @type {Record<string, import('../../harness/processes/subject.mjs').Contender>} */
export const contenders = {
  empty,
  pino: { what: 'JSON to /dev/null, nothing exported', app: 'apps/pino-line.cjs', delivers: [] },
  heddle: { what: 'heddle.logger(), http/protobuf', app: 'contenders/logs/heddle.mjs', env: http, delivers },
  'heddle-grpc': { what: 'the same, gRPC', app: 'contenders/logs/heddle.mjs', env: grpc, delivers },
  'sdk-logs': { what: sdkLogs('proto'), app: 'contenders/logs/sdk.mjs', env: http, delivers },
  'sdk-logs-grpc': { what: sdkLogs('grpc'), app: 'contenders/logs/sdk.mjs', env: grpc, delivers },
  'pino-heddle': {
    what: 'pino under heddle/register, http/protobuf',
    app: 'apps/pino-line.cjs',
    preload: 'heddle',
    env: http,
    delivers,
  },
  'pino-instrumentation': {
    what: (major) =>
      `pino, ${stockVersions(major, '@opentelemetry/instrumentation-pino', '@opentelemetry/sdk-logs')}, http/protobuf`,
    app: 'apps/pino-line.cjs',
    preload: new URL('../sdk-pino.mjs', import.meta.url).href,
    env: http,
    delivers,
  },
  'pino-transport': {
    what: `${peerVersions('pino-opentelemetry-transport')} (worker thread), http/protobuf`,
    app: 'contenders/logs/pino-opentelemetry-transport.mjs',
    env: http,
    delivers,
    maxRounds: 3,
  },
  'winston-transport': {
    what: `${peerVersions('winston', '@opentelemetry/winston-transport', '@opentelemetry/sdk-logs')}, http/protobuf`,
    app: 'contenders/logs/winston-transport.mjs',
    env: http,
    delivers,
    maxRounds: 3,
  },
}
