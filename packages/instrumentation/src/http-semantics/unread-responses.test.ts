import { AsyncLocalStorage } from 'node:async_hooks'
import { type Span, trace } from '@opentelemetry/api'
import { startTracing } from '../fixtures/span-collector'
import { UnreadResponses } from './unread-responses'

const ENDS_AT = Symbol.for('heddle.span.ends-at')
const tracing = startTracing()
const tracer = trace.getTracer('test')
afterEach(() => tracing.reset())
afterAll(() => tracing.stop())

/** The end of a span by `performance.now()`. */
function endOf({ endTime: [seconds, nanoseconds] }: { readonly endTime: readonly [number, number] }): number {
  return seconds * 1e3 + nanoseconds / 1e6 - performance.timeOrigin
}

function endsAt(span: Span): number | undefined {
  return (span as Span & { [ENDS_AT]?: () => number | undefined })[ENDS_AT]?.()
}

test('the span of a response that nobody reads ends after a while, as of the moment from which nothing was read', async () => {
  const responses = new UnreadResponses({ patienceMs: 30, lookEveryMs: 10 })
  responses.add(tracer.startSpan('unread'))
  const addedAt = performance.now()
  const [ended] = await tracing.ended(1)
  expect(performance.now() - addedAt).toBeGreaterThan(25)
  expect(Math.abs(endOf(ended!) - addedAt)).toBeLessThan(10)
})

test('one that is read on is left alone, whether we are told or see for ourselves', async () => {
  const responses = new UnreadResponses({ patienceMs: 0, lookEveryMs: 1 })
  const told = tracer.startSpan('told')
  const seen = tracer.startSpan('seen')
  responses.add(told)
  expect(responses.remove(told)).toEqual(expect.any(Number))
  expect(responses.remove(told)).toBeUndefined()
  responses.add(seen, () => true)
  responses.add(tracer.startSpan('unread'))
  const names = (await tracing.ended(1)).map(({ name }) => name)
  expect(names).toEqual(['unread'])
  expect(told.isRecording() && seen.isRecording()).toBe(true)
})

test('says on the span when it would have ended, as long as that is so', () => {
  const responses = new UnreadResponses()
  const span = tracer.startSpan('unread')
  let isRead = false
  responses.add(span, () => isRead)
  expect(endsAt(span)).toBeLessThanOrEqual(performance.now())
  isRead = true
  expect(endsAt(span)).toBeUndefined()
  isRead = false
  responses.remove(span)
  expect(endsAt(span)).toBeUndefined()
})

test('of more than a thousand, the oldest ends at once', () => {
  const responses = new UnreadResponses()
  const spans = Array.from({ length: 1_001 }, (_, index) => tracer.startSpan(String(index)))
  for (const span of spans) responses.add(span)
  expect(tracing.spans.map(({ name }) => name)).toEqual(['0'])
  for (const span of spans) responses.remove(span)
})

test('no request’s own context is kept by the timer', async () => {
  const store = new AsyncLocalStorage<string>()
  const responses = new UnreadResponses({ patienceMs: 0, lookEveryMs: 1 })
  const seen = new Promise((resolve) => {
    const span = tracer.startSpan('unread')
    const isRead = () => {
      resolve(store.getStore())
      return false
    }
    store.run('a request', () => responses.add(span, isRead))
  })
  expect(await seen).toBeUndefined()
})
