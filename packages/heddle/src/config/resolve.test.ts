import { AlwaysOffSampler, ParentBasedSampler } from '@opentelemetry/sdk-trace-node'
import type { Environment } from './environment'
import type { HeddleOptions } from './options'
import { HeddleConfigError } from './problems'
import { resolveConfig } from './resolve'

const resolve = (options: HeddleOptions = {}, env: Environment = {}) =>
  resolveConfig(options, {
    env,
    readFile: (path) => {
      if (path.startsWith('/missing')) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return Buffer.from(`pem of ${path}`)
    },
  })

const problemsOf = (options: HeddleOptions, env: Environment = {}): readonly string[] => {
  try {
    resolve(options, env)
  } catch (error) {
    if (error instanceof HeddleConfigError) return error.problems
    throw error
  }
  return []
}

const traces = (options: HeddleOptions = {}, env: Environment = {}) => resolve(options, env).exporters.traces.otlp!
const logs = (options: HeddleOptions = {}, env: Environment = {}) => resolve(options, env).exporters.logs.otlp!

describe('without any setting', () => {
  test('both signals go to the local collector over HTTP', () => {
    expect(traces()).toEqual({
      endpoint: 'http://localhost:4318/v1/traces',
      protocol: 'http/protobuf',
      headers: {},
      compression: 'none',
      timeoutMs: 10_000,
      batch: {},
    })
    expect(logs().endpoint).toBe('http://localhost:4318/v1/logs')
  })

  test('everything is on, W3C propagated, every caller believed, one span a hop', () => {
    const config = resolve()
    expect(config).toMatchObject({
      enabled: true,
      logLevel: 'info',
      shutdownTimeoutMs: 2_000,
      http: { spans: 'hop' },
      propagation: { formats: ['tracecontext', 'baggage'], trust: 'accept', echoRequestId: false },
      pino: { addIds: true },
      warnings: [],
    })
    expect([...config.instrumentations]).toEqual(['http', 'undici', 'express', 'fastify', 'pino'])
    expect(config.sampler).toBeInstanceOf(ParentBasedSampler)
    expect(Object.isFrozen(config)).toBe(true)
  })
})

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
  ])('%s', (_name, options, env, endpoint, protocol) => {
    expect(traces(options, env)).toMatchObject({ endpoint, protocol })
  })

  test('gRPC on a path, and HTTP on the gRPC port, are said to be odd', () => {
    expect(resolve({}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4317/v1/traces' }).warnings).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT: gRPC has no paths, "/v1/traces" is left out',
    ])
    const { warnings } = resolve({ export: { endpoint: 'http://c:4317', protocol: 'http/protobuf' } })
    expect(warnings).toEqual([expect.stringMatching(/^export\.endpoint: port 4317 is gRPC's by convention/)])
  })
})

describe('the rest of the OTLP settings', () => {
  test('the signal variable comes before the general one', () => {
    const env = {
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_EXPORTER_OTLP_LOGS_COMPRESSION: 'none',
      OTEL_EXPORTER_OTLP_TIMEOUT: '5000',
      OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '7000',
    }
    expect(traces({}, env)).toMatchObject({ compression: 'gzip', timeoutMs: 7_000 })
    expect(logs({}, env)).toMatchObject({ compression: 'none', timeoutMs: 5_000 })
  })

  test('headers are percent-decoded pairs, lower-cased', () => {
    const env = { OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc%3D, x-tenant = acme ,' }
    expect(traces({}, env).headers).toEqual({ authorization: 'Bearer abc=', 'x-tenant': 'acme' })
  })

  test('certificates are read from the files that are named', () => {
    const env = {
      OTEL_EXPORTER_OTLP_CERTIFICATE: '/ca.pem',
      OTEL_EXPORTER_OTLP_CLIENT_KEY: '/key.pem',
      OTEL_EXPORTER_OTLP_LOGS_CLIENT_CERTIFICATE: '/logs.pem',
    }
    expect(traces({}, env).tls).toEqual({ ca: Buffer.from('pem of /ca.pem'), key: Buffer.from('pem of /key.pem') })
    expect(logs({}, env).tls?.cert).toEqual(Buffer.from('pem of /logs.pem'))
  })

  test('the batch processors’ variables set our batches', () => {
    const env = {
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '64',
      OTEL_BLRP_MAX_QUEUE_SIZE: '4096',
    }
    expect(traces({}, env).batch).toEqual({ maxItems: 64, maxDelayMs: 200 })
    expect(logs({}, env)).toMatchObject({ batch: {}, maxQueueItems: 4_096 })
  })

  test('an exporter of the user takes the place of ours, unless ours is named beside it', () => {
    const exporter = { export: () => {}, shutdown: async () => {} }
    expect(resolve({ exporters: { logs: exporter } }).exporters.logs).toMatchObject({
      others: [exporter],
      console: false,
    })
    expect(resolve({ exporters: { logs: exporter } }).exporters.logs.otlp).toBeUndefined()
    expect(resolve({ exporters: { logs: ['otlp', exporter] } }).exporters.logs.otlp).toBeDefined()
    expect(resolve({ exporters: { logs: exporter } }).exporters.traces.otlp).toBeDefined()
  })

  test('a signal can be left out', () => {
    expect(resolve({ export: { logs: false } }).exporters.logs).toMatchObject({ others: [], console: false })
    expect(resolve({}, { OTEL_TRACES_EXPORTER: 'none' }).exporters.traces.otlp).toBeUndefined()
    expect(resolve({}, { OTEL_TRACES_EXPORTER: 'console' }).exporters.traces).toMatchObject({ console: true })
  })
})

describe('what the specification names is honoured', () => {
  test('samplers', () => {
    expect(resolve({}, { OTEL_TRACES_SAMPLER: 'always_off' }).sampler).toBeInstanceOf(AlwaysOffSampler)
    const ratio = resolve(
      {},
      { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' },
    ).sampler
    expect(String(ratio)).toContain('TraceIdRatioBased{0.25}')
    expect(String(resolve({ sampler: 0.5 }).sampler)).toContain('TraceIdRatioBased{0.5}')
  })

  test('propagators', () => {
    const env = { OTEL_PROPAGATORS: 'b3,tracecontext,b3' }
    expect(resolve({}, env).propagation.formats).toEqual(['b3', 'tracecontext'])
    expect(resolve({}, { OTEL_PROPAGATORS: 'none' }).propagation.formats).toEqual([])
    expect(resolve({ propagation: { correlation: {} } }).propagation.formats).toEqual([
      'tracecontext',
      'baggage',
      'correlation',
    ])
  })

  test('limits: a signal’s own variable, then the general one', () => {
    const env = {
      OTEL_ATTRIBUTE_COUNT_LIMIT: '10',
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '20',
      OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: '3',
    }
    const { span, log } = resolve({}, env).limits
    expect(span).toMatchObject({ attributeCount: 20, attributePerEventCount: 3, eventCount: 128 })
    expect(log).toMatchObject({ attributeCount: 10 })
  })

  test('instrumentations by name', () => {
    const names = (env: Environment, options: HeddleOptions = {}) => [...resolve(options, env).instrumentations]
    expect(names({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,pg' })).toEqual(['http'])
    expect(names({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'undici,express' })).toEqual(['http', 'fastify', 'pino'])
    expect(names({}, { bridges: { pino: false } })).toEqual(['http', 'undici', 'express', 'fastify'])
  })

  test('OTEL_SDK_DISABLED switches it off, code switches it on', () => {
    expect(resolve({}, { OTEL_SDK_DISABLED: 'true' }).enabled).toBe(false)
    expect(resolve({ enabled: true }, { OTEL_SDK_DISABLED: 'true' }).enabled).toBe(true)
  })

  test('what is set and not honoured is said', () => {
    expect(resolve({}, { OTEL_CONFIG_FILE: 'otel.yaml' }).warnings).toEqual([
      expect.stringMatching(/^OTEL_CONFIG_FILE: not honoured: .*start\(/),
    ])
  })
})

describe('a wrong value is a clear error', () => {
  test.each<[string, HeddleOptions, Environment, string]>([
    ['a boolean', {}, { OTEL_SDK_DISABLED: 'yes' }, 'OTEL_SDK_DISABLED: read "yes", allowed: true or false'],
    [
      'a protocol',
      {},
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'thrift' },
      'OTEL_EXPORTER_OTLP_PROTOCOL: read "thrift", allowed: grpc, http/protobuf, http/json',
    ],
    [
      'a number',
      {},
      { OTEL_BSP_SCHEDULE_DELAY: '1s' },
      'OTEL_BSP_SCHEDULE_DELAY: read "1s", allowed: a whole number from 0',
    ],
    [
      'an endpoint',
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT: read "collector:4318", allowed: a URL with http:// or https://, such as http://collector:4318',
    ],
    [
      'a sampler',
      {},
      { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
      'OTEL_TRACES_SAMPLER: read "jaeger_remote", allowed: always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off, parentbased_traceidratio',
    ],
    [
      'a sampler ratio',
      {},
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' },
      'OTEL_TRACES_SAMPLER_ARG: read "2", allowed: a ratio from 0 to 1',
    ],
    [
      'a propagator',
      {},
      { OTEL_PROPAGATORS: 'tracecontext,xray' },
      'OTEL_PROPAGATORS: read "xray", allowed: tracecontext, baggage, b3, b3multi, correlation, none',
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
      'OTEL_EXPORTER_OTLP_CERTIFICATE: read "/missing.pem", allowed: a readable PEM file (ENOENT)',
    ],
    [
      'a level',
      {},
      { OTEL_LOG_LEVEL: 'loud' },
      'OTEL_LOG_LEVEL: read "loud", allowed: none, error, warn, info, debug, verbose, all',
    ],
    [
      'a trust policy in code',
      { propagation: { trust: 'believe' as never } },
      {},
      'propagation.trust: read "believe", allowed: accept, link, ignore',
    ],
    [
      'an option that does not exist',
      { servce: {} } as never,
      {},
      expect.stringContaining('start() option "servce"') as never,
    ],
  ])('%s', (_name, options, env, problem) => {
    expect(problemsOf(options, env)).toEqual([problem])
  })

  test('headers, whose values are never shown', () => {
    const problems = problemsOf({}, { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=hunter2%0d%0ax: y' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^OTEL_EXPORTER_OTLP_HEADERS: /)
    expect(problems[0]).not.toContain('hunter2')
  })

  test('credentials in an endpoint, which are never shown', () => {
    const problems = problemsOf({}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://user:secret@c' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('ftp://REDACTED@c')
  })

  test('several at once are all said', () => {
    expect(
      problemsOf({}, { OTEL_SDK_DISABLED: '1', OTEL_PROPAGATORS: 'x', OTEL_BSP_MAX_QUEUE_SIZE: '-1' }),
    ).toHaveLength(3)
  })
})
