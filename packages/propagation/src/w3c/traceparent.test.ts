import { formatTraceparent, parseTraceparent } from './traceparent'

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c'
const SPAN_ID = 'b7ad6b7169203331'
const traceparent = (version: string, flags: string, rest = '') => `${version}-${TRACE_ID}-${SPAN_ID}-${flags}${rest}`

describe('parseTraceparent', () => {
  it.each([
    ['sampled', traceparent('00', '01'), { version: 0, flags: 1 }],
    ['unsampled', traceparent('00', '00'), { version: 0, flags: 0 }],
    ['random', traceparent('00', '02'), { version: 0, flags: 2 }],
    ['sampled and random', traceparent('00', '03'), { version: 0, flags: 3 }],
    ['flags that level 2 does not define, left out', traceparent('00', 'fc'), { version: 0, flags: 0 }],
    ['defined flags among others', traceparent('00', 'ff'), { version: 0, flags: 3 }],
    ['version 01', traceparent('01', '01'), { version: 1, flags: 1 }],
    ['the last version', traceparent('fe', '01'), { version: 254, flags: 1 }],
    ['a later version with an empty suffix', traceparent('01', '01', '-'), { version: 1, flags: 1 }],
    ['a later version with a suffix', traceparent('cc', '01', '-what, the future'), { version: 204, flags: 1 }],
    ['whitespace around it', `\t ${traceparent('00', '01')} \t`, { version: 0, flags: 1 }],
  ])('reads %s', (_, value, expected) => {
    expect(parseTraceparent(value)).toEqual({ traceId: TRACE_ID, spanId: SPAN_ID, ...expected })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 55],
    ['a list', [traceparent('00', '01')]],
    ['an empty string', ''],
    ['whitespace', ' '.repeat(60)],
    ['upper-case ids', traceparent('00', '01').toUpperCase()],
    ['an upper-case version', traceparent('FE', '01')],
    ['upper-case flags', traceparent('00', '0A')],
    ['version ff', traceparent('ff', '01')],
    ['version 00 with a suffix', traceparent('00', '01', '-')],
    ['a later version that goes on without a dash', traceparent('01', '01', '1')],
    ['a later version that is too short', traceparent('01', '01').slice(0, -1)],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    ['a span id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['other delimiters', traceparent('00', '01').replaceAll('-', '_')],
    ['whitespace within', traceparent('00', '01').replace('-', ' ')],
    ['a line break around it', `\n${traceparent('00', '01')}`],
    ['two joined by a comma', `${traceparent('00', '01')}, ${traceparent('00', '01')}`],
    ['full-width digits', traceparent('００', '01')],
  ])('takes %s for no traceparent', (_, value) => {
    expect(parseTraceparent(value)).toBeUndefined()
  })
})

describe('formatTraceparent', () => {
  it.each([
    [0, '00'],
    [1, '01'],
    [2, '02'],
    [3, '03'],
    [0xff, '03'],
    [0xfc, '00'],
  ])('writes version 00 and, of the flags %i, the defined ones', (flags, expected) => {
    expect(formatTraceparent(TRACE_ID, SPAN_ID, flags)).toBe(traceparent('00', expected))
  })
})
