import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MeterProvider, metrics as metricsApi } from '@opentelemetry/api'
import { LogPipeline } from '../fixtures/log-pipeline'
import { Metrics } from '../fixtures/metrics'
import { logRecord, span } from '../fixtures/records'
import { LogsResponse } from '../fixtures/schema'
import type { SignalOptions } from '../options/options'
import { status } from '../send/fixtures/http-collector'

let subject: LogPipeline
let metrics: Metrics

beforeEach(async () => {
  subject = await LogPipeline.create()
  metrics = new Metrics()
})
afterEach(async () => {
  await subject.close()
  await metrics.shutdown()
  metricsApi.disable()
})

function start(options: Partial<SignalOptions> = {}): void {
  subject.startLogs(options, { meterProvider: metrics.provider })
}

/** The sum of all points of an instrument. */
async function totalOf(name: string): Promise<number | undefined> {
  const points = (await metrics.read())[name]
  return points?.reduce((sum, { value }) => sum + value, 0)
}

/**
 * Every number of the metrics against the ledger's, by the equations that the docstring of the
 * instruments states.
 */
async function expectEqualsLedger(): Promise<void> {
  const { created, recovered, delivered, dropped, held } = subject.balanced()
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0)
  const processed = await metrics.byError('otel.sdk.processor.log.processed')
  const exported = await metrics.byError('otel.sdk.exporter.log.exported')
  const queued = await totalOf('otel.sdk.processor.log.queue.size')
  const inflight = await totalOf('otel.sdk.exporter.log.inflight')
  expect(await totalOf('otel.sdk.log.created')).toBe(created)
  expect(exported['ok']).toBe(delivered)
  expect(sum(processed) + queued!).toBe(created)
  expect(processed['ok']! + recovered).toBe(sum(exported) + inflight!)
  expect(queued! + inflight!).toBe(held.items + held.disk.items)
  expect(sum(processed) - processed['ok']! + sum(exported) - exported['ok']!).toBe(sum(dropped))
}

describe('the ledger as metrics', () => {
  test('follows a record from the queue through the exporter to its delivery', async () => {
    start()
    const answers: (() => void)[] = []
    subject.collector.answers.push((response) => answers.push(() => response.end()))
    subject.log('a', 'b', 'c')
    expect(await totalOf('otel.sdk.processor.log.queue.size')).toBe(3)
    expect(await totalOf('otel.sdk.exporter.log.inflight')).toBe(0)
    await expectEqualsLedger()
    const flushed = subject.pipeline.flush()
    await subject.collector.arrived(1)
    expect(await totalOf('otel.sdk.processor.log.queue.size')).toBe(0)
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 3 })
    expect(await totalOf('otel.sdk.exporter.log.inflight')).toBe(3)
    await expectEqualsLedger()
    answers[0]!()
    await flushed
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 3 })
    expect(await totalOf('otel.sdk.exporter.log.inflight')).toBe(0)
    await expectEqualsLedger()
  })

  test('keeps what is retried in flight, and records one duration for all attempts', async () => {
    start({ retry: { initialDelayMs: 20, maxDelayMs: 20 } })
    subject.collector.answers.push(status(503), status(503))
    subject.log('a')
    const flushed = subject.pipeline.flush()
    await subject.collector.arrived(2)
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 1 })
    expect(await totalOf('otel.sdk.exporter.log.inflight')).toBe(1)
    await flushed
    expect(await metrics.byError('otel.sdk.exporter.operation.duration')).toEqual({ ok: 1 })
    const [duration] = (await metrics.read())['otel.sdk.exporter.operation.duration']!
    // In seconds: two waits of 10 to 20 ms.
    expect(duration!.sum).toBeGreaterThan(0.015)
    expect(duration!.sum).toBeLessThan(10)
    await expectEqualsLedger()
  })

  test('says why a record was dropped, and at which stage', async () => {
    start({ batch: { maxItems: 2 }, maxQueueItems: 4 })
    const partial = LogsResponse.encode({ partialSuccess: { rejectedLogRecords: 1 } }).finish()
    subject.collector.answers.push(status(400), status(200, { 'content-type': 'application/x-protobuf' }, partial))
    subject.log('rejected', 'rejected', 'partly', 'partly', 'too many', 'too many')
    subject.pipeline.logRecordProcessor.onEmit(logRecord('x', { hrTime: null as never }))
    await subject.pipeline.flush()
    await subject.pipeline.flush()
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 4, queue_full: 2, invalid: 1 })
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 1, rejected: 3 })
    expect(await metrics.byError('otel.sdk.exporter.operation.duration')).toEqual({ rejected: 2 })
    expect(await totalOf('otel.sdk.processor.log.queue.capacity')).toBe(4)
    await expectEqualsLedger()
  })

  test('counts what is on disk as in flight, and what earlier processes left as well', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'heddle-metrics-'))
    const spool = { dir: join(dir, 'spool'), fsync: false }
    subject.startLogs({ batch: { maxItems: 2 } }, { spool, meterProvider: metrics.provider })
    subject.collector.answers.push(...Array(1_000).fill(status(503)))
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(await totalOf('heddle.spool.log.size')).toBe(3)
    expect(await totalOf('otel.sdk.exporter.log.inflight')).toBe(3)
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 0 })
    await expectEqualsLedger()
    await subject.pipeline.shutdown({ timeoutMs: 50 })

    subject.collector.answers.splice(0)
    await metrics.shutdown()
    metrics = new Metrics()
    subject.startLogs({}, { spool, meterProvider: metrics.provider })
    await subject.collector.arrived(subject.collector.requests.length + 1)
    while (subject.balanced().delivered < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(subject.balanced().recovered).toBe(3)
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 0 })
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 3 })
    expect(await totalOf('heddle.spool.log.size')).toBe(0)
    await expectEqualsLedger()
    rmSync(dir, { recursive: true, force: true })
  })

  test('is about each signal, under the names of the semantic conventions', async () => {
    const endpoint = subject.collector.url('/')
    subject.start({
      meterProvider: metrics.provider,
      traces: { endpoint, protocol: 'http/json' },
      logs: { endpoint: 'http://collector', protocol: 'grpc' },
    })
    subject.pipeline.spanProcessor.onEnd(span())
    await subject.pipeline.flush({ timeoutMs: 100 })
    const all = await metrics.read()
    expect(Object.keys(all).sort()).toEqual(
      [
        'otel.sdk.exporter.log.exported',
        'otel.sdk.exporter.log.inflight',
        'otel.sdk.exporter.operation.duration',
        'otel.sdk.exporter.span.exported',
        'otel.sdk.exporter.span.inflight',
        'otel.sdk.log.created',
        'otel.sdk.processor.log.processed',
        'otel.sdk.processor.log.queue.size',
        'otel.sdk.processor.span.processed',
        'otel.sdk.processor.span.queue.size',
      ].sort(),
    )
    const port = Number(new URL(endpoint).port)
    expect(all['otel.sdk.exporter.span.exported']).toEqual([
      {
        value: 1,
        attributes: {
          'otel.component.type': 'otlp_http_json_span_exporter',
          'otel.component.name': expect.stringMatching(/^otlp_http_json_span_exporter\/\d+$/),
          'server.address': '127.0.0.1',
          'server.port': port,
        },
      },
    ])
    expect(all['otel.sdk.processor.span.processed']![0]!.attributes).toEqual({
      'otel.component.type': 'OtlpSpanProcessor',
      'otel.component.name': expect.stringMatching(/^OtlpSpanProcessor\/\d+$/),
    })
  })
})

describe('the meter provider', () => {
  test('may be registered long after the start', async () => {
    subject.startLogs({ batch: { maxItems: 1 } })
    subject.log('a')
    await subject.pipeline.flush()
    metricsApi.setGlobalMeterProvider(metrics.provider)
    expect(await metrics.read()).toEqual({})
    subject.log('b')
    await subject.pipeline.flush()
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 2 })
    await expectEqualsLedger()
  })

  test('that is replaced by another loses the instruments to it', async () => {
    const other = new Metrics()
    metricsApi.setGlobalMeterProvider(other.provider)
    subject.startLogs({ batch: { maxItems: 1 } })
    subject.log('a')
    expect((await other.read())['otel.sdk.log.created']).toMatchObject([{ value: 1 }])
    metricsApi.disable()
    metricsApi.setGlobalMeterProvider(metrics.provider)
    subject.log('b')
    // The official reader goes on showing the last value that it has read.
    expect((await other.read())['otel.sdk.log.created']).toMatchObject([{ value: 1 }])
    expect(await totalOf('otel.sdk.log.created')).toBe(2)
    await other.shutdown()
  })

  test('is told how the shutdown ended, once, and nothing more', async () => {
    start({ batch: { maxItems: 1 } })
    subject.collector.answers.push(() => {})
    subject.log('on its way', 'waiting', 'waiting')
    await subject.collector.arrived(1)
    await subject.pipeline.shutdown({ timeoutMs: 10 })
    subject.log('late')
    expect(subject.balanced()).toMatchObject({ created: 4, dropped: { shutdown: 4 } })
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 1, already_shutdown: 3 })
    expect(await metrics.byError('otel.sdk.exporter.log.exported')).toEqual({ ok: 0, shutdown: 1 })
    subject.log('too late')
    // The official reader goes on showing the last values that it has read.
    expect(await metrics.byError('otel.sdk.processor.log.processed')).toEqual({ ok: 1, already_shutdown: 3 })
  })

  test('is asked for instruments once', async () => {
    const getMeter = jest.spyOn(metrics.provider, 'getMeter')
    start({ batch: { maxItems: 1 } })
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(getMeter).toHaveBeenCalledTimes(1)
  })

  test.each<[string, Partial<MeterProvider>]>([
    [
      'has no meters',
      {
        getMeter() {
          throw new Error('no meters')
        },
      },
    ],
    ['is none at all', {}],
  ])('that %s costs its metrics and nothing else', async (_name, provider) => {
    subject.startLogs({}, { meterProvider: provider as MeterProvider })
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ created: 1, delivered: 1 })
    await subject.pipeline.shutdown()
  })

  test('whose parts throw costs no record', async () => {
    const refuse = () => {
      throw new Error('no')
    }
    const broken: Record<string, unknown> = {
      createHistogram: () => ({ record: refuse }),
      removeBatchObservableCallback: refuse,
    }
    const meter = new Proxy(metrics.provider.getMeter('broken'), {
      get: (target, name) => broken[String(name)] ?? Reflect.get(target, name).bind(target),
    })
    subject.startLogs({ batch: { maxItems: 1 } }, { meterProvider: { getMeter: () => meter } })
    subject.log('a', 'b')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ created: 2, delivered: 2 })
    await subject.pipeline.shutdown()
    expect(await totalOf('otel.sdk.log.created')).toBe(2)
  })
})
