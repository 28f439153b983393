import { ROOT_CONTEXT } from '@opentelemetry/api'
import { emptyResource } from '@opentelemetry/resources'
import { AlwaysOnSampler, type ReadableSpan, type SpanProcessor } from '@opentelemetry/sdk-trace-node'
import { OpenSpans, UNFINISHED } from './open-spans'
import { HeddleTracerProvider } from './tracer-provider'

const limits = {
  attributeCount: 128,
  attributeValueLength: Number.POSITIVE_INFINITY,
  eventCount: 128,
  linkCount: 128,
  attributePerEventCount: 128,
  attributePerLinkCount: 128,
}

function setUp() {
  const ended: ReadableSpan[] = []
  const collector: SpanProcessor = {
    onStart() {},
    onEnd: (span) => void ended.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  }
  const openSpans = new OpenSpans([collector])
  const tracer = new HeddleTracerProvider({
    resource: emptyResource(),
    sampling: { sampler: new AlwaysOnSampler(), readsAttributes: false },
    limits,
    processors: [openSpans, collector],
  }).getTracer('test')
  const start = (name: string) => tracer.startSpan(name, {}, ROOT_CONTEXT)
  return { openSpans, start, names: () => ended.map(({ name }) => name), ended }
}

test('gives out what is open, oldest first, whichever spans have ended between them', () => {
  const { openSpans, start, names, ended } = setUp()
  const [first, second, third, fourth] = ['1', '2', '3', '4'].map(start)
  third!.end()
  first!.end()
  expect(openSpans.size).toBe(2)
  openSpans.exportUnfinished()
  expect(names()).toEqual(['3', '1', '2', '4'])
  expect(ended.map(({ attributes }) => attributes[UNFINISHED])).toEqual([undefined, undefined, true, true])
  expect(openSpans.size).toBe(0)
  second!.end()
  fourth!.end()
  expect(openSpans.size).toBe(0)
  expect(names()).toEqual(['3', '1', '2', '4', '2', '4'])
})

test('a span that begins after the others were given out is open', () => {
  const { openSpans, start, names } = setUp()
  start('before')
  openSpans.exportUnfinished()
  start('after')
  expect(openSpans.size).toBe(1)
  openSpans.exportUnfinished()
  expect(names()).toEqual(['before', 'after'])
})

test('of spans that never end the oldest are forgotten', () => {
  const { openSpans, start, names } = setUp()
  const forgotten = start('oldest')
  for (let index = 0; index < 10_000; index++) start(`span ${index}`)
  expect(openSpans.size).toBe(10_000)
  forgotten.end()
  expect(openSpans.size).toBe(10_000)
  openSpans.exportUnfinished()
  expect(names().slice(0, 3)).toEqual(['oldest', 'span 0', 'span 1'])
  expect(names()).toHaveLength(10_001)
})

test('a span that has ended and is kept by someone keeps no other span', () => {
  const { start } = setUp()
  const [, kept] = ['1', '2', '3'].map(start)
  kept!.end()
  const symbols = Object.getOwnPropertySymbols(kept) as (keyof typeof kept)[]
  expect(symbols).not.toHaveLength(0)
  expect(symbols.map((symbol) => kept![symbol]).filter((value) => typeof value === 'object')).toEqual([])
})
