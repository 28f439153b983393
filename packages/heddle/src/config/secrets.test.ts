import { CERTIFICATE, KEY, problemsOf, resolve } from './fixtures/resolve'
import { displayEndpoint } from './settings/export/endpoint'
import { configSummary } from './summary'

/** The made-up ones, and how the body of a key or certificate begins. */
const SECRET = /hunter2|hunter3|M[HI][A-Za-z0-9+/]{6}/

describe('no message shows a secret', () => {
  test.each<[string, unknown, Record<string, string>]>([
    ['headers that cannot be read', {}, { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=hunter2%0d%0ax: y' }],
    ['headers in code with a line break', { export: { headers: { authorization: 'hunter2\r\nx: y' } } }, {}],
    ['headers in code as a string', { export: { headers: 'authorization=hunter2' } }, {}],
    ['headers in code as an array', { export: { logs: { headers: ['authorization', 'hunter2'] } } }, {}],
    ['everything in code as a string', { export: 'http://user:hunter2@c:4318' }, {}],
    ['an endpoint in code as an object', { export: { endpoint: new URL('http://user:hunter2@c') } }, {}],
    ['PEM in the place of the key’s path', {}, { OTEL_EXPORTER_OTLP_CLIENT_KEY: String(KEY) }],
    ['the same without its lines', {}, { OTEL_EXPORTER_OTLP_CLIENT_KEY: 'MHcCAQEEIBq' }],
    ['PEM in the place of a certificate’s path', {}, { OTEL_EXPORTER_OTLP_CERTIFICATE: String(CERTIFICATE) }],
    ['a key in code that is no PEM', { export: { tls: { cert: CERTIFICATE, key: 'hunter2' } } }, {}],
    ['a host with a password', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'user:hunter2@host:4318' }],
    ['a password with a slash', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://user:hunter2/hunter3@h' }],
    ['a password with an @', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://user:hunter2@hunter3@h' }],
    ['a password with a ?', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://user:hunter2?hunter3@h' }],
    ['a key in the query', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://h/?api_key=hunter2' }],
    ['a key in the fragment', {}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'h:1/#hunter2' }],
  ])('%s', (_name, options, env) => {
    const problems = problemsOf(options, env)
    expect(problems).not.toEqual([])
    expect(problems.join('\n')).not.toMatch(SECRET)
  })

  test('what surrounds the secrets of an endpoint is shown', () => {
    expect(displayEndpoint('ftp://user:p/w@host:4318/path?key=1')).toBe('ftp://REDACTED@host:4318/path?REDACTED')
    expect(displayEndpoint('user:p@ss@host')).toBe('REDACTED@host')
    expect(displayEndpoint('https://host:4318/path')).toBe('https://host:4318/path')
  })
})

describe('what is published of the configuration', () => {
  class CloudExporter {
    readonly apiKey = 'hunter3'
    export() {}
    async shutdown() {}
  }
  const config = resolve(
    {
      service: { name: 'orders', version: '1', attributes: { token: 'hunter2' } },
      export: {
        headers: { authorization: 'hunter2' },
        tls: { ca: CERTIFICATE, cert: CERTIFICATE, key: KEY },
        traces: { endpoint: 'https://user:hunter2@c/v1/traces?api_key=hunter3', compression: 'gzip' },
      },
      exporters: { traces: ['otlp', new CloudExporter()] },
      propagation: { trust: () => 'link' },
      sampler: 0.5,
      http: { ignorePaths: ['/hunter2'] },
    },
    { OTEL_TRACES_SAMPLER_ARG: '1', OTEL_LOGS_EXPORTER: 'console' },
  )

  test('says what was decided, and no secret', () => {
    const summary = configSummary(config)
    expect(summary).toEqual({
      enabled: true,
      service: { name: 'orders', version: '1' },
      traces: {
        exporters: ['otlp', 'CloudExporter'],
        endpoint: 'https://REDACTED@c/v1/traces?REDACTED',
        protocol: 'http/protobuf',
        compression: 'gzip',
      },
      logs: { exporters: ['console'] },
      sampler: expect.stringContaining('TraceIdRatioBased{0.5}'),
      propagation: {
        formats: ['tracecontext', 'baggage'],
        trust: 'by request',
        continueEnvironment: false,
        echoRequestId: false,
      },
      spans: 'hop',
      instrumentations: [...config.instrumentations],
      logLevel: 'info',
      diagLevel: 'warn',
      shutdownTimeoutMs: 2_000,
      warnings: [],
      sources: expect.objectContaining({ 'traces.endpoint': 'code', 'logs.exporters': 'OTEL_LOGS_EXPORTER' }),
    })
    expect(JSON.stringify(summary)).not.toMatch(SECRET)
  })

  test('names the service as it was detected', () => {
    const resource = {
      getRawAttributes: () =>
        [
          ['service.name', 'checkout'],
          ['deployment.environment.name', 'staging'],
          ['service.instance.id', Promise.resolve('later')],
          ['token', 'hunter2'],
        ] as const,
    }
    expect(configSummary(resolve(), resource).service).toEqual({ name: 'checkout', environment: 'staging' })
  })

  test('cannot be changed', () => {
    const summary = configSummary(config)
    expect(Object.isFrozen(summary)).toBe(true)
    expect(Object.isFrozen(summary.traces.exporters)).toBe(true)
    expect(Object.isFrozen(summary.propagation)).toBe(true)
  })

  test('survives objects that do not want to be described', () => {
    const sampler = {
      shouldSample: () => ({ decision: 0 }),
      toString() {
        throw new Error('no')
      },
    }
    expect(configSummary(resolve({ sampler })).sampler).toBe('a sampler')
  })
})
