import { log, shopTrace, span, traceId } from '../fixtures/traces'
import type { ReceivedLog, ReceivedSpan } from '../store/received'
import { buildTrace, type SpanNode } from './trace'

const trace = (spans: ReceivedSpan[], logs: ReceivedLog[] = []) => buildTrace(traceId, spans, logs)

/** The ids of a tree, children in brackets. */
function shape(nodes: readonly SpanNode[]): string {
  return nodes
    .map(({ span: { spanId }, children }) => spanId + (children.length ? `(${shape(children)})` : ''))
    .join(' ')
}

test('spans and logs hang where they belong, by time, in whatever order they came', () => {
  const { spans, logs } = shopTrace()
  const built = trace([...spans].reverse(), [...logs].reverse())
  expect(shape(built.roots)).toBe('a1(a2(b1) a3(b2(b3)))')
  expect(built).toMatchObject({ isComplete: true, hasError: true, services: ['gateway', 'orders'], durationMs: 145.3 })
  expect(built.root?.name).toBe('POST /checkout/:id')
  expect(built.logs.map(({ body }) => body)).toEqual(logs.map(({ body }) => body))
  expect(built.roots[0]?.logs.map(({ body }) => body)).toEqual(['checkout started', 'checkout failed'])
})

test('a span whose parent is missing makes the trace incomplete', () => {
  const built = trace([span(0, 9, { spanId: 'a' }), span(1, 2, { spanId: 'c', parentSpanId: 'b' })])
  expect([shape(built.roots), shape(built.orphans), built.isComplete]).toEqual(['a', 'c', false])
})

test('a remote parent that is missing belongs to a caller who sends its spans elsewhere', () => {
  const built = trace([span(0, 9, { spanId: 'b', parentSpanId: 'a', flags: 0x301 })])
  expect([shape(built.roots), built.root?.spanId, built.isComplete]).toEqual(['b', 'b', true])
  const local = trace([span(0, 9, { spanId: 'b', parentSpanId: 'a', flags: 0x101 })])
  expect([shape(local.orphans), local.isComplete]).toEqual(['b', false])
})

test('two roots, or only logs, are no complete trace', () => {
  const two = trace([span(0, 5, { spanId: 'a' }), span(1, 9, { spanId: 'b' })])
  expect([two.root, two.isComplete, two.durationMs]).toEqual([undefined, false, 9])
  const logs = trace([], [log(0, 'alone')])
  expect([logs.isComplete, logs.durationMs, logs.strayLogs.length]).toEqual([false, 0, 1])
})

test('spans that are their own ancestors are cut loose once, with all that hangs on them', () => {
  const built = trace([
    span(0, 1, { spanId: 'tail', parentSpanId: 'x' }),
    span(1, 2, { spanId: 'x', parentSpanId: 'y' }),
    span(2, 3, { spanId: 'y', parentSpanId: 'x' }),
    span(3, 4, { spanId: 'self', parentSpanId: 'self' }),
  ])
  expect([shape(built.roots), shape(built.orphans)]).toEqual(['', 'x(tail y) self'])
})

test('a span that was delivered twice counts once, spans without ids stay apart', () => {
  const twice = [span(0, 1, { spanId: 'a' }), span(0, 1, { spanId: 'a' })]
  expect(trace(twice)).toMatchObject({ isComplete: true, spans: { length: 1 } })
  expect(trace([span(0, 1, { spanId: '' }), span(0, 1, { spanId: '' })]).spans).toHaveLength(2)
})

test('a clock that is behind its parent changes no structure', () => {
  const built = trace([
    span(100, 150, { spanId: 'a' }),
    span(-5_000, -4_970, { spanId: 'b', parentSpanId: 'a', service: 'behind' }),
  ])
  expect([shape(built.roots), built.durationMs]).toEqual(['a(b)', 50])
})

test('a chain of a hundred thousand spans is built', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) =>
    span(i, i + 1, { spanId: `s${i}`, parentSpanId: i === 0 ? undefined : `s${i - 1}` }),
  )
  expect(trace(chain)).toMatchObject({ isComplete: true })
})
