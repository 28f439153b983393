import { SpanStatusCode, trace } from '@opentelemetry/api'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { resolveConfig } from './config/resolve'
import { configSummary } from './config/summary'
import { createHandle } from './handle'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
const flush = jest.fn(async (_timeoutMs: number) => {})
const shutdown = jest.fn(async (_timeoutMs: number) => {})
const config = resolveConfig({}, { env: {} })
const handle = createHandle({
  config,
  summary: () => configSummary(config),
  tracer: provider.getTracer('test'),
  ledger: () => {
    throw new Error('not asked')
  },
  flush,
  shutdown,
})

beforeAll(() => provider.register())
beforeEach(() => exporter.reset())
afterAll(() => trace.disable())

const only = () => {
  const spans = exporter.getFinishedSpans()
  expect(spans).toHaveLength(1)
  return spans[0]!
}

function failing(): never {
  throw new Error('broken')
}
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test.each<[unknown, number]>([
  [Number.NaN, 30_000],
  [-1, 0],
  [Number.POSITIVE_INFINITY, 2 ** 31 - 1],
  ['250', 250],
  [10n, 10],
  [{}, 30_000],
  [Symbol('ms'), 30_000],
])('a flush with a timeout of %p takes %p ms at the most, and does not reject', async (timeoutMs, expected) => {
  await expect(handle.flush({ timeoutMs } as never)).resolves.toBeUndefined()
  expect(flush).toHaveBeenLastCalledWith(expected)
})

test('a flush without options, or with what are none, takes the default', async () => {
  for (const options of [undefined, null, 7, 'now']) await handle.flush(options as never)
  expect(flush.mock.calls.slice(-4)).toEqual(Array(4).fill([30_000]))
})

describe('span', () => {
  test('is active while its work runs, across an await, and ends with it', async () => {
    const seen = await handle.span('work', async (span) => {
      await Promise.resolve()
      expect(exporter.getFinishedSpans()).toHaveLength(0)
      expect(trace.getActiveSpan()).toBe(span)
      return 'result'
    })
    expect(seen).toBe('result')
    expect(only()).toMatchObject({ name: 'work', status: { code: SpanStatusCode.UNSET } })
  })

  test('of synchronous work ends at once and hands back its result', () => {
    expect(handle.span('work', { attributes: { a: 1 } }, () => 7)).toBe(7)
    expect(only().attributes).toEqual({ a: 1 })
  })

  test.each<[string, () => object]>([
    ['that throws each time', () => Object.defineProperty({}, 'then', { get: failing })],
    ['of a proxy that throws', () => new Proxy({}, { get: failing })],
    ['of a revoked proxy', revoked],
  ])('of work whose result has a `then` %s ends, and hands back the result', (_, make) => {
    const result = make()
    expect(
      Object.is(
        handle.span('work', () => result),
        result,
      ),
    ).toBe(true)
    expect(only()).toMatchObject({ status: { code: SpanStatusCode.UNSET } })
  })

  test('of work whose result has a `then` that throws when it is called ends as failed, and so does the promise', async () => {
    // biome-ignore lint/suspicious/noThenProperty: a thenable that is broken is what is tested
    await expect(handle.span('work', () => ({ then: failing }) as never)).rejects.toThrow('broken')
    expect(only()).toMatchObject({ status: { code: SpanStatusCode.ERROR, message: 'broken' } })
  })

  test('of work whose result has a `then` that can be read once only is awaited by that one', async () => {
    let reads = 0
    const once = Object.defineProperty({}, 'then', {
      get() {
        if (++reads > 1) throw new Error('read twice')
        return (done: (value: string) => string) => Promise.resolve('kept').then(done)
      },
    })
    expect(await handle.span('work', () => once as Promise<string>)).toBe('kept')
    expect(only()).toMatchObject({ status: { code: SpanStatusCode.UNSET } })
  })

  test('hands on what its work throws, and is an error with the exception', () => {
    const error = new RangeError('too far')
    expect(() =>
      handle.span('work', () => {
        throw error
      }),
    ).toThrow(error)
    expect(only()).toMatchObject({ status: { code: SpanStatusCode.ERROR, message: 'too far' } })
    expect(only().events[0]?.attributes).toMatchObject({
      'exception.type': 'RangeError',
      'exception.message': 'too far',
    })
  })

  test('is an error when the promise of its work rejects, which goes on to the caller', async () => {
    await expect(handle.span('work', () => Promise.reject('plain text'))).rejects.toBe('plain text')
    expect(only()).toMatchObject({ status: { code: SpanStatusCode.ERROR, message: 'plain text' } })
  })

  test('nests by context', () => {
    handle.span('outer', () => handle.span('inner', () => {}))
    const [inner, outer] = exporter.getFinishedSpans()
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId)
  })
})

test('a started span ends with its block', () => {
  {
    using span = handle.startSpan('block')
    expect(span.isRecording()).toBe(true)
    expect(trace.getActiveSpan()).toBeUndefined()
  }
  expect(only().name).toBe('block')
})

test('the same name gives the same logger', () => {
  expect(handle.logger('a')).toBe(handle.logger('a'))
  expect(handle.logger('a')).not.toBe(handle.logger('b'))
})

test('a shutdown happens once, however often it is asked for', async () => {
  await Promise.all([handle.shutdown(), handle.shutdown({ timeoutMs: 1 })])
  expect(shutdown.mock.calls).toEqual([[2_000]])
})

test.each([
  ['an object that cannot be made a string', Object.create(null) as unknown],
  [
    'an error whose message throws',
    Object.defineProperty(new Error('x'), 'message', {
      get() {
        throw new Error('from the getter')
      },
    }),
  ],
  ['nothing', undefined],
])('a span whose work throws %s ends as an error, and the caller gets just that', async (_name, thrown) => {
  const caught = await handle
    .span('work', async () => {
      throw thrown
    })
    .catch((error: unknown) => ({ error }))
  expect((caught as { error: unknown }).error).toBe(thrown)
  expect(only().status.code).toBe(SpanStatusCode.ERROR)
})
