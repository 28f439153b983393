import { EventEmitter } from 'node:events'
import { type Context, context, propagation, ROOT_CONTEXT, type TextMapSetter, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core'
import { carriedContext } from './carried-context'

const { bind, inject, childEnvironment, extract } = carriedContext
const PROPAGATOR = new CompositePropagator({
  propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()],
})
const SENDER = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }
const HEADER = `00-${SENDER.traceId}-${SENDER.spanId}-01`
const inSender = <Result>(work: () => Result) => context.with(trace.setSpanContext(ROOT_CONTEXT, SENDER), work)
const activeSpanId = () => trace.getActiveSpan()?.spanContext().spanId

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(PROPAGATOR)
})
afterAll(() => {
  context.disable()
  propagation.disable()
})

test('a bound function runs in the context in which it was bound, with its this, arguments and result', () => {
  const emitter = new EventEmitter()
  const seen: unknown[] = []
  inSender(() =>
    emitter.on(
      'row',
      bind(function (this: unknown, row: number) {
        seen.push(this === emitter, row, activeSpanId())
      }),
    ),
  )
  emitter.emit('row', 7)
  expect(seen).toEqual([true, 7, SENDER.spanId])
  expect(bind((a: number, b: number) => a + b)(1, 2)).toBe(3)
  expect(bind(undefined as never)).toBeUndefined()
})

test('what is injected is extracted elsewhere', () => {
  const headers = inSender(() => inject())
  expect(headers).toEqual({ traceparent: HEADER })
  expect(extract(headers, activeSpanId)).toBe(SENDER.spanId)
  expect(activeSpanId()).toBeUndefined()
  const own = { id: 1 }
  expect(inSender(() => inject(own))).toBe(own)
  expect(own).toEqual({ id: 1, traceparent: HEADER })
})

test.each<[string, unknown]>([
  ['an environment', { TRACEPARENT: HEADER }],
  ['bytes', { traceparent: Buffer.from(HEADER) }],
  ['a list', { traceparent: [Buffer.from(HEADER)] }],
  ['attributes of SQS', { traceparent: { DataType: 'String', StringValue: HEADER } }],
  ['what is asked by `get`', new Map([['traceparent', HEADER]])],
])('the context is extracted from %s', (_, carrier) => {
  expect(extract(carrier as object, activeSpanId)).toBe(SENDER.spanId)
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'traceparent'],
  ['another type', { traceparent: 7 }],
  [
    'a carrier that throws',
    new Proxy(
      {},
      {
        get() {
          throw new Error('closed')
        },
        ownKeys() {
          throw new Error('closed')
        },
      },
    ),
  ],
])('%s brings no context, and the work is done', (_, carrier) => {
  expect(extract(carrier as object, () => [activeSpanId(), 'done'])).toEqual([undefined, 'done'])
  expect(inSender(() => extract(carrier as object, activeSpanId))).toBe(SENDER.spanId)
})

test('an environment is copied with the context in it, by the names that the specification has', () => {
  const env = { PATH: '/bin', TRACEPARENT: 'of its own', TRACESTATE: 'of=another', BAGGAGE: 'of=another' }
  const given = { ...env }
  expect(inSender(() => childEnvironment(env))).toEqual({ PATH: '/bin', TRACEPARENT: HEADER })
  expect(childEnvironment(env)).toEqual(env)
  expect(env).toEqual(given)
  expect(inSender(() => childEnvironment())).toEqual({
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TRACEPARENT|TRACESTATE)$/.test(name))),
    TRACEPARENT: HEADER,
  })
  expect(process.env['TRACEPARENT']).toBeUndefined()
  const single = {
    fields: () => ['x-b3', '1-own'],
    inject: (_: unknown, carrier: object, setter: TextMapSetter) => setter.set(carrier, '1-own', 'value'),
    extract: (active: Context) => active,
  }
  propagation.disable()
  propagation.setGlobalPropagator(single)
  expect(inSender(() => childEnvironment({ X_B3: 'old', _1_OWN: 'old' }))).toEqual({ _1_OWN: 'value' })
  propagation.disable()
  propagation.setGlobalPropagator(PROPAGATOR)
})

test('a generator runs in the context of whoever asks for its next value', async () => {
  async function* values() {
    yield activeSpanId()
    await null
    yield activeSpanId()
  }
  const made = inSender(values)
  const outside = await made.next()
  const inside = await inSender(() => made.next())
  expect([outside.value, inside.value]).toEqual([undefined, SENDER.spanId])
  const next = inSender(() => {
    const own = values()
    return bind(() => own.next())
  })
  expect([(await next()).value, (await next()).value]).toEqual([SENDER.spanId, SENDER.spanId])
})

test('a frozen carrier stays as it is', () => {
  expect(inSender(() => inject(Object.freeze({})))).toEqual({})
})
