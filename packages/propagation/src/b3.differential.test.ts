import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { B3InjectEncoding, B3Propagator } from '@opentelemetry/propagator-b3'
import fc from 'fast-check'
import { createB3Propagator } from './b3'

// Heddle's propagator reads and writes the same headers as OpenTelemetry's own.

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const traceId = fc.oneof(hex(32), hex(16), fc.constant('0'.repeat(32)), hex(31), fc.constant(''))
const spanId = fc.oneof(hex(16), fc.constant('0'.repeat(16)), hex(15))
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const single = fc
  .tuple(fc.oneof(hex(32), hex(16)), spanId, optional(fc.constantFrom('0', '1', 'd')), optional(hex(16)))
  .map(([trace, span, state, parent]) =>
    [trace, span, state, state && parent].filter((part) => part !== undefined).join('-'),
  )
const headers = fc.record(
  {
    b3: fc.oneof(single, fc.constantFrom('0', '', 'invalid')),
    'x-b3-traceid': traceId,
    'x-b3-spanid': spanId,
    'x-b3-sampled': fc.constantFrom('0', '1', 'true', 'false', 'maybe'),
    'x-b3-flags': fc.constantFrom('0', '1', ''),
  },
  { requiredKeys: [] },
)
const FORMS = [
  ['single', B3InjectEncoding.SINGLE_HEADER],
  ['multi', B3InjectEncoding.MULTI_HEADER],
] as const

test.each(FORMS)('headers are read, and written on as %s, as the official propagator does', (form, injectEncoding) => {
  const ours = createB3Propagator(form)
  const official = new B3Propagator({ injectEncoding })
  const through = (propagator: typeof ours, carrier: Record<string, unknown>) => {
    const context = propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter)
    const sent = {}
    propagator.inject(context, sent, defaultTextMapSetter)
    return { span: trace.getSpanContext(context), sent }
  }
  let accepted = 0
  fc.assert(
    fc.property(headers, (carrier) => {
      // When one form is read and the other is written, the official propagator writes an invalid
      // flag.
      const isMixed = form === 'multi' ? /-d(-|$)/.test(carrier.b3 ?? '') : !carrier.b3 && carrier['x-b3-flags'] === '1'
      const mine = through(ours, carrier)
      const theirs = through(official, carrier)
      expect(mine.span).toEqual(theirs.span)
      if (!isMixed) expect(mine.sent).toEqual(theirs.sent)
      if (mine.span) accepted++
    }),
    { numRuns: 2_000 },
  )
  expect(accepted).toBeGreaterThan(100)
  expect(ours.fields()).toEqual(official.fields())
})

test('the debug flag is read in either form and written in either form', () => {
  const ids = ['80f198ee56343ba864fe8b2a57d3eff7', 'e457b5a2e4d86bd1'] as const
  const received = [
    { b3: `${ids[0]}-${ids[1]}-d` },
    { 'x-b3-traceid': ids[0], 'x-b3-spanid': ids[1], 'x-b3-flags': '1' },
  ]
  for (const carrier of received) {
    for (const [form, written] of [
      ['single', received[0]],
      ['multi', received[1]],
    ] as const) {
      const propagator = createB3Propagator(form)
      const sent = {}
      propagator.inject(propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter), sent, defaultTextMapSetter)
      expect(sent).toEqual(written)
    }
  }
})
