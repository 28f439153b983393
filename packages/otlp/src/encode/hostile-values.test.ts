import fc from 'fast-check'
import { logRecord, RESOURCE, span } from '../fixtures/records'
import type { LogRecordLike, SpanLike } from '../telemetry'
import { ITEM_TOO_LARGE, MAX_ITEM_BYTES } from './byte-writer'
import { jsonLogRecords, jsonSpans } from './json/format'
import { MAX_VALUES } from './limits'
import { protobufLogRecords, protobufSpans } from './protobuf/format'

const MIB = 1024 * 1024
const FORMATS = [
  ['protobuf', protobufSpans, protobufLogRecords],
  ['JSON', jsonSpans, jsonLogRecords],
] as const

describe.each(FORMATS)('as %s', (kind, spans, logRecords) => {
  /** What is written of an item, as text: enough to look for what must and must not be there. */
  function textOf(item: LogRecordLike | SpanLike): string {
    const isSpan = 'startTime' in item
    const writer = (isSpan ? spans : logRecords).newWriter()
    writer.startItem()
    if (isSpan) (spans.writeItem as (w: unknown, i: SpanLike) => void)(writer, item)
    else (logRecords.writeItem as (w: unknown, i: LogRecordLike) => void)(writer, item)
    return writer.bytes.subarray(0, writer.position).toString('latin1')
  }

  test.each<[string, unknown, string]>([
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an error', Object.assign(new RangeError('far'), { stack: 'the stack' }), 'RangeError'],
    ['an error’s stack', Object.assign(new RangeError('far'), { stack: 'the stack' }), 'the stack'],
    ['an error’s cause', new Error('outer', { cause: new Error('the inner one') }), 'the inner one'],
    ['a map', new Map([['in a map', 1]]), 'in a map'],
    ['a set', new Set(['in a set']), 'in a set'],
    ['a regular expression', /a+b/, '/a+b/'],
    ['a URL', new URL('http://a/b'), 'http://a/b'],
    ['a boxed text', Object('boxed'), 'boxed'],
    [
      'a class instance',
      new (class Money {
        readonly currency = 'EUR'
      })(),
      'EUR',
    ],
    ['an object without prototype', Object.assign(Object.create(null), { a: 'bare' }), 'bare'],
    ['an object used twice', ((shared) => ({ a: shared, b: shared }))({ x: 'twice' }), 'twice'],
  ])('%s in a body or an attribute is kept', (_, value, expected) => {
    expect(textOf(logRecord(value))).toContain(expected)
    expect(textOf(logRecord('', { attributes: { value: { nested: [value] } } }))).toContain(expected)
    expect(textOf(logRecord(value))).not.toContain('[Circular]')
  })

  test('bytes of any kind are bytes', () => {
    const bytes = kind === 'JSON' ? '"bytesValue":"AQI="' : ':\x02\x01\x02'
    expect(textOf(logRecord(Uint8Array.of(1, 2)))).toContain(bytes)
    expect(textOf(logRecord(Uint8Array.of(1, 2).buffer))).toContain(bytes)
    expect(textOf(logRecord(new DataView(Uint8Array.of(1, 2).buffer)))).toContain(bytes)
    expect(textOf(logRecord(new Uint16Array([0x0201])))).toContain(bytes)
  })

  test('an array that claims to be endless is read a bounded number of times, and the cut is marked', () => {
    let reads = 0
    const endless = new Proxy([], {
      get(_target, key) {
        if (key === 'length') return 2 ** 32 - 1
        reads++
        return undefined
      },
    })
    expect(textOf(logRecord({ endless }))).toContain(`[Truncated: ${2 ** 32 - 1 - MAX_VALUES + 1} more]`)
    expect(reads).toBeLessThan(MAX_VALUES + 10)
  })

  test('values within each other in any number of ways are written a bounded number of times', () => {
    let reads = 0
    let value: object = {}
    // Eight to the power of fourteen paths, and no circle.
    for (let depth = 0; depth < 14; depth++) {
      const inner = value
      const get = () => {
        reads++
        return inner
      }
      value = Object.defineProperties(
        {},
        Object.fromEntries([...'abcdefgh'].map((key) => [key, { get, enumerable: true }])),
      )
    }
    expect(textOf(logRecord(value))).toContain('[Truncated]')
    expect(reads).toBeLessThan(MAX_VALUES + 10)
  })

  test('names, keys and messages of 100 MB are cut, and the span is kept', () => {
    const huge = 'x'.repeat(100 * MIB)
    const text = textOf(
      span({
        name: huge,
        status: { code: 2, message: huge },
        events: [{ name: huge, time: [1, 1], attributes: { [huge]: 1 } }],
        attributes: { [huge]: 'kept' },
      }),
    )
    expect(text.length).toBeLessThan(MIB)
    expect(text).toContain('kept')
    expect(textOf(logRecord('body', { eventName: huge, severityText: huge })).length).toBeLessThan(MIB)
  })

  test('a text or bytes that no item may hold are refused without being copied', () => {
    const byteLength = jest.spyOn(Buffer, 'byteLength')
    expect(() => textOf(logRecord('é'.repeat(100 * MIB)))).toThrow(ITEM_TOO_LARGE)
    expect(() => textOf(logRecord({ many: new Array(1_000).fill('x'.repeat(MIB)) }))).toThrow(ITEM_TOO_LARGE)
    expect(() => textOf(logRecord(Buffer.alloc(MAX_ITEM_BYTES + 50_000)))).toThrow(ITEM_TOO_LARGE)
    expect(byteLength.mock.calls.filter(([text]) => String(text).length > 20 * MIB)).toEqual([])
    byteLength.mockRestore()
  })

  test('an integer of a million digits is not written out', () => {
    const written = jest.spyOn(BigInt.prototype, 'toString')
    expect(textOf(logRecord(1n << 4_000_000n))).toContain('[BigInt: more than 4096 bits]')
    expect(written).not.toHaveBeenCalled()
    written.mockRestore()
  })

  test('a resource or a scope of any size leaves room for what it is about', () => {
    const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, 'x'.repeat(MIB)]))
    expect(logRecords.resourceHeader({ attributes }).length).toBeLessThan(2 * MIB)
    expect(logRecords.resourceHeader({ attributes }).toString('latin1')).toContain('[Truncated]')
    expect(logRecords.scopeHeader({ name: 'n'.repeat(100 * MIB), attributes }).length).toBeLessThan(2 * MIB)
    expect(logRecords.resourceHeader(RESOURCE).toString('latin1')).not.toContain('[Truncated]')
  })

  test('whatever a value is, nothing but ITEM_TOO_LARGE is thrown', () => {
    const anything = fc.anything({
      ...{ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true },
      ...{ withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true },
    })
    const throws = () => {
      throw new Error('no')
    }
    const hostile = fc.constantFrom<unknown>(
      new Proxy({}, { ownKeys: throws }),
      new Proxy({}, { getPrototypeOf: throws }),
      new Proxy([], { get: throws }),
      { toJSON: throws },
      { toJSON: () => ({ toJSON: throws }) },
      Object.defineProperty(new Error('x'), 'stack', { get: throws }),
      Object.assign([1], { length: 2 ** 32 - 1 }),
    )
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: anything }, hostile), (value) => {
        textOf(logRecord(value, { attributes: { value, list: [value, value] } }))
        textOf(span({ attributes: { value } }))
      }),
      { numRuns: 50 },
    )
  })
})
