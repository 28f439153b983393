import { toAttributeValue } from '@heddle/logger'
import { type Attributes, context, type Link, type Span, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { HeddleLoggerProvider } from '../logs/logger-provider'
import { HeddleTracerProvider } from './tracer-provider'

const exporter = new InMemorySpanExporter()
const limits = {
  attributeCount: 128,
  attributeValueLength: Infinity,
  eventCount: 128,
  linkCount: 128,
  attributePerEventCount: 128,
  attributePerLinkCount: 128,
}
// Ended spans let go of what they were told, as where nothing but our own way out follows.
const tracer = new HeddleTracerProvider({
  resource: resourceFromAttributes({}),
  limits,
  sampling: { sampler: new AlwaysOnSampler(), readsAttributes: false },
  processors: [new SimpleSpanProcessor(exporter)],
  exportOnly: true,
}).getTracer('hostile')

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterEach(() => exporter.reset())
afterAll(() => context.disable())

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const throwing = () =>
  new Proxy({}, { get: () => fail(), getPrototypeOf: () => fail(), ownKeys: () => fail(), has: () => fail() })
function fail(): never {
  throw new Error('hostile')
}

const VALUES: [string, () => unknown][] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['a symbol', () => Symbol('name')],
  ['a revoked proxy', revoked],
  ['a proxy that throws', throwing],
]

test.each(VALUES)('%s in the place of a name throws nothing into the app, and the span is ended', (_what, value) => {
  const name = value() as string
  tracer.startSpan(name).end()
  tracer.startActiveSpan(name, (span) => span.end())
  const renamed = tracer.startSpan('renamed')
  renamed.updateName(name).addEvent(name).end()
  expect(exporter.getFinishedSpans()).toHaveLength(3)
  for (const span of exporter.getFinishedSpans()) expect(typeof span.name).toBe('string')
})

test.each<[string, (span: Span, attributes: Attributes) => unknown, 'events' | 'links']>([
  ['an event', (span, attributes) => span.addEvent('e', attributes), 'events'],
  ['a link', (span, attributes) => span.addLink({ context: span.spanContext(), attributes }), 'links'],
])('a getter in the attributes of %s that ends the span leaves nothing on the ended span', (_what, add, kept) => {
  const span = tracer.startSpan('a') as Span & ReadableSpan
  add(span, { first: true })
  const given = span[kept]
  const ending = Object.defineProperty({}, 'a', {
    enumerable: true,
    get: () => {
      span.end()
      return 1
    },
  })
  add(span, ending)
  expect(span.isRecording()).toBe(false)
  expect(span[kept]).toEqual([])
  expect(given).toHaveLength(2)
})

const CALLS: [string, (span: Span, value: unknown) => unknown][] = [
  ['setAttribute', (span, value) => span.setAttribute('a', value as string)],
  ['setAttributes', (span, value) => span.setAttributes(value as never)],
  ['an attribute in setAttributes', (span, value) => span.setAttributes({ a: value as string })],
  ['addEvent', (span, value) => span.addEvent('e', value as never)],
  ['an attribute in addEvent', (span, value) => span.addEvent('e', { a: value as string })],
  ['addLink', (span, value) => span.addLink(value as Link)],
  ['the context of addLink', (span, value) => span.addLink({ context: value as never })],
  ['setStatus', (span, value) => span.setStatus(value as never)],
  ['recordException', (span, value) => span.recordException(value as never)],
  ['end', (span, value) => span.end(value as never)],
]

describe.each(CALLS)('%s', (_call, call) => {
  test.each(VALUES)('with %s throws nothing into the app, and the span is ended', (_what, value) => {
    const span = tracer.startSpan('called')
    call(span, value())
    span.end()
    expect(exporter.getFinishedSpans()).toHaveLength(1)
    expect(trace.isSpanContextValid(span.spanContext())).toBe(true)
  })
})

test.each(VALUES)('a log record that is %s, or has it as its context, throws nothing into the app', (_what, value) => {
  const emitted: unknown[] = []
  const logger = new HeddleLoggerProvider({
    resource: resourceFromAttributes({}),
    limits: { attributeCount: 128, attributeValueLength: Infinity },
    describe: toAttributeValue,
    processors: [
      { onEmit: (record) => void emitted.push(record), forceFlush: async () => {}, shutdown: async () => {} },
    ],
  }).getLogger('hostile')
  logger.emit(value() as never)
  logger.emit({ body: 'x', context: value() as never })
  logger.emit({ body: 'sound' })
  expect(emitted.length).toBeGreaterThan(0)
})
