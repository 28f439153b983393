// Each as a user would set it up: one preload, configured by the environment, every default left
// alone.
import { fileURLToPath } from 'node:url'

const heddle = {
  execArgv: () => ['--import', import.meta.resolve('heddle/register')],
  env: (dir) => ({ HEDDLE_SPOOL_DIR: dir }),
}
const stock = {
  execArgv: () => [
    '--require',
    fileURLToPath(import.meta.resolve('@opentelemetry/auto-instrumentations-node/register')),
  ],
  env: () => ({ OTEL_TRACES_EXPORTER: 'otlp', OTEL_LOGS_EXPORTER: 'otlp', OTEL_METRICS_EXPORTER: 'none' }),
}

/**
 * By the name in the table: the preload, the environment (given a directory of its own), and the
 * protocol.
 */
export const contenders = {
  'Heddle, gRPC': { ...heddle, protocol: 'grpc' },
  'Heddle, HTTP': { ...heddle, protocol: 'http/protobuf' },
  'stock, gRPC': { ...stock, protocol: 'grpc' },
  'stock, HTTP': { ...stock, protocol: 'http/protobuf' },
}
