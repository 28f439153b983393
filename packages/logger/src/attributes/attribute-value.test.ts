import { runInNewContext } from 'node:vm'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import fc from 'fast-check'
import { createLogger, sanitizeAttributes, toAttributeValue } from '..'

const throwing = (message: string) => () => {
  throw new Error(message)
}

class Money {
  readonly #secret = 1
  constructor(
    readonly amount: number,
    readonly currency: string,
  ) {}
  get reveal() {
    return this.#secret
  }
}

describe('a value', () => {
  const shared = { a: 1 }
  test.each<[string, unknown, unknown]>([
    ['a string', 'text', 'text'],
    ['a boolean', false, false],
    ['null', null, null],
    ['undefined', undefined, undefined],
    ['NaN', Number.NaN, Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['a bigint that a number holds', 42n, 42],
    ['a bigint that none holds', 2n ** 63n, '9223372036854775808'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['a function', function pay() {}, '[Function: pay]'],
    ['a nameless function', () => {}, '[Function: anonymous]'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an invalid date', new Date(Number.NaN), 'Invalid Date'],
    ['a date of another realm', runInNewContext('new Date(0)'), '1970-01-01T00:00:00.000Z'],
    ['a regular expression', /a+/g, '/a+/g'],
    ['a URL, by its toJSON', new URL('http://a/b'), 'http://a/b'],
    ['a boxed string', Object('boxed'), 'boxed'],
    [
      'a map',
      new Map<unknown, unknown>([
        ['a', 1],
        [2, { b: 2 }],
        [{}, 3],
      ]),
      { a: 1, 2: { b: 2 }, '[object Object]': 3 },
    ],
    ['a set', new Set([1, 'a']), [1, 'a']],
    [
      'a mixed and sparse array',
      Object.assign(new Array(5), { 0: 1, 2: 'a', 4: [true] }),
      [1, null, 'a', null, [true]],
    ],
    ['a class instance', new Money(3, 'EUR'), { amount: 3, currency: 'EUR' }],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['an undefined property', { a: undefined, b: null }, { b: null }],
    ['one object in two places', { x: shared, y: [shared] }, { x: { a: 1 }, y: [{ a: 1 }] }],
    [
      'a toJSON that returns itself',
      {
        a: 1,
        toJSON() {
          return this
        },
      },
      { a: 1, toJSON: '[Function: toJSON]' },
    ],
    ['a toJSON that throws', { toJSON: throwing('no') }, '[Throws: no]'],
    [
      'a proxy that throws',
      new Proxy({}, { ownKeys: throwing('no keys'), get: throwing('no get') }),
      expect.stringContaining('[Throws: '),
    ],
    ['a constructor key', { nested: { constructor: 'McLaren' } }, { nested: { '[constructor]': 'McLaren' } }],
    ['an unpaired surrogate', 'a\ud800b', 'a\ud800b'],
  ])('%s', (_, value, expected) => {
    expect(toAttributeValue(value)).toEqual(expected)
  })

  test('of bytes is a copy of them', () => {
    const buffer = Buffer.from('hello')
    const value = toAttributeValue(buffer)
    buffer.fill(0)
    expect(value).toEqual(new Uint8Array([104, 101, 108, 108, 111]))
    expect(toAttributeValue(new Uint16Array([1, 2]).subarray(1))).toEqual(new Uint8Array([2, 0]))
    expect(toAttributeValue(new ArrayBuffer(2))).toEqual(new Uint8Array(2))
  })

  test('of an error is a map', () => {
    const error = runInNewContext('new RangeError("far")')
    expect(toAttributeValue({ error })).toEqual({
      error: { type: 'RangeError', message: 'far', stacktrace: expect.stringContaining('far') },
    })
  })

  test('with a cycle says where', () => {
    const cycle: Record<string, unknown> = { list: [] }
    cycle['self'] = cycle
    ;(cycle['list'] as unknown[]).push(cycle)
    expect(toAttributeValue(cycle)).toEqual({ list: ['[Circular]'], self: '[Circular]' })
  })

  test('with a getter that throws says so, whatever is thrown', () => {
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    const value = {
      get a() {
        throw new Error('broken')
      },
      get b() {
        throw revoked.proxy
      },
      c: revoked.proxy,
      d: 1,
    }
    expect(toAttributeValue(value)).toEqual({
      a: '[Throws: broken]',
      b: '[Throws]',
      c: expect.stringContaining('[Throws'),
      d: 1,
    })
  })

  test('cannot reach a prototype', () => {
    const hostile = JSON.parse('{"__proto__":{"admin":true},"a":{"__proto__":{"admin":true}}}')
    const value = toAttributeValue(hostile) as Record<string, unknown>
    expect(value).toEqual({ a: {} })
    expect(Object.getPrototypeOf(value['a'])).not.toHaveProperty('admin')
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
})

describe('the bounds', () => {
  test('cut depth', () => {
    expect(toAttributeValue({ a: { b: { c: 1 } }, when: [[new Date(0)]] }, { maxDepth: 2 })).toEqual({
      a: { b: '[Depth]' },
      when: ['[Depth]'],
    })
  })

  test('cut properties and items', () => {
    const limits = { maxProperties: 2 }
    expect(toAttributeValue({ a: 1, b: 2, c: 3 }, limits)).toEqual({ a: 1, b: 2, '[Truncated]': true })
    expect(
      toAttributeValue(
        new Map([
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ]),
        limits,
      ),
    ).toEqual({ a: 1, b: 2, '[Truncated]': true })
    expect(toAttributeValue([1, 2, 3, 4], limits)).toEqual([1, 2, '[Truncated: 2 more]'])
  })

  test('cut strings, keys and bytes', () => {
    const limits = { maxLength: 3 }
    expect(toAttributeValue({ abcdef: 'abcdef' }, limits)).toEqual({ 'abc…': 'abc…' })
    expect(toAttributeValue(Buffer.alloc(10), limits)).toEqual(new Uint8Array(3))
  })

  test('cut the whole, though every object in it is small', () => {
    const wide = (depth: number): unknown => (depth === 0 ? 'leaf' : Array.from({ length: 100 }, () => wide(depth - 1)))
    expect(JSON.stringify(toAttributeValue(wide(3))).length).toBeLessThan(300_000)
  })
})

describe('any value at all', () => {
  const exporter = new InMemoryLogRecordExporter()
  const log = createLogger({
    name: 'property',
    provider: new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] }),
  })
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toJSON', 'toString', 'length', 'then', '')),
  })
  const hostile = fc.constantFrom<unknown>(
    new Proxy({}, { ownKeys: throwing('ownKeys') }),
    new Proxy({ a: 1 }, { get: throwing('get') }),
    new Proxy({ a: 1 }, { getOwnPropertyDescriptor: throwing('descriptor') }),
    new Proxy([], { get: throwing('length') }),
    new Proxy({}, { getPrototypeOf: throwing('prototype') }),
    new Proxy(() => {}, { get: throwing('name') }),
    {
      get a() {
        throw null
      },
    },
    { [Symbol.toPrimitive]: throwing('primitive'), toString: throwing('string') },
    Object.assign(new Map(), { entries: throwing('entries') }),
  )

  test('is accepted whole by the SDK, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anything, hostile, fc.tuple(anything, hostile)), (value) => {
        exporter.reset()
        log.info('body', { value })
        log.info(value as string, value, value)
        const [first, second] = exporter.getFinishedLogRecords()
        expect(Object.keys(first?.attributes ?? {})).toEqual(value === undefined ? [] : ['value'])
        expect(second).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })

  test('has attributes that are plain', () => {
    fc.assert(
      fc.property(fc.oneof(anything, hostile), (value) => {
        for (const [key, attribute] of Object.entries(sanitizeAttributes(value))) {
          expect(key).not.toBe('__proto__')
          expect(['string', 'number', 'boolean', 'object', 'undefined']).toContain(typeof attribute)
        }
      }),
    )
  })

  test('is bounded in size', () => {
    const limits = { maxBytes: 2_000, maxLength: 100 }
    fc.assert(
      fc.property(anything, (value) => {
        const text =
          JSON.stringify(toAttributeValue(value, limits), (_, v) => (v instanceof Uint8Array ? v.length : v)) ?? ''
        expect(text.length).toBeLessThan(6 * limits.maxBytes)
      }),
    )
  })
})
