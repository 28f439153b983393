import { createResource } from '@heddle/identity'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { mergedResource } from '../host/identity'
import { resolve } from './fixtures/resolve'
import type { HeddleOptions } from './options'
import type { Environment } from './reading/environment'
import { pathsIn } from './reading/origins'
import { disabledConfig, resolveConfig } from './resolve'
import { configSummary } from './summary'

const DEFAULTS = {
  enabled: 'default',
  'traces.exporters': 'default',
  'traces.endpoint': 'default',
  'traces.protocol': 'default',
  'traces.compression': 'default',
  'logs.exporters': 'default',
  'logs.endpoint': 'default',
  'logs.protocol': 'default',
  'logs.compression': 'default',
  sampler: 'default',
  'propagation.formats': 'default',
  'propagation.trust': 'default',
  'propagation.continueEnvironment': 'default',
  'propagation.echoRequestId': 'default',
  spans: 'default',
  instrumentations: 'default',
  logLevel: 'default',
  diagLevel: 'default',
  shutdownTimeoutMs: 'default',
}

const sources = (options: HeddleOptions, env: Environment) => configSummary(resolve(options, env)).sources

test('without any setting every value is a default', () => {
  expect(sources({}, {})).toEqual(DEFAULTS)
})

describe('a value in a variable has the variable’s name, and one in code is from code', () => {
  const otlp = (name: string, value: string, member: string): [string, Record<string, string>, object] => [
    `OTEL_EXPORTER_OTLP_${name}`,
    { [`OTEL_EXPORTER_OTLP_${name}`]: value },
    name.startsWith('TRACES_')
      ? { [`traces.${member}`]: `OTEL_EXPORTER_OTLP_${name}` }
      : { [`traces.${member}`]: `OTEL_EXPORTER_OTLP_${name}`, [`logs.${member}`]: `OTEL_EXPORTER_OTLP_${name}` },
  ]
  const own = (name: string, value: string, member: string): [string, Record<string, string>, object] => [
    name,
    { [name]: value },
    { [member]: name },
  ]

  // The default's value, too, has the name of the variable that says it.
  test.each([
    otlp('ENDPOINT', 'http://c:4318', 'endpoint'),
    otlp('TRACES_ENDPOINT', 'http://c:4318', 'endpoint'),
    otlp('PROTOCOL', 'http/json', 'protocol'),
    otlp('TRACES_PROTOCOL', 'grpc', 'protocol'),
    otlp('COMPRESSION', 'none', 'compression'),
    otlp('TRACES_COMPRESSION', 'gzip', 'compression'),
    own('OTEL_LOG_LEVEL', 'warn', 'diagLevel'),
    own('OTEL_TRACES_SAMPLER', 'parentbased_always_on', 'sampler'),
    own('OTEL_PROPAGATORS', 'b3', 'propagation.formats'),
    own('OTEL_PROPAGATORS', 'none', 'propagation.formats'),
    own('OTEL_PROPAGATORS', 'xray,b3', 'propagation.formats'),
    own('OTEL_NODE_ENABLED_INSTRUMENTATIONS', 'http', 'instrumentations'),
    own('OTEL_NODE_DISABLED_INSTRUMENTATIONS', 'http', 'instrumentations'),
    own('HEDDLE_DISABLED_INSTRUMENTATIONS', 'http', 'instrumentations'),
    own('OTEL_SDK_DISABLED', 'false', 'enabled'),
    own('HEDDLE_TRUST', 'link', 'propagation.trust'),
    own('HEDDLE_ECHO_REQUEST_ID', 'true', 'propagation.echoRequestId'),
    own('HEDDLE_CONTINUE_ENVIRONMENT', 'true', 'propagation.continueEnvironment'),
    own('HEDDLE_SPANS', 'all', 'spans'),
    own('HEDDLE_LOG_LEVEL', 'info', 'logLevel'),
    own('HEDDLE_SHUTDOWN_TIMEOUT', '500', 'shutdownTimeoutMs'),
  ])('%s', (_name, env, expected) => {
    expect(sources({}, env)).toEqual({ ...DEFAULTS, ...expected })
  })

  test.each<[HeddleOptions, Environment, object]>([
    [{ logLevel: 'warn' }, { HEDDLE_LOG_LEVEL: 'debug' }, { logLevel: 'code' }],
    [{ shutdownTimeoutMs: 0 }, { HEDDLE_SHUTDOWN_TIMEOUT: '7' }, { shutdownTimeoutMs: 'code' }],
    [{ sampler: 0 }, { OTEL_TRACES_SAMPLER: 'always_on' }, { sampler: 'code' }],
    [{ http: { spans: 'hop' } }, { HEDDLE_SPANS: 'all' }, { spans: 'code' }],
    [{ enabled: true }, { OTEL_SDK_DISABLED: 'true' }, { enabled: 'code' }],
    [{ service: { name: 'orders' } }, {}, { 'service.name': 'code' }],
    [
      { export: { protocol: 'http/json', traces: { compression: 'gzip' } } },
      { OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' },
      {
        'traces.protocol': 'code',
        'logs.protocol': 'code',
        'traces.compression': 'code',
        'logs.compression': 'OTEL_EXPORTER_OTLP_COMPRESSION',
      },
    ],
    [
      { propagation: { formats: ['b3'], trust: () => 'link', echoRequestId: false } },
      { OTEL_PROPAGATORS: 'baggage', HEDDLE_TRUST: 'link', HEDDLE_ECHO_REQUEST_ID: 'true' },
      { 'propagation.formats': 'code', 'propagation.trust': 'code', 'propagation.echoRequestId': 'code' },
    ],
  ])('%j before %j', (options, env, expected) => {
    expect(sources(options, env)).toEqual({ ...DEFAULTS, ...expected })
  })

  test('where a signal goes', () => {
    const env = { OTEL_TRACES_EXPORTER: 'otlp,console', OTEL_LOGS_EXPORTER: 'none' }
    const { exporters, ...rest } = configSummary(resolve({}, env)).logs
    expect([exporters, rest]).toEqual([[], {}])
    expect(sources({}, env)).toMatchObject({
      'traces.exporters': 'OTEL_TRACES_EXPORTER',
      'logs.exporters': 'OTEL_LOGS_EXPORTER',
    })
    expect(sources({ export: { logs: false }, exporters: { traces: 'otlp' } }, env)).toMatchObject({
      'traces.exporters': 'code',
      'logs.exporters': 'code',
    })
    expect(sources({}, env)).not.toHaveProperty(['logs.endpoint'])
  })
})

test('a protocol that the endpoint implies is from where the endpoint is', () => {
  const env = { OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://c:4317' }
  expect(sources({ export: { traces: { endpoint: 'unix:/socket' } } }, env)).toMatchObject({
    'traces.protocol': 'code',
    'logs.protocol': 'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
  })
})

test('a value with parts of several sources names each', () => {
  const env = {
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.5',
    OTEL_PROPAGATORS: 'b3',
    OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http,pino',
    OTEL_NODE_DISABLED_INSTRUMENTATIONS: 'undici',
  }
  expect(sources({ propagation: { correlation: {} }, bridges: { pino: false } }, env)).toMatchObject({
    sampler: 'OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG',
    'propagation.formats': 'OTEL_PROPAGATORS, code',
    instrumentations: 'OTEL_NODE_ENABLED_INSTRUMENTATIONS, OTEL_NODE_DISABLED_INSTRUMENTATIONS, code',
  })
})

test.each<[Environment, object]>([
  [{ HEDDLE_LOG_LEVEL: 'loud' }, {}],
  [{ HEDDLE_LOG_LEVEL: ' ' }, {}],
  [{ OTEL_LOG_LEVEL: 'loud' }, {}],
  [{ HEDDLE_SPANS: 'some' }, {}],
  [{ HEDDLE_SHUTDOWN_TIMEOUT: '-1' }, {}],
  [{ HEDDLE_ECHO_REQUEST_ID: 'yes' }, {}],
  [{ HEDDLE_CONTINUE_ENVIRONMENT: 'yes' }, {}],
  [{ OTEL_SDK_DISABLED: 'maybe' }, {}],
  [{ OTEL_TRACES_SAMPLER: 'xray' }, {}],
  [{ OTEL_TRACES_SAMPLER_ARG: '0.5' }, {}],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' }, { sampler: 'OTEL_TRACES_SAMPLER' }],
  [{ OTEL_PROPAGATORS: 'xray' }, {}],
  [{ OTEL_PROPAGATORS: ',' }, {}],
  [{ OTEL_TRACES_EXPORTER: ',' }, {}],
  [{ OTEL_NODE_ENABLED_INSTRUMENTATIONS: ',' }, {}],
  [{ OTEL_EXPORTER_OTLP_COMPRESSION: 'zip' }, {}],
  [
    { OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'zip', OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' },
    {
      'traces.compression': 'OTEL_EXPORTER_OTLP_COMPRESSION',
      'logs.compression': 'OTEL_EXPORTER_OTLP_COMPRESSION',
    },
  ],
])('what is wrong or unset in %j is from what is used instead', (env, expected) => {
  expect(sources({}, env)).toEqual({ ...DEFAULTS, ...expected })
})

test.each<[HeddleOptions, Environment, string]>([
  [{}, {}, 'default'],
  [{}, { HEDDLE_SPOOL_DIR: '/spool' }, 'HEDDLE_SPOOL_DIR'],
  [{ export: { spool: { dir: '/other' } } }, { HEDDLE_SPOOL_DIR: '/spool' }, 'code'],
  [{ export: { spool: { maxFiles: 3 } } }, { HEDDLE_SPOOL_DIR: '/spool' }, 'HEDDLE_SPOOL_DIR'],
  [{}, { XDG_STATE_HOME: '/state' }, 'XDG_STATE_HOME'],
  [{}, { XDG_STATE_HOME: 'state' }, 'default'],
])('the spool’s directory with %j and %j is from %s', (options, env, expected) => {
  const summary = configSummary(resolve(options, env), undefined, '/where/it/is')
  expect(summary.sources['spoolDir']).toBe(expected)
})

describe('a configuration file', () => {
  const FILE = `
file_format: "1.0"
log_level: debug
resource:
  attributes: [{ name: service.name, value: orders }, { name: deployment.environment.name, value: test }]
  attributes_list: service.namespace=shop
propagator: { composite: [{ b3: }] }
tracer_provider:
  sampler: { always_on: }
  processors: [{ batch: { exporter: { otlp_http: { endpoint: "http://user:hunter2@c:4318/v1/traces", encoding: json } } } }]
`
  const summaryOf = (text: string, options: HeddleOptions = {}, env: Environment = {}) =>
    configSummary(
      resolveConfig(options, {
        env: { OTEL_CONFIG_FILE: '/etc/otel.yaml', ...env },
        readFile: () => Buffer.from(text),
      }),
    )
  const inFile = (place: string) => `/etc/otel.yaml: ${place}`
  const exporter = inFile('tracer_provider.processors[0].batch.exporter.otlp_http')

  test('its values have their places, and a part that it leaves out the file', () => {
    const summary = summaryOf(FILE, {}, { HEDDLE_SPANS: 'all', OTEL_TRACES_SAMPLER: 'always_off' })
    expect(summary.sources).toEqual({
      ...DEFAULTS,
      configFile: 'OTEL_CONFIG_FILE',
      'service.name': inFile('resource.attributes[0]'),
      'service.environment': inFile('resource.attributes[1]'),
      'service.namespace': inFile('resource.attributes_list'),
      'traces.exporters': inFile('tracer_provider'),
      'traces.endpoint': `${exporter}.endpoint`,
      'traces.protocol': `${exporter}.encoding`,
      'logs.exporters': '/etc/otel.yaml',
      'logs.endpoint': undefined,
      'logs.protocol': undefined,
      'logs.compression': undefined,
      sampler: inFile('tracer_provider.sampler'),
      'propagation.formats': inFile('propagator'),
      spans: 'HEDDLE_SPANS',
      diagLevel: inFile('log_level'),
    })
    expect(JSON.stringify(summary)).not.toContain('hunter2')
  })

  test('code comes before it', () => {
    const { sources } = summaryOf(FILE, { sampler: 1, service: { name: 'code' }, propagation: { formats: [] } })
    expect(sources).toMatchObject({
      sampler: 'code',
      'service.name': 'code',
      'service.namespace': inFile('resource.attributes_list'),
      'propagation.formats': 'code',
    })
  })

  test('what the schema has for a default of an exporter is from the exporter', () => {
    const text = `file_format: "1.0"\nlogger_provider: { processors: [{ batch: { exporter: { otlp_grpc: } } }] }`
    const grpc = inFile('logger_provider.processors[0].batch.exporter.otlp_grpc')
    expect(summaryOf(text).sources).toMatchObject({ 'logs.endpoint': grpc, 'logs.protocol': grpc })
  })

  test('that switches Heddle off is named', () => {
    expect(summaryOf('file_format: "1.0"\ndisabled: true').sources).toEqual({
      ...DEFAULTS,
      enabled: inFile('disabled'),
    })
  })
})

describe('the service', () => {
  const serviceOf = (options: HeddleOptions, env: Record<string, string>, theirs?: Record<string, string>) => {
    const config = resolve(options, env)
    const own = createResource(config.service, { env, entryPoint: `${__dirname}/app.js`, onWarning: () => {} })
    const resource = mergedResource(own as never, theirs && resourceFromAttributes(theirs))
    const { sources } = configSummary(config, resource)
    return Object.fromEntries(Object.entries(sources).filter(([path]) => path.startsWith('service.')))
  }

  test('says which of code, variables, package.json and detectors named it', () => {
    expect(serviceOf({}, {})).toEqual({
      'service.name': 'package.json',
      'service.version': 'package.json',
      'service.instanceId': 'default',
    })
    const env = {
      OTEL_SERVICE_NAME: 'orders',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,service.version=1,deployment.environment.name=test',
    }
    expect(serviceOf({ service: { version: '2', attributes: { 'service.instance.id': '7' } } }, env)).toEqual({
      'service.name': 'OTEL_SERVICE_NAME',
      'service.version': 'code',
      'service.environment': 'OTEL_RESOURCE_ATTRIBUTES',
      'service.instanceId': 'code',
    })
  })

  test('a malformed variable, and blank text in code, named nothing', () => {
    const env = { OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,malformed' }
    expect(serviceOf({ service: { name: ' ', namespace: ' ' } }, env)).toMatchObject({ 'service.name': 'package.json' })
  })

  test('of a joined SDK is named by that SDK, but for what only Heddle knows', () => {
    expect(serviceOf({}, { OTEL_SERVICE_NAME: 'ours' }, { 'service.name': 'theirs' })).toMatchObject({
      'service.name': 'joined SDK',
      'service.version': 'package.json',
    })
    expect(serviceOf({}, { OTEL_SERVICE_NAME: 'ours' }, { 'service.name': 'unknown_service:node' })).toMatchObject({
      'service.name': 'OTEL_SERVICE_NAME',
    })
  })
})

describe('Heddle that is off says who switched it off; the rest are defaults', () => {
  test.each<[HeddleOptions, Environment, string]>([
    [{ enabled: false, logLevel: 'warn' }, {}, 'code'],
    [{}, { OTEL_SDK_DISABLED: 'true', HEDDLE_LOG_LEVEL: 'warn' }, 'OTEL_SDK_DISABLED'],
  ])('%j and %j', (options, env, expected) => {
    expect(sources(options, env)).toEqual({ ...DEFAULTS, enabled: expected })
  })

  test('on its own account', () => {
    expect(configSummary(disabledConfig('tool')).sources).toEqual({ ...DEFAULTS, enabled: 'tool' })
  })
})

test('every value of the summary but the warnings has a source, and the sources are frozen', () => {
  const config = resolve({ service: { name: 'orders' } }, {})
  const { sources, warnings, ...summary } = configSummary(config, createResource({ name: 'orders' }), '/spool')
  expect(Object.keys(sources)).toEqual(pathsIn(summary))
  expect(Object.isFrozen(sources)).toBe(true)
  expect(warnings).toEqual([])
})
