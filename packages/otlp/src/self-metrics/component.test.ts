import { exporterAttributes, processorAttributes } from './component'

describe('where a component sends', () => {
  test.each([
    ['http://collector:4318/v1/logs', { 'server.address': 'collector', 'server.port': 4318 }],
    ['https://user:pass@collector/v1/logs?token=s3cr3t', { 'server.address': 'collector', 'server.port': 443 }],
    ['http://[::1]:4318/', { 'server.address': '::1', 'server.port': 4318 }],
    ['http://collector/', { 'server.address': 'collector', 'server.port': 80 }],
  ])('%s', (endpoint, server) => {
    expect(exporterAttributes('log', 'http/protobuf', endpoint)).toEqual({
      'otel.component.type': 'otlp_http_log_exporter',
      'otel.component.name': expect.any(String),
      ...server,
    })
  })

  test.each([
    ['http://collector', { 'server.address': 'collector', 'server.port': 4317 }],
    ['https://collector', { 'server.address': 'collector', 'server.port': 443 }],
    ['collector:4317', { 'server.address': 'collector', 'server.port': 4317 }],
    ['dns:///collector:4317', { 'server.address': 'collector', 'server.port': 4317 }],
    ['dns:collector:4317', { 'server.address': 'collector', 'server.port': 4317 }],
    ['unix:/run/otel.sock', { 'server.address': '/run/otel.sock' }],
    ['unix:///run/otel.sock', { 'server.address': '/run/otel.sock' }],
    ['ipv4:10.0.0.1:4317,10.0.0.2:4317', {}],
  ])('%s over gRPC', (endpoint, server) => {
    expect(exporterAttributes('span', 'grpc', endpoint)).toEqual({
      'otel.component.type': 'otlp_grpc_span_exporter',
      'otel.component.name': expect.any(String),
      ...server,
    })
  })
})

test('components of one type are numbered', () => {
  const number = () => Number(String(processorAttributes('span')['otel.component.name']).split('/')[1])
  const first = number()
  expect(number()).toBe(first + 1)
})
