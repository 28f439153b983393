import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import type { OtlpProtocol, SignalOptions } from '../options/options'
import type { SpoolOptions } from '../options/spool'
import { status } from '../send/fixtures/http-collector'

let subject: LogPipeline
let home: string
let dir: string

beforeEach(async () => {
  subject = await LogPipeline.create()
  home = mkdtempSync(join(tmpdir(), 'heddle-spool-'))
  dir = join(home, 'state', 'spool')
})
afterEach(async () => {
  await subject.close()
  rmSync(home, { recursive: true, force: true })
})

function start(options: Partial<SignalOptions> = {}, spool: Partial<SpoolOptions> = {}): void {
  subject.startLogs({ batch: { maxItems: 2 }, ...options }, { spool: { dir, fsync: false, ...spool } })
}

/** Answers 503 to everything until it is called. */
function outage(): () => void {
  const { answers } = subject.collector
  answers.push(...Array(100_000).fill(status(503)))
  return () => answers.splice(0)
}

const segments = () => readdirSync(join(dir, 'logs')).filter((file) => file.endsWith('.seg'))

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('when the protocol has changed from one process to the next', () => {
  /** The first leaves one record behind. */
  async function leave(protocol: OtlpProtocol): Promise<void> {
    start({ protocol })
    const end = outage()
    subject.log('a')
    await subject.pipeline.shutdown()
    end()
  }
  const lastRequest = () => subject.collector.requests.at(-1)!

  test.each([
    ['http/protobuf', 'http/json', 'application/x-protobuf'],
    ['http/json', 'http/protobuf', 'application/json'],
  ] as const)('what %s has left is sent over %s as what it is', async (before, after, contentType) => {
    await leave(before)
    const { body } = lastRequest()
    start({ protocol: after })
    await until(() => subject.balanced().delivered === 1)
    expect(lastRequest().headers['content-type']).toBe(contentType)
    expect(lastRequest().body).toEqual(body)
    subject.log('b')
    await subject.pipeline.flush()
    expect(lastRequest().headers['content-type']).not.toBe(contentType)
  })

  test('gRPC sends what HTTP has left in protobuf', async () => {
    await leave('http/protobuf')
    const grpc = await subject.startGrpcCollector()
    start({ endpoint: `http://127.0.0.1:${grpc.port}`, protocol: 'grpc' })
    await until(() => subject.balanced().delivered === 1)
    expect(grpc.requests[0]!.body).toEqual(lastRequest().body)
  })

  test('gRPC cannot send JSON: it says so, leaves it for HTTP, and counts it when it is too old', async () => {
    await leave('http/json')
    const grpc = await subject.startGrpcCollector()
    const toGrpc = { endpoint: `http://127.0.0.1:${grpc.port}`, protocol: 'grpc' } as const
    start(toGrpc)
    await until(() => subject.problems.some(({ code }) => code === 'logs_spool_encoding'))
    await subject.pipeline.shutdown()
    expect(subject.balanced()).toMatchObject({ recovered: 0 })
    expect(segments()).toHaveLength(1)
    start(toGrpc, { maxAgeMs: 1 })
    await until(() => subject.balanced().dropped.expired === 1)
    await until(() => segments().length === 0)
    expect(grpc.requests).toEqual([])
  })
})
