import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMAT, problemsOf, resolve, traces } from './fixtures/file'
import { configSummary } from './summary'

const schema = (name: string) => readFileSync(join(__dirname, 'fixtures/schema', `${name}.yaml`), 'utf8')

describe('the schema’s own examples', () => {
  const noMetrics = 'otel.yaml: meter_provider: left out: Heddle sends no metrics yet'

  test('otel-getting-started.yaml', () => {
    const env = {
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=shop,team=blue',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    }
    const config = resolve(schema('otel-getting-started'), env)
    expect(config.warnings).toEqual([noMetrics])
    expect(configSummary(config)).toMatchObject({
      configFile: 'otel.yaml',
      service: { name: 'shop' },
      traces: { exporters: ['otlp'], endpoint: 'http://collector:4318/v1/traces', protocol: 'http/protobuf' },
      logs: { endpoint: 'http://collector:4318/v1/logs' },
      propagation: { formats: ['tracecontext', 'baggage'] },
    })
    expect(config.service.attributes).toEqual({ team: 'blue' })
  })

  test('otel-sdk-config.yaml', () => {
    const config = resolve(schema('otel-sdk-config'))
    expect(config.warnings).toEqual([noMetrics])
    expect(config.exporters.traces.otlp).toMatchObject({
      endpoint: 'http://localhost:4318/v1/traces',
      compression: 'gzip',
      timeoutMs: 10_000,
    })
    expect(config.limits.span).toMatchObject({ attributeCount: 128, attributeValueLength: Infinity })
    expect(configSummary(config).sampler).toMatch(/^ParentBased\{root=AlwaysOnSampler/)
  })

  test('otel-sdk-migration-config.yaml, with the variables that it reads', () => {
    const env = {
      OTEL_SERVICE_NAME: 'orders',
      OTEL_PROPAGATORS: 'b3,baggage',
      OTEL_BSP_SCHEDULE_DELAY: '250',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'api-key=s%20ecret,other=1',
      OTEL_SPAN_EVENT_COUNT_LIMIT: '7',
    }
    const config = resolve(schema('otel-sdk-migration-config'), env)
    expect(config.warnings).toEqual([noMetrics])
    expect(config.service.name).toBe('orders')
    expect(config.propagation.formats).toEqual(['b3', 'baggage'])
    expect(config.exporters.traces.otlp).toMatchObject({
      headers: { 'api-key': 's ecret', other: '1' },
      batch: { maxDelayMs: 250 },
    })
    expect(config.limits.span.eventCount).toBe(7)
    expect(resolve(schema('otel-sdk-migration-config'), { OTEL_SDK_DISABLED: 'true' }).enabled).toBe(false)
  })
})

describe('what a file says', () => {
  test('a part that is left out does nothing, and other variables of the specification do not count', () => {
    const config = resolve(FORMAT, {
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://elsewhere:4318',
      OTEL_PROPAGATORS: 'b3',
      HEDDLE_TRUST: 'link',
    })
    expect([config.exporters.traces.otlp, config.exporters.logs.otlp]).toEqual([undefined, undefined])
    expect(config.propagation).toMatchObject({ formats: [], trust: 'link' })
    expect(config.environment).not.toHaveProperty('OTEL_EXPORTER_OTLP_ENDPOINT')
  })

  test('code comes before it', () => {
    const text = `${FORMAT}resource: { attributes: [{ name: service.name, value: file }, { name: team, value: blue }, { name: n, value: 1, type: int }] }`
    expect(resolve(text, {}, { service: { name: 'code', attributes: { team: 'red' } } }).service).toEqual({
      name: 'code',
      attributes: { team: 'red', n: 1 },
    })
  })

  test('code comes before it also where it says the name as an attribute, and a blank name says nothing', () => {
    const text = `${FORMAT}resource: { attributes: [{ name: service.name, value: file }] }`
    const service = (given: object) => resolve(text, {}, { service: given }).service
    expect(service({ attributes: { 'service.name': 'code' } })).toEqual({ attributes: { 'service.name': 'code' } })
    expect(service({ name: ' ' })).toMatchObject({ name: 'file' })
  })

  test.each([
    [
      'otlp_grpc: { endpoint: "http://c:4317", tls: { insecure: true } }',
      { endpoint: 'http://c:4317', protocol: 'grpc' },
    ],
    ['otlp_grpc:', { endpoint: 'http://localhost:4317', protocol: 'grpc' }],
    ['otlp_http: { encoding: json }', { endpoint: 'http://localhost:4318/v1/traces', protocol: 'http/json' }],
    [
      'otlp_http: { headers: [{ name: a, value: "1,2=3" }], headers_list: "a=9,b=2" }',
      { headers: { a: '1,2=3', b: '2' } },
    ],
  ])('the exporter %s', (exporter, expected) => {
    expect(resolve(traces(`{ ${exporter} }`)).exporters.traces.otlp).toMatchObject(expected)
  })

  test('a console exporter beside ours', () => {
    const text = `${FORMAT}tracer_provider: { processors: [{ simple: { exporter: { console: } } }, { batch: { exporter: { otlp_http: } } }] }`
    const { otlp, console } = resolve(text).exporters.traces
    expect([otlp !== undefined, console]).toEqual([true, true])
  })

  test('samplers within samplers', () => {
    const sampler =
      '{ parent_based: { root: { trace_id_ratio_based: { ratio: 0.25 } }, remote_parent_sampled: { always_off: } } }'
    const text = `${FORMAT}tracer_provider: { processors: [{ batch: { exporter: { otlp_http: } } }], sampler: ${sampler} }`
    expect(configSummary(resolve(text)).sampler).toBe(
      'ParentBased{root=TraceIdRatioBased{0.25}, remoteParentSampled=AlwaysOffSampler, remoteParentNotSampled=AlwaysOffSampler, ' +
        'localParentSampled=AlwaysOnSampler, localParentNotSampled=AlwaysOffSampler}',
    )
  })
})

// https://opentelemetry.io/docs/specs/otel/configuration/data-model/#environment-variable-substitution
describe('variables in a file', () => {
  const env = {
    STRING_VALUE: 'value',
    BOOL_VALUE: 'true',
    INT_VALUE: '1',
    FLOAT_VALUE: '1.1',
    HEX_VALUE: '0xdeadbeef',
    INVALID_MAP_VALUE: 'value\nkey: value',
    DO_NOT_REPLACE_ME: '$' + '{STRING_VALUE}',
    REPLACE_ME: '$' + '{DO_NOT_REPLACE_ME}',
    EMPTY: '',
  }
  const $ = (text: string) => text.replaceAll('@', '$')

  test.each<[string, unknown, string?]>([
    ['@{STRING_VALUE}', 'value'],
    ['@{env:STRING_VALUE}', 'value'],
    ['@{BOOL_VALUE}', true, 'bool'],
    ['"@{BOOL_VALUE}"', 'true'],
    ['@{INT_VALUE}', 1, 'int'],
    ['@{FLOAT_VALUE}', 1.1, 'double'],
    ['@{HEX_VALUE}', 3735928559, 'int'],
    ['"@{INT_VALUE}"', '1'],
    ['foo @{STRING_VALUE} @{FLOAT_VALUE}', 'foo value 1.1'],
    ['@{UNDEFINED_KEY:-fallback}', 'fallback'],
    ['@{EMPTY:-fallback}', 'fallback'],
    ['@{UNDEFINED_KEY}', undefined],
    ['"@{UNDEFINED_KEY}"', ''],
    ['@@{STRING_VALUE}', $('@{STRING_VALUE}')],
    ['@@@{STRING_VALUE}', $('@value')],
    ['@@@@{STRING_VALUE}', $('@@{STRING_VALUE}')],
    ['a @@ b', $('a @ b')],
    ['@{REPLACE_ME}', $('@{DO_NOT_REPLACE_ME}')],
    ['"@{INVALID_MAP_VALUE}"', 'value\nkey: value'],
    ['@{INVALID_MAP_VALUE}', 'value\nkey: value'],
    ["'a $ b'", 'a $ b'],
  ])('%s is %p', (value, expected, type = 'string') => {
    const text = `${FORMAT}resource:\n  attributes:\n    - name: it\n      value: ${$(value)}\n      type: ${type}\n`
    expect(resolve(text, env).service.attributes).toEqual(expected === undefined ? {} : { it: expected })
  })

  test.each(['@{STRING_VALUE:?error}', '@{1NAME}', '@{STRING VALUE}', '@{UNCLOSED'])('%s is refused', (value) => {
    const text = `${FORMAT}resource:\n  attributes:\n    - name: it\n      value: ${$(value)}\n`
    expect(problemsOf(text, env)).toEqual([
      expect.stringMatching(/^otel\.yaml: resource\.attributes\[0\]\.value: a reference that cannot be read/),
    ])
  })
})

describe('what cannot be used is named, each in one start:', () => {
  test.each<[string, string, RegExp]>([
    ['no file', '', /^OTEL_CONFIG_FILE: read "missing\.yaml", allowed: a file that can be read \(ENOENT\)/],
    ['no YAML', 'a: [', /otel\.yaml: the file: no YAML/],
    ['an older format', 'file_format: "0.4"', /file_format: read "0\.4", allowed: "1\.0"/],
    ['a number for the format', 'file_format: 1.0', /file_format: read 1, allowed/],
    ['a list for the file', '- 1', /the file: read an array/],
    ['an unknown part', `${FORMAT}tracer: {}`, /tracer: not implemented by Heddle, allowed: file_format/],
    [
      'a sampler of the future',
      `${FORMAT}tracer_provider: { processors: [], sampler: { composite/development: { } } }`,
      /tracer_provider\.sampler\.composite\/development: not implemented by Heddle/,
    ],
    [
      'a file exporter',
      traces('{ otlp_file/development: { } }'),
      /exporter\.otlp_file\/development: not implemented by Heddle, allowed: otlp_http, otlp_grpc, console/,
    ],
    [
      'two exporters',
      `${FORMAT}logger_provider: { processors: [{ batch: { exporter: { otlp_http: } } }, { batch: { exporter: { otlp_grpc: } } }] }`,
      /logger_provider\.processors: more than one OTLP exporter/,
    ],
    [
      'a batch without an exporter',
      `${FORMAT}tracer_provider: { processors: [{ batch: { schedule_delay: 1 } }] }`,
      /batch\.exporter: is missing/,
    ],
    ['no processors', `${FORMAT}tracer_provider: { }`, /tracer_provider\.processors: is missing/],
    [
      'a wrong number',
      `${FORMAT}attribute_limits: { attribute_count_limit: many }`,
      /attribute_limits\.attribute_count_limit: read "many", allowed: a whole number from 0/,
    ],
    [
      'a wrong endpoint',
      traces('{ otlp_http: { endpoint: "ftp://x" } }'),
      /otel\.yaml: tracer_provider\.processors\[0\]\.batch\.exporter\.otlp_http\.endpoint: /,
    ],
    [
      'a propagator',
      `${FORMAT}propagator: { composite: [{ xray: }] }`,
      /propagator\.composite\[0\]\.xray: not implemented by Heddle, allowed: tracecontext/,
    ],
    [
      'an id generator',
      `${FORMAT}tracer_provider: { processors: [], id_generator: { random: } }`,
      /id_generator: not implemented/,
    ],
    [
      'a wrong type',
      `${FORMAT}resource: { attributes: [{ name: a, value: b, type: int }] }`,
      /attributes\[0\]\.value: read "b", allowed: int/,
    ],
  ])('%s', (what, text, expected) => {
    const env = what === 'no file' ? { OTEL_CONFIG_FILE: 'missing.yaml' } : {}
    expect(problemsOf(text, env).join('\n')).toMatch(expected)
  })

  test('a header’s value is not shown', () => {
    const listed = problemsOf(traces('{ otlp_http: { headers_list: 123456 } }')).join()
    expect(listed).toMatch(/headers_list: read a number, allowed: a text/)
    expect(listed).not.toContain('123456')
    const problems = problemsOf(traces('{ otlp_http: { headers: [{ name: key, value: [secret] }] } }'))
    expect(problems.join()).toMatch(/value cannot be used \(not shown/)
    expect(problems.join()).not.toContain('secret]')
  })

  test('all mistakes of a file at once', () => {
    expect(problemsOf(`${FORMAT}log_level: loud\ndisabled: maybe\nnone: 1`)).toHaveLength(3)
  })
})

test('an alias stands for what its anchor has, with its variables', () => {
  const text = `${FORMAT}tracer_provider:
  processors: [{ batch: { exporter: &to { otlp_http: { endpoint: "http://\${HOST}:4318/v1/x" } } } }]
logger_provider:
  processors: [{ batch: { exporter: *to } }]
`
  const { traces, logs } = resolve(text, { HOST: 'collector' }).exporters
  expect([traces.otlp?.endpoint, logs.otlp?.endpoint]).toEqual(Array(2).fill('http://collector:4318/v1/x'))
})

test('an alias stands for the last anchor of its name before it', () => {
  const text = `${FORMAT}resource:
  attributes:
    - &first { name: a, value: &value one }
    - { name: b, value: &value two }
    - *first
    - { name: c, value: *value }
`
  expect(resolve(text).service.attributes).toEqual({ a: 'one', b: 'two', c: 'two' })
})

test('aliases that multiply are refused, not expanded', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 10; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  expect(problemsOf(lines.join('\n'))).toEqual([
    'otel.yaml: the file: more than 100000 values, with those that aliases stand for',
  ])
})
