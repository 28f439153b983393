import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import fc from 'fast-check'
import { createLogger, sanitizeAttributes, toAttributeValue } from '.'

const MIB = 1024 * 1024
const exporter = new InMemoryLogRecordExporter()
const log = createLogger({
  name: 'hostile',
  provider: new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] }),
})
const lastAttributes = () => exporter.getFinishedLogRecords().at(-1)!.attributes
beforeEach(() => exporter.reset())

/** How often `run` lists the keys of an object that has more than a thousand of them. */
function listsOfKeys(run: () => void): number {
  let long = 0
  const keys = Object.keys
  const spy = jest.spyOn(Object, 'keys').mockImplementation((object: object) => {
    const listed = keys(object)
    if (listed.length > 1_000) long++
    return listed
  })
  try {
    run()
  } finally {
    spy.mockRestore()
  }
  return long
}

const INDEXED: readonly [string, object][] = [
  ['a buffer', Buffer.alloc(20_000)],
  ['a typed array', new Float64Array(20_000)],
  ['a boxed text', Object('x'.repeat(20_000))],
  ['a long array', new Array(20_000).fill(0)],
  ['an array that claims to be endless', Object.assign([1], { length: 2 ** 32 - 1 })],
  ['a proxy of a buffer', new Proxy(Buffer.alloc(20_000), {})],
  ['a proxy of a long array', new Proxy(new Array(20_000).fill(0), {})],
]

describe.each(INDEXED)('%s', (_, value) => {
  test('is kept as one detail, and not as an attribute for each index', () => {
    expect(listsOfKeys(() => log.info('a line', value))).toBe(0)
    expect(Object.keys(lastAttributes())).toEqual(['details'])
  })

  test('is one attribute of a child, and none of what is no logger', () => {
    expect(listsOfKeys(() => log.child(value).info('a line'))).toBe(0)
    expect(Object.keys(lastAttributes())).toEqual(['details'])
    expect(listsOfKeys(() => expect(Object.keys(sanitizeAttributes(value))).toEqual([]))).toBe(0)
  })

  test('is bounded as a value', () => {
    expect(listsOfKeys(() => log.info('a line', { value }))).toBe(0)
    expect(JSON.stringify(lastAttributes()['value'], bytesAsCount).length).toBeLessThan(70_000)
  })
})

test('bytes as a detail are bytes', () => {
  log.info('a line', Buffer.from('hello'))
  expect(lastAttributes()).toEqual({ details: [new Uint8Array(Buffer.from('hello'))] })
})

test.each<[string, object, unknown]>([
  ['a map', new Map([['a', 1]]), { a: 1 }],
  ['a set', new Set(['a']), ['a']],
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a regular expression', /a/, '/a/'],
])('%s as a detail is not lost', (_, detail, expected) => {
  log.info('a line', detail)
  expect(lastAttributes()).toEqual({ details: [expected] })
})

test('of an endless array each item is read once at most, and of an endless iterator none', () => {
  let reads = 0
  const list = new Proxy([], {
    get(_target, key) {
      if (key === 'length') return 2 ** 32 - 1
      if (key === Symbol.iterator) return endless
      reads++
      return reads
    },
  })
  log.info('a line', { list })
  expect(reads).toBeLessThan(200)
  const value = lastAttributes()['list'] as unknown[]
  expect(value.at(-1)).toBe(`[Truncated: ${2 ** 32 - 1 - 128} more]`)
})

test('of an object that says nothing a bounded number of properties is read', () => {
  let reads = 0
  const silent = new Proxy(
    {},
    {
      ownKeys: () => Array.from({ length: 50_000 }, (_, i) => `k${i}`),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get() {
        reads++
        return undefined
      },
    },
  )
  log.info('a line', silent, { silent })
  expect(reads).toBeLessThan(3_000)
})

test('an error of any size is described within the bounds', () => {
  const huge = new Error('m'.repeat(100 * MIB))
  huge.stack = 's'.repeat(400 * MIB)
  huge.cause = Object.assign(new Error('cause'), { stack: 'c'.repeat(400 * MIB) })
  log.error(huge)
  const attributes = lastAttributes()
  expect((attributes['exception.message'] as string).length).toBeLessThan(33_000)
  expect(attributes['exception.stacktrace'] as string).toHaveLength(32_768)
})

test('an error with as many errors as it likes is described by ten', () => {
  let reads = 0
  const errors = Array.from({ length: 10_000 }, (_, i) =>
    Object.defineProperty(new Error(`e${i}`), 'stack', {
      get() {
        reads++
        return 'stack'
      },
    }),
  )
  log.error(new AggregateError(errors, 'many'))
  expect(reads).toBeLessThan(20)
})

test('an integer of a million digits is not written out', () => {
  const written = jest.spyOn(BigInt.prototype, 'toString')
  expect(toAttributeValue(1n << 4_000_000n)).toBe('[BigInt: more than 4096 bits]')
  expect(toAttributeValue(-(1n << 4_000_000n))).toBe('[BigInt: more than 4096 bits]')
  expect(written).not.toHaveBeenCalled()
  written.mockRestore()
  expect(toAttributeValue(1n << 70n)).toBe(String(1n << 70n))
})

test('a hundred thousand details are as many steps, and not their square', () => {
  let copied = 0
  const concat = jest.spyOn(Array.prototype, Symbol.iterator)
  log.info('a line', ...Array.from({ length: 50_000 }, () => 'detail'))
  copied = concat.mock.calls.length
  concat.mockRestore()
  expect(copied).toBeLessThan(100)
  expect((lastAttributes()['details'] as unknown[]).length).toBe(129)
})

test('values within each other in any number of ways are written a bounded number of times', () => {
  let value: unknown = 'leaf'
  // Two to the power of forty paths, and no cycle.
  for (let depth = 0; depth < 40; depth++) value = { a: value, b: value }
  log.info('a line', { value })
  expect(JSON.stringify(lastAttributes()).length).toBeLessThan(500_000)
})

test('whatever it is, a value costs a bounded number of reads', () => {
  const MAX_READS = 20_000
  fc.assert(
    fc.property(
      fc.anything({ withMap: true, withSet: true, withSparseArray: true, withBoxedValues: true }),
      (value) => {
        let reads = 0
        const counting: ProxyHandler<object> = {
          get(target, key, receiver) {
            reads++
            const found: unknown = Reflect.get(target, key, receiver)
            return typeof found === 'object' && found !== null ? new Proxy(found, counting) : found
          },
        }
        const root = { value, again: [value, value], self: undefined as unknown }
        root.self = root
        log.info('a line', new Proxy(root, counting))
        expect(reads).toBeLessThan(MAX_READS)
      },
    ),
  )
})

function* endless() {
  for (;;) yield 1
}

function bytesAsCount(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? value.length : value
}
