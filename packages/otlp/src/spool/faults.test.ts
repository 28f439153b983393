import { pass, useFakeTime } from './fixtures/fake-time'
import { failure } from './fixtures/memory-fs'
import { expectAllDelivered, spill } from './fixtures/outage'
import { type Process, World } from './fixtures/world'

let world: World
let process: Process

const stats = () => process.pipeline.stats()

useFakeTime()
beforeEach(() => {
  world = new World(true)
  process = world.start(0)
})

describe('a disk that cannot be written', () => {
  test.each([
    ['is full (ENOSPC)', { write: 'ENOSPC' }],
    ['is broken (EIO)', { write: 'EIO' }],
    ['is closed to us (EACCES)', { change: 'EACCES' }],
    ['is read-only (EROFS)', { change: 'EROFS' }],
  ])('%s: memory holds it, the collector is still asked, and nothing is lost', async (_, faults) => {
    world.mode = 'down'
    world.disk.faults = faults
    process.log(9)
    await pass(60_000)
    expect(stats()).toMatchObject({ delivered: 0, held: { items: 9, disk: { items: 0 } } })
    expect(process.problems).toContain('logs_spool')
    await expectAllDelivered(world, process)
  })

  test('is tried again, but not at once', async () => {
    world.mode = 'down'
    world.disk.faults = { write: 'ENOSPC' }
    process.log(3)
    await pass(3_000)
    world.disk.faults = {}
    await pass(1_000)
    expect(stats()).toMatchObject({ held: { items: 3, disk: { items: 0 } } })
    await pass(60_000)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 3 } } })
  })

  test('what no longer fits in memory then is counted as disk_full', async () => {
    world = new World(true, { maxQueueBytes: 600 })
    process = world.start(0)
    world.mode = 'down'
    world.disk.faults = { write: 'ENOSPC' }
    process.log(3)
    await pass(3_000)
    process.log(60)
    await pass(100)
    expect(stats().dropped.disk_full).toBeGreaterThan(30)
    expect(stats().dropped.queue_full).toBe(0)
  })

  test('fails a save: what was not saved is still held, and nothing half-written is left', () => {
    world.disk.faults = { write: 'ENOSPC' }
    process.log(5)
    expect(process.pipeline.saveSync()).toBe(0)
    expect(stats()).toMatchObject({ held: { items: 5, disk: { items: 0 } } })
    expect(world.disk.segments).toEqual([])
    world.disk.faults = {}
    expect(process.pipeline.saveSync()).toBe(5)
  })

  test('fails a later save: what was saved before stays whole', async () => {
    process.log(5)
    process.pipeline.saveSync(true)
    world.disk.faults = { write: 'ENOSPC' }
    process.log(1)
    expect(stats()).toMatchObject({ held: { items: 1, disk: { items: 5 } } })
    world.disk.faults = {}
    await pass(20_000)
    expect(stats()).toMatchObject({ delivered: 6, dropped: { corrupt: 0 } })
  })

  test('loses what was saved before: the next is saved in a file of its own', async () => {
    process.log(5)
    process.pipeline.saveSync(true)
    world.disk.deleteDirectory()
    process.log(1)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 6 } } })
    expect(world.disk.segments).toHaveLength(1)
  })

  test('fails a save: a process that lives on sends what was not saved', async () => {
    world.disk.faults = { write: 'ENOSPC' }
    process.log(5)
    process.pipeline.saveSync()
    await pass(2_000)
    expect(stats()).toMatchObject({ delivered: 5 })
  })

  test('is tried again also while what it holds from before keeps asking the collector', async () => {
    await spill(world, process)
    world.disk.faults = { write: 'ENOSPC' }
    process.log(3)
    await pass(100)
    world.disk.faults = {}
    await pass(60_000)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 6 } } })
  })

  test('fails a save while memory is full: what is still open stays open, instead of being dropped', () => {
    world = new World(true, { maxQueueBytes: 200 })
    process = world.start(0)
    world.disk.faults = { write: 'ENOSPC' }
    process.log(4)
    const { held, dropped } = stats()
    expect(process.pipeline.saveSync()).toBe(0)
    expect(stats()).toMatchObject({ held: { items: held.items }, dropped })
  })

  test('at a shutdown, what can go nowhere is dropped and counted', async () => {
    world.mode = 'down'
    world.disk.faults = { write: 'ENOSPC' }
    process.log(5)
    const ended = process.pipeline.shutdown(1_000)
    await pass(2_000)
    await ended
    expect(stats()).toMatchObject({ dropped: { shutdown: 5 }, held: { items: 0, disk: { items: 0 } } })
  })
})

describe('a disk that cannot be read', () => {
  test.each(['EIO', 'EACCES', 'EMFILE'])('%s: the segment is set aside until it can', async (read) => {
    await spill(world, process)
    world.disk.faults = { read }
    world.mode = 'up'
    process.log(3)
    await pass(40_000)
    // The record in the midst of its retries had been read before.
    expect(stats().dropped).toMatchObject({ corrupt: 0 })
    await expectAllDelivered(world, process)
  })

  test('the collector is asked directly when nothing on disk can be read', async () => {
    world.mode = 'down'
    world.disk.faults = { read: 'EIO' }
    process.log(3)
    await pass(3_000)
    world.mode = 'up'
    process.log(3)
    await pass(3_000)
    expect(stats()).toMatchObject({ delivered: 3, held: { items: 0, disk: { items: 3 } } })
    await expectAllDelivered(world, process)
  })

  test('at the start: what is there is taken up by the next process that can', async () => {
    await spill(world, process)
    world.kill(0)
    world.disk.faults = { read: 'EIO' }
    process = world.processes[0]!
    await pass(5_000)
    expect(stats()).toMatchObject({ recovered: 0 })
    world.disk.faults = {}
    world.kill(0)
    process = world.processes[0]!
    await expectAllDelivered(world, process)
    expect(stats()).toMatchObject({ recovered: 3, delivered: 3 })
  })
})

describe('what is damaged on disk', () => {
  test('is not sent, and counted, and what is sound beside it is sent', async () => {
    await spill(world, process)
    process.log(6)
    await pass(3_000)
    const segment = world.disk.segments.at(-1)!
    world.kill(0)
    process = world.processes[0]!
    const file = world.disk.files.get(segment)!
    file.data[60]! ^= 1
    world.mode = 'up'
    await pass(60_000)
    expect(stats()).toMatchObject({ recovered: 9, delivered: 6, dropped: { corrupt: 3 }, held: { disk: { items: 0 } } })
    expect(world.requests).toBe(2)
  })
})

describe('a process that ends in the midst of a replay', () => {
  test('has the next one go on where it was: at the most one request is sent twice', async () => {
    world.mode = 'down'
    process.log(60)
    await pass(3_000)
    world.mode = 'up'
    while (world.requests < 7) await pass(1)
    world.kill(0)
    process = world.processes[0]!
    await expectAllDelivered(world, process)
    expect(world.requests).toBeGreaterThanOrEqual(20)
    expect(world.requests).toBeLessThanOrEqual(21)
  })
})

describe('a shutdown in the midst of a replay', () => {
  test('leaves what it has not come to where it is', async () => {
    world.mode = 'down'
    process.log(60)
    await pass(3_000)
    world.mode = 'up'
    await pass(32_000)
    const ended = process.pipeline.shutdown(2_000)
    await pass(3_000)
    await ended
    const { delivered, dropped, held } = stats()
    expect(dropped.corrupt).toBe(0)
    expect(delivered + held.disk.items).toBe(60)
  })

  test('keeps its deadline while the collector hangs', async () => {
    await spill(world, process)
    world.mode = 'hanging'
    await pass(32_000)
    const begin = performance.now()
    const ended = process.pipeline.shutdown(500).then(() => performance.now() - begin)
    await pass(3_000)
    expect(await ended).toBeLessThan(600)
    expect(stats()).toMatchObject({ dropped: { corrupt: 0, shutdown: 0 }, held: { items: 0, disk: { items: 3 } } })
  })
})

describe('fresh telemetry', () => {
  test('goes first when the collector is back, however much is on disk', async () => {
    world.mode = 'down'
    process.log(3_000)
    await pass(3_000)
    world.mode = 'up'
    while (world.delivered.size === 0) await pass(1)
    process.log(3)
    await pass(1_050)
    expect(world.delivered).toContain('3002')
    expect(stats().held.disk.items).toBeGreaterThan(1_000)
    await expectAllDelivered(world, process)
  })
})

describe('a directory that changes under way', () => {
  test('is removed: what was on disk is counted, and what comes later is kept in a new one', async () => {
    await spill(world, process)
    process.log(3)
    await pass(2_000)
    world.disk.deleteDirectory()
    process.log(3)
    await pass(60_000)
    process.log(3)
    await pass(60_000)
    expect(world.disk.segments.length).toBeGreaterThan(0)
    world.mode = 'up'
    await pass(120_000)
    const { delivered, dropped, created, held } = stats()
    expect(dropped.corrupt).toBeGreaterThanOrEqual(3)
    expect({ sum: delivered + dropped.corrupt, created, held: held.disk.items }).toEqual({
      sum: 12,
      created: 12,
      held: 0,
    })
  })

  test('a delivered segment that cannot be deleted is sent again by the next process: late is better than never', async () => {
    await spill(world, process)
    world.disk.faults = { change: 'EACCES' }
    world.mode = 'up'
    await pass(60_000)
    expect(stats()).toMatchObject({ delivered: 3, held: { disk: { items: 0 } } })
    world.disk.faults = {}
    await world.restart(0)
    process = world.processes[0]!
    await pass(5_000)
    expect(stats()).toMatchObject({ recovered: 3, delivered: 3 })
    expect(world.disk.segments).toEqual([])
  })
})

test('an error of the file system that has no code harms nothing either', async () => {
  world.mode = 'down'
  const { files } = world.disk
  files.set = () => {
    throw failure('')
  }
  process.log(3)
  await pass(60_000)
  expect(stats()).toMatchObject({ held: { items: 3 } })
})
