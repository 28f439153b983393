// Heddle's parts in a plain OpenTelemetry SDK, 2.x or 3.x, without the hub: each is an OpenTelemetry
// part of its own.
// Runs by itself against a collector on OTEL_EXPORTER_OTLP_ENDPOINT (default http://127.0.0.1:4318): node app.mjs
import http from 'node:http'
import { createResource } from '@heddle/identity'
import { HttpInstrumentation } from '@heddle/instrumentation/http'
import { createLogger } from '@heddle/logger'
import { createOtlpPipeline } from '@heddle/otlp'
import { createPropagator } from '@heddle/propagation'
import { SpanCallbackProcessor } from '@heddle/span-callbacks'
import * as api from '@opentelemetry/api'

// The Logs API came into this package with the line 3.x.
const { startSdk } = await import('logs' in api ? './sdk-3.x.mjs' : './sdk-2.x.mjs')

const collector = process.env.OTEL_EXPORTER_OTLP_ENDPOINT ?? 'http://127.0.0.1:4318'
const resource = createResource({ name: 'stock-sdk-example', version: '1.0.0' })
const otlp = createOtlpPipeline({
  resource,
  traces: { endpoint: `${collector}/v1/traces`, protocol: 'http/protobuf' },
  logs: { endpoint: `${collector}/v1/logs`, protocol: 'http/protobuf' },
})
const callbacks = new SpanCallbackProcessor({
  spanEnd: ({ name, durationMs }) => console.log(`${name} took ${durationMs.toFixed(1)} ms`),
})

startSdk({
  resource,
  propagator: createPropagator(),
  spanProcessors: [callbacks, otlp.spanProcessor],
  logRecordProcessors: [otlp.logRecordProcessor],
})
new HttpInstrumentation()

const log = createLogger('stock-sdk-example')
const server = http.createServer((request, response) => {
  log.info('asked', { path: request.url })
  response.end('hello\n')
})
server.listen(0, '127.0.0.1', async () => {
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/hello`)
  console.log(await answer.text())
  server.close()
  await otlp.shutdown()
})
