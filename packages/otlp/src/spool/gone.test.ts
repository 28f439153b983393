import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogPipeline } from '../fixtures/log-pipeline'
import { status } from '../send/fixtures/http-collector'
import { pass, useFakeTime } from './fixtures/fake-time'
import { spill } from './fixtures/outage'
import { itemsIn } from './fixtures/read-segment'
import { type Process, World } from './fixtures/world'

describe('a directory that someone moves or makes anew while a segment in it grows', () => {
  let subject: LogPipeline
  let home: string
  let dir: string

  beforeEach(async () => {
    subject = await LogPipeline.create()
    home = mkdtempSync(join(tmpdir(), 'heddle-gone-'))
    dir = join(home, 'state', 'spool')
    subject.startLogs({ batch: { maxItems: 1 } }, { spool: { dir } })
    subject.collector.answers.push(...Array(100_000).fill(status(503)))
    // The first is what the collector is asked with; the others lie in the segment that grows.
    subject.log('asking')
    await subject.pipeline.flush()
    subject.log('a', 'b')
    await subject.pipeline.flush()
  })
  afterEach(async () => {
    await subject.close()
    rmSync(home, { recursive: true, force: true })
  })

  const itemsBelow = (path: string) =>
    readdirSync(join(path, 'logs'))
      .filter((file) => file.endsWith('.seg'))
      .reduce((sum, file) => sum + itemsIn(readFileSync(join(path, 'logs', file)), 'logs'), 0)
  const makeAnew = () => mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 })

  test.each<[string, () => void]>([
    ['moved', () => renameSync(dir, join(home, 'moved'))],
    ['moved, the one above it', () => renameSync(join(home, 'state'), join(home, 'moved'))],
    ['moved, and made anew', () => [renameSync(dir, join(home, 'moved')), makeAnew()]],
    ['deleted', () => rmSync(dir, { recursive: true })],
    ['deleted, and made anew', () => [rmSync(dir, { recursive: true }), makeAnew()]],
    ['emptied', () => [rmSync(join(dir, 'logs'), { recursive: true }), makeAnew()]],
  ])('%s: what comes later is where the next process finds it, and what was in it is counted', async (_, change) => {
    change()
    subject.log('c', 'd', 'e')
    await subject.pipeline.flush()
    expect(subject.balanced()).toMatchObject({ dropped: { corrupt: 2 }, held: { items: 0 } })
    expect(itemsBelow(dir)).toBe(3)
    await subject.pipeline.shutdown()
    subject.collector.answers.splice(0)
    subject.startLogs({}, { spool: { dir } })
    while (subject.balanced().delivered < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(subject.balanced()).toMatchObject({ recovered: 3, delivered: 3 })
  })

  test('moved, with a symbolic link in its place, which nobody follows: memory keeps what comes later', async () => {
    renameSync(dir, join(home, 'moved'))
    symlinkSync(join(home, 'moved'), dir)
    subject.log('c', 'd', 'e')
    await subject.pipeline.flush({ timeoutMs: 500 })
    expect(subject.balanced()).toMatchObject({ dropped: { corrupt: 2 }, held: { items: 3 } })
    expect(subject.problems.map(({ message }) => message).join('\n')).toContain('symbolic links are not followed')
  })

  test('within a call too', () => {
    expect(subject.pipeline.saveSync()).toBe(0)
    subject.log('c')
    expect(subject.pipeline.saveSync({ isFinal: true })).toBe(1)
    renameSync(dir, join(home, 'moved'))
    makeAnew()
    subject.log('d')
    subject.log('e')
    expect(subject.balanced().held.items).toBe(0)
    expect(itemsBelow(dir)).toBe(2)
  })
})

describe('a process that was stopped for so long that it was taken for dead', () => {
  let world: World
  let process: Process

  useFakeTime()
  beforeEach(async () => {
    world = new World(false)
    process = world.start(0)
    await spill(world, process)
  })

  /** Others take over what it has. */
  async function stopFor(ms: number): Promise<Process> {
    const resume = process.stop()
    const heir = world.start(1)
    await pass(ms)
    resume()
    return heir
  }

  // At each of its steps from a record to the disk.
  test.each(Array.from({ length: 40 }, (_, i) => i))('loses nothing of what it writes, %i ms into it', async (ms) => {
    process.log(3)
    await pass(100)
    process.log(6)
    await pass(ms)
    world.mode = 'up'
    const heir = await stopFor(85_000)
    expect(heir.pipeline.stats().recovered).toBeGreaterThan(0)
    world.mode = 'down'
    process.log(3)
    await pass(2_000)
    world.mode = 'up'
    await pass(200_000)
    expect(world.delivered.size).toBe(world.emitted)
    expect(world.disk.segments).toEqual([])
  })

  test('writes nothing into what is someone else’s by now', async () => {
    process.log(3)
    await pass(100)
    await stopFor(85_000)
    const contents = () => new Map([...world.disk.files].map(([path, { data }]) => [path, data.toString('hex')]))
    const before = contents()
    process.log(30)
    await pass(2_000)
    for (const [path, data] of contents()) if (before.has(path)) expect(data).toBe(before.get(path))
    expect(process.pipeline.stats()).toMatchObject({ held: { items: 0, disk: { items: expect.any(Number) } } })
  })

  test('says soon what it no longer has, though the collector is still away', async () => {
    for (let i = 0; i < 3; i++) {
      process.log(3)
      process.pipeline.saveSync()
      await pass(1_000)
    }
    const { items } = process.pipeline.stats().held.disk
    expect(items).toBe(12)
    const heir = await stopFor(85_000)
    expect(heir.pipeline.stats().recovered).toBe(12)
    await pass(25_000)
    // What it asks the collector with may be delivered by it as well.
    expect(process.pipeline.stats()).toMatchObject({ dropped: { corrupt: 9 }, held: { disk: { items: 3 } } })
  })

  test('in the midst of a replay sends no more of what is someone else’s by now than what is on its way', async () => {
    process.log(60)
    await pass(3_000)
    world.mode = 'up'
    while (world.requests < 4) await pass(1)
    world.mode = 'down'
    const heir = await stopFor(85_000)
    expect(heir.pipeline.stats().recovered).toBeGreaterThan(30)
    world.mode = 'up'
    await pass(200_000)
    expect(world.delivered.size).toBe(world.emitted)
    // 21 records of three, of which one may have been sent twice.
    expect(world.requests).toBeLessThanOrEqual(22)
  })
})
