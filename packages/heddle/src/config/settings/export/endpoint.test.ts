import { problemsOf, resolve, traces } from '../../fixtures/resolve'
import type { HeddleOptions } from '../../options'
import type { Environment } from '../../reading/environment'

const grpc = (endpoint: string) => ({ endpoint, protocol: 'grpc' }) as const

describe('the endpoint', () => {
  test.each<[string, HeddleOptions, Environment, string, string]>([
    [
      'a base gets the signal path',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' },
      'http://c:4318/v1/traces',
      'http/protobuf',
    ],
    [
      'a base keeps its own path',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://c/otlp/' },
      'https://c/otlp/v1/traces',
      'http/protobuf',
    ],
    ['port 4317 means gRPC', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4317' }, 'http://c:4317', 'grpc'],
    [
      'port 4317 of an IPv6 address means gRPC',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://[::1]:4317' },
      'http://[::1]:4317',
      'grpc',
    ],
    ['host:port on 4317 is gRPC over TLS', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'c:4317' }, 'https://c:4317', 'grpc'],
    [
      'host:port is plain when it is said to be insecure',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'c:4317', OTEL_EXPORTER_OTLP_INSECURE: 'true' },
      'http://c:4317',
      'grpc',
    ],
    [
      'the signal variable is used as it is',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://t:4318/custom' },
      'http://t:4318/custom',
      'http/protobuf',
    ],
    [
      'code comes before the environment',
      { export: { endpoint: 'http://code:4317' } },
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://env:4318' },
      'http://code:4317',
      'grpc',
    ],
    [
      'the signal in code is used as it is',
      { export: { traces: { endpoint: 'http://t/x' } } },
      {},
      'http://t/x',
      'http/protobuf',
    ],
    [
      'the protocol that is given wins over the port',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4317', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      'http://c:4317/v1/traces',
      'http/json',
    ],
    [
      'an empty variable is an unset one',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' },
      'http://localhost:4318/v1/traces',
      'http/protobuf',
    ],
    ['an empty one in code, too', { export: { endpoint: '' } }, {}, 'http://localhost:4318/v1/traces', 'http/protobuf'],
    ['gRPC alone means its port', {}, { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'http://localhost:4317', 'grpc'],
    ['the same in code', { export: { protocol: 'grpc' } }, {}, 'http://localhost:4317', 'grpc'],
    [
      'the same for one signal',
      { export: { traces: { protocol: 'grpc' } } },
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      'http://localhost:4317',
      'grpc',
    ],
    ['gRPC keeps a port that HTTP would imply', { export: grpc('http://c:80') }, {}, 'http://c:80', 'grpc'],
    ['and with TLS', { export: grpc('https://c:443/') }, {}, 'https://c:443', 'grpc'],
    ['and without one it stays without', { export: grpc('https://c') }, {}, 'https://c', 'grpc'],
    ['and after a user name', { export: grpc('http://u:p@c:80') }, {}, 'http://c:80', 'grpc'],
    ['and of an IPv6 address', { export: grpc('http://[::1]:80') }, {}, 'http://[::1]:80', 'grpc'],
    [
      'a Unix socket means gRPC',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'unix:/run/otel.sock' },
      'unix:/run/otel.sock',
      'grpc',
    ],
    ['so does a name of gRPC', { export: { endpoint: 'dns:///c:4317' } }, {}, 'dns:///c:4317', 'grpc'],
    [
      'a base keeps its query behind the path',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://c/otlp?key=1' },
      'https://c/otlp/v1/traces?key=1',
      'http/protobuf',
    ],
  ])('%s', (_name, options, env, endpoint, protocol) => {
    expect(traces(options, env)).toMatchObject({ endpoint, protocol })
  })

  test('what gRPC has no place for, and HTTP on the gRPC port, are said to be odd', () => {
    const rest = 'OTEL_EXPORTER_OTLP_ENDPOINT: gRPC takes a host and a port, the rest of the URL is left out'
    for (const endpoint of ['http://c:4317/v1/traces', 'http://c:4317?key=1', 'http://u:p@c:4317']) {
      expect(resolve({}, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }).warnings).toEqual([rest])
    }
    const { warnings } = resolve({ export: { endpoint: 'http://c:4317', protocol: 'http/protobuf' } })
    expect(warnings).toEqual([expect.stringMatching(/^export\.endpoint: port 4317 is gRPC's by convention/)])
  })

  test('names of gRPC have no URL for HTTP', () => {
    expect(problemsOf({ export: { endpoint: 'unix:/run/otel.sock', protocol: 'http/json' } })).toEqual([
      'export.endpoint: read "unix:/run/otel.sock", allowed: a URL with http:// or https://, such as http://collector:4318',
    ])
    expect(problemsOf({ export: { endpoint: 'xds:///c', protocol: 'grpc' } })).toEqual([
      'export.endpoint: read "xds:///c", allowed: a URL with http:// or https://, such as http://collector:4317',
    ])
  })
})
