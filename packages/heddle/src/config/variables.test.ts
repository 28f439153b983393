import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf, resolve } from './fixtures/resolve'
import { configSummary } from './summary'
import { VARIABLES } from './variables'

/** What no variable can be. */
const WRONG = '%no such value%'
const names = Object.keys(VARIABLES)
const refused = names.filter((name) => VARIABLES[name] === 'refuse')
const fallingBack = names.filter((name) => typeof VARIABLES[name] === 'object')
const free = names.filter((name) => VARIABLES[name] === undefined)

/** What else has to be set for a variable to be read. */
const beside = (name: string) => (name === 'OTEL_TRACES_SAMPLER_ARG' ? { OTEL_TRACES_SAMPLER: 'traceidratio' } : {})
/** Values that are wrong only for this variable, or whose wrong ones need another form. */
const wrongFor = (name: string) => (/ABLED_INSTRUMENTATIONS$/.test(name) ? ' , ' : WRONG)

test('each variable that is read is in the list, so that a new one has to choose', () => {
  const read = new Set<string>()
  const env = new Proxy({} as Record<string, string | undefined>, {
    get(_target, name) {
      read.add(String(name))
      // The argument is read for a sampler that takes one.
      return name === 'OTEL_TRACES_SAMPLER' ? 'traceidratio' : undefined
    },
  })
  resolve({}, env)
  expect([...read].filter((name) => /^(OTEL|HEDDLE)_/.test(name) && !(name in VARIABLES))).toEqual([])
  // The resource, the instrumentation and the preload read theirs themselves.
  const readElsewhere = [
    'OTEL_SERVICE_NAME',
    'OTEL_RESOURCE_ATTRIBUTES',
    'OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS',
    'HEDDLE_TOOLS',
  ]
  expect(names.filter((name) => !read.has(name))).toEqual(readElsewhere)
})

test.each(refused)('%s with a wrong value is an error that names it', (name) => {
  const problems = problemsOf({}, { [name]: WRONG })
  expect(problems[0]).toMatch(/allowed: /)
  for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name}: `))
})

test.each(fallingBack)('%s with a wrong value is a warning that says all, and the same as unset', (name) => {
  const unset = resolve({}, beside(name))
  const wrong = resolve({}, { ...beside(name), [name]: wrongFor(name) })
  const { warnings, ...config } = wrong
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${name}: read ".*", allowed: .+; used: .+`))])
  expect({ ...config, warnings: [] }).toEqual({ ...unset, warnings: [] })
  expect(configSummary(wrong).sources).toEqual(configSummary(unset).sources)
})

test.each(free)('%s has no wrong values', (name) => {
  expect(problemsOf({}, { [name]: WRONG })).toEqual([])
})

test.each([...refused, ...fallingBack])('%s that is empty is unset', (name) => {
  const unset = resolve({}, beside(name))
  expect(resolve({}, { ...beside(name), [name]: '' })).toEqual(unset)
  expect(resolve({}, { ...beside(name), [name]: '  ' })).toEqual(unset)
})

test('a signal’s own variable that is wrong leaves the word to the general one', () => {
  const env = {
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: 'soon',
    OTEL_EXPORTER_OTLP_TIMEOUT: '700',
    OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '-1',
    OTEL_ATTRIBUTE_COUNT_LIMIT: '7',
  }
  const { exporters, limits, warnings } = resolve({}, env)
  expect(exporters.traces.otlp?.timeoutMs).toBe(700)
  expect(limits.span.attributeCount).toBe(7)
  expect(warnings).toHaveLength(2)
})

test('of several propagators the known ones stay', () => {
  const { propagation, warnings } = resolve({}, { OTEL_PROPAGATORS: 'TraceContext,xray,b3' })
  expect(propagation.formats).toEqual(['tracecontext', 'b3'])
  expect(warnings).toEqual([expect.stringMatching(/^OTEL_PROPAGATORS: read "xray", allowed: /)])
})

test('the same values given in code are errors, however safe the default', () => {
  const options = {
    logLevel: 'loud',
    sampler: 2,
    shutdownTimeoutMs: -1,
    http: { spans: 'some' },
    limits: { linkCount: -1 },
  }
  expect(problemsOf(options)).toHaveLength(5)
})

test('the documentation has each of them, and says which refuse', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/configuration.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const ofBothSignals = (name: string) =>
    name.replace(/_OTLP_(TRACES|LOGS)_/, '_OTLP_').replace('OTEL_BLRP_', 'OTEL_BSP_')
  for (const name of names) {
    const general = ofBothSignals(name)
    const suffix = general.replace('OTEL_EXPORTER_OTLP', '…')
    const has = (text: string) => text.includes(`\`${general}\``) || text.includes(`\`${suffix}\``)
    const row = rows.find((line) => has(line.split(' | ')[0]!)) ?? rows.find(has)
    expect([name, row]).toEqual([name, expect.any(String)])
    expect([name, row!.includes('**refused**')]).toEqual([name, VARIABLES[name] === 'refuse'])
  }
})

test('no cell of its tables is longer than 200 characters: the rest is prose', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/configuration.md'), 'utf8')
  const cells = page.split('\n').flatMap((line) => (line.startsWith('|') ? line.split(' | ') : []))
  expect(cells.filter((cell) => cell.length > 200)).toEqual([])
})
