import fc from 'fast-check'
import { type Level, LevelScale } from './level-scale'

/** The severities of an object's levels, by name. */
function severities(levels: Readonly<Record<string, number>>, falls = false): Record<string, number> {
  const all = Object.entries(levels).map(([name, number]): Level => ({ name, number }))
  const scale = new LevelScale(all, falls)
  return Object.fromEntries(all.map((level) => [level.name, scale.severityOf(level)]))
}

test('the levels of syslog are those of the data model, however they are numbered', () => {
  const expected = { emerg: 21, alert: 19, crit: 18, error: 17, warning: 13, notice: 10, info: 9, debug: 5 }
  const names = Object.keys(expected)
  expect(severities(Object.fromEntries(names.map((name, i) => [name, i])))).toEqual(expected)
  expect(severities(Object.fromEntries(names.map((name, i) => [name, (8 - i) * 100])))).toEqual(expected)
})

test('the levels of npm, which fall, are in order', () => {
  const npm = severities({ error: 0, warn: 1, info: 2, http: 3, verbose: 4, debug: 5, silly: 6 })
  expect(npm).toEqual({ error: 17, warn: 13, info: 9, http: 7, verbose: 6, debug: 5, silly: 1 })
})

test('a name counts in any case', () => {
  expect(severities({ WARN: 1, Notice: 2 })).toEqual({ WARN: 13, Notice: 10 })
})

test('a name of the app’s stands where its neighbours are, on a rising scale and on a falling one', () => {
  expect(severities({ info: 200, success: 250, warning: 300, audit: 900 })).toEqual({
    ...{ info: 9, success: 11, warning: 13, audit: 17 },
  })
  expect(severities({ error: 0, retry: 1, warn: 2, chatter: 8 })).toEqual({
    error: 17,
    retry: 15,
    warn: 13,
    chatter: 9,
  })
})

test('names that nobody knows are spread over the six of the data model, by their order', () => {
  expect(severities({ a: 100, b: 200, c: 300, d: 400, e: 500, f: 600 })).toEqual({
    a: 1,
    b: 5,
    c: 9,
    d: 13,
    e: 17,
    f: 21,
  })
  expect(severities({ a: 1, b: 2, c: 3 }, true)).toEqual({ a: 21, b: 11, c: 1 })
  expect(severities({ a: 7 })).toEqual({ a: 9 })
})

test('of any scale the severities are those of the data model, and rise or fall with the numbers between known names', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), number), number, number, (levels, low, high) => {
      const scale = new LevelScale(
        Object.entries({ ...levels, info: -1e7, error: 1e7 }).map(([name, n]) => ({ name, number: n })),
      )
      const [a, b] = [Math.min(low, high), Math.max(low, high)].map((n) => scale.severityOf({ name: '?', number: n }))
      for (const severity of [a, b]) expect([...Array(24).keys()]).toContain(severity! - 1)
      if (Object.keys(levels).length === 0) expect(a).toBeLessThanOrEqual(b!)
    }),
  )
})

test('a scale of any size, and numbers that are none, do no harm', () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`l${i}`, i]))
  expect(severities({ ...many, nan: Number.NaN, silent: Number.POSITIVE_INFINITY })).toMatchObject({ l0: 1, l999: 21 })
})
