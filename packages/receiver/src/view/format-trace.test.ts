import { stripVTControlCharacters } from 'node:util'
import { log, shopTrace, span, traceId } from '../fixtures/traces'
import { formatTrace } from '../index'
import { buildTrace } from './trace'

const { spans, logs } = shopTrace()
const shop = buildTrace(traceId, spans, logs)

test('a trace is printed as a tree with its logs in place', () => {
  expect(`\n${formatTrace(shop)}\n`).toBe(`
trace 4bf92f3577b34da6a3ce929d0e0e4736  2 services  6 spans  5 logs  145.3 ms  ERROR
└─ gateway  POST /checkout/:id    SERVER      145.3 ms  502  ERROR
   ├─ 12:00:00.121 INFO   checkout started  orderId=42  customer="Zoë Quist"
   ├─ gateway  GET                CLIENT       29.3 ms  200  → 127.0.0.1:4000
   │  └─ orders  GET /stock/:sku  SERVER       26.1 ms  200
   │     └─ 12:00:00.126 INFO   stock checked  sku=heddle-12  left=3
   ├─ gateway  POST               CLIENT      111.9 ms  500  ERROR  → 127.0.0.1:4000
   │  └─ orders  POST /orders     SERVER      107.4 ms  500  ERROR card declined
   │     ├─ 12:00:00.157 INFO   order received  orderId=42
   │     └─ orders  charge card   INTERNAL    102.7 ms  ERROR
   │        └─ 12:00:00.260 ERROR  charge failed  CardError: card declined
   └─ 12:00:00.265 WARN   checkout failed  orderId=42
`)
})

test('what is missing is said', () => {
  const built = buildTrace(
    traceId,
    [
      span(0, 1_500, { spanId: 'a1', parentSpanId: '00f067aa0ba902b7', flags: 0x301, name: 'GET /', kind: 'SERVER' }),
      span(10, 11, { spanId: 'c1', parentSpanId: 'c0', name: 'lost', service: 'stock' }),
      span(20, 20.25, { spanId: 'c2', parentSpanId: 'c0', name: 'lost too', service: 'stock' }),
      span(30, 0, { spanId: 'a2', parentSpanId: 'a1', name: 'still open', durationMs: Number.NaN }),
    ],
    [
      log(5, 'late', { spanId: 'zz' }),
      log(0, { code: 7n, raw: Uint8Array.of(1, 2) }, { spanId: undefined, timeUnixNano: 0n }),
    ],
  )
  expect(`\n${formatTrace(built)}\n`).toBe(`
trace 4bf92f3577b34da6a3ce929d0e0e4736  2 services  4 spans  2 logs  1.50 s  INCOMPLETE
├─ gateway  GET /          SERVER        1.50 s  continues 00f067aa0ba902b7
│  └─ gateway  still open  INTERNAL  unfinished
├─ ? parent c0 not received
│  ├─ stock  lost          INTERNAL      1.0 ms
│  └─ stock  lost too      INTERNAL     0.25 ms
└─ ? logs without a received span
   ├─ 12:00:00.000 INFO   {"code":"7","raw":"0x0102"}
   └─ 12:00:00.005 INFO   late
`)
})

test('events stand among the logs, severities without a text have a name', () => {
  const exception = { 'exception.type': 'Error', 'exception.message': 'no stock' }
  const events = [
    { name: 'exception', timeUnixNano: log(2, '').timeUnixNano, attributes: exception, droppedAttributesCount: 0 },
  ]
  const built = buildTrace(
    traceId,
    [span(0, 4, { events })],
    [
      log(1, undefined, { eventName: 'cart.opened', severityNumber: 5, severityText: '' }),
      log(3, 'no severity', { severityNumber: 0, severityText: '' }),
    ],
  )
  expect(formatTrace(built).split('\n').slice(2)).toEqual([
    '   ├─ 12:00:00.001 DEBUG  cart.opened',
    '   ├─ 12:00:00.002 EVENT  exception  Error: no stock',
    '   └─ 12:00:00.003 LOG    no severity',
  ])
})

test('colours change nothing but colours', () => {
  const colored = formatTrace(shop, { color: true })
  expect(colored).toContain('\u001b[31m')
  expect(stripVTControlCharacters(colored).split('\n')).toHaveLength(12)
  expect(stripVTControlCharacters(colored)).toBe(formatTrace(shop))
})

test.each([100, 60, 30])('no line is wider than %d columns', (width) => {
  const lines = formatTrace(shop, { width }).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
  expect(lines.some((line) => line.endsWith('…'))).toBe(width < 100)
})

test('a received text cannot move the cursor, forge a line or reorder the text', () => {
  const hostile = '\u001b[2J\r\n└─ forged\u0000\u009b31m\u202eevil\ud800'
  const built = buildTrace(
    traceId,
    [span(0, 1, { name: hostile, service: hostile, status: { code: 'ERROR', message: hostile } })],
    [log(0, hostile, { severityText: hostile, attributes: { [hostile]: [hostile] } })],
  )
  const printed = formatTrace(built, { width: 1_000 })
  expect(printed.split('\n')).toHaveLength(3)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must be absent
  expect(printed.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\ud800-\udfff]/)
  expect(printed).toContain('\\x1b[2J\\x0d\\n└─ forged\\x00\\x9b31m\\u202eevil\\ud800')
})

test('a huge trace is printed up to a bound, a deep one within the width', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) =>
    span(i, i + 1, { spanId: `s${i}`, parentSpanId: i === 0 ? undefined : `s${i - 1}` }),
  )
  const lines = formatTrace(buildTrace(traceId, chain, []), { maxRows: 100 }).split('\n')
  expect(lines).toHaveLength(102)
  expect(lines.at(-1)).toBe('… 49900 more rows')
  expect(lines[100]).toMatch(/ └─ gateway {2}work {2,}INTERNAL {6}1\.0 ms$/)
})
