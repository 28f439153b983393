import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import { span } from '../fixtures/records'
import { QUICK_RETRY } from '../fixtures/signal'
import type { SignalOptions } from '../options/options'
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

/** Everything that was sent, each once, in the order of its first attempt. */
const arrived = () => [...new Set(subject.received().flat())]

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('while the collector answers', () => {
  test('and there is no journal, the disk is not touched, not even to make the directory', async () => {
    start({}, { journal: false })
    subject.log('a', 'b', 'c', 'd', 'e')
    await subject.pipeline.flush()
    subject.log('f')
    await subject.pipeline.shutdown()
    expect(subject.balanced()).toMatchObject({ delivered: 6, held: { disk: { items: 0, bytes: 0 } } })
    expect(readdirSync(home)).toEqual([])
  })

  test('a single failure is retried from memory', async () => {
    start({}, { journal: false })
    subject.collector.answers.push(status(503))
    subject.log('a', 'b')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 2 })
    expect(readdirSync(home)).toEqual([])
  })
})

describe('while the collector is failing', () => {
  test('everything goes to disk, and a flush ends when it is there', async () => {
    start()
    outage()
    subject.log('a', 'b', 'c', 'd', 'e')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({
      delivered: 0,
      held: { items: 0, bytes: 0, disk: { items: 5, bytes: expect.any(Number) } },
    })
  })

  test('directories are 0700 and files 0600, whatever the umask', async () => {
    const before = process.umask(0)
    start()
    outage()
    subject.log('a', 'b')
    await subject.pipeline.flush()
    process.umask(before)
    const modes = [
      dir,
      join(dir, 'logs'),
      ...readdirSync(join(dir, 'logs')).map((file) => join(dir, 'logs', file)),
    ].map((path) => statSync(path).mode & 0o777)
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600])
  })

  test('it is asked again by what is on disk, and then gets everything, oldest first', async () => {
    start()
    const end = outage()
    subject.log('a', 'b', 'c', 'd', 'e', 'f')
    await subject.pipeline.flush()
    end()
    await until(() => subject.balanced().delivered === 6)
    expect(arrived()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    await until(() => segments().length === 0)
    expect(subject.balanced()).toMatchObject({ recovered: 0, held: { items: 0, disk: { items: 0, bytes: 0 } } })
  })

  test('what is logged when it is back goes directly', async () => {
    start({ batch: { maxItems: 1 } })
    const end = outage()
    subject.log('old')
    await subject.pipeline.flush()
    end()
    await until(() => subject.balanced().delivered === 1)
    rmSync(dir, { recursive: true })
    subject.log('new')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ delivered: 2 })
    expect(existsSync(dir)).toBe(false)
  })

  test('a poisoned record on disk is counted, and does not block what is behind it', async () => {
    start()
    const end = outage()
    subject.log('a', 'b', 'poison', 'poison', 'e', 'f')
    await subject.pipeline.flush()
    end()
    subject.collector.answers.push(status(503), status(200), status(400))
    await until(() => subject.balanced().held.disk.items === 0)
    expect(subject.balanced()).toMatchObject({ delivered: 4, dropped: { rejected: 2 } })
  })

  test('a collector that is merely slow gets what it can, and the rest goes to disk before memory is full', async () => {
    start({ batch: { maxItems: 1 }, maxQueueBytes: 4_000 })
    const waiting: (() => void)[] = []
    subject.collector.answers.push((response) => waiting.push(() => response.end()))
    const bodies = Array.from({ length: 300 }, (_, i) => `log ${i}`)
    for (const body of bodies) {
      subject.log(body)
      if (subject.balanced().held.bytes > 3_000) await until(() => subject.balanced().held.bytes <= 2_000)
    }
    expect(subject.balanced()).toMatchObject({ dropped: { queue_full: 0 } })
    expect(subject.balanced().held.disk.items).toBeGreaterThan(200)
    waiting[0]!()
    await until(() => subject.balanced().delivered === 300)
    expect(arrived().sort()).toEqual(bodies.sort())
  })

  test('over gRPC as over HTTP', async () => {
    const grpc = await subject.startGrpcCollector()
    const { port } = grpc
    grpc.close()
    start({ endpoint: `http://127.0.0.1:${port}`, protocol: 'grpc' })
    subject.log('a', 'b', 'c')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ held: { items: 0, disk: { items: 3 } } })
  })

  test('spans are kept apart from log records', async () => {
    const signal = { endpoint: subject.collector.url('/'), protocol: 'http/protobuf', retry: QUICK_RETRY } as const
    subject.start({ traces: signal, logs: signal, spool: { dir, fsync: false } })
    outage()
    subject.log('a')
    subject.pipeline.spanProcessor.onEnd(span())
    await subject.pipeline.flush()
    expect(readdirSync(dir).sort()).toEqual(['logs', 'traces'])
    expect(subject.pipeline.stats()).toMatchObject({
      traces: { held: { disk: { items: 1 } } },
      logs: { held: { disk: { items: 1 } } },
    })
  })
})

describe('from one process to the next', () => {
  test('what a shutdown could not deliver is sent by the next process, as it was', async () => {
    start()
    const end = outage()
    subject.log('a', 'b', 'c')
    await subject.pipeline.shutdown()
    expect(subject.balanced()).toMatchObject({ created: 3, held: { items: 0, disk: { items: 3 } } })
    expect(subject.problems.map(({ code }) => code)).not.toContain('logs_shutdown')
    end()
    start()
    await until(() => subject.balanced().delivered === 3)
    expect(arrived()).toEqual(['a', 'b', 'c'])
    expect(subject.balanced()).toMatchObject({ created: 0, recovered: 3, held: { disk: { items: 0 } } })
    await until(() => segments().length === 0)
  })

  test('a shutdown keeps its deadline while the collector hangs, and what is on its way is kept too', async () => {
    start()
    subject.collector.answers.push(() => {})
    subject.log('a', 'b', 'c')
    await subject.collector.arrived(1)
    const begin = performance.now()
    await subject.pipeline.shutdown({ timeoutMs: 50 })
    expect(performance.now() - begin).toBeLessThan(1_000)
    expect(subject.balanced()).toMatchObject({ dropped: { shutdown: 0 }, held: { items: 0, disk: { items: 3 } } })
  })

  test('saveSync keeps what is open, what waits and what is on its way, within the call', async () => {
    start()
    subject.collector.answers.push(() => {})
    subject.log('a', 'b', 'c', 'd', 'e')
    await subject.collector.arrived(1)
    expect(subject.pipeline.saveSync()).toBe(5)
    expect(subject.balanced()).toMatchObject({ held: { items: 0, disk: { items: 5 } } })
    expect(subject.pipeline.saveSync()).toBe(0)
    subject.log('f')
    expect(subject.pipeline.saveSync()).toBe(1)
    await subject.pipeline.shutdown({ timeoutMs: 10 })
    start()
    await until(() => subject.balanced().delivered === 6)
    expect(subject.balanced()).toMatchObject({ recovered: 6 })
    expect(arrived().sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  test('after a final saveSync each record is on disk the moment it is made, all of them in one file', async () => {
    start()
    subject.log('a')
    expect(subject.pipeline.saveSync({ isFinal: true })).toBe(1)
    for (const body of ['b', 'c', 'd']) {
      subject.log(body)
      expect(subject.balanced().held.items).toBe(0)
    }
    expect(readdirSync(join(dir, 'logs')).filter((file) => file.endsWith('.seg'))).toHaveLength(1)
    await subject.pipeline.shutdown({ timeoutMs: 0 })
    start()
    await until(() => subject.balanced().delivered === 4)
    expect(arrived()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('saveSync with nothing to save touches nothing', () => {
    start()
    expect(subject.pipeline.saveSync()).toBe(0)
    expect(readdirSync(home)).toEqual([])
  })

  test('saveSync before the resource has settled writes what is known of it', async () => {
    const resource = {
      attributes: { 'service.name': 'orders' },
      asyncAttributesPending: true,
      waitForAsyncAttributes: () => new Promise<void>(() => {}),
    }
    const logs = { endpoint: subject.collector.url('/'), protocol: 'http/protobuf' } as const
    subject.start({ resource, logs, spool: { dir } })
    subject.log('a')
    expect(subject.pipeline.saveSync()).toBe(1)
    await subject.pipeline.shutdown({ timeoutMs: 0 })
    start()
    await until(() => subject.balanced().delivered === 1)
    expect(subject.received()).toEqual([['a']])
  })

  test('what was left for one endpoint goes to the one that is set now: a wrong address, once corrected, has cost nothing', async () => {
    start({ endpoint: 'http://127.0.0.1:1/v1/logs' })
    subject.log('a', 'b', 'c')
    await subject.pipeline.shutdown()
    expect(subject.balanced()).toMatchObject({ held: { disk: { items: 3 } } })
    start()
    await until(() => subject.balanced().delivered === 3)
    expect(arrived()).toEqual(['a', 'b', 'c'])
  })
})

describe('the bounds of the disk', () => {
  test('the oldest is evicted beyond maxBytes, and counted', async () => {
    start({ batch: { maxItems: 1 } }, { maxBytes: 65_536 })
    outage()
    const large = 'x'.repeat(4_000)
    for (let i = 0; i < 40; i++) {
      subject.log(`${large}${i}`)
      await subject.pipeline.flush()
    }
    const { held, dropped } = subject.balanced()
    expect(held.disk.bytes).toBeLessThanOrEqual(65_536)
    expect(dropped.evicted).toBeGreaterThan(20)
    expect(held.disk.items).toBeGreaterThan(8)
    expect(subject.problems.map(({ code }) => code)).toContain('logs_evicted')
  })

  test('what is too old when the next process finds it is given up, and counted', async () => {
    start()
    outage()
    subject.log('a', 'b', 'c')
    await subject.pipeline.shutdown()
    await new Promise((resolve) => setTimeout(resolve, 30))
    start({}, { maxAgeMs: 20 })
    await until(() => subject.balanced().recovered === 3)
    await until(() => segments().length === 0)
    expect(subject.balanced()).toMatchObject({ dropped: { expired: 3 }, held: { disk: { items: 0 } } })
  })
})
