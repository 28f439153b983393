import { defaultTextMapGetter, ROOT_CONTEXT, type TextMapGetter, trace } from '@opentelemetry/api'
import fc from 'fast-check'
import { extractFrom, injectInto, withLocalSpan } from './fixtures/carriers'
import { createPropagator } from './propagator'
import { formatBaggage, parseBaggage } from './w3c/baggage'
import { formatTraceparent, parseTraceparent } from './w3c/traceparent'
import { formatTracestate, parseTracestate } from './w3c/tracestate'

// No header value makes the propagator throw, and every header that it sends is valid: for random
// bytes, and for nearly valid values.

const ALL = createPropagator({ formats: ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation'] })
const FIELDS = [...ALL.fields(), 'tracestate', 'x-b3-flags']

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('latin1'))
const text = (alphabet: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength })
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const nearlyTraceparent = fc
  .tuple(hex(2), hex(32), hex(16), hex(2), text('- \t,0fx', 3), fc.nat(60))
  .map(([version, traceId, spanId, flags, noise, at]) => {
    const valid = `${version}-${traceId}-${spanId}-${flags}`
    return valid.slice(0, at) + noise + valid.slice(at)
  })
/** A list whose members are well-formed more often than not. */
const list = (keys: string, values: string, noise: string) =>
  fc
    .array(fc.tuple(text(noise, 1), text(keys, 6), text(values, 60), text(noise, 1)), { maxLength: 12 })
    .map((members) => members.map(([before, key, value, after]) => `${before}a${key}=${value}1${after}`).join())
const nearlyTracestate = list('abc0_*-/', 'aZ0 ~!', ' \t,')
const nearlyBaggage = list("abC0%25!~'", 'ab%20%C3%A9%FF+=/', ' \t;,pé')
const header = fc.oneof(bytes, fc.string({ unit: 'binary' }), nearlyTraceparent, nearlyTracestate, nearlyBaggage)
const anything = fc.oneof(
  header,
  fc.array(header, { maxLength: 4 }),
  fc.anything({ withBigInt: true, withNullPrototype: true }),
)

const SENDABLE = /^[\t\x20-\x7e]*$/

describe('parse, format and parse again come to the same', () => {
  it('for traceparent', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyTraceparent, anything), (value) => {
        const parsed = parseTraceparent(value)
        if (parsed === undefined) return
        const formatted = formatTraceparent(parsed.traceId, parsed.spanId, parsed.flags)
        expect(parseTraceparent(formatted)).toEqual({ ...parsed, version: 0 })
      }),
      { numRuns: 1_000 },
    )
  })

  it('for tracestate', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyTracestate, fc.array(nearlyTracestate, { maxLength: 4 }), anything), (value) => {
        const formatted = formatTracestate(parseTracestate(value as string))
        if (formatted === undefined) return
        expect(formatted).toMatch(SENDABLE)
        expect(formatted.length).toBeLessThanOrEqual(512)
        expect(formatTracestate(parseTracestate(formatted))).toBe(formatted)
      }),
      { numRuns: 1_000 },
    )
  })

  it('for baggage', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyBaggage, fc.array(nearlyBaggage, { maxLength: 4 }), anything), (value) => {
        const parsed = parseBaggage(value)
        const formatted = formatBaggage(parsed)
        if (formatted === undefined) return
        expect(formatted).toMatch(SENDABLE)
        expect(Buffer.byteLength(formatted)).toBeLessThanOrEqual(8_192)
        expect(entriesOf(formatted)).toEqual(entriesOf(value))
        expect(formatBaggage(parseBaggage(formatted))).toBe(formatted)
      }),
      { numRuns: 1_000 },
    )
  })

  it('for baggage of any keys and values that the app sets', () => {
    const entries = fc.dictionary(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(entries, (values) => {
        const baggage = { getAllEntries: () => Object.entries(values).map(([key, value]) => [key, { value }]) }
        const formatted = formatBaggage(baggage as never)
        expect(Object.fromEntries(entriesOf(formatted).map(([key, value]) => [wellFormed(key), value]))).toEqual(
          Object.fromEntries(Object.entries(values).map(([key, value]) => [wellFormed(key), value])),
        )
      }),
    )
  })
})

function entriesOf(value: unknown): [string, string, string | undefined][] {
  const entries = parseBaggage(value)?.getAllEntries() ?? []
  return entries.map(([key, { value, metadata }]) => [key, value, metadata?.toString()])
}

function wellFormed(key: string): string {
  return Buffer.from(key).toString()
}

describe('the propagator', () => {
  it('extracts from any carrier without throwing, and injects only what may be sent', () => {
    const carrier = fc.dictionary(fc.constantFrom(...FIELDS), anything)
    fc.assert(
      fc.property(carrier, (headers) => {
        const extracted = extractFrom(ALL, headers)
        const span = trace.getSpanContext(extracted)
        for (const value of Object.values(injectInto(ALL, withLocalSpan(extracted, span)))) {
          expect(value).toMatch(SENDABLE)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  const throwing = () => {
    throw new Error('broken')
  }
  const hostile = new Proxy([], { get: throwing, has: throwing, ownKeys: throwing })

  it.each<[string, TextMapGetter<unknown>]>([
    ['a getter that throws', { get: throwing, keys: throwing }],
    ['headers that are a hostile array', { get: () => hostile, keys: () => [] }],
    ['headers that are an endless array', { get: () => new Array(2 ** 32 - 1), keys: () => [] }],
    ['headers that are objects', { get: () => ({}) as never, keys: () => [] }],
    ['no carrier', defaultTextMapGetter],
  ])('survives %s', (_, getter) => {
    expect(ALL.extract(ROOT_CONTEXT, undefined, getter)).toBe(ROOT_CONTEXT)
  })

  it('goes on with the trace when only the tracestate cannot be read', () => {
    const getter: TextMapGetter<unknown> = {
      get: (_, key) => (key === 'traceparent' ? `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` : throwing()),
      keys: () => [],
    }
    expect(trace.getSpanContext(createPropagator().extract(ROOT_CONTEXT, {}, getter))?.traceId).toBe('a'.repeat(32))
  })

  it('survives a setter that throws', () => {
    expect(() => ALL.inject(withLocalSpan(), {}, { set: throwing })).not.toThrow()
  })

  it('survives a span that throws', () => {
    const context = trace.setSpan(ROOT_CONTEXT, { spanContext: throwing } as never)
    expect(injectInto(ALL, context)).toEqual({})
  })
})
