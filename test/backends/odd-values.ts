// What fixtures/odd-values.mjs has done, as the OTLP JSON that a collector writes of it.
type AnyValue = Readonly<Record<string, unknown>>
type Pairs = Readonly<Record<string, AnyValue>>

const NULL: AnyValue = {}
const text = (stringValue: string): AnyValue => ({ stringValue })
const bool = (boolValue: boolean): AnyValue => ({ boolValue })
const int = (value: number | bigint): AnyValue => ({ intValue: value.toString() })
const double = (doubleValue: number | string): AnyValue => ({ doubleValue })
const bytes = (bytesValue: string): AnyValue => ({ bytesValue })
const list = (...values: AnyValue[]): AnyValue => ({ arrayValue: values.length > 0 ? { values } : {} })
const map = (pairs: Pairs): AnyValue => ({
  kvlistValue: Object.keys(pairs).length > 0 ? { values: keyValues(pairs) } : {},
})
// The collector does not write what is the default, which an empty key is.
const keyValues = (pairs: Pairs) => Object.entries(pairs).map(([key, value]) => ({ ...(key !== '' && { key }), value }))
const at = (nanos: number) => `1795000000${String(nanos).padStart(9, '0')}`

const SCHEMA = 'https://opentelemetry.io/schemas/1.30.0'
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const TRACE_STATE = 'vendor=opaque,other=1'
const SAMPLED = 0x001
const PARENT_KNOWN = 0x100
const PARENT_REMOTE = 0x200

export interface SpanIds {
  readonly odd: string
  readonly plain: string
}

export const expectedScopeSpans = (ids: SpanIds) => [
  { scope: { name: 'odd.spans', version: '1.2.3' }, spans: [plainSpan(ids), oddSpan(ids)], schemaUrl: SCHEMA },
]

const plainSpan = ({ odd, plain }: SpanIds) => ({
  traceId: TRACE,
  spanId: plain,
  traceState: TRACE_STATE,
  parentSpanId: odd,
  flags: SAMPLED | PARENT_KNOWN,
  name: 'plain',
  kind: 5,
  startTimeUnixNano: at(10),
  endTimeUnixNano: at(20),
  status: { code: 1 },
})

const oddSpan = ({ odd }: SpanIds) => ({
  traceId: TRACE,
  spanId: odd,
  traceState: TRACE_STATE,
  parentSpanId: '00f067aa0ba902b7',
  flags: SAMPLED | PARENT_KNOWN | PARENT_REMOTE,
  name: 'odd value \ufffd in a name',
  kind: 4,
  startTimeUnixNano: at(1),
  endTimeUnixNano: at(999_999_999),
  attributes: keyValues({
    text: text('snowman \u2603 and \u{1f600}'),
    'lone surrogate \ufffd': text('cut \ufffd here'),
    empty: text(''),
    yes: bool(true),
    no: bool(false),
    int: int(-7),
    zero: int(0),
    'beyond 2^53': int(2n ** 60n),
    'least int64': int(-(2n ** 63n)),
    'beyond int64': double(2 ** 70),
    double: double(0.1),
    NaN: double('NaN'),
    infinity: double('-Infinity'),
    'no texts': list(),
    texts: list(text('a'), NULL, text('c')),
    ints: list(int(1), int(2), int(3)),
    mixed: list(int(1), double(2.5)),
    long: text('x'.repeat(64)),
    'number eighteen': int(18),
    'number nineteen': int(19),
  }),
  droppedAttributesCount: 3,
  // The SDK keeps the latest events and links.
  events: [
    {
      timeUnixNano: at(3),
      name: 'second',
      attributes: keyValues({ kept: int(1) }),
      droppedAttributesCount: 1,
    },
    { timeUnixNano: at(4), name: 'third' },
  ],
  droppedEventsCount: 1,
  links: [
    {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceState: TRACE_STATE,
      attributes: keyValues({ reason: text('batch') }),
      flags: SAMPLED | PARENT_KNOWN | PARENT_REMOTE,
    },
  ],
  droppedLinksCount: 1,
  status: { message: 'no \ufffd good', code: 2 },
})

export const expectedScopeLogs = ({ odd }: SpanIds) => [
  {
    scope: {
      name: 'odd.logs',
      version: '4.5.6',
      attributes: keyValues({ edition: text('third'), parts: int(2) }),
    },
    logRecords: [
      oddLog(odd),
      { ...times(1), body: text(''), flags: SAMPLED, traceId: TRACE, spanId: odd },
      { ...times(2), body: NULL },
      {
        ...times(3),
        body: NULL,
        attributes: keyValues(
          Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`number ${i + 1}`, int(i + 1)])),
        ),
        droppedAttributesCount: 3,
      },
    ],
    schemaUrl: SCHEMA,
  },
]

const times = (index: number) => ({ timeUnixNano: at(100 + index), observedTimeUnixNano: at(200 + index) })

const oddLog = (spanId: string) => ({
  ...times(0),
  severityNumber: 15,
  severityText: 'caution',
  body: map({
    text: text('cut \ufffd here'),
    empty: text(''),
    '': text('no name'),
    nothing: NULL,
    missing: NULL,
    yes: bool(true),
    int: int(42),
    'beyond 2^53': int(2n ** 53n + 1n),
    'most int64': int(2n ** 63n - 1n),
    'least int64': int(-(2n ** 63n)),
    'beyond int64': text('9223372036854775808'),
    double: double(1e300),
    bytes: bytes('AAH+/w=='),
    'no bytes': bytes(''),
    list: list(int(1), text('two'), NULL, list(int(3), map({ four: int(4) })), list()),
    object: map({ deep: map({ deeper: map({ deepest: bool(false) }) }), empty: map({}) }),
  }),
  attributes: keyValues({
    bytes: bytes('aGVkZGxl'),
    nothing: NULL,
    object: map({ a: list(int(1), map({ b: text('c') })) }),
  }),
  flags: SAMPLED,
  traceId: TRACE,
  spanId,
  eventName: 'odd.happened',
})
