// The contenders that take a span from the call to the collector.
import { empty } from '../empty.mjs'
import { openTelemetry } from '../environment.mjs'

const http = openTelemetry('http/protobuf')
const grpc = openTelemetry('grpc')
const delivers = ['spans']

/** @type {Record<string, import('../../harness/processes/subject.mjs').Contender>} */
export const contenders = {
  empty,
  heddle: { what: 'the OpenTelemetry API, http/protobuf', app: 'contenders/spans/heddle.mjs', env: http, delivers },
  'heddle-grpc': { what: 'the same, gRPC', app: 'contenders/spans/heddle.mjs', env: grpc, delivers },
  'sdk-trace': {
    what: 'sdk-trace-node, exporter-trace-otlp-proto',
    app: 'contenders/spans/sdk.mjs',
    env: http,
    delivers,
  },
  'sdk-trace-grpc': {
    what: 'sdk-trace-node, exporter-trace-otlp-grpc',
    app: 'contenders/spans/sdk.mjs',
    env: grpc,
    delivers,
  },
}
