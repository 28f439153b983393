import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FORMAT, problemsOf, resolve, traces } from './fixtures/file'
import { HeddleConfigError } from './reading/problems'
import { resolveConfig } from './resolve'

const attribute = (text: string) => `${FORMAT}resource: { attributes: [${text}] }`
const sampler = (text: string) =>
  `${FORMAT}tracer_provider: { sampler: ${text}, processors: [{ batch: { exporter: { otlp_http: } } }] }`
const EXPORTER = 'tracer_provider.processors[0].batch.exporter.otlp_http'

describe('a file that is none is one mistake:', () => {
  test.each<[string, string | Buffer, string]>([
    ['two documents', `${FORMAT}---\n${FORMAT}`, 'no YAML: Source contains multiple documents at line 2, column 1'],
    [
      'a tag that nobody knows',
      `${FORMAT}log_level: !mine info`,
      'no YAML: Unresolved tag: !mine at line 2, column 12',
    ],
    ['a deep nesting', `a: ${'['.repeat(20_000)}`, 'no YAML: '],
  ])('%s', (_, text, why) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(`otel.yaml: the file: ${why}`)])
  })

  test.each([
    ['Latin-1', Buffer.from(attribute('{ name: a, value: café }'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${FORMAT}`, 'utf16le')],
    ['1 MiB of comments', FORMAT + '#'.repeat(1_048_576)],
  ])('%s', (_, text) => {
    const allowed = 'a file of at most 1048576 bytes of UTF-8'
    expect(problemsOf(text)).toEqual([`OTEL_CONFIG_FILE: read "otel.yaml", allowed: ${allowed}`])
  })

  test('a key that is there twice', () => {
    expect(problemsOf(`${FORMAT}disabled: true\ndisabled: false`)).toEqual(['otel.yaml: disabled: is there twice'])
  })

  test('one of another kind: the first of its mistakes, and how many more', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join('\n')
    const begun = performance.now()
    const problems = problemsOf(FORMAT + lines)
    expect([problems.length, problems.at(-1)]).toEqual([51, 'otel.yaml: the file: 19950 more like these'])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('an empty one', () => {
    expect(problemsOf('')).toEqual(['otel.yaml: file_format: is missing, allowed: "1.0", "1.1" (a text, so in quotes)'])
  })

  test('an alias within what it stands for', () => {
    expect(problemsOf(`${FORMAT}resource: { attributes: &a [ *a ] }`)).toContain(
      'otel.yaml: resource.attributes[0][0]: the alias "a" stands within what it stands for',
    )
    expect(problemsOf(sampler('{ parent_based: { root: &s { parent_based: { root: *s } } } }')).join()).toMatch(
      /the alias "s" stands within/,
    )
  })

  test('an alias of nothing, or of what comes after it', () => {
    for (const text of [`${FORMAT}log_level: *level`, `${FORMAT}log_level: *level\ndisabled: &level false`])
      expect(problemsOf(text)).toEqual(['otel.yaml: log_level: the alias "level" stands for nothing before it'])
  })

  test('many aliases that are none too many are read at once', () => {
    const pairs = Array.from({ length: 20_000 }, (_, index) => `&a${index} x, *a${index}`).join(', ')
    const begun = performance.now()
    const text = `${FORMAT}resource: { attributes: [{ name: all, type: string_array, value: [${pairs}] }] }`
    expect(problemsOf(text)).toEqual([
      'otel.yaml: resource.attributes[0].value: is too long, allowed: 262,144 characters, 10,000 members of an array',
    ])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('without a file no variable that would not count is complained of', () => {
    const env = { OTEL_CONFIG_FILE: 'missing.yaml', OTEL_TRACES_EXPORTER: 'nonsense' }
    expect(problemsOf('', env)).toEqual([expect.stringMatching(/^OTEL_CONFIG_FILE: /)])
  })
})

const onUnix = process.platform === 'win32' ? test.skip : test
onUnix('a named pipe is refused, not waited for: as the file, and as a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-file-'))
  const pipe = join(folder, 'pipe')
  const file = join(folder, 'otel.yaml')
  try {
    execFileSync('mkfifo', [pipe])
    writeFileSync(file, traces(`{ otlp_http: { tls: { ca_file: ${pipe} } } }`))
    for (const path of [pipe, file])
      expect(() => resolveConfig({}, { env: { OTEL_CONFIG_FILE: path } })).toThrow(
        expect.objectContaining({
          problems: [expect.stringContaining('(no regular file)')],
        } satisfies Partial<HeddleConfigError>),
      )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('nothing is passed over:', () => {
  test.each<[string, string, string]>([
    [
      'within a sampler that has no keys',
      sampler('{ always_on: { ratio: 0.1 } }'),
      'tracer_provider.sampler.always_on.ratio: not implemented by Heddle, allowed: nothing',
    ],
    [
      'within a propagator',
      `${FORMAT}propagator: { composite: [{ b3: { single: true } }] }`,
      'propagator.composite[0].b3.single: not implemented by Heddle, allowed: nothing',
    ],
    [
      'in the place of a propagator’s keys',
      `${FORMAT}propagator: { composite: [{ b3: 1 }] }`,
      'propagator.composite[0].b3: read 1, allowed: nothing',
    ],
    [
      'within a console exporter',
      traces('{ console: { pretty: true } }'),
      'tracer_provider.processors[0].batch.exporter.console.pretty: not implemented by Heddle, allowed: nothing',
    ],
    [
      'within a detector',
      `${FORMAT}resource: { detection/development: { detectors: [{ host: { id: true } }] } }`,
      'resource.detection/development.detectors[0].host.id: not implemented by Heddle, allowed: nothing',
    ],
    [
      'a detector that is a text',
      `${FORMAT}resource: { detection/development: { detectors: [host] } }`,
      'resource.detection/development.detectors[0]: read a string, allowed: one of service, host, process, container',
    ],
    ['an attribute without a value', attribute('{ name: a }'), 'resource.attributes[0].value: is missing'],
    ['an attribute without a name', attribute('{ value: a }'), 'resource.attributes[0].name: is missing'],
    [
      'an attribute that is null',
      attribute('null'),
      'resource.attributes[0]: read null, allowed: a map of name, value',
    ],
    [
      'an attribute with an empty name',
      attribute('{ name: "", value: a }'),
      'resource.attributes[0].name: read "", allowed: the name of an attribute',
    ],
    [
      'a value that no resource holds',
      attribute(`{ name: a, value: ${'x'.repeat(262_145)} }`),
      'resource.attributes[0].value: is too long',
    ],
    [
      'a value of a list that no resource holds',
      `${FORMAT}resource: { attributes_list: a=${'x'.repeat(262_145)} }`,
      'resource.attributes_list: is too long',
    ],
    [
      'a name that is a number',
      attribute('{ name: 5, value: a }'),
      'resource.attributes[0].name: read a number, allowed: a text, in quotes',
    ],
    [
      'a version that is a number',
      attribute('{ name: service.version, value: 2, type: int }'),
      'resource.attributes[0].type: read int, allowed of service.version: string',
    ],
    [
      'a text that is a number',
      attribute('{ name: a, value: 2 }'),
      'resource.attributes[0].value: read 2, allowed: string, in quotes',
    ],
    [
      'a header without a value',
      traces('{ otlp_http: { headers: [{ name: api-key }] } }'),
      `${EXPORTER}.headers[0].value: is missing`,
    ],
    [
      'a list of headers that is none',
      traces('{ otlp_http: { headers_list: "api-key" } }'),
      `${EXPORTER}.headers_list: its value cannot be used`,
    ],
    [
      'a header that is badly encoded',
      traces('{ otlp_http: { headers_list: "k=%zz" } }'),
      `${EXPORTER}.headers_list: its value cannot be used`,
    ],
    [
      'a header’s name with =',
      traces('{ otlp_http: { headers: [{ name: "a=b", value: x }] } }'),
      `${EXPORTER}.headers[0]: cannot be used`,
    ],
    [
      'a header’s name with a comma',
      traces('{ otlp_http: { headers: [{ name: "a=1,b", value: x }] } }'),
      `${EXPORTER}.headers[0]: cannot be used`,
    ],
    [
      'no processors',
      `${FORMAT}tracer_provider: { processors: [] }`,
      'tracer_provider.processors: read an empty list, allowed: one with entries',
    ],
    ['a provider without content', `${FORMAT}logger_provider:`, 'logger_provider.processors: is missing'],
    [
      'two console exporters',
      `${FORMAT}tracer_provider: { processors: [{ simple: { exporter: { console: } } }, { batch: { exporter: { console: } } }] }`,
      'tracer_provider.processors: more than one console exporter is not implemented by Heddle',
    ],
    [
      'a certificate without its key',
      traces('{ otlp_grpc: { tls: { cert_file: /client.pem } } }'),
      'tracer_provider.processors[0].batch.exporter.otlp_grpc.tls.key_file: is missing: a client certificate needs its private key',
    ],
    [
      'a key without its certificate',
      traces('{ otlp_http: { tls: { key_file: /key.pem } } }'),
      `${EXPORTER}.tls.cert_file: is missing: a private key needs its certificate`,
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(`otel.yaml: ${expected}`)])
  })

  test.each<[string, string, string]>([
    [
      'an export timeout',
      traces('{ otlp_http: }', ', export_timeout: 7'),
      'tracer_provider.processors[0].batch.export_timeout: left out: a batch is kept until it is delivered or its bounds are reached',
    ],
    [
      'the bounds of a console',
      traces('{ console: }', ', schedule_delay: 7'),
      'tracer_provider.processors[0].batch: its bounds are left out: the console is written at once',
    ],
    [
      'a later minor version',
      'file_format: "1.9"',
      'file_format: read "1.9", known is up to "1.1": what came later is refused by its name',
    ],
    [
      'instrumentation',
      `${FORMAT}instrumentation/development: { js: { express: { enabled: false } } }`,
      'instrumentation/development: left out: all of ours are on, and start({ instrumentations }) adds others',
    ],
  ])('%s is warned of', (_, text, expected) => {
    expect(resolve(text).warnings).toEqual([`otel.yaml: ${expected}`])
  })

  test('the export timeout of the schema’s templates, which is its default, says nothing', () => {
    expect(resolve(traces('{ otlp_http: }', ', export_timeout: 30000')).warnings).toEqual([])
  })
})

describe('headers', () => {
  const headersOf = (text: string) => resolve(traces(`{ otlp_http: { ${text} } }`)).exporters.traces.otlp?.headers

  test.each([
    ['headers: [{ name: API-Key, value: a }], headers_list: "api-key=b,other=1"'],
    ['headers_list: "api-key=b,other=1", headers: [{ name: API-Key, value: a }]'],
  ])('those that are written out come before the list, in any case: %s', (text) => {
    expect(headersOf(text)).toEqual({ 'api-key': 'a', other: '1' })
  })

  test('one whose value is null is left to the list', () => {
    expect(headersOf('headers: [{ name: a, value: null }], headers_list: "a=1"')).toEqual({ a: '1' })
  })
})

test('the bounds of one processor are not those of another', () => {
  const batch = (bounds: string, exporter: string) => `{ batch: { ${bounds}, exporter: { ${exporter}: } } }`
  const processors = [batch('max_export_batch_size: 50', 'otlp_http'), batch('max_export_batch_size: 1', 'console')]
  const text = `${FORMAT}tracer_provider: { processors: [${processors.join(', ')}] }`
  expect(resolve(text).exporters.traces.otlp?.batch?.maxItems).toBe(50)
})

test('who is switched off by the file need not correct the rest of it; code may switch it on', () => {
  const text = `${FORMAT}disabled: true\nno_such_part: 1`
  expect(resolve(text).enabled).toBe(false)
  expect(() => resolve(text, {}, { enabled: true })).toThrow(HeddleConfigError)
})

test('a tag makes a text of what stands for a number, and infinity is a number', () => {
  const text = `${FORMAT}resource:
  attributes:
    - { name: a, type: double, value: .inf }
    - name: b
      type: double
      value: $\{INFINITE}
    - name: c
      value: !!str $\{FIVE}
`
  const { attributes } = resolve(text, { INFINITE: '-.inf', FIVE: '5' }).service
  expect(attributes).toEqual({ a: Infinity, b: -Infinity, c: '5' })
})
