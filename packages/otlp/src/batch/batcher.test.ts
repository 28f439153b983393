import { protobufLogRecords } from '../encode/protobuf/format'
import { logRecord, RESOURCE, SCOPE } from '../fixtures/records'
import { bodiesOf, type DecodedLogs, decode, LogsRequest } from '../fixtures/schema'
import type { LogRecordLike } from '../telemetry'
import { UntracedContext } from '../untraced-context'
import { type Batch, Batcher, type BatchLimits } from './batcher'
import { RequestFrame } from './request-frame'

const LIMITS: BatchLimits = { maxItems: 1_000, maxBytes: 1_000_000, maxDelayMs: 60_000 }
const frame = new RequestFrame(RESOURCE, protobufLogRecords)

let batches: Batch[]

function batcher(limits: Partial<BatchLimits> = {}, format = protobufLogRecords) {
  batches = []
  const batcher = new Batcher(format, { ...LIMITS, ...limits }, new UntracedContext())
  batcher.connect({ hold: (batch) => batches.push(batch) })
  return batcher
}

async function decoded(batch: Batch): Promise<DecodedLogs> {
  return decode<DecodedLogs>(LogsRequest, await frame.request(batch.scopes))
}

async function allBodies(): Promise<unknown[][]> {
  return Promise.all(batches.map(async (batch) => bodiesOf(await decoded(batch))))
}

test('closes by count, at once', async () => {
  const open = batcher({ maxItems: 2 })
  for (const body of ['a', 'b', 'c']) open.add(logRecord(body))
  expect(await allBodies()).toEqual([['a', 'b']])
  expect(open.held.items).toBe(1)
})

test('closes by bytes, before the item that would not fit', async () => {
  const open = batcher({ maxBytes: 1_000 })
  for (const letter of ['a', 'b', 'c']) open.add(logRecord(letter.repeat(400)))
  open.close()
  expect(await allBodies()).toEqual([['a'.repeat(400), 'b'.repeat(400)], ['c'.repeat(400)]])
  for (const { scopes } of batches) expect(scopes.length).toBeLessThanOrEqual(1_000)
})

test('an item larger than a batch goes alone', async () => {
  const open = batcher({ maxBytes: 1_000 })
  open.add(logRecord('before'))
  open.add(logRecord('x'.repeat(5_000)))
  open.add(logRecord('after'))
  open.close()
  expect(await allBodies()).toEqual([['before'], ['x'.repeat(5_000)], ['after']])
})

test('closes by age, counted from its first item', async () => {
  jest.useFakeTimers()
  try {
    const open = batcher({ maxDelayMs: 100 })
    open.add(logRecord('a'))
    jest.advanceTimersByTime(60)
    open.add(logRecord('b'))
    jest.advanceTimersByTime(39)
    expect(batches).toHaveLength(0)
    jest.advanceTimersByTime(1)
    expect(batches).toMatchObject([{ items: 2 }])
    expect(jest.getTimerCount()).toBe(0)
  } finally {
    jest.useRealTimers()
  }
})

test('items stand with others of their scope, in order', async () => {
  const open = batcher()
  const other = { name: 'other' }
  open.add(logRecord('a1'))
  open.add(logRecord('b1', { instrumentationScope: other }))
  open.add(logRecord('a2'))
  open.add(logRecord('b2', { instrumentationScope: other }))
  open.close()
  const { scopeLogs } = (await decoded(batches[0]!)).resourceLogs[0]!
  const bodies = scopeLogs.map(({ scope, logRecords }) => [
    scope.name,
    ...logRecords.map(({ body }) => body['stringValue']),
  ])
  expect(bodies).toEqual([
    ['test', 'a1', 'a2'],
    ['other', 'b1', 'b2'],
  ])
})

test('a batch keeps its bytes while the next one is written', async () => {
  const open = batcher()
  open.add(logRecord('first'))
  open.close()
  open.add(logRecord('other'))
  open.close()
  expect(await allBodies()).toEqual([['first'], ['other']])
})

test('one above 16 MiB is refused, and costs nothing else', async () => {
  const open = batcher()
  open.add(logRecord('before'))
  expect(open.add(logRecord('x'.repeat(17 * 1024 * 1024)))).toBe('too_large')
  expect(open.add(logRecord(Array(300_000).fill('é'.repeat(50))))).toBe('too_large')
  open.add(logRecord('after'))
  open.close()
  expect(await allBodies()).toEqual([['before', 'after']])
})

test('a record that throws when it is read is refused, and costs nothing else', async () => {
  const open = batcher()
  open.add(logRecord('before'))
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  expect(open.add(logRecord('half', { attributes: hostile }))).toBe('invalid')
  open.add(logRecord('after'))
  open.close()
  expect(await allBodies()).toEqual([['before', 'after']])
})

test('a getter that logs or flushes while its record is read cannot spoil the batch', async () => {
  const open = batcher()
  let inner: unknown
  const body = {
    get total() {
      inner = open.add(logRecord('inner'))
      open.close()
      return 1
    },
  }
  open.add(logRecord('before'))
  expect(open.add(logRecord(body))).toBeUndefined()
  expect(inner).toBe('invalid')
  open.close()
  expect(await allBodies()).toEqual([['before', undefined]])
})

test('scopes that fall silent are forgotten', () => {
  let made = 0
  const newWriter = () => {
    made++
    return protobufLogRecords.newWriter()
  }
  const open = batcher({}, { ...protobufLogRecords, newWriter })
  const scopes = Array.from({ length: 100 }, (_each, i) => ({ name: `scope ${i}` }))
  for (const instrumentationScope of [...scopes, ...scopes]) {
    open.add(logRecord('x', { instrumentationScope }))
    open.close()
  }
  // A scope that was kept would have its writer still.
  expect(made).toBe(200)
})

test('what it says it holds is what it holds', () => {
  const open = batcher()
  const records: LogRecordLike[] = [
    logRecord('a'),
    logRecord('b', { instrumentationScope: { ...SCOPE } }),
    logRecord('c'),
  ]
  for (const record of records) open.add(record)
  const { items, bytes } = open.held
  open.close()
  expect(items).toBe(3)
  // Each of the two scopes has a frame of two bytes around what was counted.
  expect(batches[0]!.scopes.length - bytes).toBe(4)
  expect(open.held).toEqual({ items: 0, bytes: 0 })
})
