import type { Batch } from './batcher'
import { BatchQueue } from './queue'

const batch = (bytes: number, items = 1): Batch => ({ items, scopes: Buffer.alloc(bytes) })

/** Whether a promise has resolved by the time all that is ready has run. */
async function isResolved(promise: Promise<void>): Promise<boolean> {
  let resolved = false
  void promise.then(() => {
    resolved = true
  })
  await new Promise(setImmediate)
  return resolved
}

test('first in, first out', () => {
  const queue = new BatchQueue(100)
  const batches = [batch(1), batch(2), batch(3)]
  for (const one of batches) queue.push(one)
  expect([queue.take(), queue.take(), queue.take(), queue.take()]).toEqual([...batches, undefined])
})

test('refuses what would exceed its bound, and what is in flight counts too', () => {
  const queue = new BatchQueue(100)
  const first = batch(60)
  expect(queue.push(first)).toBe(true)
  expect(queue.push(batch(50))).toBe(false)
  queue.take()
  expect(queue.push(batch(50))).toBe(false)
  queue.remove(first)
  expect(queue.push(batch(50))).toBe(true)
})

test('is bounded in items too', () => {
  const queue = new BatchQueue(100, 10)
  const first = batch(1, 6)
  expect(queue.push(first)).toBe(true)
  expect(queue.push(batch(1, 5))).toBe(false)
  expect(queue.push(batch(1, 4))).toBe(true)
  queue.remove(queue.take()!)
  expect(queue.push(batch(1, 6))).toBe(true)
})

test('takes one batch however large when it holds nothing', () => {
  const queue = new BatchQueue(100)
  expect(queue.push(batch(200))).toBe(true)
  expect(queue.push(batch(1))).toBe(false)
})

test('is drained when everything pushed before is settled, whatever comes later', async () => {
  const queue = new BatchQueue(100)
  const [first, second, later] = [batch(1), batch(1), batch(1)]
  queue.push(first)
  queue.push(second)
  const drained = queue.drained()
  queue.push(later)
  for (let i = 0; i < 3; i++) queue.take()
  queue.remove(second)
  expect(await isResolved(drained)).toBe(false)
  queue.remove(first)
  expect(await isResolved(drained)).toBe(true)
})

test('is drained at once when it is empty', async () => {
  expect(await isResolved(new BatchQueue(1).drained())).toBe(true)
})

test('abandons what waits and what is in flight', async () => {
  const queue = new BatchQueue(100)
  const first = batch(1, 5)
  queue.push(first)
  queue.push(batch(1, 7))
  queue.take()
  const drained = queue.drained()
  expect(queue.abandon()).toBe(12)
  expect(queue.held).toEqual({ items: 0, bytes: 0 })
  expect(queue.remove(first)).toBe(false)
  expect(queue.take()).toBeUndefined()
  expect(await isResolved(drained)).toBe(true)
})

test('a hundred thousand batches are no trouble', () => {
  const queue = new BatchQueue(1e9)
  for (let i = 0; i < 100_000; i++) queue.push(batch(0))
  for (let next = queue.take(); next !== undefined; next = queue.take()) queue.remove(next)
  expect(queue.held).toEqual({ items: 0, bytes: 0 })
})

test('takes several at once, up to a size, and one in any case', () => {
  const queue = new BatchQueue(1_000)
  const batches = [batch(50), batch(30), batch(30), batch(500)]
  for (const one of batches) queue.push(one)
  expect(queue.takeUpTo(100)).toEqual(batches.slice(0, 2))
  expect(queue.takeUpTo(100)).toEqual(batches.slice(2, 3))
  expect(queue.takeUpTo(100)).toEqual(batches.slice(3))
  expect(queue.takeUpTo(100)).toEqual([])
  expect(queue.inFlightBatches).toEqual(batches)
})

test('what is given back waits in its old place, in whatever order it comes', async () => {
  const queue = new BatchQueue(100)
  const batches = [batch(1), batch(2), batch(3), batch(4)]
  const [first, second, third] = batches
  for (const one of batches) queue.push(one)
  queue.takeUpTo(6)
  queue.giveBack([first!])
  const drained = queue.drained()
  queue.giveBack([third!, second!])
  expect(queue.takeUpTo(100)).toEqual(batches)
  for (const one of batches) queue.remove(one)
  expect(await isResolved(drained)).toBe(true)
})

test('what was settled or abandoned does not come back', () => {
  const queue = new BatchQueue(100)
  const one = batch(1)
  queue.push(one)
  queue.take()
  queue.remove(one)
  queue.giveBack([one])
  expect(queue.isWaiting).toBe(false)
  expect(queue.held).toEqual({ items: 0, bytes: 0 })
})

test('a flush waits for as many batches as there may be', async () => {
  const queue = new BatchQueue(1_000_000)
  const batches = Array.from({ length: 200_000 }, () => batch(1))
  for (const one of batches) queue.push(one)
  const drained = queue.drained()
  queue.takeUpTo(1_000_000)
  for (const one of batches) queue.remove(one)
  expect(await isResolved(drained)).toBe(true)
})
