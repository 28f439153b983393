import { context, diag, propagation, trace } from '@opentelemetry/api'
import { type Logger, logs } from '@opentelemetry/api-logs'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { PASSING_TRACER } from '../beside/passing-tracer'
import { resolve } from '../config/fixtures/resolve'
import type { HeddleOptions } from '../config/options'
import { configSummary } from '../config/summary'
import { findHost } from './host'
import { explainJoining, isPropagatorOurs, joinedConfig } from './joined'
import { hostedLoggerProvider } from './logger-provider'
import { hostedTracerProvider } from './tracer-provider'

const SILENT_LOGGER: Logger = { emit() {}, enabled: () => false }
const hostOf = (options: HeddleOptions) => findHost(resolve(options), options)

afterEach(() => {
  trace.disable()
  logs.disable()
  context.disable()
  propagation.disable()
})

describe('a tracer provider of the SDK', () => {
  const exporters = { theirs: new InMemorySpanExporter(), ours: new InMemorySpanExporter() }
  const begin = () => {
    for (const exporter of Object.values(exporters)) exporter.reset()
    return new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporters.theirs)] })
  }
  const namesOf = ({ theirs, ours }: typeof exporters) =>
    [theirs, ours].map((exporter) => exporter.getFinishedSpans().map(({ name }) => name))

  test('gives ours what tracers make that were there before, until they are taken out', () => {
    const provider = begin()
    const tracer = provider.getTracer('early')
    const hosted = hostedTracerProvider(provider)!
    expect(hosted.hasProcessors).toBe(true)
    const leave = hosted.add([new SimpleSpanProcessor(exporters.ours)])
    tracer.startSpan('one').end()
    leave()
    tracer.startSpan('two').end()
    expect(namesOf(exporters)).toEqual([['one', 'two'], ['one']])
  })

  test('makes nothing of scopes that are left out, of tracers there were and of new ones, until that is undone', () => {
    const provider = begin()
    const early = provider.getTracer('covered')
    const other = provider.getTracer('app')
    const undo = hostedTracerProvider(provider)!.substitute((name, own) => (name === 'covered' ? PASSING_TRACER : own))
    for (const tracer of [early, provider.getTracer('covered', '2'), other]) {
      tracer.startSpan('meanwhile').end()
      tracer.startActiveSpan('active', (span) => span.end())
    }
    undo()
    for (const tracer of [early, provider.getTracer('covered', '2')]) tracer.startSpan('after').end()
    expect(namesOf(exporters)[0]).toEqual(['meanwhile', 'active', 'after', 'after'])
    expect(Object.keys(provider)).not.toContain('getTracer')
  })

  test('gives what was left out back to a tracer behind the API’s proxy, which keeps what it first found', () => {
    const provider = begin()
    const proxy = trace.getTracer('covered')
    provider.register()
    const undo = hostedTracerProvider(provider)!.substitute((name, own) => (name === 'covered' ? PASSING_TRACER : own))
    proxy.startSpan('meanwhile').end()
    undo()
    proxy.startSpan('after').end()
    expect(namesOf(exporters)[0]).toEqual(['after'])
  })

  test('is found behind the proxy that the API has registered', () => {
    const provider = begin()
    provider.register()
    expect(hostOf({ attach: true })?.traces?.provider).toBe(provider)
  })
})

describe('a logger provider of the SDK', () => {
  test.each([
    ['with processors', [new InMemoryLogRecordExporter()]],
    ['without processors', []],
  ])('%s gives ours what loggers make that were there before, until they are taken out', (_, theirs) => {
    const ours = new InMemoryLogRecordExporter()
    const provider = new LoggerProvider({
      processors: theirs.map((exporter) => new SimpleLogRecordProcessor({ exporter })),
    })
    const logger = provider.getLogger('early')
    const hosted = hostedLoggerProvider(provider)!
    expect(hosted.hasProcessors).toBe(theirs.length > 0)
    const leave = hosted.add([new SimpleLogRecordProcessor({ exporter: ours })])
    expect(logger.enabled()).toBe(true)
    logger.emit({ body: 'one' })
    leave()
    logger.emit({ body: 'two' })
    const bodies = (exporter: InMemoryLogRecordExporter) => exporter.getFinishedLogRecords().map(({ body }) => body)
    expect(bodies(ours)).toEqual(['one'])
    for (const exporter of theirs) expect(bodies(exporter)).toEqual(['one', 'two'])
  })

  test('makes nothing of scopes that are left out, until that is undone', () => {
    const exporter = new InMemoryLogRecordExporter()
    const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] })
    const early = provider.getLogger('covered')
    const undo = hostedLoggerProvider(provider)!.substitute((name, own) => (name === 'covered' ? SILENT_LOGGER : own))
    for (const logger of [early, provider.getLogger('covered', '2')]) {
      expect(logger.enabled()).toBe(false)
      logger.emit({ body: 'meanwhile' })
    }
    provider.getLogger('app').emit({ body: 'app' })
    undo()
    early.emit({ body: 'after' })
    expect(exporter.getFinishedLogRecords().map(({ body }) => body)).toEqual(['app', 'after'])
  })

  test('gives what was left out back to a logger behind the API’s proxy, which keeps what it first found', () => {
    const exporter = new InMemoryLogRecordExporter()
    const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] })
    const proxy = logs.getLogger('covered')
    logs.setGlobalLoggerProvider(provider)
    const undo = hostedLoggerProvider(provider)!.substitute((name, own) => (name === 'covered' ? SILENT_LOGGER : own))
    proxy.emit({ body: 'meanwhile' })
    undo()
    proxy.emit({ body: 'after' })
    expect(exporter.getFinishedLogRecords().map(({ body }) => body)).toEqual(['after'])
  })

  test('is flushed without a complaint when its owner has shut it down', async () => {
    const provider = new LoggerProvider({ processors: [] })
    const hosted = hostedLoggerProvider(provider)!
    const warn = jest.spyOn(diag, 'warn').mockImplementation(() => {})
    await provider.shutdown()
    await hosted.flush()
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })
})

describe('what is joined', () => {
  test('nothing, unless it is asked for', () => expect(hostOf({})).toBeUndefined())

  test('not an SDK that is registered, unless it is asked for; the refusal says how', () => {
    new NodeTracerProvider().register()
    expect(() => hostOf({})).toThrow(/HEDDLE_ATTACH=true/)
    expect(() => hostOf({ tracerProvider: new NodeTracerProvider() })).toThrow(/HEDDLE_ATTACH=true/)
  })

  test('a provider that is given and registered itself', () => {
    const tracerProvider = new NodeTracerProvider()
    tracerProvider.register()
    expect(hostOf({ tracerProvider })).toMatchObject({ traces: { provider: tracerProvider }, isRegistered: true })
  })

  test('a logger provider that is registered, and none when none is', () => {
    new NodeTracerProvider().register()
    expect(hostOf({ attach: true })?.logs).toBeUndefined()
    const loggerProvider = new LoggerProvider()
    logs.setGlobalLoggerProvider(loggerProvider)
    expect(hostOf({ attach: true })?.logs?.provider).toBe(loggerProvider)
  })

  test('one signal alone', () => {
    expect(hostOf({ loggerProvider: new LoggerProvider() })).toMatchObject({ traces: undefined, isRegistered: false })
  })

  test('not an SDK of another kind that is registered; the refusal names it, and says how both can run', () => {
    class VendorsProvider {
      getTracer = () => trace.getTracer('x')
    }
    trace.setGlobalTracerProvider(new VendorsProvider())
    expect(() => hostOf({})).toThrow(/cannot join this one.*skipOpenTelemetrySetup/)
    expect(() => hostOf({ attach: true })).toThrow(/cannot join a VendorsProvider.*skipOpenTelemetrySetup/)
  })

  test.each<[string, HeddleOptions]>([
    ['a tracer provider', { tracerProvider: { getTracer: () => trace.getTracer('x') } }],
    ['a logger provider', { loggerProvider: { getLogger: () => SILENT_LOGGER } }],
    [
      'an SDK without its insides',
      {
        tracerProvider: Object.assign(new NodeTracerProvider(), { _activeSpanProcessor: undefined }),
      },
    ],
  ])('not %s of another kind: it is refused by the name of its class', (_, options) => {
    expect(() => hostOf(options)).toThrow(/cannot join a (?:Object|NodeTracerProvider)/)
  })

  test('not what is registered and of another kind: its class is named, not the proxy before it, and without a bundler’s number', () => {
    class OtherProvider$1 {
      getTracer = () => PASSING_TRACER
    }
    trace.setGlobalTracerProvider(new OtherProvider$1())
    expect(() => hostOf({ attach: true })).toThrow(/cannot join a OtherProvider:/)
  })

  test('nothing where nothing is registered: the refusal says what comes first', () => {
    expect(() => hostOf({ attach: true })).toThrow(/none is registered in this process yet/)
  })
})

describe('who sends', () => {
  const tracerProvider = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(new InMemorySpanExporter())],
  })
  const exportersOf = (options: HeddleOptions) => {
    const all = { export: { endpoint: 'http://collector:4318' }, tracerProvider, ...options }
    const config = joinedConfig(resolve(all), hostOf(all)!, all)
    const { traces, logs } = config.exporters
    sources = configSummary(config).sources
    return [traces, logs].map(({ otlp, others }) => [otlp !== undefined, others.length])
  }
  let sources: Readonly<Record<string, string>>

  test('the other SDK’s processors where it has any, else Heddle', () => {
    expect(exportersOf({})).toEqual([
      [false, 0],
      [true, 0],
    ])
    expect(sources).toMatchObject({ 'traces.exporters': 'joined SDK', 'logs.exporters': 'default' })
    expect(sources).not.toHaveProperty(['traces.endpoint'])
  })

  test('Heddle too, when that is said', () => {
    expect(exportersOf({ attach: 'export' })).toEqual([
      [true, 0],
      [true, 0],
    ])
    expect(sources).toMatchObject({ 'traces.exporters': 'default', 'traces.endpoint': 'code' })
    expect(exportersOf({ exporters: { traces: 'otlp' } })).toEqual([
      [true, 0],
      [true, 0],
    ])
  })
})

test('our propagator takes the place of the other one as soon as something is said that only ours knows', () => {
  expect(isPropagatorOurs(resolve({}))).toBe(false)
  for (const propagation of [
    { trust: 'link' },
    { formats: ['b3'] },
    { correlation: {} },
    { echoRequestId: true },
  ] as const)
    expect([propagation, isPropagatorOurs(resolve({ propagation }))]).toEqual([propagation, true])
})

test('the line at start names what has no effect', () => {
  const options: HeddleOptions = { tracerProvider: new NodeTracerProvider(), sampler: 0.5 }
  const lines: string[] = []
  const warn = jest.spyOn(diag, 'warn').mockImplementation((line) => void lines.push(line))
  const host = hostOf(options)!
  const config = joinedConfig(resolve(options), host, options)
  explainJoining(config, host)
  warn.mockRestore()
  expect(lines).toEqual([
    expect.stringMatching(/by its NodeTracerProvider and sent by Heddle .*without effect: sampler$/),
  ])
  const { sampler, sources } = configSummary(config)
  expect([sampler, sources['sampler']]).toEqual(['the joined SDK’s', 'joined SDK'])
})
