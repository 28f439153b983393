import { reportsTelemetry } from './telemetry-requests'

const readFrom = (headers: Readonly<Record<string, string>>) => (name: string) => headers[name]

test.each([
  ['POST', '/v1/traces', { 'content-type': 'application/x-protobuf' }],
  [
    'POST',
    '/otlp/v1/logs',
    { 'user-agent': 'OTel-OTLP-Exporter-JavaScript/0.218.0', 'content-type': 'application/json' },
  ],
  ['POST', '/api/1/envelope/?sentry_version=7&sentry_key=k', {}],
  ['POST', '/tunnel/api/42/envelope/', { 'content-type': 'application/x-sentry-envelope' }],
  ['PUT', '/v0.4/traces', { 'datadog-meta-lang': 'nodejs' }],
  ['POST', '/v0.7/config', {}],
  ['POST', '/telemetry/proxy/api/v2/apmtelemetry', { 'dd-client-library-language': 'nodejs' }],
  ['POST', '/intake/v2/events', { 'content-type': 'application/x-ndjson' }],
  ['GET', '/', { 'user-agent': 'apm-agent-nodejs/4.18.0 (shop)' }],
  ['GET', '/config/v1/agents?service.name=shop', { 'user-agent': 'apm-agent-nodejs/4.18.0 (shop)' }],
])('%s %s %j reports telemetry', (method, path, headers) => {
  expect(reportsTelemetry(method, path, readFrom(headers))).toBe(true)
})

test.each([
  ['GET', '/', { 'user-agent': 'axios/1' }],
  ['GET', '/orders', { 'user-agent': 'apm-agent-nodejs/4.18.0 (shop)' }],
  ['GET', '/v1/traces', { 'content-type': 'application/x-protobuf' }],
  ['POST', '/v1/traces', { 'content-type': 'application/json', 'user-agent': 'axios/1' }],
  ['POST', '/v1/traces/7', { 'content-type': 'application/x-protobuf' }],
  ['POST', '/orders?next=/v1/traces', { 'content-type': 'application/x-protobuf' }],
  ['POST', '/api/v1/orders', {}],
  ['POST', '/v0.7/configuration', {}],
  ['POST', '/api/1/envelope/', { 'content-type': 'application/json' }],
])('%s %s %j is a request of the app', (method, path, headers) => {
  expect(reportsTelemetry(method, path, readFrom(headers))).toBe(false)
})
