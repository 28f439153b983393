import type { Attributes, AttributeValue } from '@opentelemetry/api'
import { emptyResource } from '@opentelemetry/resources'
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { HeddleTracerProvider } from './tracer-provider'

const exporter = new InMemorySpanExporter()
const LINKED = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 }
afterEach(() => exporter.reset())

function spanWith(value: unknown, attributeValueLength = Infinity) {
  const limits = {
    attributeCount: 128,
    attributeValueLength,
    eventCount: 128,
    linkCount: 128,
    attributePerEventCount: 128,
    attributePerLinkCount: 128,
  }
  const sampling = { sampler: new AlwaysOnSampler(), readsAttributes: false }
  const processors = [new SimpleSpanProcessor(exporter)]
  const provider = new HeddleTracerProvider({ resource: emptyResource(), sampling, limits, processors })
  const attributes = { started: value } as Attributes
  const span = provider.getTracer('test').startSpan('work', { attributes, links: [{ context: LINKED, attributes }] })
  span.setAttribute('set', value as AttributeValue).addEvent('event', { value } as Attributes)
  span.addLink({ context: span.spanContext(), attributes: { value } as Attributes })
  span.end()
  const [ended] = exporter.getFinishedSpans()
  const { attributes: own, events, links } = ended!
  return {
    ...own,
    event: events[0]!.attributes?.['value'],
    linked: links[0]!.attributes?.['started'],
    link: links[1]!.attributes?.['value'],
  } as Record<string, unknown>
}

// OTEP 4485: any value of the data model on a span and its links, simple ones on events.
test.each<[string, unknown]>([
  ['a map', { sku: 'a', price: 1.5, none: null }],
  ['an empty map', {}],
  ['a list of maps', [{ sku: 'a' }, { sku: 'b', left: 3 }]],
  ['a list of different members', [1, 'a', true, null]],
  ['bytes', new Uint8Array([1, 2, 255])],
  ['a list of lists', [[1], ['a', { b: 2 }]]],
  ['a map without a prototype', Object.assign(Object.create(null), { a: 1 })],
])('%s is kept on a span and its links, and not on an event', (_, value) => {
  const { started, set, linked, link, event } = spanWith(value)
  expect([started, set, linked, link, event]).toEqual([value, value, value, value, undefined])
})

test('null is the empty value, and is kept; undefined says that there is no such attribute', () => {
  expect(spanWith(null)).toEqual({ started: null, set: null, event: null, linked: null, link: null })
  exporter.reset()
  expect(Object.keys(spanWith(undefined)).sort()).toEqual(['event', 'link', 'linked'])
  exporter.reset()
  expect(Object.keys(spanWith({ a: undefined, b: null })['set'] as object)).toEqual(['b'])
})

test('bytes are cut by the limit of a value', () => {
  expect(spanWith({ a: new Uint8Array([1, 2, 3]) }, 2)['set']).toEqual({ a: new Uint8Array([1, 2]) })
  exporter.reset()
  expect(spanWith(new Uint8Array([1, 2, 3]), 2)).toMatchObject({ set: new Uint8Array([1, 2]) })
})

test.each<[string, unknown]>([
  ['an instance of a class', new Date(0)],
  ['an error', new Error('x')],
  ['a map of JavaScript', new Map([['a', 1]])],
  ['a function', () => {}],
  ['a bigint', 1n],
])('%s is left out, as the SDK leaves it out', (_, value) => {
  expect(spanWith(value)).toEqual({})
})

test('it is a copy: what the app changes afterwards is not in it', () => {
  const value = { list: [1] }
  const { set } = spanWith(value)
  value.list.push(2)
  expect(set).toEqual({ list: [1] })
})

test('texts within it are cut by the limit of a value', () => {
  expect(spanWith({ a: 'abcdef', b: ['abcdef', { c: 'abcdef' }] }, 3)['set']).toEqual({
    a: 'abc',
    b: ['abc', { c: 'abc' }],
  })
})

test('what contains itself, is deep, or throws is cut where it does', () => {
  const circle: Record<string, unknown> = { a: 1 }
  circle['self'] = circle
  expect(spanWith(circle)['set']).toEqual({ a: 1, self: '[Circular]' })
  exporter.reset()
  const throwing = Object.defineProperty({ a: 1 }, 'b', {
    enumerable: true,
    get() {
      throw new Error('mine')
    },
  })
  expect(spanWith(throwing)['set']).toEqual({ a: 1, b: '[Throws: mine]' })
  exporter.reset()
  let deep: unknown = 1
  for (let level = 0; level < 100; level++) deep = { deep }
  expect(JSON.stringify(spanWith(deep)['set'])).toContain('[Depth]')
})

test('a date or an error within it is a text or a map', () => {
  expect(spanWith({ at: new Date(0), why: new RangeError('far') })['set']).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    why: { type: 'RangeError', message: 'far' },
  })
})
