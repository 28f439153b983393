// The contenders that take a span from the call to the collector.
import { empty } from '../empty.mjs'
import { openTelemetry } from '../environment.mjs'
import { stockLineOf, stockVersions } from '../stock-line.mjs'

const http = openTelemetry('http/protobuf')
const grpc = openTelemetry('grpc')
const delivers = ['spans']

/** SDK 3 has one package for all runtimes. */
const sdkTrace = (exporters) => (major) => {
  const trace = stockLineOf(major).sdk === 3 ? 'sdk-trace' : 'sdk-trace-node'
  return stockVersions(major, `@opentelemetry/${trace}`, `@opentelemetry/exporter-trace-otlp-${exporters}`)
}

/** @type {Record<string, import('../../harness/processes/subject.mjs').Contender>} */
export const contenders = {
  empty,
  heddle: { what: 'the OpenTelemetry API, http/protobuf', app: 'contenders/spans/heddle.mjs', env: http, delivers },
  'heddle-grpc': { what: 'the same, gRPC', app: 'contenders/spans/heddle.mjs', env: grpc, delivers },
  'sdk-trace': {
    what: sdkTrace('proto'),
    app: 'contenders/spans/sdk.mjs',
    env: http,
    delivers,
  },
  'sdk-trace-grpc': {
    what: sdkTrace('grpc'),
    app: 'contenders/spans/sdk.mjs',
    env: grpc,
    delivers,
  },
}
