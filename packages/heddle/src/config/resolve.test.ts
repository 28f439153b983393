import { LIBRARIES } from '@heddle/instrumentation/libraries'
import { AlwaysOffSampler, ParentBasedSampler } from '@opentelemetry/sdk-trace-node'
import { CONTRIB_LIBRARIES } from '../beside/contrib-libraries'
import { logs, resolve, traces } from './fixtures/resolve'
import type { HeddleOptions } from './options'
import type { Environment } from './reading/environment'

const EVERY: readonly string[] = ['http', 'undici', 'express', 'fastify', 'pino', ...Object.keys(LIBRARIES)]
const CONTRIB = Object.keys(CONTRIB_LIBRARIES)
/** What is off unless it is named. */
const OPT_IN = ['socket.io']
const without = (...names: readonly string[]) => EVERY.filter((name) => ![...OPT_IN, ...names].includes(name))

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
    expect([...config.instrumentations]).toEqual(without())
    expect(config.sampler).toBeInstanceOf(ParentBasedSampler)
    expect(Object.isFrozen(config)).toBe(true)
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

  test('the argument of a sampler that takes none is not used, and that is said', () => {
    const { warnings, sampler } = resolve({}, { OTEL_TRACES_SAMPLER: 'always_off', OTEL_TRACES_SAMPLER_ARG: 'half' })
    expect(sampler).toBeInstanceOf(AlwaysOffSampler)
    expect(warnings).toEqual(['OTEL_TRACES_SAMPLER_ARG: not used: the sampler is always_off, which takes no argument'])
    expect(resolve({}, { OTEL_TRACES_SAMPLER_ARG: '0.5' }).warnings).toEqual([
      'OTEL_TRACES_SAMPLER_ARG: not used: the sampler is parentbased_always_on, which takes no argument',
    ])
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

  test('limits in code may be none', () => {
    const limits = { attributeCount: Number.POSITIVE_INFINITY, attributeValueLength: 0 }
    expect(resolve({ limits }, { OTEL_ATTRIBUTE_COUNT_LIMIT: '10' }).limits.span).toMatchObject(limits)
  })

  test('a shutdown timeout that no timer takes becomes the longest one', () => {
    expect(resolve({ shutdownTimeoutMs: 1e12 }).shutdownTimeoutMs).toBe(2 ** 31 - 1)
    expect(resolve({}, { HEDDLE_SHUTDOWN_TIMEOUT: '0' }).shutdownTimeoutMs).toBe(0)
  })

  test('instrumentations by name', () => {
    const names = (env: Environment, options: HeddleOptions = {}) => [...resolve(options, env).instrumentations]
    expect(names({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,oracledb' })).toEqual(['http'])
    expect(names({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'undici,express' })).toEqual(without('undici', 'express'))
    expect(names({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'pg', HEDDLE_DISABLED_INSTRUMENTATIONS: 'http' })).toEqual(
      without('pg', 'http'),
    )
    expect(names({}, { bridges: { pino: false } })).toEqual(without('pino'))
  })

  test('libraries in code', () => {
    const config = resolve({ libraries: { pg: { requireParent: true }, redis: false, knex: false, grpc: undefined } })
    expect([...config.instrumentations]).toEqual(without('redis'))
    expect([...config.contribLibraries]).toEqual(CONTRIB.filter((name) => name !== 'knex'))
    expect(config.libraryOptions).toEqual({ pg: { requireParent: true } })
  })

  test('those of contrib’s that are loaded with their libraries, by the same names', () => {
    const names = (env: Environment) => [...resolve({}, env).contribLibraries]
    expect(names({})).toEqual(CONTRIB)
    expect(names({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,oracledb' })).toEqual(['oracledb'])
    expect(names({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'fs,knex' })).toEqual(CONTRIB.filter((name) => name !== 'knex'))
  })

  test('what is set and not honoured is said', () => {
    expect(resolve({}, { OTEL_EXPERIMENTAL_CONFIG_FILE: 'otel.yaml' }).warnings).toEqual([
      expect.stringMatching(/^OTEL_EXPERIMENTAL_CONFIG_FILE: not honoured: .*OTEL_CONFIG_FILE/),
    ])
  })
})

describe('OTEL_SDK_DISABLED', () => {
  test.each(['true', 'TRUE', ' True '])('%j switches Heddle off', (value) => {
    expect(resolve({}, { OTEL_SDK_DISABLED: value })).toMatchObject({ enabled: false, warnings: [] })
  })

  test.each(['1', 'yes', 'on'])('%j is false, as the specification has it, with a warning', (value) => {
    expect(resolve({}, { OTEL_SDK_DISABLED: value })).toMatchObject({
      enabled: true,
      warnings: ['OTEL_SDK_DISABLED: neither true nor false, so it counts as false'],
    })
  })

  test('what is wrong elsewhere does not matter when Heddle is off', () => {
    const wrong = { OTEL_TRACES_SAMPLER: 'x', OTEL_EXPORTER_OTLP_ENDPOINT: 'x', OTEL_LOG_LEVEL: 'x' }
    expect(resolve({}, { ...wrong, OTEL_SDK_DISABLED: 'true' }).enabled).toBe(false)
    expect(resolve({ servce: {}, logLevel: 1 } as never, { OTEL_SDK_DISABLED: 'true' }).enabled).toBe(false)
    expect(resolve({ enabled: false, logLevel: 1 } as never, wrong).enabled).toBe(false)
  })

  test('code comes before it', () => {
    expect(resolve({ enabled: true }, { OTEL_SDK_DISABLED: 'true' }).enabled).toBe(true)
    expect(resolve({ enabled: false }).enabled).toBe(false)
  })
})

describe('in code', () => {
  test('undefined means not given', () => {
    const env = { OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '7', HEDDLE_SPANS: 'all' }
    const options: HeddleOptions = {
      service: undefined,
      on: { spanEnd: undefined },
      export: {
        endpoint: undefined,
        compression: undefined,
        batch: { maxItems: undefined },
        headers: { authorization: undefined },
        traces: { endpoint: undefined, batch: { maxItems: undefined } },
      },
      exporters: { traces: undefined },
      propagation: { correlation: undefined, formats: undefined },
      http: { spans: undefined, ignorePaths: undefined },
      bridges: { pino: undefined },
      instrumentations: undefined,
      enabled: undefined,
    }
    expect(resolve(options, env)).toEqual(resolve({}, env))
    expect(Object.keys(resolve(options, env).callbacks)).toEqual([])
  })

  test('instrumentations may come in lists', () => {
    const named = (instrumentationName: string) => ({
      instrumentationName,
      enable() {},
      disable() {},
      setTracerProvider() {},
      setMeterProvider() {},
    })
    const { otherInstrumentations } = resolve({ instrumentations: [named('pg'), [named('redis'), named('kafka')]] })
    expect(otherInstrumentations.map(({ instrumentationName }) => instrumentationName)).toEqual([
      'pg',
      'redis',
      'kafka',
    ])
  })

  test('the settings of HTTP reach their instrumentations', () => {
    const http = {
      ignorePaths: ['/internal/*', /^\/health/],
      ignoreOutgoing: () => true,
      knownMethods: ['GET'],
      trustForwardedHeaders: true,
    }
    const resolved = resolve({ http }).http
    expect(resolved).toMatchObject({
      ignorePaths: http.ignorePaths,
      knownMethods: ['GET'],
      trustForwardedHeaders: true,
    })
    expect(resolved.ignoreOutgoing?.({ method: 'GET', url: 'http://h/' })).toBe(true)
    expect(resolve({}, { HEDDLE_IGNORE_PATHS: '/health, /internal/*' }).http.ignorePaths).toEqual([
      '/health',
      '/internal/*',
    ])
  })

  test('where context may go is said in code, else in the environment, else it may go everywhere', () => {
    const env = { HEDDLE_PROPAGATE_TO: '*.internal, localhost:8080' }
    expect(resolve({}, env).http.propagateTo).toEqual(['*.internal', 'localhost:8080'])
    expect(resolve({ http: { propagateTo: [/^https:/] } }, env).http.propagateTo).toEqual([/^https:/])
    expect(resolve({}, { HEDDLE_PROPAGATE_TO: 'none' }).http.propagateTo).toEqual([])
    expect(resolve({}, {}).http.propagateTo).toBeUndefined()
    expect(() => resolve({}, { HEDDLE_PROPAGATE_TO: 'http://api.internal' })).toThrow(
      'HEDDLE_PROPAGATE_TO: read "http://api.internal", allowed: a host such as api.internal, *.internal or localhost:8080',
    )
  })

  test('callbacks may be the methods of an object that has a state of its own', () => {
    class Counter {
      ended = 0
      spanEnd() {
        this.ended++
      }
    }
    const counter = new Counter()
    const { callbacks } = resolve({ on: counter })
    callbacks.spanEnd?.({} as never)
    expect(counter.ended).toBe(1)
    expect(Object.keys(callbacks)).toEqual(['spanEnd'])
  })
})

test('the name of an instrumentation that nobody knows is said: a mistyped one would switch everything off in silence', () => {
  const known = [...EVERY, ...CONTRIB].join(', ')
  const warnings = (env: Environment) => resolve({}, env).warnings
  expect(warnings({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'htp' })).toEqual([
    `OTEL_NODE_ENABLED_INSTRUMENTATIONS: not known: htp; known are ${known}`,
  ])
  expect(warnings({ OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,fs' })).toEqual([
    `OTEL_NODE_ENABLED_INSTRUMENTATIONS: not known: fs; known are ${known}`,
  ])
  expect(warnings({ OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'fs,dns,knex' })).toEqual([])
})
