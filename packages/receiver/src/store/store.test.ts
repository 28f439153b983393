import { log, span } from '../fixtures/traces'
import { Store } from './store'

const spans = (...names: string[]) => ({ spans: names.map((name) => span(0, 1, { name })), logs: [] })
const logs = (...bodies: string[]) => ({ spans: [], logs: bodies.map((body) => log(0, body)) })

function held(store: Store): string[] {
  return [...store.spans.map(({ name }) => name), ...store.logs.map(({ body }) => String(body))]
}

test('beyond the item bound the oldest go first, spans and logs alike, and are counted', () => {
  const store = new Store(4, 1e6)
  store.addItems(spans('s1', 's2'), 10)
  store.addItems(logs('l1', 'l2'), 10)
  expect([held(store), store.evicted]).toEqual([['s1', 's2', 'l1', 'l2'], 0])
  store.addItems(spans('s3'), 10)
  expect([held(store), store.evicted]).toEqual([['s2', 's3', 'l1', 'l2'], 1])
  store.addItems(logs('l3', 'l4'), 10)
  expect([held(store), store.evicted]).toEqual([['s3', 'l2', 'l3', 'l4'], 3])
})

test('a request of more items than are held keeps its last ones', () => {
  const store = new Store(2, 1e6)
  store.addItems(spans('s1', 's2', 's3', 's4', 's5'), 10)
  expect([held(store), store.evicted]).toEqual([['s4', 's5'], 3])
})

test('beyond the byte bound whole requests go, the oldest first', () => {
  const store = new Store(100, 1_000)
  store.addItems(spans('s1', 's2'), 400)
  store.addItems(logs('l1'), 400)
  store.addItems(spans('s3'), 500)
  expect([held(store), store.evicted]).toEqual([['s3', 'l1'], 2])
  store.addItems(spans('s4'), 1_001)
  expect([held(store), store.evicted]).toEqual([[], 5])
  store.addItems(spans('s5'), 1_000)
  expect(held(store)).toEqual(['s5'])
})

test('clearing forgets the items and the count, and leaves a list that was read as it was', () => {
  const store = new Store(1, 1e6)
  store.addItems(spans('s1', 's2'), 10)
  const before = store.spans
  store.clear()
  expect([held(store), store.evicted, before.length]).toEqual([[], 0, 1])
  store.addItems(spans('s3'), 10)
  expect([held(store), store.evicted]).toEqual([['s3'], 0])
})

test('ten thousand requests are remembered, the oldest go', () => {
  const store = new Store(1, 1)
  const request = { signal: 'logs', protocol: 'grpc', path: '/', headers: {}, bytes: 0, compressed: false } as const
  for (let i = 0; i < 10_002; i++) store.addRequest({ ...request, count: i, error: undefined, arrivedAtMs: 0 })
  expect([store.requests.length, store.requests[0]?.count]).toEqual([10_000, 2])
})

test('of requests with much in their headers fewer are remembered', () => {
  const store = new Store(1, 1)
  const headers = { 'x-much': 'x'.repeat(16_000) }
  const request = { signal: 'logs', protocol: 'grpc', path: '/', headers, bytes: 0, compressed: false } as const
  for (let i = 0; i < 3_000; i++) store.addRequest({ ...request, count: i, error: undefined, arrivedAtMs: 0 })
  expect([store.requests.length, store.requests.at(-1)?.count]).toEqual([1_048, 2_999])
})
