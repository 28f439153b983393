import { problemsOf, resolve } from './fixtures/resolve'
import type { HeddleOptions } from './options'
import type { Environment } from './reading/environment'

describe('a wrong value is a clear error', () => {
  test.each<[string, HeddleOptions, Environment, string]>([
    [
      'a boolean',
      {},
      { OTEL_EXPORTER_OTLP_INSECURE: '1' },
      'OTEL_EXPORTER_OTLP_INSECURE: read "1", allowed: true or false',
    ],
    [
      'a protocol',
      {},
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'thrift' },
      'OTEL_EXPORTER_OTLP_PROTOCOL: read "thrift", allowed: grpc, http/protobuf, http/json',
    ],
    [
      'an endpoint',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT: read "collector:4318", allowed: a URL with http:// or https://, such as http://collector:4318',
    ],
    [
      'an exporter',
      {},
      { OTEL_LOGS_EXPORTER: 'zipkin' },
      'OTEL_LOGS_EXPORTER: read "zipkin", allowed: otlp, console, none',
    ],
    [
      'a missing certificate',
      {},
      { OTEL_EXPORTER_OTLP_CERTIFICATE: '/missing.pem' },
      'OTEL_EXPORTER_OTLP_CERTIFICATE: read "/missing.pem", allowed: the path of a readable PEM file (ENOENT)',
    ],
    [
      'a trust policy in code',
      { propagation: { trust: 'believe' as never } },
      {},
      'propagation.trust: read "believe", allowed: accept, link, ignore',
    ],
  ])('%s', (_name, options, env, problem) => {
    expect(problemsOf(options, env)).toEqual([problem])
  })

  test('several at once are all said', () => {
    const env = { OTEL_EXPORTER_OTLP_PROTOCOL: '1', OTEL_LOGS_EXPORTER: 'x', HEDDLE_TRUST: '-1' }
    expect(problemsOf({ logLevel: 'loud', htp: {} }, env)).toHaveLength(5)
  })
})

describe('a wrong value whose default is safe is a warning that says what is used', () => {
  test.each<[string, Environment, string]>([
    [
      'a number',
      { OTEL_BSP_SCHEDULE_DELAY: '1s' },
      'OTEL_BSP_SCHEDULE_DELAY: read "1s", allowed: a whole number from 0',
    ],
    [
      'a sampler',
      { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
      'OTEL_TRACES_SAMPLER: read "jaeger_remote", allowed: always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off, parentbased_traceidratio',
    ],
    [
      'a sampler ratio',
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' },
      'OTEL_TRACES_SAMPLER_ARG: read "2", allowed: a ratio from 0 to 1',
    ],
    [
      'a propagator',
      { OTEL_PROPAGATORS: 'tracecontext,xray' },
      'OTEL_PROPAGATORS: read "xray", allowed: tracecontext, baggage, b3, b3multi, correlation, none',
    ],
    [
      'a level',
      { OTEL_LOG_LEVEL: 'loud' },
      'OTEL_LOG_LEVEL: read "loud", allowed: none, error, warn, info, debug, verbose, all',
    ],
  ])('%s', (_name, env, warning) => {
    expect(resolve({}, env).warnings).toEqual([expect.stringContaining(`${warning}; used: `)])
  })
})

describe('an unknown name is an error, wherever it is', () => {
  test.each([
    ['start()', { x: 1 }],
    ['service', { service: { x: 1 } }],
    ['on', { on: { x: () => {} } }],
    ['export', { export: { x: 1 } }],
    ['export.traces', { export: { traces: { x: 1 } } }],
    ['export.logs.batch', { export: { logs: { batch: { x: 1 } } } }],
    ['export.tls', { export: { tls: { x: 1 } } }],
    ['exporters', { exporters: { x: 1 } }],
    ['propagation', { propagation: { x: 1 } }],
    ['propagation.correlation', { propagation: { correlation: { x: 1 } } }],
    ['propagation.correlation.headers', { propagation: { correlation: { headers: { x: 'y' } } } }],
    ['http', { http: { x: 1 } }],
    ['bridges', { bridges: { x: 1 } }],
    ['bridges.pino', { bridges: { pino: { x: 1 } } }],
    ['limits', { limits: { x: 1 } }],
  ])('%s', (where, options) => {
    expect(problemsOf(options)).toEqual([expect.stringContaining(`${where}: there is no option "x", allowed: `)])
  })

  test('except on an instance of a class, which may keep what it likes', () => {
    class Hooks {
      seen = 0
      log() {}
    }
    expect(problemsOf({ on: new Hooks() })).toEqual([])
  })
})

describe('a wrong type is an error, never a TypeError', () => {
  test.each<[unknown, string]>([
    [null, 'start(): read null, allowed: an object'],
    ['orders', 'start(): read a string, allowed: an object'],
    [[], 'start(): read an array, allowed: an object'],
    [{ service: 'orders' }, `service: read a string, allowed: an object such as { name: 'orders' }`],
    [{ service: { name: 1 } }, 'service.name: read 1, allowed: a string'],
    [
      { service: { attributes: { a: {} } } },
      'service.attributes: read an object, allowed: an object of strings, numbers, booleans, and arrays of one of them',
    ],
    [{ on: { spanEnd: 'x' } }, 'on.spanEnd: read a string, allowed: a function'],
    [{ on: [] }, 'on: read an array, allowed: an object'],
    [{ export: null }, 'export: read null, allowed: an object'],
    [{ export: { endpoint: 4318 } }, 'export.endpoint: read 4318, allowed: a string such as http://collector:4318'],
    [{ export: { traces: true } }, 'export.traces: read true, allowed: an object, or false for none'],
    [{ export: { batch: 5 } }, 'export.batch: read 5, allowed: an object'],
    [{ export: { batch: { maxItems: 0 } } }, 'export.batch.maxItems: read 0, allowed: a whole number from 1'],
    [
      { export: { logs: { batch: { maxDelayMs: -1 } } } },
      'export.logs.batch.maxDelayMs: read -1, allowed: a whole number from 0',
    ],
    [{ export: { tls: { key: 1 } } }, 'export.tls.key: read 1, allowed: PEM as a string or a Buffer'],
    [{ exporters: 'otlp' }, 'exporters: read a string, allowed: an object'],
    [{ spanProcessors: {} }, 'spanProcessors: read an object, allowed: an array'],
    [
      { logRecordProcessors: [{}] },
      'logRecordProcessors[0]: read an object, allowed: an object with onEmit(), forceFlush(), shutdown()',
    ],
    [{ resourceDetectors: [1] }, 'resourceDetectors[0]: read 1, allowed: an object with detect()'],
    [
      { instrumentations: [[null]] },
      'instrumentations[0][0]: read null, allowed: an object with enable(), disable(), setTracerProvider()',
    ],
    [{ sampler: 2 }, 'sampler: read 2, allowed: a ratio from 0 to 1, or an OpenTelemetry Sampler'],
    [{ sampler: {} }, 'sampler: read an object, allowed: a ratio from 0 to 1, or an OpenTelemetry Sampler'],
    [
      { propagation: { formats: ['w3c'] } },
      'propagation.formats[0]: read "w3c", allowed: tracecontext, baggage, b3, b3multi, correlation',
    ],
    [{ propagation: { continueEnvironment: 1 } }, 'propagation.continueEnvironment: read 1, allowed: true or false'],
    [{ propagation: { echoRequestId: 'yes' } }, 'propagation.echoRequestId: read a string, allowed: true or false'],
    [{ http: { ignorePaths: '/health' } }, 'http.ignorePaths: read a string, allowed: an array'],
    [{ http: { ignorePaths: [1] } }, 'http.ignorePaths[0]: read 1, allowed: a string or a RegExp'],
    [
      { http: { propagateTo: ['https://api.internal'] } },
      'http.propagateTo[0]: read a string, allowed: a host such as api.internal, *.internal or localhost:8080, or a RegExp',
    ],
    [{ http: { ignoreOutgoing: true } }, 'http.ignoreOutgoing: read true, allowed: a function'],
    [{ bridges: { pino: 'on' } }, 'bridges.pino: read a string, allowed: true, false or an object'],
    [{ libraries: { pg: true } }, 'libraries.pg: read true, allowed: false or an object'],
    [
      { libraries: { pg: { queryParameters: 'all' } } },
      'libraries.pg.queryParameters: read a string, allowed: true or false',
    ],
    [
      { libraries: { redis: { queryParameters: true } } },
      'libraries.redis: there is no option "queryParameters", allowed: requireParent',
    ],
    [{ libraries: { knex: true } }, 'libraries.knex: read true, allowed: false'],
    [{ limits: { attributeCount: '5' } }, 'limits.attributeCount: read "5", allowed: a whole number from 0'],
    [{ enabled: 'true' }, 'enabled: read a string, allowed: true or false'],
  ])('%j', (options, problem) => {
    expect(problemsOf(options)).toEqual([problem])
  })

  test('names of headers are held to the rules of the propagator', () => {
    expect(problemsOf({ propagation: { correlation: { headers: { traceId: 'bad name' } } } })).toEqual([
      expect.stringMatching(/^propagation\.correlation\.headers\.traceId: read "bad name", allowed/),
    ])
    expect(problemsOf({ propagation: { correlation: { headers: { spanId: 'traceparent' } } } })).toEqual([
      expect.stringMatching(/^propagation\.correlation\.headers\.spanId: .*already in use/),
    ])
  })

  test('an option whose type was wrong leaves the others as they are', () => {
    expect(problemsOf({ on: 5, export: { endpoint: 'x' } })).toHaveLength(2)
    expect(resolve({ service: { name: 'orders', attributes: { shard: 7, tags: ['a'] } } }).service).toEqual({
      name: 'orders',
      attributes: { shard: 7, tags: ['a'] },
    })
  })
})
