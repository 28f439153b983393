import { context, ROOT_CONTEXT, SpanKind, type Tracer, trace } from '@opentelemetry/api'
import { Calls } from './calls'

const SPAN = trace.wrapSpanContext({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 })
const tracer = { startSpan: () => SPAN } as unknown as Tracer
const started = (calls: Calls, kind: SpanKind, parent = ROOT_CONTEXT) =>
  calls.start(() => ({ name: 'call' }), kind, parent) !== undefined

test('a library whose calls need a parent is traced within spans alone, and what is received is traced all the same', () => {
  const calls = new Calls('library', tracer, { requireParent: true })
  calls.enabled = true
  const parent = trace.setSpan(context.active(), SPAN)
  expect(started(calls, SpanKind.CLIENT)).toBe(false)
  expect(started(calls, SpanKind.PRODUCER)).toBe(false)
  expect(started(calls, SpanKind.CLIENT, parent)).toBe(true)
  expect(started(calls, SpanKind.CONSUMER)).toBe(true)
  expect(started(calls, SpanKind.SERVER)).toBe(true)
})
