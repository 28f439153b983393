import { performance } from 'node:perf_hooks'
import { toAttributeValue } from '@heddle/logger'
import { context, type HrTime, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { emptyResource } from '@opentelemetry/resources'
import { AlwaysOnSampler, type ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { currentEpoch, toHrTime } from './clock'
import { HeddleLoggerProvider } from './logs/logger-provider'
import { HeddleTracerProvider } from './trace/tracer-provider'

const unlimited = {
  attributeCount: Infinity,
  attributeValueLength: Infinity,
  eventCount: Infinity,
  linkCount: Infinity,
  attributePerEventCount: Infinity,
  attributePerLinkCount: Infinity,
}
const tracer = new HeddleTracerProvider({
  resource: emptyResource(),
  limits: unlimited,
  sampling: { sampler: new AlwaysOnSampler(), readsAttributes: false },
  processors: [],
}).getTracer('test')

const begin = (parent?: Span) =>
  tracer.startSpan('work', {}, parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT) as Span & ReadableSpan
const nanoseconds = ([seconds, rest]: HrTime) => BigInt(seconds) * 1_000_000_000n + BigInt(rest)

/** Lets both clocks be told. The wall clock says whole milliseconds, as Node's does. */
function tellTime() {
  // Whatever the test before has told.
  const clock = { monotonicMs: performance.now() + 1e6, wallMs: Date.now() + 1e6 }
  jest.spyOn(performance, 'now').mockImplementation(() => clock.monotonicMs)
  jest.spyOn(Date, 'now').mockImplementation(() => Math.floor(clock.wallMs))
  return clock
}

afterEach(() => jest.restoreAllMocks())

test('a span starts at a microsecond, not at a whole millisecond', () => {
  const fractions = Array.from({ length: 100 }, () => begin().startTime[1] % 1_000_000)
  expect(new Set(fractions).size).toBeGreaterThan(50)
  const span = begin()
  expect(Math.abs(span.startTime[0] * 1e3 + span.startTime[1] / 1e6 - Date.now())).toBeLessThan(1_000)
})

test('children begin no earlier than their parents and end no later, however short they are', () => {
  for (let i = 0; i < 1_000; i++) {
    const parent = begin()
    const child = begin(parent)
    child.addEvent('event')
    child.end()
    parent.end()
    const times = [parent.startTime, child.startTime, child.events[0]!.time, child.endTime, parent.endTime]
    expect(times.map(nanoseconds)).toEqual(times.map(nanoseconds).toSorted((a, b) => Number(a - b)))
  }
})

test('a log record written in a span has a time within it', () => {
  const times: HrTime[] = []
  const processor = {
    onEmit: (record: { hrTime: HrTime }) => void times.push([...record.hrTime]),
    forceFlush: async () => {},
    shutdown: async () => {},
  }
  for (const exportOnly of [true, false]) {
    const options = {
      resource: emptyResource(),
      limits: unlimited,
      describe: toAttributeValue,
      processors: [processor],
      exportOnly,
    }
    const logger = new HeddleLoggerProvider(options).getLogger('test')
    for (let i = 0; i < 1_000; i++) {
      const span = begin()
      logger.emit({ body: 'text', context: trace.setSpan(ROOT_CONTEXT, span) })
      span.end()
      const time = nanoseconds(times.pop()!)
      expect(time >= nanoseconds(span.startTime) && time <= nanoseconds(span.endTime)).toBe(true)
    }
  }
})

test.each([
  ['ahead', 3_600_000],
  ['back', -3_600_000],
])(
  'a clock that is set %s while a trace is under way moves none of its spans, and the next trace begins by it',
  (_, byMs) => {
    const clock = tellTime()
    const parent = begin()
    clock.wallMs += byMs
    clock.monotonicMs += 5
    clock.wallMs += 5
    const child = begin(parent)
    expect(nanoseconds(child.startTime) - nanoseconds(parent.startTime)).toBe(5_000_000n)
    const next = begin()
    const nextMs = next.startTime[0] * 1e3 + next.startTime[1] / 1e6
    expect(clock.wallMs - nextMs).toBeGreaterThanOrEqual(-0.001)
    expect(clock.wallMs - nextMs).toBeLessThanOrEqual(1)
  },
)

test('the part of a millisecond that is not known of a clock that was set is found in the next readings', () => {
  const clock = tellTime()
  clock.wallMs = Math.floor(clock.wallMs) + 0.9
  currentEpoch()
  for (let i = 0; i < 200; i++) {
    clock.monotonicMs += 0.37
    clock.wallMs += 0.37
    currentEpoch()
  }
  expect(Math.abs(currentEpoch() + clock.monotonicMs - clock.wallMs)).toBeLessThan(0.1)
})

test('a process that is stopped between the readings of the two clocks does not take one for set', () => {
  const clock = tellTime()
  const before = currentEpoch()
  jest.spyOn(Date, 'now').mockImplementation(() => {
    clock.monotonicMs += 40
    clock.wallMs += 40
    return Math.floor(clock.wallMs)
  })
  expect(currentEpoch()).toBe(before)
})

test('the nanoseconds of a time are always below a second', () => {
  for (const ms of [1_699_999_999_999.9998, 1_700_000_000_000, 1_700_000_000_000.0002]) {
    const [seconds, rest] = toHrTime(ms)
    expect(Number.isInteger(seconds) && rest >= 0 && rest < 1e9).toBe(true)
  }
})

test('a span with a start of its own ends by the wall clock', () => {
  const span = tracer.startSpan('work', { startTime: Date.now() }, context.active()) as Span & ReadableSpan
  span.end()
  expect(nanoseconds(span.endTime) >= nanoseconds(span.startTime)).toBe(true)
})
