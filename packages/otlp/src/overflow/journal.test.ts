import { resourceFromAttributes } from '@opentelemetry/resources'
import { logRecord } from '../fixtures/records'
import { pass, useFakeTime } from '../spool/fixtures/fake-time'
import { type CollectorMode, type Process, World } from '../spool/fixtures/world'

/** As they are by default: open for a second. */
const BATCHES = { batch: {} }
/** Closed by nearly every burst. */
const SMALL_BATCHES = {}

let world: World
let process: Process

const stats = () => process.pipeline.stats()
const journals = () => world.disk.records.filter((path) => path.endsWith('.journal'))
const saidOfJournal = () => process.problems.filter((code) => code === 'logs_journal')

useFakeTime()
beforeEach(() => start(new World(true, BATCHES)))

function start(next: World): void {
  world = next
  process = world.start(0)
}

/** One record every 10 ms. */
async function logFor(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10) {
    process.log(1)
    await pass(10)
  }
}

/**
 * How many a kill takes, once everything is well again and the next process has sent what is left.
 */
async function lostByKill(): Promise<number> {
  world.kill(0)
  process = world.processes[0]!
  world.mode = 'up'
  world.disk.faults = {}
  await pass(120_000)
  expect(world.disk.records).toEqual([])
  return world.emitted - world.delivered.size
}

describe.each<[CollectorMode, string, World['limits']]>([
  ['up', 'batches', BATCHES],
  ['refusing', 'batches', BATCHES],
  ['down', 'batches', BATCHES],
  ['hanging', 'batches', BATCHES],
  ['up', 'small batches', SMALL_BATCHES],
  ['refusing', 'small batches', SMALL_BATCHES],
  ['down', 'small batches', SMALL_BATCHES],
  ['hanging', 'small batches', SMALL_BATCHES],
])('with the collector %s, and %s, a kill -9', (mode, _, limits) => {
  beforeEach(() => start(new World(true, limits)))

  test.each([50, 150, 500, 990, 1_050, 1_500, 2_200, 5_000])(
    'after %d ms takes the last 100 ms and no more',
    async (ms) => {
      world.mode = mode
      await logFor(ms)
      expect(await lostByKill()).toBeLessThanOrEqual(10)
    },
  )

  test('takes no more of what came all at once, or in batches that are full at once', async () => {
    world.mode = mode
    process.log(200)
    await pass(50)
    process.log(1)
    // In these 250 ms the disk of this world, which takes a millisecond for everything, comes to
    // some fifty batches.
    await pass(2_000)
    process.log(1)
    expect(await lostByKill()).toBeLessThanOrEqual(1)
  })
})

test('what the collector has is gone from disk at once, and stays counted as held in memory until then', async () => {
  world.latencyMs = 300
  process.log(2)
  await pass(500)
  expect(journals()).toHaveLength(1)
  expect(stats().held).toMatchObject({ items: 2, disk: { items: 0, bytes: 0 } })
  await pass(810)
  expect(stats()).toMatchObject({ delivered: 2, held: { items: 0 } })
  expect(journals()).toEqual([])
})

test.each<CollectorMode>(['rejecting', 'partial'])('what it refuses is gone as well (%s)', async (mode) => {
  world.mode = mode
  process.log(2)
  await pass(2_000)
  expect(stats().held.items).toBe(0)
  expect(world.disk.records).toEqual([])
})

test('what is delivered sooner than it would be written is never written', async () => {
  const writes: string[] = []
  world.onDiskOperation = (operation) => void (operation.includes('journal') && writes.push(operation))
  for (let i = 0; i < 200; i++) {
    process.log(2)
    void process.pipeline.flush(1_000)
    await pass(15)
  }
  expect(stats().delivered).toBe(400)
  expect(writes).toEqual([])
})

test('an idle process is not woken', async () => {
  await pass(1_000)
  const idle = jest.getTimerCount()
  process.log(2)
  await pass(3_000)
  expect(stats().delivered).toBe(2)
  expect(jest.getTimerCount()).toBe(idle)
})

test('what one turn of the event loop makes is written within it, but for the last 64 KiB', async () => {
  await logFor(200)
  const before = world.emitted
  for (let i = 0; i < 3_000; i++) {
    world.emitted++
    process.pipeline.accept(logRecord(`${before + i}`.padEnd(200)))
  }
  world.kill(0)
  process = world.processes[0]!
  await pass(120_000)
  const lost = Array.from({ length: 3_000 }, (_, i) => `${before + i}`.padEnd(200)).filter(
    (body) => !world.delivered.has(body),
  )
  // Each is some 230 bytes.
  expect(lost.length).toBeLessThanOrEqual(Math.ceil(65_536 / 230))
  expect(world.disk.records).toEqual([])
})

test('a busy process is written of at the pace of the timer, however much it makes', async () => {
  let appends = 0
  world.mode = 'hanging'
  world.onDiskOperation = (operation) => void (operation.startsWith('append') && appends++)
  for (let passed = 0; passed < 400; passed += 10) {
    for (let i = 0; i < 300; i++) process.pipeline.accept(logRecord('x'.repeat(200)))
    await pass(10)
  }
  expect(appends).toBeLessThan(12)
  expect(appends).toBeGreaterThan(2)
})

test('a process that was idle for longer than its lease lasts renews the lease before it writes', async () => {
  start(new World(false, BATCHES))
  process.log(1)
  await pass(600_000)
  world.mode = 'hanging'
  process.log(1)
  await pass(200)
  const lease = [...world.disk.files].find(([path]) => path.endsWith('.lease'))![1]
  expect(Date.now() - lease.mtimeMs).toBeLessThan(1_000)
  const other = world.start(1)
  await pass(500)
  expect(other.pipeline.stats().recovered).toBe(0)
})

test('another process that writes takes up what a dead one had in its journal, soon', async () => {
  world.mode = 'down'
  process.log(2)
  const other = world.start(1)
  await pass(200)
  process.isDead = true
  other.log(1)
  world.mode = 'up'
  await pass(25_000)
  expect(other.pipeline.stats()).toMatchObject({ recovered: 2, delivered: 3 })
})

describe('a disk that', () => {
  test.each([{ write: 'ENOSPC' }, { change: 'EACCES' }])(
    'fails (%j) harms nothing, which is said once',
    async (faults) => {
      world.disk.faults = faults
      await logFor(3_000)
      expect(saidOfJournal()).toHaveLength(1)
      await pass(1_500)
      expect(stats()).toMatchObject({ delivered: 300, held: { items: 0 } })
    },
  )

  test('is well again is written to again, with what had been missed', async () => {
    world.mode = 'hanging'
    world.disk.faults = { write: 'ENOSPC' }
    process.log(7)
    await pass(200)
    world.disk.faults = {}
    await pass(11_500)
    process.log(1)
    expect(await lostByKill()).toBeLessThanOrEqual(1)
  })

  test('is deleted meanwhile is written to again with the next batch', async () => {
    await logFor(300)
    world.disk.deleteDirectory()
    await logFor(1_500)
    expect(await lostByKill()).toBeLessThanOrEqual(10)
  })
})

test('no more is written than its part of maxBytes, which is said once, and what leaves memory has the rest', async () => {
  start(new World(true, SMALL_BATCHES, { maxBytes: 65_536 }))
  world.mode = 'hanging'
  process.log(3)
  for (let i = 0; i < 10; i++) process.pipeline.accept(logRecord('x'.repeat(2_000)))
  await pass(500)
  const bytes = journals().reduce((sum, path) => sum + world.disk.files.get(path)!.data.length, 0)
  expect(bytes).toBeGreaterThan(4_000)
  expect(bytes).toBeLessThanOrEqual(8_192 + 100)
  expect(saidOfJournal()).toHaveLength(1)
  await pass(3_000)
  expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 13 } } })
  expect(journals()).toEqual([])
})

describe('a save within the call', () => {
  test('removes what it has saved from the journal within the call', async () => {
    world.mode = 'hanging'
    process.log(5)
    await pass(200)
    expect(journals()).not.toEqual([])
    expect(process.pipeline.saveSync()).toBe(5)
    expect(journals()).toEqual([])
    expect(stats().held).toMatchObject({ items: 0, disk: { items: 5 } })
  })

  test('that finds the disk full leaves to the next process the batches that the journal has whole, as on disk', async () => {
    start(new World(true, SMALL_BATCHES))
    world.mode = 'hanging'
    process.log(6)
    await pass(200)
    process.log(2)
    world.disk.faults = { write: 'ENOSPC' }
    expect(process.pipeline.saveSync(true)).toBe(6)
    expect(stats().held).toMatchObject({ items: 2, disk: { items: 6 } })
    process.isDead = true
    world.disk.faults = {}
    world.mode = 'up'
    process = world.start(1)
    await pass(5_000)
    expect(stats()).toMatchObject({ recovered: 6, delivered: 6 })
  })

  test('does not count as kept what someone else has deleted from the journal', async () => {
    world.mode = 'hanging'
    process.log(6)
    await pass(200)
    world.disk.deleteDirectory()
    world.disk.faults = { write: 'ENOSPC' }
    expect(process.pipeline.saveSync()).toBe(0)
    expect(stats().held).toMatchObject({ items: 6, disk: { items: 0 } })
  })
})

test('a shutdown leaves nothing of the journal behind', async () => {
  world.latencyMs = 150
  process.log(5)
  await pass(120)
  const ended = process.pipeline.shutdown(2_000)
  await pass(3_000)
  await ended
  expect(stats()).toMatchObject({ delivered: 5 })
  expect([...world.disk.files.keys()]).toEqual([])
})

test('while the resource is still being detected nothing can be written, and then all of it is', async () => {
  let detect = (_: string) => {}
  const region = new Promise<string>((resolve) => {
    detect = resolve
  })
  start(new World(true, BATCHES))
  world.resource = resourceFromAttributes({ 'service.name': 'orders', 'cloud.region': region })
  process = world.start(0)
  await logFor(1_000)
  expect(journals()).toEqual([])
  detect('moon')
  await pass(120)
  process.log(1)
  expect(await lostByKill()).toBeLessThanOrEqual(1)
})

test('without it, nothing is written', async () => {
  start(new World(true, BATCHES, { journal: false }))
  await logFor(3_000)
  expect([...world.disk.files.keys()]).toEqual([])
})
