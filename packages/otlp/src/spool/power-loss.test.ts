import { isReading } from './fixtures/watched-fs'
import { type Process, World } from './fixtures/world'

let world: World
let process: Process
let changes: string[]

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const stats = () => process.pipeline.stats()

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'], now: 1_790_000_000_000 })
  changes = []
})
afterEach(() => {
  jest.clearAllTimers()
  jest.useRealTimers()
})

/** Each change with the kind of file, as `create seg`. */
function start(fsync: boolean): void {
  world = new World(true, {}, { fsync })
  process = world.start(0)
  world.mode = 'down'
  world.onDiskOperation = (operation) => {
    // The journal is beside this: nobody waits for it.
    if (!isReading(operation) && !operation.endsWith('.journal'))
      changes.push(operation.replace(/ \S+\.(seg|lease)$/, ' $1'))
  }
}

describe('with fsync', () => {
  beforeEach(() => start(true))

  test('what is spilled is out of memory only when the disk has it, the file, and every directory that had to be made', async () => {
    const held: [string, number][] = []
    const { onDiskOperation } = world
    world.onDiskOperation = (operation) => {
      onDiskOperation(operation)
      held.push([operation, stats().held.items])
    }
    process.log(3)
    await pass(3_000)
    expect(changes).toEqual([
      // For the journal.
      'makeDirectory logs',
      'touch lease',
      'makeDirectory logs',
      'syncDirectory ',
      'syncDirectory var',
      'syncDirectory spool',
      'syncDirectory logs',
      'touch lease',
      'create seg',
      'append seg',
      'syncDirectory logs',
      'append seg',
      'sync seg',
      // The replay asks with it from now on, so it grows no more.
      'close seg',
    ])
    expect(held.find(([operation]) => operation.startsWith('sync '))?.[1]).toBe(3)
    expect(stats().held).toMatchObject({ items: 0, disk: { items: 3 } })
  })

  test('a power loss the moment after takes nothing', async () => {
    process.log(30)
    await pass(3_000)
    expect(stats().held).toMatchObject({ items: 0, disk: { items: 30 } })
    world.losePower()
    process = world.processes[0]!
    world.mode = 'up'
    await pass(120_000)
    expect(stats()).toMatchObject({ recovered: 30, delivered: 30 })
  })

  test('what only the journal has is lost with the power, and nothing else', async () => {
    process.log(30)
    await pass(3_000)
    process.log(1)
    await pass(500)
    expect(stats().held).toMatchObject({ items: 1, disk: { items: 30 } })
    expect(world.disk.records.filter((path) => path.endsWith('.journal'))).toHaveLength(1)
    world.losePower()
    process = world.processes[0]!
    world.mode = 'up'
    await pass(120_000)
    expect(stats()).toMatchObject({ recovered: 30, delivered: 30 })
    expect(world.disk.records).toEqual([])
  })

  test('what is saved within a call does not wait for the disk: a crash cannot take it, a power loss can', async () => {
    process.log(3)
    expect(process.pipeline.saveSync()).toBe(3)
    expect(changes).toEqual(['sync.makeDirectory logs', 'sync.touch lease', 'sync.write seg'])
    world.kill(0)
    process = world.processes[0]!
    await pass(1_000)
    expect(stats()).toMatchObject({ recovered: 3 })
    world.losePower()
    process = world.processes[0]!
    await pass(1_000)
    expect(stats()).toMatchObject({ recovered: 0 })
  })

  test('neither taking over nor deleting waits for the disk: what a power loss undoes of that is done again', async () => {
    process.log(3)
    await pass(3_000)
    world.kill(0)
    process = world.processes[0]!
    changes.length = 0
    world.mode = 'up'
    await pass(60_000)
    expect(stats()).toMatchObject({ recovered: 3, delivered: 3 })
    const afterwards = changes.slice(changes.indexOf('touch lease'))
    expect(afterwards).toEqual(['touch lease', 'rename seg', 'remove seg'])
  })
})

describe('without fsync', () => {
  test('nothing waits for the disk, so a crash takes nothing, but a power loss may', async () => {
    start(false)
    process.log(3)
    await pass(3_000)
    expect(stats().held).toMatchObject({ items: 0, disk: { items: 3 } })
    expect(changes.filter((change) => change.startsWith('sync'))).toEqual([])
  })
})
