import { diag, type Tracer } from '@opentelemetry/api'
import type { Logger } from '@opentelemetry/api-logs'
import { startStockSdk, unregisterStockSdk } from './fixtures/stock-sdk'
import type { CallbackName } from './index'

afterEach(unregisterStockSdk)

describe('a callback that fails', () => {
  const names: CallbackName[] = ['traceStart', 'spanStart', 'spanEnd', 'log']
  const exercise = ({ tracer, logger }: { tracer: Tracer; logger: Logger }) => {
    for (let i = 0; i < 3; i++) {
      tracer.startSpan('root').end()
      logger.emit({ body: 'hello' })
    }
  }

  test.each(names)('%s that throws is isolated, counted, and reported once', (name) => {
    const onError = jest.fn()
    const error = new Error('mine')
    const sdk = startStockSdk(
      {
        [name]: () => {
          throw error
        },
      },
      { onError },
    )
    exercise(sdk)
    expect(onError.mock.calls).toEqual([[error, name]])
    expect(sdk.processor.errors).toEqual({ traceStart: 0, spanStart: 0, spanEnd: 0, log: 0, [name]: 3 })
    expect(sdk.spans.getFinishedSpans()).toHaveLength(3)
    expect(sdk.logs.getFinishedLogRecords()).toHaveLength(3)
  })

  test.each(names)('%s that rejects is isolated, counted, and reported once', async (name) => {
    const onError = jest.fn()
    const error = new Error('mine')
    const sdk = startStockSdk({ [name]: () => Promise.reject(error) }, { onError })
    exercise(sdk)
    await sdk.processor.forceFlush()
    expect(onError.mock.calls).toEqual([[error, name]])
    expect(sdk.processor.errors[name]).toBe(3)
  })

  test('is reported to diag by default', () => {
    const error = jest.fn()
    diag.setLogger({ error, warn() {}, info() {}, debug() {}, verbose() {} })
    const sdk = startStockSdk({ log: () => Promise.reject(new Error('later')), spanEnd: () => assertNever() })
    exercise(sdk)
    expect(error).toHaveBeenCalledTimes(1)
    expect(error).toHaveBeenCalledWith(expect.stringContaining('spanEnd'), expect.any(Error))
  })

  test('does no harm when its report fails too, or when its thenable is hostile', async () => {
    const hostile = Object.defineProperty({}, 'then', { get: assertNever })
    const onError = () => assertNever()
    const sdk = startStockSdk({ log: () => hostile as never, spanStart: () => assertNever() }, { onError })
    exercise(sdk)
    await sdk.processor.forceFlush()
    expect(sdk.processor.errors).toMatchObject({ log: 3, spanStart: 3 })
  })

  function assertNever(): never {
    throw new Error('thrown')
  }
})

describe('a callback that starts spans or logs itself', () => {
  test('is not told of what it did, at once', () => {
    const told: string[] = []
    const { tracer, logger, spans, logs } = startStockSdk({
      spanStart: ({ name }) => {
        told.push(`start ${name}`)
        tracer.startSpan('from spanStart').end()
      },
      spanEnd: ({ name }) => {
        told.push(`end ${name}`)
        tracer.startSpan('from spanEnd').end()
      },
      log: ({ body }) => {
        told.push(`log ${body}`)
        logger.emit({ body: 'from log' })
      },
    })
    const span = tracer.startSpan('app')
    expect(told.splice(0)).toEqual(['start app', 'end from spanStart'])
    span.end()
    expect(told.splice(0)).toEqual(['end app', 'start from spanEnd'])
    logger.emit({ body: 'app' })
    expect(told).toEqual(['log app'])
    expect(spans.getFinishedSpans().length).toBeGreaterThan(3)
    expect(logs.getFinishedLogRecords()).toHaveLength(2)
  })

  test('is not told of what it did after an await, nor of what it left running', async () => {
    const told: string[] = []
    let leftRunning: Promise<void> | undefined
    const { tracer, logger, processor } = startStockSdk({
      log: async ({ body }) => {
        told.push(`log ${body}`)
        await Promise.resolve()
        logger.emit({ body: 'from log' })
      },
      spanEnd: ({ name }) => {
        told.push(`end ${name}`)
        leftRunning = new Promise((resolve) => {
          setImmediate(() => {
            tracer.startSpan('from spanEnd').end()
            resolve()
          })
        })
      },
    })
    logger.emit({ body: 'app' })
    tracer.startSpan('app').end()
    await processor.forceFlush()
    await leftRunning
    expect(told).toEqual(['log app', 'end app'])
  })

  test('the app is still told of its own work while a callback is pending', async () => {
    const told: unknown[] = []
    const { logger, processor } = startStockSdk({
      log: async ({ body }) => {
        told.push(body)
        await new Promise((resolve) => setImmediate(resolve))
      },
    })
    logger.emit({ body: 1 })
    logger.emit({ body: 2 })
    await processor.forceFlush()
    logger.emit({ body: 3 })
    expect(told).toEqual([1, 2, 3])
  })

  test('a span of the app that a callback ends is told', () => {
    const told: string[] = []
    const { tracer } = startStockSdk({
      spanEnd: ({ name }) => {
        told.push(name)
        parent.end()
      },
    })
    const parent = tracer.startSpan('parent')
    tracer.startSpan('child').end()
    expect(told).toEqual(['child', 'parent'])
  })
})

describe('flush and shutdown', () => {
  test('wait for callbacks that are pending', async () => {
    let done = false
    const { tracer, tracerProvider } = startStockSdk({
      spanEnd: async () => {
        await new Promise((resolve) => setImmediate(resolve))
        done = true
      },
    })
    tracer.startSpan('root').end()
    await tracerProvider.shutdown()
    expect(done).toBe(true)
  })

  test('do not wait longer than flushTimeoutMs', async () => {
    const { tracer, processor } = startStockSdk({ spanEnd: () => new Promise<void>(() => {}) }, { flushTimeoutMs: 5 })
    for (let i = 0; i < 2000; i++) tracer.startSpan('root').end()
    await expect(processor.forceFlush()).resolves.toBeUndefined()
    await expect(processor.shutdown()).resolves.toBeUndefined()
  })

  test('of the tracer provider leaves the log callback alive', async () => {
    const log = jest.fn()
    const { logger, tracerProvider } = startStockSdk({ log })
    await tracerProvider.shutdown()
    logger.emit({ body: 'last words' })
    expect(log).toHaveBeenCalledTimes(1)
  })
})
