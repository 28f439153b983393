import { toAttributeValue } from '@heddle/logger'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import type { AnyValueMap } from '@opentelemetry/api-logs'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { LogRecordProcessor, SdkLogRecord } from '@opentelemetry/sdk-logs'
import fc from 'fast-check'
import { HeddleLoggerProvider } from './logger-provider'

/** What becomes of the attributes of a record, as other bridges give them to the Logs API. */
function attributesOf(attributes: object, attributeValueLength = Number.POSITIVE_INFINITY): AnyValueMap {
  let seen: AnyValueMap = {}
  const processor: LogRecordProcessor = {
    onEmit: (record) => {
      seen = (record as SdkLogRecord).attributes as AnyValueMap
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  }
  const limits = { attributeCount: 128, attributeValueLength }
  new HeddleLoggerProvider({
    resource: resourceFromAttributes({}),
    limits,
    describe: toAttributeValue,
    processors: [processor],
  })
    .getLogger('another bridge')
    .emit({ attributes: attributes as AnyValueMap, context: ROOT_CONTEXT })
  return seen
}
const copyOf = (value: unknown) => attributesOf({ value })['value']

class Money {
  readonly #secret = 'secret'
  constructor(readonly currency: string) {}
  get hidden() {
    return this.#secret
  }
}
const shared = { x: 1 }

test.each<[string, unknown, unknown]>([
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a date in a list', [new Date(0)], ['1970-01-01T00:00:00.000Z']],
  ['a class instance', new Money('EUR'), { currency: 'EUR' }],
  ['what has a toJSON', new URL('http://a/b'), 'http://a/b'],
  [
    'a map',
    new Map<unknown, unknown>([
      ['a', 1],
      [2, { b: 2 }],
    ]),
    { a: 1, 2: { b: 2 } },
  ],
  ['a set', new Set([1, 'a']), [1, 'a']],
  ['a bigint', 42n, 42],
  ['a large bigint', 2n ** 63n, '9223372036854775808'],
  ['a function', function pay() {}, '[Function: pay]'],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  ['a boxed text', Object('boxed'), 'boxed'],
  ['a regular expression', /a+/, '/a+/'],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  ['a buffer', Buffer.from('ab'), Buffer.from('ab')],
  ['an array buffer', Uint8Array.of(1).buffer, Uint8Array.of(1)],
  ['a typed array', new Uint16Array([1]), Uint8Array.of(1, 0)],
  ['one object in two places', { a: shared, list: [shared, shared] }, { a: { x: 1 }, list: [{ x: 1 }, { x: 1 }] }],
  ['a map with a constructor', { constructor: 'McLaren' }, { constructor: 'McLaren' }],
  [
    'a getter that throws',
    Object.defineProperty({ b: 1 }, 'a', { get: failing, enumerable: true }),
    { a: '[Throws: broken]', b: 1 },
  ],
  ['a proxy that throws', new Proxy({}, { ownKeys: failing }), '[Throws: broken]'],
])('%s is kept', (_, value, expected) => {
  expect(copyOf(value)).toEqual(expected)
})

test('undefined says that there is no such value, and null is one', () => {
  const values = { a: undefined, b: null, map: new Map([['a', undefined]]), list: [undefined, null] }
  const { of, ...attributes } = attributesOf({ of: values, none: undefined }) as Record<string, object>
  expect([Object.keys(of!), attributes]).toStrictEqual([['b', 'map', 'list'], {}])
  expect(of).toStrictEqual({ b: null, map: {}, list: [undefined, null] })
})

test('the bytes within what is kept are cut by the limit of a value', () => {
  const bytes = new Uint8Array([1, 2, 3])
  expect(attributesOf({ bytes, map: { view: new DataView(bytes.buffer, 1) }, buffer: bytes.buffer }, 1)).toEqual({
    bytes: Uint8Array.of(1),
    map: { view: Uint8Array.of(2) },
    buffer: Uint8Array.of(1),
  })
})

test('an error is a map with its causes, and so is one within', () => {
  const error = new RangeError('far', { cause: new Error('the inner one') })
  const described = {
    type: 'RangeError',
    message: 'far',
    stacktrace: expect.stringMatching(/RangeError: far.*Caused by: Error: the inner one/s),
  }
  expect(attributesOf({ err: error, list: [error, error] })).toEqual({ err: described, list: [described, described] })
})

test('only what contains itself is cut, where it does', () => {
  const cycle: Record<string, unknown> = { money: new Money('EUR') }
  cycle['self'] = cycle
  cycle['map'] = new Map([['back', cycle]])
  expect(copyOf(cycle)).toEqual({ money: { currency: 'EUR' }, self: '[Circular]', map: { back: '[Circular]' } })
})

test('the texts within what is kept are cut like all others', () => {
  expect(attributesOf({ value: { a: ['abcdef'] }, error: new Money('abcdef') }, 3)).toEqual({
    value: { a: ['abc'] },
    error: { currency: 'abc' },
  })
})

test('a getter among the attributes themselves costs its own attribute only, and throws nothing into the app', () => {
  expect(attributesOf(Object.defineProperty({ b: 1 }, 'a', { get: failing, enumerable: true }))).toEqual({
    a: '[Throws: broken]',
    b: 1,
  })
})

test('what one record holds in maps and lists is bounded together, and the cut is marked', () => {
  let reads = 0
  const endless = new Proxy([], {
    get(_target, key) {
      if (key === 'length') return 2 ** 32 - 1
      if (key === Symbol.iterator) return failing
      reads++
      return 1
    },
  })
  const attributes = attributesOf({ first: endless, second: endless, third: { a: 1 }, bytes: Buffer.alloc(2 ** 21) })
  expect(reads).toBeLessThan(10_010)
  expect((attributes['first'] as unknown[]).at(-1)).toBe(`[Truncated: ${2 ** 32 - 1 - 10_000} more]`)
  expect(attributes['second']).toEqual([`[Truncated: ${2 ** 32 - 1} more]`])
  expect(attributes['third']).toEqual({ '[Truncated]': true })
  expect(attributes['bytes']).toEqual({ bytes: new Uint8Array(2 ** 20), '[Truncated]': '1048576 more bytes' })
})

test.each<[string, object]>([
  ['bytes', Buffer.alloc(20_000)],
  ['a proxy of bytes', new Proxy(Buffer.alloc(20_000), {})],
  ['a boxed text', Object('x'.repeat(20_000))],
  ['a long list', new Array(20_000).fill(1)],
])('%s in the place of attributes has none', (_, value) => {
  expect(attributesOf(value)).toEqual({})
})

test('of any value a copy is made without a throw, and without an end only where it is marked', () => {
  fc.assert(
    fc.property(
      fc.anything({
        ...{ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true },
        ...{ withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true },
      }),
      (value) => {
        const holder: Record<string, unknown> = { value, again: [value, value] }
        holder['self'] = holder
        expect(copyOf(holder)).toMatchObject({ self: '[Circular]' })
      },
    ),
  )
})

function failing(): never {
  throw new Error('broken')
}
