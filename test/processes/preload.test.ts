import { killServices, type Service, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({
  OTEL_SERVICE_NAME: 'shop',
  OTEL_RESOURCE_ATTRIBUTES: 'service.version=1.2.3,deployment.environment.name=test,cloud.region=eu-north-1',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
})

/**
 * Sends many requests at once; each answers with the span context that its handler saw after an
 * await.
 */
async function askConcurrently(
  service: Service,
  count: number,
): Promise<Map<string, { traceId: string; spanId: string }>> {
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, id) => {
      const response = await fetch(`${service.url}/api/acme/users/${id}`)
      return [String(id), (await response.json()) as { traceId: string; spanId: string }] as const
    }),
  )
  return new Map(answers)
}

describe.each([
  ['Express, ES module, --import', 'express-app.mjs', '--import'],
  ['Express, CommonJS, --import', 'express-app.cjs', '--import'],
  ['Express, CommonJS, --require', 'express-app.cjs', '--require'],
  ['Express, ES module, --require', 'express-app.mjs', '--require'],
  ['Fastify, ES module, --import', 'fastify-app.mjs', '--import'],
  ['Fastify, CommonJS, --require', 'fastify-app.cjs', '--require'],
])('%s', (_name, fixture, flag) => {
  test('300 concurrent requests to a nested route: every log carries its own request’s ids', async () => {
    const service = await startService(fixture, { execArgv: [flag, 'heddle/register'], env: toReceiver() })
    const seen = await askConcurrently(service, 300)
    await service.stop()
    await receiver.waitForSpans(300)
    const logs = await receiver.waitForLogs(({ attributes }) => attributes['request'] !== undefined)

    expect(receiver.spans.map(({ name }) => name)).toEqual(Array(300).fill('GET /api/:tenant/users/:id'))
    expect(logs).toHaveLength(300)
    for (const log of logs) {
      const own = seen.get(String(log.attributes['request']))
      expect({ traceId: log.traceId, spanId: log.spanId }).toEqual({ traceId: own?.traceId, spanId: own?.spanId })
    }
    expect(new Set(receiver.spans.map(({ traceId }) => traceId)).size).toBe(300)
  })
})

test('spans and logs carry one identity', async () => {
  const service = await startService('express-app.mjs', { env: toReceiver() })
  await askConcurrently(service, 1)
  await service.stop()
  await receiver.waitForLogs(1)
  await receiver.waitForSpans(1)
  const [span, log] = [receiver.spans[0]!, receiver.logs[0]!]
  expect(span.resource).toEqual(log.resource)
  expect(span.resource).toMatchObject({
    'service.name': 'shop',
    'service.version': '1.2.3',
    'deployment.environment.name': 'test',
    'cloud.region': 'eu-north-1',
    'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'process.pid': service.process.pid,
    'telemetry.distro.name': 'heddle',
    'telemetry.sdk.language': 'nodejs',
  })
})

test('a request that throws is an error span with its exception, in Express and in Fastify', async () => {
  for (const fixture of ['express-app.mjs', 'fastify-app.mjs']) {
    const service = await startService(fixture, { env: toReceiver() })
    expect((await fetch(`${service.url}/api/acme/fail`)).status).toBe(500)
    await service.stop()
    const span = await receiver.waitFor(() => receiver.spans.find(({ name }) => name === 'GET /api/:tenant/fail'))
    expect(span.status.code).toBe('ERROR')
    expect(span.events.map(({ name, attributes }) => [name, attributes['exception.message']])).toEqual([
      ['exception', 'out of stock'],
    ])
    receiver.clear()
  }
})

test('health checks that are ignored leave nothing', async () => {
  const service = await startService('express-app.mjs', { env: toReceiver({ HEDDLE_IGNORE_PATHS: '/health' }) })
  await fetch(`${service.url}/health`)
  await askConcurrently(service, 1)
  await service.stop()
  await receiver.waitForSpans(1)
  expect(receiver.spans.map(({ name }) => name)).toEqual(['GET /api/:tenant/users/:id'])
})

test.each(['grpc', 'http/protobuf', 'http/json'])('everything arrives over %s, compressed', async (protocol) => {
  const service = await startService('fastify-app.mjs', {
    env: toReceiver({
      OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-token=abc',
    }),
  })
  await askConcurrently(service, 10)
  await service.stop()
  await receiver.waitForSpans(10)
  await receiver.waitForLogs(10)
  for (const request of receiver.requests) {
    expect(request).toMatchObject({ protocol, headers: expect.objectContaining({ 'x-token': 'abc' }) })
  }
})

test('pino’s own output carries the ids and is otherwise as it was', async () => {
  const service = await startService('express-app.mjs', { env: toReceiver() })
  const seen = await askConcurrently(service, 1)
  await service.stop()
  const line = JSON.parse(service.stdout().trim().split('\n').at(-1)!) as Record<string, unknown>
  const { traceId, spanId } = seen.get('0')!
  expect(line).toMatchObject({
    msg: 'after await',
    request: '0',
    trace_id: traceId,
    span_id: spanId,
    trace_flags: '01',
  })
})
