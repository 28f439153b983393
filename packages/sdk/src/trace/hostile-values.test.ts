import { type Attributes, DiagLogLevel, diag, type Link } from '@opentelemetry/api'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { ignoredCalls } from '../ignored-calls'
import { HeddleTracerProvider } from './tracer-provider'

const LIMITS = {
  ...{ attributeCount: 128, attributeValueLength: Number.POSITIVE_INFINITY, eventCount: 128, linkCount: 128 },
  ...{ attributePerEventCount: 128, attributePerLinkCount: 128 },
}
const CONTEXT = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 }
const exporter = new InMemorySpanExporter()
const tracer = new HeddleTracerProvider({
  resource: resourceFromAttributes({}),
  limits: LIMITS,
  sampling: { sampler: new AlwaysOnSampler(), readsAttributes: false },
  processors: [new SimpleSpanProcessor(exporter)],
}).getTracer('hostile')
const last = (): ReadableSpan => exporter.getFinishedSpans().at(-1)!

const said: string[] = []
beforeAll(() => {
  const note = (message: string) => void said.push(message)
  const logger = { error: note, warn: note, info: note, debug: note, verbose: note }
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
})
afterAll(() => diag.disable())
beforeEach(() => {
  ignoredCalls.sayRest()
  said.length = 0
})

let reads = 0
/** An array of any length, all of whose items are the same, and whose iterator never ends. */
const endless = <T>(item: T, length = 2 ** 32 - 1): T[] =>
  new Proxy([], {
    get(target, key, receiver) {
      if (key === 'length') return length
      if (key === Symbol.iterator)
        return function* () {
          for (;;) yield item
        }
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        reads++
        return item
      }
      return Reflect.get(target, key, receiver)
    },
  })
beforeEach(() => {
  reads = 0
})

test('an endless array as an attribute, of a span, an event or a link, is read ten thousand times and marked', () => {
  const attributes = { list: endless('x') }
  const span = tracer.startSpan('work', { attributes })
  span.setAttribute('again', endless('x'))
  span.addEvent('event', attributes).addLink({ context: CONTEXT, attributes })
  span.end()
  expect(reads).toBe(4 * 10_000)
  const mark = `[Truncated: ${2 ** 32 - 1 - 10_000} more]`
  for (const { list } of [last().attributes, last().events[0]!.attributes!, last().links[0]!.attributes!]) {
    expect((list as string[]).at(-1)).toBe(mark)
  }
})

test('endless links are looked at ten thousand times; the last are kept and the rest is counted', () => {
  const links = endless<Link>({ context: CONTEXT })
  tracer.startSpan('work', { links }).addLinks(links).end()
  expect(reads).toBe(2 * 10_000)
  expect(last().links).toHaveLength(128)
  expect(last().droppedLinksCount).toBe(2 * (2 ** 32 - 1) - 128)
})

test('links that are none are counted as dropped, and throw nothing into the app', () => {
  const links = [undefined, null, 'text', { context: CONTEXT }] as unknown as Link[]
  tracer.startSpan('work', { links }).addLinks(links).end()
  expect(last().links).toHaveLength(2)
  expect(last().droppedLinksCount).toBe(6)
})

test('of attributes that a proxy has without number ten thousand are read, and the rest is counted', () => {
  let gets = 0
  const proxy = new Proxy({} as Attributes, {
    ownKeys: () => Array.from({ length: 50_000 }, (_, i) => `k${i}`),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get() {
      gets++
      return 1
    },
  })
  tracer.startSpan('work').setAttributes(proxy).end()
  expect(gets).toBe(10_000)
  expect(last().droppedAttributesCount).toBe(50_000 - 128)
})

test.each<[string, object]>([
  ['bytes', Buffer.alloc(20_000)],
  ['a proxy of bytes', new Proxy(Buffer.alloc(20_000), {})],
  ['a boxed text', Object('x'.repeat(20_000))],
  ['an endless array', endless('x')],
])('%s in the place of attributes has none, and is not listed', (_, given) => {
  const attributes = given as Attributes
  const span = tracer.startSpan('work', { attributes }).setAttributes(attributes).addEvent('event', attributes)
  span.addLink({ context: CONTEXT, attributes }).end()
  expect(last()).toMatchObject({ attributes: {}, droppedAttributesCount: 0 })
  expect(last().events[0]!.attributes).toEqual({})
  expect(reads).toBe(0)
})

test('a getter among attributes that throws costs its own attribute, and throws nothing into the app', () => {
  const attributes = Object.defineProperty({ kept: 1 }, 'broken', { get: failing, enumerable: true }) as Attributes
  tracer.startSpan('work', { attributes }).setAttributes(attributes).addEvent('event', attributes).end()
  expect(last().attributes).toEqual({ kept: 1 })
  expect(last().events[0]!.attributes).toEqual({ kept: 1 })
})

test('what is said of a span or an attribute shows a name of 100 MB in a hundred characters, on one line', () => {
  const huge = `line\n${'x'.repeat(100 * 1024 * 1024)}`
  const span = tracer.startSpan(huge, { startTime: Date.now() })
  span.setAttribute(huge, Symbol() as never)
  span.end(Date.now() - 1_000)
  span.updateName('late')
  expect(said).toHaveLength(3)
  for (const line of said) {
    expect(line.length).toBeLessThan(300)
    expect(line).not.toContain('\n')
    expect(line).toContain('"line\\nxxx')
  }
})

test('an exception of any size leaves its span small enough to be sent', () => {
  const error = new Error('m'.repeat(100 * 1024 * 1024))
  error.stack = 's'.repeat(100 * 1024 * 1024)
  const span = tracer.startSpan('work')
  span.recordException(error)
  span.end()
  const attributes = last().events[0]!.attributes!
  expect((attributes['exception.message'] as string).length).toBe(262_145)
  expect(attributes['exception.stacktrace']).toMatch(/^s+…$/)
})

function failing(): never {
  throw new Error('broken')
}
