import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api'
import { logs, SeverityNumber } from '@opentelemetry/api-logs'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { createLogger, type Level, type LoggerOptions } from '.'

const LEVELS: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']

function setUp(options: Partial<LoggerOptions> = {}) {
  const exporter = new InMemoryLogRecordExporter()
  const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] })
  const log = createLogger({ name: 'checkout', provider, ...options })
  const bodies = () => exporter.getFinishedLogRecords().map((record) => record.body)
  return {
    log,
    provider,
    bodies,
    records: () => exporter.getFinishedLogRecords(),
    last: () => exporter.getFinishedLogRecords().at(-1),
  }
}

function recordDiag(): string[] {
  const warnings: string[] = []
  const warn = (message: string) => warnings.push(message)
  diag.setLogger({ warn, error: warn } as unknown as DiagLogger, {
    logLevel: DiagLogLevel.WARN,
    suppressOverrideMessage: true,
  })
  return warnings
}

afterEach(() => {
  diag.disable()
  logs.disable()
})

test('the provider is the one that is registered with the API, which has one of its own since 1.10', () => {
  const API_GLOBAL = Symbol.for('opentelemetry.js.api.1')
  const globals = globalThis as { [API_GLOBAL]?: object | undefined }
  const before = globals[API_GLOBAL]
  const log = createLogger('checkout')
  const [ofApi, ofPackage] = [setUp(), setUp()]
  logs.setGlobalLoggerProvider(ofPackage.provider)
  log.info('first')
  globals[API_GLOBAL] = { ...before, logs: ofApi.provider }
  log.info('second')
  globals[API_GLOBAL] = before
  log.info('third')
  expect([ofPackage.bodies(), ofApi.bodies()]).toEqual([['first', 'third'], ['second']])
})

describe('a record', () => {
  test('has body, attributes, severity and scope', () => {
    const { log, last } = setUp({ version: '2.1.0' })
    log.warn('stock is low', { sku: 'a-1', left: 2 })
    expect(last()).toMatchObject({
      body: 'stock is low',
      attributes: { sku: 'a-1', left: 2 },
      severityNumber: SeverityNumber.WARN,
      severityText: 'warn',
      instrumentationScope: { name: 'checkout', version: '2.1.0' },
    })
  })

  test.each([
    ['trace', 1],
    ['debug', 5],
    ['info', 9],
    ['warn', 13],
    ['error', 17],
    ['fatal', 21],
  ] as const)('of level %s has severity number %d', (level, severityNumber) => {
    const { log, last } = setUp({ level: 'trace' })
    log[level]('hello')
    expect(last()).toMatchObject({ severityNumber, severityText: level })
  })

  test('takes the attributes of several details, the later winning', () => {
    const { log, last } = setUp({ attributes: { a: 0, root: true } })
    log.info('hello', { a: 1, b: 1 }, undefined, { b: 2 })
    expect(last()?.attributes).toEqual({ root: true, a: 1, b: 2 })
  })

  test('keeps details that are no objects', () => {
    const { log, last } = setUp()
    log.info('user', 42, ['a'], null)
    expect(last()?.attributes).toEqual({ details: [42, ['a']] })
  })

  test('of an event has its name and no body', () => {
    const { log, last } = setUp()
    log.event('order.placed', { orderId: 7 })
    expect(last()).toMatchObject({
      eventName: 'order.placed',
      severityNumber: SeverityNumber.INFO,
      attributes: { orderId: 7 },
    })
    expect(last()?.body).toBeUndefined()
  })

  test('is bounded', () => {
    const { log, last } = setUp({ limits: { maxLength: 5, maxProperties: 2 } })
    log.info('123456789', { a: 'abcdefgh', b: 1, c: 2 })
    expect(last()?.body).toBe('12345…')
    expect(last()?.attributes).toEqual({ a: 'abcde…', b: 1, '[Truncated]': true })
  })
})

describe('an error', () => {
  class ChargeError extends Error {}
  const error = new ChargeError('card declined', { cause: new TypeError('no card', { cause: 'user left' }) })
  const exception = { 'exception.type': 'ChargeError', 'exception.message': 'card declined' }

  test.each<[string, unknown[]]>([
    ['as a detail', ['charge failed', error, { orderId: 7 }]],
    ['after the attributes', ['charge failed', { orderId: 7 }, error]],
    ['as a property', ['charge failed', { orderId: 7, err: error }]],
    ['as the message', [error, { orderId: 7 }]],
  ])('%s becomes the exception', (_, args) => {
    const { log, last } = setUp()
    log.error(...(args as [string]))
    expect(last()?.attributes).toEqual({
      ...exception,
      orderId: 7,
      'exception.stacktrace': expect.stringContaining(error.stack ?? ''),
    })
    expect(last()?.body).toBe(args[0] === error ? 'card declined' : 'charge failed')
  })

  test('has its causes in the stack trace', () => {
    const { log, last } = setUp()
    log.error(error)
    expect(last()?.attributes['exception.stacktrace']).toMatch(
      /^Error: card declined\n {4}at [\s\S]+\nCaused by: TypeError: no card\n {4}at [\s\S]+\nCaused by: user left$/,
    )
  })

  test('that is its own cause, or one of many, is written once each', () => {
    const { log, last } = setUp()
    const loop = new AggregateError([new Error('one'), new Error('two')], 'all failed')
    loop.cause = loop
    log.error('failed', loop)
    const stack = String(last()?.attributes['exception.stacktrace'])
    expect(stack.match(/all failed|Caused by: Error: one|Caused by: Error: two/g)).toHaveLength(3)
  })

  test('beside the first one is kept as a map', () => {
    const { log, last } = setUp()
    log.error('failed', error, new Error('second'), { third: new Error('third') })
    expect(last()?.attributes).toMatchObject({
      ...exception,
      details: [{ type: 'Error', message: 'second' }],
      third: { type: 'Error', message: 'third' },
    })
  })

  test('whose properties throw is written all the same', () => {
    const { log, last } = setUp()
    const hostile = new Error('x')
    for (const key of ['stack', 'message', 'name', 'cause', 'errors']) {
      Object.defineProperty(hostile, key, {
        get: () => {
          throw new Error(`no ${key}`)
        },
      })
    }
    log.error('failed', hostile)
    expect(last()?.attributes).toMatchObject({
      'exception.type': '[Throws: no name]',
      'exception.message': '[Throws: no message]',
    })
  })

  test('can be logged by a method without its object', async () => {
    const { log, last } = setUp()
    await Promise.reject(error).catch(log.error)
    expect(last()?.body).toBe('card declined')
  })
})

describe('the level', () => {
  test('is info unless set', () => {
    const { log, bodies } = setUp()
    for (const level of LEVELS) log[level](level)
    expect(log.level).toBe('info')
    expect(bodies()).toEqual(['info', 'warn', 'error', 'fatal'])
  })

  test('can be set while running, and reaches the children that have none of their own', () => {
    const { log, bodies } = setUp()
    const follower = log.child({}).withTrace('0af7651916cd43dd8448eb211c80319c')
    const independent = log.child({})
    independent.level = 'error'
    const itsChild = independent.child({})
    log.level = 'debug'
    follower.debug('follower')
    independent.debug('independent')
    itsChild.debug('its child')
    independent.level = 'trace'
    itsChild.trace('its child now')
    log.trace('root')
    expect(bodies()).toEqual(['follower', 'its child now'])
  })

  test('disabled is one no-op function', () => {
    const { log } = setUp()
    expect(log.debug).toBe(log.child({}).trace)
    expect(log.info).not.toBe(log.debug)
  })

  test('tells what is enabled', () => {
    const { log } = setUp({ level: 'warn' })
    expect(LEVELS.filter((level) => log.isLevelEnabled(level))).toEqual(['warn', 'error', 'fatal'])
  })

  test('silent disables all, events too', () => {
    const { log, bodies } = setUp({ level: 'silent' })
    for (const level of LEVELS) log[level](level)
    log.event('e')
    expect(bodies()).toEqual([])
  })

  test('that is no level is reported once and ignored', () => {
    const warnings = recordDiag()
    const { log } = setUp({ level: 'verbose' as Level })
    log.level = 'toString' as Level
    expect(log.level).toBe('info')
    expect(warnings).toEqual([expect.stringContaining('the level is none of')])
  })
})

describe('a child', () => {
  test('adds its attributes to those of its parent, and changes nothing there', () => {
    const { log, last } = setUp({ attributes: { app: 'shop' } })
    const child = log.child({ tenant: 't1' }).child({ user: 'u1' })
    child.info('child', { tenant: 't2' })
    expect(last()?.attributes).toEqual({ app: 'shop', tenant: 't2', user: 'u1' })
    child.info('again')
    expect(last()?.attributes).toEqual({ app: 'shop', tenant: 't1', user: 'u1' })
    log.info('parent')
    expect(last()?.attributes).toEqual({ app: 'shop' })
  })

  test('takes its attributes when it is made', () => {
    const { log, last } = setUp()
    const cart = { items: [1] }
    const child = log.child({ cart })
    cart.items.push(2)
    child.info('hello')
    expect(last()?.attributes).toEqual({ cart: { items: [1] } })
  })
})

describe('the provider', () => {
  test('may be registered after the logger was created and used', () => {
    const { provider, bodies } = setUp()
    const log = createLogger('early')
    log.info('lost')
    logs.setGlobalLoggerProvider(provider)
    log.info('found')
    expect(bodies()).toEqual(['found'])
  })

  test('that throws is reported once, and not to the app', () => {
    const warnings = recordDiag()
    const emit = () => {
      throw new Error('broken')
    }
    const log = createLogger({ name: 'x', provider: { getLogger: () => ({ emit, enabled: () => true }) } })
    log.info('one')
    log.info('two')
    expect(warnings).toEqual(['logger x: a log record could not be emitted'])
  })
})
