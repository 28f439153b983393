import { decodeRequest, SIGNAL_ROUTES } from './signals'

const [, logs] = SIGNAL_ROUTES

function decodeLog(logRecord: object) {
  const request = { resourceLogs: [{ scopeLogs: [{ logRecords: [logRecord] }] }] }
  return decodeRequest(logs!, Buffer.from(JSON.stringify(request)), 'json').logs[0]!
}

test('values are read as the protobuf JSON mapping writes them', () => {
  const log = decodeLog({
    timeUnixNano: '1700000000123456789',
    observedTimeUnixNano: 1_700_000_000,
    severityNumber: 9,
    traceId: '4BF92F3577B34DA6A3CE929D0E0E4736',
    spanId: '',
    flags: 1,
    body: { kvlistValue: { values: [{ key: 'list', value: { arrayValue: { values: [{ intValue: '-5' }, {}] } } }] } },
    attributes: [
      { key: 'huge', value: { intValue: '9223372036854775807' } },
      { key: 'safe', value: { intValue: 9_007_199_254_740_991 } },
      { key: 'nan', value: { doubleValue: 'NaN' } },
      { key: 'infinite', value: { doubleValue: '-Infinity' } },
      { key: 'bytes', value: { bytesValue: 'AQL/' } },
      { key: 'off', value: { boolValue: false } },
      { key: 'empty', value: {} },
      { key: 'absent' },
    ],
    severityText: null,
    unknownField: { later: 'version' },
    event_name: 'snake case is not OTLP/JSON',
  })
  expect(log).toMatchObject({
    timeUnixNano: 1_700_000_000_123_456_789n,
    observedTimeUnixNano: 1_700_000_000n,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: undefined,
    severityText: '',
    eventName: '',
  })
  expect({ ...(log.body as object) }).toEqual({ list: [-5, undefined] })
  expect({ ...log.attributes }).toEqual({
    huge: 9_223_372_036_854_775_807n,
    safe: Number.MAX_SAFE_INTEGER,
    nan: Number.NaN,
    infinite: -Infinity,
    bytes: Uint8Array.of(1, 2, 255),
    off: false,
    empty: undefined,
    absent: undefined,
  })
})

test.each([
  ['an enum by name', { severityNumber: 'SEVERITY_NUMBER_INFO' }, /severityNumber must be a number or decimal string/],
  ['a fraction as an integer', { severityNumber: 9.5 }, /not 9.5/],
  ['a time before 1970', { timeUnixNano: '-1' }, /within fixed64/],
  ['a time beyond 64 bits', { timeUnixNano: '18446744073709551616' }, /within fixed64/],
  ['an id in base64', { traceId: 'S/kvNXezTaajzpKdDg5HNg==' }, /logRecords\[0\]\.traceId must be a hex string/],
  ['an odd number of digits', { spanId: '123' }, /hex string/],
  ['a number as text', { severityText: 7 }, /must be a string, not 7/],
  ['text as a boolean', { body: { boolValue: 'true' } }, /must be a boolean, not "true"/],
  ['text as a number', { body: { doubleValue: 'much' } }, /must be a number/],
  ['no base64', { body: { bytesValue: '*' } }, /base64/],
  ['one attribute without its list', { attributes: { key: 'a' } }, /attributes must be an array, not an object/],
  ['null in a list', { attributes: [null] }, /attributes\[0\] must be an object, not null/],
  ['a very long wrong value', { timeUnixNano: 'x'.repeat(1_000) }, /not "x{59}…$/],
])('%s is refused, with its path', (_what, logRecord, reason) => {
  expect(() => decodeLog(logRecord)).toThrow(reason)
})
