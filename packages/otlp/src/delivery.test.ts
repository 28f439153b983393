import { diag } from '@opentelemetry/api'
import { LogPipeline } from './fixtures/log-pipeline'
import { logRecord } from './fixtures/records'
import { LogsResponse } from './fixtures/schema'
import { failWith } from './send/fixtures/grpc-collector'
import { status } from './send/fixtures/http-collector'

let subject: LogPipeline

beforeEach(async () => {
  subject = await LogPipeline.create()
})
afterEach(() => subject.close())

describe('what is not delivered', () => {
  test('is retried until it is', async () => {
    subject.startLogs()
    subject.collector.answers.push(status(503), status(429), status(502))
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ created: 1, delivered: 1 })
    expect(subject.problems).toEqual([{ code: 'logs_unreachable', message: expect.stringContaining('HTTP 503') }])
  })

  test('is retried over gRPC as well', async () => {
    const grpcCollector = await subject.startGrpcCollector()
    grpcCollector.answers.push(failWith(14), failWith(4))
    subject.startLogs({ endpoint: `http://127.0.0.1:${grpcCollector.port}`, protocol: 'grpc' })
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 1 })
  })

  test('is counted when it is rejected, and does not block what is behind it', async () => {
    subject.startLogs({ batch: { maxItems: 2 } })
    subject.collector.answers.push(status(400))
    subject.log('poisoned', 'poisoned', 'good')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 1, dropped: { rejected: 2 }, held: { items: 0, bytes: 0 } })
    expect(subject.problems).toEqual([{ code: 'logs_rejected', message: expect.stringContaining('HTTP 400') }])
  })

  test('is counted when the collector takes only a part, which is never sent again', async () => {
    subject.startLogs()
    const answer = LogsResponse.encode({ partialSuccess: { rejectedLogRecords: 2, errorMessage: 'too old' } }).finish()
    subject.collector.answers.push(status(200, { 'content-type': 'application/x-protobuf' }, answer))
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 1, dropped: { partial_success: 2 } })
    expect(subject.collector.requests).toHaveLength(1)
  })

  test('a collector that claims to have refused more than it got cannot unbalance the ledger', async () => {
    subject.startLogs()
    subject.collector.answers.push(
      status(200, { 'content-type': 'application/json' }, '{"partialSuccess":{"rejectedLogRecords":"99"}}'),
    )
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 0, dropped: { partial_success: 1 } })
  })

  test('is counted when it was tried for too long', async () => {
    subject.startLogs({ retry: { initialDelayMs: 1, maxDelayMs: 1, maxElapsedMs: 20 } })
    subject.collector.answers.push(...Array(1_000).fill(status(503)))
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ dropped: { retry_exhausted: 1 }, held: { items: 0 } })
  })

  test('is held while the collector is away, and the newest are dropped and counted when the bound is reached', async () => {
    subject.startLogs({ batch: { maxItems: 1 }, maxQueueBytes: 500 })
    const waiting: (() => void)[] = []
    subject.collector.answers.push((response) => waiting.push(() => response.end()))
    const bodies = Array.from({ length: 20 }, (_, i) => `log ${i}`)
    subject.log(...bodies)
    const { held, dropped } = subject.balanced()
    expect(held.bytes).toBeLessThanOrEqual(500)
    expect(dropped.queue_full).toBeGreaterThan(0)
    await subject.collector.arrived(1)
    waiting[0]!()
    await subject.pipeline.flush()
    expect(subject.received().flat()).toEqual(bodies.slice(0, held.items))
    expect(subject.problems).toMatchObject([{ code: 'logs_queue_full' }])
  })

  test('is counted when it is too large or cannot be encoded', () => {
    subject.startLogs()
    subject.log('x'.repeat(17 * 1024 * 1024))
    subject.pipeline.logRecordProcessor.onEmit(logRecord('x', { hrTime: null as never }))
    expect(subject.balanced()).toMatchObject({ created: 2, dropped: { too_large: 1, invalid: 1 } })
  })

  test('a resource that throws loses no app, only telemetry, and says so', async () => {
    const resource = {
      get attributes(): never {
        throw new Error('broken detector')
      },
    }
    subject.start({ resource, logs: { endpoint: subject.collector.url('/'), protocol: 'http/protobuf' } })
    subject.log('a')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ dropped: { invalid: 1 } })
    expect(subject.problems).toMatchObject([{ message: expect.stringContaining('broken detector') }])
  })
})

test('a burst of 200,000 log records from one synchronous loop is delivered whole within the default bounds', async () => {
  subject.start({ logs: { endpoint: subject.collector.url('/v1/logs'), protocol: 'http/protobuf' } })
  const attributes = { 'order.id': 4711, 'customer.tier': 'gold', 'shop.region': 'eu-central-1', retried: false }
  const count = 200_000
  for (let number = 0; number < count; number++) {
    subject.pipeline.logRecordProcessor.onEmit(logRecord(`order ${number} was accepted`, { attributes }))
  }
  expect(subject.balanced()).toMatchObject({ created: count, held: { items: count } })
  await subject.pipeline.flush()
  expect(subject.balanced()).toMatchObject({ delivered: count, held: { items: 0 } })
  expect(new Set(subject.received().flat()).size).toBe(count)
})

describe('problems', () => {
  test('of one kind are told once, and a receiver that throws harms nothing', async () => {
    const told: string[] = []
    subject.start({
      logs: { endpoint: subject.collector.url('/'), protocol: 'http/protobuf', batch: { maxItems: 1 } },
      onProblem: ({ code }) => {
        told.push(code)
        throw new Error('no')
      },
    })
    subject.collector.answers.push(status(400), status(422))
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(told).toEqual(['logs_rejected'])
    expect(subject.balanced()).toMatchObject({ delivered: 1, dropped: { rejected: 2 } })
  })

  test('of one kind are told again when something else is to be done about them', async () => {
    subject.startLogs({ batch: { maxItems: 1 } })
    subject.collector.answers.push(status(400), status(401), status(401))
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(subject.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('HTTP 400'),
      expect.stringMatching(/HTTP 401 .*does not accept who is asking/),
    ])
  })

  test('go to the diagnostics of OpenTelemetry by default, without the secrets of the endpoint', async () => {
    const warn = jest.fn()
    diag.setLogger({ warn, error: warn, info() {}, debug() {}, verbose() {} }, { suppressOverrideMessage: true })
    const endpoint = subject.collector.url('/v1/logs?token=s3cr3t').replace('://', '://user:pass@')
    subject.startLogs({ endpoint }, { onProblem: undefined })
    subject.collector.answers.push(status(400))
    subject.log('a')
    await subject.pipeline.flush()
    diag.disable()
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]![0]).toContain('HTTP 400')
    expect(warn.mock.calls[0]![0]).not.toMatch(/s3cr3t|pass/)
  })
})
