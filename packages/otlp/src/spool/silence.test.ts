import { pass, useFakeTime } from './fixtures/fake-time'
import { isReading } from './fixtures/watched-fs'
import { type CollectorMode, type Process, World } from './fixtures/world'

let world: World
let process: Process

const stats = () => process.pipeline.stats()

useFakeTime()
beforeEach(() => {
  world = new World(true)
  process = world.start(0)
})

/** One record every 100 ms. */
async function logFor(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    process.log(1)
    await pass(100)
  }
}

/** With everything well again, how many were not delivered. */
async function missing(): Promise<number> {
  world.mode = 'up'
  await pass(120_000)
  expect(world.disk.segments).toEqual([])
  return world.emitted - world.delivered.size
}

function startWithoutJournal(mode: CollectorMode): void {
  world = new World(true, {}, { journal: false })
  world.mode = mode
  process = world.start(0)
}

/** What a kill -9 takes, all told. */
async function lostByKill(): Promise<number> {
  world.kill(0)
  process = world.processes[0]!
  return missing()
}

function watchWrites(): string[] {
  const writes: string[] = []
  world.onDiskOperation = (operation) => {
    if (!isReading(operation)) writes.push(operation)
  }
  return writes
}

describe('a collector that falls silent', () => {
  beforeEach(async () => {
    process.log(3)
    await pass(100)
    expect(stats()).toMatchObject({ delivered: 3 })
    world.mode = 'hanging'
  })

  test('for two seconds has everything held put on disk, what is on its way too', async () => {
    process.log(9)
    await pass(1_900)
    expect(stats()).toMatchObject({ held: { items: 9, disk: { items: 0 } } })
    await pass(400)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 9 } } })
  })

  test('has what comes later put on disk as soon as its batch is closed', async () => {
    process.log(3)
    await pass(2_500)
    process.log(4)
    await pass(1_200)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 7 } } })
  })

  test('has what a kill -9 takes without a journal on disk but for the last second and a half', async () => {
    startWithoutJournal('hanging')
    await logFor(8_000)
    expect(await lostByKill()).toBeLessThanOrEqual(15)
  })

  test('before that was noticed, a kill -9 takes the last three seconds and a half without a journal', async () => {
    startWithoutJournal('up')
    await logFor(5_000)
    world.mode = 'hanging'
    await logFor(2_000)
    expect(await lostByKill()).toBeLessThanOrEqual(35)
  })

  test('and answers after all has nothing sent twice', async () => {
    world.latencyMs = 3_000
    world.mode = 'up'
    process.log(3)
    await pass(2_500)
    expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 3 } } })
    await pass(1_000)
    expect(stats()).toMatchObject({ delivered: 6, held: { items: 0, disk: { items: 0 } } })
    expect({ attempts: world.attempts, segments: world.disk.segments }).toEqual({ attempts: 2, segments: [] })
  })

  test('and refuses after all has that counted once', async () => {
    world.latencyMs = 3_000
    world.mode = 'rejecting'
    process.log(3)
    await pass(4_000)
    expect(stats()).toMatchObject({ delivered: 3, dropped: { rejected: 3 }, held: { items: 0, disk: { items: 0 } } })
  })

  test('a shutdown in the midst of it keeps what is on its way', async () => {
    process.log(3)
    await pass(2_500)
    const ended = process.pipeline.shutdown(500)
    await pass(1_000)
    await ended
    await pass(10_000)
    expect(stats()).toMatchObject({ dropped: { shutdown: 0 }, held: { items: 0, disk: { items: 3 } } })
  })

  test('with a disk that is full, memory keeps it', async () => {
    world.disk.faults = { write: 'ENOSPC' }
    process.log(9)
    await pass(9_000)
    expect(stats()).toMatchObject({ held: { items: 9, disk: { items: 0 } } })
    world.disk.faults = {}
    expect(await missing()).toBe(0)
  })
})

test('a collector that asks to wait for a minute is not asked meanwhile, and what waits for it waits on disk', async () => {
  world.mode = 'down'
  world.afterMs = 60_000
  process.log(3)
  await pass(3_000)
  expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 3 } } })
  await pass(55_000)
  expect(world.attempts).toBe(1)
  world.mode = 'up'
  await pass(5_000)
  expect(stats()).toMatchObject({ delivered: 3 })
})

describe.each([
  ['without a journal, nothing is written to disk', false],
  ['nothing is written to disk that anyone waits for, and nothing but a journal that is gone at once,', true],
])('%s in an hour in which the collector', (_, journal) => {
  beforeEach(() => {
    world = new World(true, {}, { journal })
    process = world.start(0)
  })

  /**
   * What is written, and is not part of a journal. Of that, nothing is to be left when all is
   * delivered.
   */
  const untoward = (writes: readonly string[]) => {
    // A collector that takes less than is made leaves some of it in memory, which the journal has.
    if (stats().held.items === 0) expect(world.disk.records).toEqual([])
    return journal ? writes.filter((write) => !/^makeDirectory logs$|^touch .*lease$|journal$/.test(write)) : writes
  }

  const minutes = async (count: number) => {
    for (let i = 0; i < count * 20; i++) {
      process.log(4)
      await pass(3_000)
    }
  }

  test.each([
    ['answers at once', () => 2],
    ['takes nearly two seconds for each answer', () => 1_900],
    ['answers as it pleases', () => 100 + ((world.requests * 7_919) % 1_700)],
  ])('%s', async (_, latencyMs) => {
    const writes = watchWrites()
    for (let minute = 0; minute < 60; minute++) {
      world.latencyMs = latencyMs()
      await minutes(1)
    }
    expect(stats().delivered).toBeGreaterThan(3_000)
    await pass(6_000)
    expect(untoward(writes)).toEqual([])
    expect(writes.filter((write) => /^sync/.test(write))).toEqual([])
  })

  test('takes five seconds for each answer, once the first was waited for', async () => {
    world.latencyMs = 5_000
    process.log(3)
    await pass(60_000)
    const writes = watchWrites()
    for (let i = 0; i < 360; i++) {
      process.log(3)
      await pass(10_000)
    }
    expect(stats().delivered).toBeGreaterThan(1_000)
    await pass(6_000)
    expect(untoward(writes)).toEqual([])
    expect(writes.filter((write) => /^sync/.test(write))).toEqual([])
  })
})

test('while nothing listens, a flush has everything put on disk after a single attempt', async () => {
  world.mode = 'refusing'
  process.log(4)
  let isOver = false
  void process.pipeline.flush(30_000).then(() => {
    isOver = true
  })
  await pass(100)
  expect(isOver).toBe(true)
  expect(stats()).toMatchObject({ held: { items: 0, disk: { items: 4 } } })
})

test('while nothing listens and the disk is full, a flush does not wait for either', async () => {
  world.mode = 'refusing'
  world.disk.faults = { write: 'ENOSPC' }
  process.log(4)
  let isOver = false
  void process.pipeline.flush(30_000).then(() => {
    isOver = true
  })
  await pass(5_000)
  expect(isOver).toBe(true)
  expect(stats()).toMatchObject({ held: { items: 4, disk: { items: 0 } } })
})
