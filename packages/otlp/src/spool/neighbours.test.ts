import { logRecord } from '../fixtures/records'
import { pass, useFakeTime } from './fixtures/fake-time'
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

describe('processes side by side', () => {
  test('leave alone what another that is alive has on disk', async () => {
    await spill(world, process)
    const other = world.start(1)
    await pass(90_000)
    expect(other.pipeline.stats()).toMatchObject({ recovered: 0 })
    expect(stats()).toMatchObject({ held: { disk: { items: 3 } } })
    await expectAllDelivered(world, process)
  })

  test('take up what another leaves when it dies, soon, and only one of them does', async () => {
    await spill(world, process)
    const others = [world.start(1), world.start(2)]
    await pass(1_000)
    process.isDead = true
    await pass(30_000)
    expect(others.map(({ pipeline }) => pipeline.stats().recovered).sort()).toEqual([0, 3])
  })

  test('take up what did not fit at first, as soon as it does', async () => {
    world = new World(true, {}, { maxFiles: 2 })
    process = world.start(0)
    const others = [world.start(1), world.start(2)]
    world.mode = 'down'
    for (const one of [process, ...others]) one.log(9)
    await pass(5_000)
    for (const slot of [0, 1, 2]) world.kill(slot)
    const [heir, ...rest] = world.processes
    for (const one of rest) one.isDead = true
    process = heir!
    await pass(5_000)
    expect(world.disk.segments.length).toBeGreaterThan(2)
    await expectAllDelivered(world, process)
  })

  test('do not read again and again what does not fit', async () => {
    world = new World(true, {}, { maxFiles: 2 })
    const others = [0, 1, 2].map((slot) => world.start(slot))
    world.mode = 'down'
    for (const one of others) one.log(9)
    await pass(5_000)
    for (const one of others) one.isDead = true
    process = world.start(3)
    await pass(5_000)
    const reads: string[] = []
    world.onDiskOperation = (operation) => void (operation.startsWith('open ') && reads.push(operation))
    await pass(120_000)
    expect(world.disk.segments.length).toBeGreaterThan(2)
    expect(reads).toEqual([])
  })

  test('where pids cannot be compared, wait for its lease to run out, which a live one renews', async () => {
    world = new World(false)
    process = world.start(0)
    await spill(world, process)
    const other = world.start(1)
    await pass(600_000)
    expect(other.pipeline.stats()).toMatchObject({ recovered: 0 })
    process.isDead = true
    await pass(50_000)
    expect(other.pipeline.stats()).toMatchObject({ recovered: 0 })
    await pass(60_000)
    expect(other.pipeline.stats()).toMatchObject({ recovered: 3 })
  })
})

describe('a process that has shut down', () => {
  /** What the directory's files are called, by kind. */
  const names = (kind: string) => [...world.disk.files.keys()].filter((path) => path.endsWith(kind))
  async function shutDown(timeoutMs: number): Promise<void> {
    const ended = process.pipeline.shutdown(timeoutMs)
    await pass(timeoutMs + 1)
    await ended
  }
  beforeEach(() => {
    world.mode = 'hanging'
  })

  test.each([0, 1, 2, 3, 5, 10, 20])(
    'adopts nothing more, wherever it was when it was told to, after %i ms',
    async (ms) => {
      process.isDead = true
      for (let i = 0; i < 12; i++) {
        const other = world.start(1)
        other.log(1)
        other.pipeline.saveSync()
        other.isDead = true
      }
      process = world.start(0)
      await pass(ms)
      await shutDown(0)
      const renames: string[] = []
      world.onDiskOperation = (operation) => void (operation.startsWith('rename ') && renames.push(operation))
      await pass(600_000)
      // One may have been under way.
      expect(renames.length).toBeLessThanOrEqual(1)
      expect(names('.lease').filter((path) => path.includes(`.${process.pid}.`))).toEqual([])
      const heir = world.start(1)
      world.mode = 'up'
      await pass(120_000)
      expect(heir.pipeline.stats()).toMatchObject({ recovered: 12, delivered: 12 })
    },
  )

  test('has no lease any more, whatever happens to it later', async () => {
    process.log(3)
    await shutDown(0)
    await pass(100)
    expect(names('.seg')).toHaveLength(1)
    process.log(1)
    process.pipeline.saveSync(true)
    await process.pipeline.flush(0)
    await pass(600_000)
    expect(names('.lease')).toEqual([])
  })

  test('while it is told to, adopts nothing that it cannot send any more', async () => {
    process.isDead = true
    const other = world.start(1)
    other.log(3)
    other.pipeline.saveSync()
    process = world.start(0)
    process.log(3)
    const ended = process.pipeline.shutdown(60_000)
    other.isDead = true
    await pass(60_001)
    await ended
    expect(stats()).toMatchObject({ recovered: 0 })
  })
})

describe('the bounds of the directory', () => {
  const maxBytes = 65_536
  const onDisk = () => [...world.disk.files.values()].reduce((sum, { data }) => sum + data.length, 0)
  const heldBy = ({ pipeline }: Process) => pipeline.stats().held.disk

  beforeEach(() => {
    world = new World(true, {}, { maxBytes })
    process = world.start(0)
    world.mode = 'down'
  })

  test('hold for all processes together, and leave each an equal part', async () => {
    const all = [process, world.start(1), world.start(2), world.start(3)]
    for (const one of all) one.log(1_500)
    await pass(60_000)
    expect(onDisk()).toBeLessThanOrEqual(maxBytes)
    for (const one of all) expect(heldBy(one).bytes).toBeGreaterThan(maxBytes / 8)
    for (const { pipeline } of all) expect(pipeline.stats().dropped.evicted).toBeGreaterThan(0)
  })

  test('a process that comes later gets its part from the one that had everything', async () => {
    process.log(3_000)
    await pass(5_000)
    expect(heldBy(process).bytes).toBeGreaterThan(maxBytes / 2)
    const later = world.start(1)
    later.log(3_000)
    await pass(5_000)
    // Until the other looks again, the sum is beyond the bound, by no more than the newcomer's
    // part.
    expect(onDisk()).toBeLessThanOrEqual(1.5 * maxBytes)
    await pass(60_000)
    expect(onDisk()).toBeLessThanOrEqual(maxBytes)
    expect(heldBy(later).bytes).toBeGreaterThan(maxBytes / 4)
  })

  test('count what the dead have left, which is taken over within them', async () => {
    process.log(3_000)
    await pass(5_000)
    world.kill(0)
    process = world.processes[0]!
    process.log(3_000)
    await pass(60_000)
    expect(onDisk()).toBeLessThanOrEqual(maxBytes)
    expect(stats().recovered).toBeGreaterThan(0)
    expect(stats().dropped.evicted).toBeGreaterThan(0)
  })

  test('one that is larger than all of them does not cost what is there', async () => {
    process.log(300)
    await pass(5_000)
    const { items, bytes } = heldBy(process)
    expect(items).toBe(300)
    world.emitted++
    process.pipeline.accept(logRecord('x'.repeat(maxBytes)))
    await pass(15_000)
    expect(stats()).toMatchObject({ dropped: { evicted: 0 }, held: { items: 1, disk: { items, bytes } } })
    expect(onDisk()).toBe(bytes)
  })

  test('hold for the number of files too', async () => {
    world = new World(true, {}, { maxFiles: 12, maxBytes })
    world.mode = 'down'
    const all = [0, 1, 2].map((slot) => world.start(slot))
    for (let i = 0; i < 10; i++) {
      for (const one of all) one.log(300)
      await pass(20_000)
    }
    await pass(60_000)
    expect(world.disk.segments.length).toBeLessThanOrEqual(12)
  })
})
