import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = join(__dirname, '../..')
const BENCHMARKS = join(ROOT, 'benchmarks')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/**
 * Calls a function of the harness in a process of its own: the harness is ES modules, and Jest runs
 * CommonJS.
 */
function harness(file: string, name: string, ...args: readonly unknown[]) {
  const url = pathToFileURL(join(BENCHMARKS, 'harness', file)).href
  const script = `
    import { readFileSync } from 'node:fs'
    import { ${name} } from ${JSON.stringify(url)}
    process.stdout.write(JSON.stringify(${name}(...JSON.parse(readFileSync(0, 'utf8'))) ?? null))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    input: JSON.stringify(args),
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** A result in which only what a goal reads is given: the cost, or the cost and what else. */
function rows(costs: Record<string, number | object>) {
  const row = (value: number | object) => (typeof value === 'number' ? { cost: value } : value)
  return {
    rows: Object.entries(costs).map(([name, value]) => ({ name, what: 'x', median: 1, lost: {}, ...row(value) })),
  }
}

describe('the pages', () => {
  const results = JSON.parse(read('benchmarks/results.json'))
  test('RESULTS.md is what results.json gives', () => {
    const page = harness('pages/page.mjs', 'resultsPage', results, harness('pages/results.mjs', 'installedVersions'))
    expect(read('benchmarks/RESULTS.md')).toBe(page)
  })

  test('the table in the README is what results.json gives', () => {
    const readme = read('README.md')
    expect(readme).toContain('<!-- bench:begin -->\n|')
    expect(harness('pages/page.mjs', 'readmeWith', readme, results)).toBe(readme)
  })

  test('a README keeps what is outside of the markers', () => {
    const readme = 'before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n'
    const fastify = rows({ bare: 10, heddle: 20, stock: 110 })
    expect(harness('pages/page.mjs', 'readmeWith', readme, { 'fastify@20': fastify })).toBe(`before
<!-- bench:begin -->
|  | Node 20 | goal |
| --- | --: | --: |
| Fastify request with one log line, added CPU, against stock | 1/10 ✓ | 1/10 |
<!-- bench:end -->
after
`)
  })
})

describe('what we want to reach', () => {
  const burst = (heddle: object) => ({
    'log-burst@24': rows({ 'heddle-grpc': heddle, 'sdk-logs-grpc': { perArrived: 40 } }),
  })

  const saturated = (heddle: object) => ({
    'fastify-saturated@24': rows({ heddle, bare: { perSecond: 1_000, p99Ms: 2 } }),
  })

  const replayed = (p999Ms: number) => ({
    'replay@24': rows({ heddle: { delay: { p999Ms } }, bare: { delay: { p999Ms: 3 } } }),
  })

  test.each<[string, object, string]>([
    ['met', { 'fastify@24': rows({ bare: 10, heddle: 20, stock: 120 }) }, '1/11 | ✓'],
    ['not met', { 'fastify@24': rows({ bare: 10, heddle: 20, stock: 90 }) }, '1/8 | –'],
    ['dearer than the peer', { 'fastify@24': rows({ bare: 10, heddle: 20, stock: 15 }) }, '2.0 × | –'],
    ['nothing added by us', { 'fastify@24': rows({ bare: 10, heddle: 9, stock: 15 }) }, 'within the noise | ✓'],
    ['per record that arrived', burst({ perArrived: 10 }), '1/4 | ✓'],
    ['a share of the bare app', saturated({ perSecond: 920, p99Ms: 2 }), '8 % | ✓'],
    ['a later event loop', replayed(4.51), '1.5 ms | ✓'],
    ['an event loop that is too late', replayed(9), '6 ms | –'],
    ['a larger share', saturated({ perSecond: 600, p99Ms: 2 }), '40 % | –'],
    ['not met by what loses', burst({ perArrived: 10, lost: { logs: 0.1 } }), '1/4 | –'],
  ])('%s', (_name, results, cells) => {
    const table: string = harness('pages/reach.mjs', 'reachTable', results, ['24'])
    expect(table.split('\n')[2]).toContain(`| ${cells} |`)
  })

  test('what was not measured is left out', () => {
    const results = { 'fastify@20': rows({ bare: 10, heddle: 20, stock: 120 }) }
    expect(harness('pages/reach.mjs', 'reachTable', results, ['20', '24']).split('\n')).toEqual([
      '| scenario | what | ours | theirs | Node 20 | met, 20 | Node 24 | met, 24 | at most | moonshot |',
      expect.any(String),
      '| fastify | added CPU | heddle | stock | 1/11 | ✓ |  |  | 1/10 |  |',
      '',
    ])
  })
})

test('growth is the first point of a scenario beside its last, each over the bare app there', () => {
  const at = (contender: string, point: string, cost: number) => ({
    contender,
    point,
    cost,
    rssMiB: cost,
    arrived: { logs: 1 },
    lost: {},
  })
  const last = { ...at('heddle', '9', 41), lost: { logs: 0.5 } }
  const points = [at('bare', '1', 10), at('heddle', '1', 30), at('bare', '9', 20), last]
  expect(
    harness('pages/growth-table.mjs', 'growthTable', { 'growth-routes@20': { rows: points } }, ['20']).split('\n')[2],
  ).toBe('| 1 → 9 | heddle | 20.0 → 21.0 | 30 → 41 | 0 % → 50 % |')
})

test('a table says why a contender has no row', () => {
  const scenario = { title: 'A', unit: 'µs', rows: rows({ bare: 1 }).rows, leftOut: { 'dd-trace': 'it needs Node 22' } }
  expect(harness('pages/table.mjs', 'tableOf', scenario)).toMatch(
    /\| 1\.00 \|\n\nLeft out: \*\*dd-trace\*\*: it needs Node 22\.\n$/,
  )
})

test('the reason is the line of the child that names the error', () => {
  const message =
    'x ended (1): /a/b.js:3\n  throw new E()\n\nTypeError [ERR_X]: no such thing\n    at a (b.js:3:1)\n\nNode.js v26'
  expect(harness('measuring/measure.mjs', 'reasonOf', { message })).toBe('TypeError [ERR_X]: no such thing')
  expect(harness('measuring/measure.mjs', 'reasonOf', { message: 'the server closed a connection' })).toBe(
    'the server closed a connection',
  )
})

describe('stock OpenTelemetry', () => {
  test.each([
    [20, 2],
    [22, 3],
    [26, 3],
  ])('on Node %i is of SDK %i, and its row says so', (major, sdk) => {
    const folder = sdk === 3 ? 'stock-3/' : ''
    const { dependencies } = JSON.parse(read(`benchmarks/${folder}package.json`))
    const name = '@opentelemetry/auto-instrumentations-node'
    expect(harness('../contenders/stock-line.mjs', 'stockLineOf', major).sdk).toBe(sdk)
    expect(harness('../contenders/stock-line.mjs', 'stockVersions', major, name)).toBe(
      `auto-instrumentations-node ${dependencies[name]}`,
    )
  })

  test.each(['benchmarks', 'benchmarks/stock-3'])('the lock file of %s holds no registry addresses', (folder) => {
    expect(read(`${folder}/package-lock.json`)).not.toContain('"resolved"')
  })

  test.each(['', 'stock-3/'])('of one set has one API', (folder) => {
    const { packages } = JSON.parse(read(`benchmarks/${folder}package-lock.json`))
    const apis = Object.keys(packages).filter((path) => path.endsWith('@opentelemetry/api'))
    expect(apis).toEqual(['node_modules/@opentelemetry/api'])
  })
})

describe('a row', () => {
  test('is the least of its rounds, and what each item that arrived cost', () => {
    const contender = { what: 'x', delivers: ['logs'] }
    const rounds = [
      { cost: 4, count: 100, delivered: { logs: 50 } },
      { cost: 6, count: 100, delivered: { logs: 100 } },
    ]
    expect(
      harness('measuring/row.mjs', 'rowOf', { name: 'a', contender, rounds, rssMiB: 5 }, { logs: 1 }),
    ).toMatchObject({
      cost: 4,
      median: 6,
      perArrived: 6,
      rounds: 2,
      arrived: { logs: 0.75 },
      lost: { logs: 0.25 },
    })
  })

  test('has no cost for each that arrived where none did', () => {
    const contender = { what: 'x', delivers: ['logs'] }
    const rounds = [{ cost: 4, count: 100, delivered: {} }]
    expect(
      harness('measuring/row.mjs', 'rowOf', { name: 'a', contender, rounds, rssMiB: 5 }, { logs: 1 }).perArrived,
    ).toBeUndefined()
  })
})

test('the clock of the simulated hour: a minute in a tenth of a second for every clock, and never backwards', () => {
  const script = `
    const { runClock } = require(${JSON.stringify(join(BENCHMARKS, 'harness/processes/clock.cjs'))})
    const clocks = [Date.now, () => performance.now(), () => Number(process.hrtime.bigint()) / 1e6]
    const read = () => clocks.map((clock) => clock())
    const passed = (from) => read().map((now, index) => now - from[index])
    const start = read()
    runClock({ speed: 600 })
    setTimeout(() => {
      const minute = passed(start)
      runClock({ speed: 1 })
      const [seconds, nanos] = process.hrtime()
      const since = read()
      const hrtimeAgrees = Math.abs(seconds * 1e3 + nanos / 1e6 - since[2]) < 1_000
      setTimeout(() => console.log(JSON.stringify({ minute, after: passed(since), hrtimeAgrees })), 5)
    }, 60_000)`
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  const { minute, after, hrtimeAgrees } = JSON.parse(stdout)
  // A timer may fire a millisecond early, which is 600 of them here.
  for (const milliseconds of minute) expect(milliseconds).toBeGreaterThan(58_000)
  for (const milliseconds of after) expect(milliseconds).toBeGreaterThanOrEqual(0)
  expect(hrtimeAgrees).toBe(true)
})

describe('contenders that take turns', () => {
  const shares = (...costs: readonly (readonly number[])[]): number[] =>
    harness('measuring/paired.mjs', 'pairedShares', ...costs)
  const interval = (values: readonly number[]) => harness('measuring/paired.mjs', 'medianInterval', values)

  test('are compared round by round, so that a round in which all is dearer changes nothing', () => {
    expect(shares([12, 24, 12], [20, 40, 20], [10, 20, 10])).toEqual([0.2, 0.2, 0.2])
  })

  test('are not compared in a round in which the peer added nothing', () => {
    expect(shares([12, 12], [20, 9], [10, 10])).toEqual([0.2])
  })

  test.each<[string, readonly number[], object]>([
    ['six values: from the least to the greatest', [6, 2, 3, 4, 5, 1], { low: 1, median: 3.5, high: 6 }],
    ['nine: one at each end is left out', [9, 8, 7, 6, 5, 4, 3, 2, 1], { low: 2, median: 5, high: 8 }],
    ['twelve: two', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1_000], { low: 3, median: 6.5, high: 10 }],
  ])('the interval of the median of %s', (_name, values, expected) => {
    expect(interval(values)).toEqual(expected)
  })

  test('have no interval before the sixth round', () => {
    // JSON has no Infinity.
    expect(interval([5, 5, 5, 5, 5])).toEqual({ low: null, median: 5, high: null })
  })

  test('the interval holds the median of a skewed distribution in 95 of 100 samples at least', () => {
    let state = 1
    const random = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    // Exponential: its median is ln 2.
    const samples = Array.from({ length: 400 }, () => Array.from({ length: 12 }, () => -Math.log(random())))
    const url = pathToFileURL(join(BENCHMARKS, 'harness/measuring/paired.mjs')).href
    const script = `
      import { readFileSync } from 'node:fs'
      import { medianInterval } from ${JSON.stringify(url)}
      const samples = JSON.parse(readFileSync(0, 'utf8'))
      console.log(JSON.stringify(samples.map((sample) => medianInterval(sample))))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      input: JSON.stringify(samples),
      maxBuffer: 2 ** 26,
    })
    const holding = JSON.parse(stdout).filter(
      ({ low, high }: { low: number; high: number }) => low <= Math.LN2 && Math.LN2 <= high,
    )
    expect(holding.length / samples.length).toBeGreaterThan(0.95)
  })
})

describe('the guard', () => {
  const committed = { results: { 'fastify@24': rows({ bare: 10, heddle: 20, stock: 110, lean: 40 }) }, major: '24' }
  /** Six rounds, of which each is as much dearer for all as the machine is busy. */
  const turns = (costs: Record<string, number>, busy = [1, 1.1, 1, 2, 1, 1.3]) =>
    rows(
      Object.fromEntries(
        Object.entries(costs).map(([name, cost]) => [name, { cost, costs: busy.map((times) => cost * times) }]),
      ),
    )
  const guard = (costs: Record<string, number>, busy?: number[]) =>
    harness(
      'pages/regressions.mjs',
      'regressionOf',
      'fastify',
      { results: { 'fastify@22': turns(costs, busy) }, major: '22' },
      committed,
    )

  test.each<[string, Record<string, number>, string[]]>([
    ['passes what costs as much as it did', { bare: 10, heddle: 20, stock: 110, lean: 40 }, []],
    ['passes a machine on which all is twice as dear', { bare: 20, heddle: 40, stock: 220, lean: 80 }, []],
    ['passes one and a half times as dear', { bare: 10, heddle: 25, stock: 110, lean: 40 }, []],
    ['fails six times as dear', { bare: 10, heddle: 70, stock: 110, lean: 40 }, ['heddle']],
    ['passes one peer who was lucky', { bare: 10, heddle: 30, stock: 20, lean: 40 }, []],
    ['passes where no peer runs', { bare: 10, heddle: 70 }, []],
  ])('%s', (_name, costs, dearer) => {
    expect(guard(costs).dearer).toEqual(dearer)
  })

  test('passes where a round was no dearer', () => {
    const { rows: measured } = turns({ bare: 10, heddle: 70, stock: 110, lean: 40 })
    const lucky = measured.map((row) => (row.name === 'heddle' ? { ...row, costs: [20, 70, 70, 140, 70, 90] } : row))
    const { dearer } = harness(
      'pages/regressions.mjs',
      'regressionOf',
      'fastify',
      { results: { 'fastify@22': { rows: lucky } }, major: '22' },
      committed,
    )
    expect(dearer).toEqual([])
  })

  test('passes too few rounds', () => {
    expect(guard({ bare: 10, heddle: 70, stock: 110, lean: 40 }, [1, 1, 1]).dearer).toEqual([])
  })

  test('says what it has compared', () => {
    expect(guard({ bare: 10, heddle: 30, stock: 110 }).lines).toEqual([
      'fastify: heddle costs 0.20 of stock (0.20 to 0.20, 6 rounds), and did 1/10; the limit is 0.30',
    ])
  })

  test('measures the yardstick of every goal that guards', () => {
    const compared = harness('guard.mjs', 'guardedContenders', 'log-steady')
    expect(compared).toEqual(['heddle-grpc', 'sdk-logs-grpc', 'empty', 'heddle', 'sdk-logs', 'empty'])
  })

  test.each([1, 2, 3, 7, 8])('bisects to commit %i of 8, in three comparisons', (first) => {
    const url = pathToFileURL(join(BENCHMARKS, 'harness/history/bisect.mjs')).href
    const script = `
      import { firstOf } from ${JSON.stringify(url)}
      let asked = 0
      const found = await firstOf([1, 2, 3, 4, 5, 6, 7, 8], async (commit) => { asked++; return commit >= ${first} })
      console.log(JSON.stringify({ found, asked }))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual({ found: first, asked: 3 })
  })

  test.each([
    ['20', '20'],
    ['22', '24'],
    ['26', '24'],
    ['18', '20'],
  ])('compares Node %s with the committed results of Node %s', (major, nearest) => {
    expect(harness('pages/regressions.mjs', 'nearestMajor', { 'fastify@20': {}, 'express@24': {} }, major)).toBe(
      nearest,
    )
  })
})
