import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unaryCall } from './fixtures/grpc-client'
import { encode, logsRequest, spansNamed, tracesRequest } from './fixtures/messages'
import { type Receiver, startReceiver } from './index'

const logsPath = '/opentelemetry.proto.collector.logs.v1.LogsService/Export'

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

function sendSpans(count: number) {
  return unaryCall(receiver.grpcUrl, tracesRequest(...spansNamed(count)))
}

test('a wait resolves on the arrival that satisfies it, or at once', async () => {
  const three = receiver.waitForSpans(3)
  const named = receiver.waitForSpans(({ name }) => name === 'span 2')
  const custom = receiver.waitFor(({ requests }) => requests[1]?.count)
  await sendSpans(1)
  await sendSpans(2)
  expect(await three).toHaveLength(3)
  expect(await named).toMatchObject([{ name: 'span 2' }])
  expect(await custom).toBe(2)
  expect(await receiver.waitForSpans(1, { timeoutMs: 0 })).toHaveLength(3)
  expect(await receiver.waitForSpans(0)).toHaveLength(3)
})

test('logs are waited for like spans', async () => {
  const waiting = receiver.waitForLogs(({ body }) => body === 'two')
  await unaryCall(receiver.grpcUrl, logsRequest({ body: { stringValue: 'one' } }), { path: logsPath })
  await unaryCall(receiver.grpcUrl, logsRequest({ body: { stringValue: 'two' } }), { path: logsPath })
  expect(await waiting).toMatchObject([{ body: 'two', traceId: undefined, spanId: undefined }])
  expect(await receiver.waitForLogs(2)).toHaveLength(2)
})

test('a wait that times out shows what did arrive', async () => {
  await sendSpans(1)
  await fetch(`${receiver.httpUrl}/v1/trace`, { method: 'POST', headers: { 'content-type': 'application/json' } })
  const failure = receiver.waitForSpans(2, { timeoutMs: 1 })
  await expect(failure).rejects.toThrow(/^1 ms passed while waiting for 2 spans; 1 spans and 0 log records are held/)
  await expect(failure).rejects.toThrow(/2 requests \(1 refused, 0 items evicted\)/)
  await expect(failure).rejects.toThrow(/refused \/v1\/trace \(http\/json\): \/v1\/trace is none of \/v1\/traces/)
  await expect(failure).rejects.toThrow(/trace abababababababababababababababab .*1 span/)
  await expect(failure).rejects.toThrow(/└─ unknown_service {2}span 1/)
  const named = receiver.waitFor(() => false, { timeoutMs: 1, what: 'the moon' })
  await expect(named).rejects.toThrow(/waiting for the moon;/)
})

test('a wait rejects with what its condition throws', async () => {
  const waiting = receiver.waitFor(({ spans }) => {
    if (spans.length > 0) throw new TypeError('wrong span')
    return undefined
  })
  await Promise.all([expect(waiting).rejects.toThrow('wrong span'), sendSpans(1)])
})

test('closing rejects the waits that are pending, and those to come', async () => {
  const waiting = expect(receiver.waitForSpans(1)).rejects.toThrow('the receiver was closed while waiting for 1 spans')
  await receiver.close()
  await waiting
  await expect(receiver.waitForLogs(1)).rejects.toThrow('closed')
  await expect(receiver.waitForLogs(0)).resolves.toEqual([])
  await expect(fetch(receiver.httpUrl)).rejects.toThrow()
})

test('traces are told apart, each with its logs', async () => {
  const [a, b] = [Buffer.alloc(16, 0xaa), Buffer.alloc(16, 0xbb)]
  const [one, two] = [Buffer.alloc(8, 1), Buffer.alloc(8, 2)]
  await unaryCall(
    receiver.grpcUrl,
    tracesRequest(
      { traceId: a, spanId: one, name: 'root a' },
      { traceId: b, spanId: two, parentSpanId: one, name: 'half b' },
      { traceId: a, spanId: two, parentSpanId: one, name: 'child a' },
    ),
  )
  const logRecord = { traceId: a, spanId: two, body: { stringValue: 'in child a' } }
  await unaryCall(receiver.grpcUrl, logsRequest(logRecord, { body: { stringValue: 'no trace' } }), { path: logsPath })
  expect(receiver.traces()).toMatchObject([
    { traceId: 'aa'.repeat(16), isComplete: true, spans: { length: 2 }, logs: [{ body: 'in child a' }] },
    { traceId: 'bb'.repeat(16), isComplete: false, orphans: [{ span: { name: 'half b' } }], logs: [] },
  ])
  expect(receiver.trace('aa'.repeat(16))?.roots[0]?.children[0]?.logs).toMatchObject([{ body: 'in child a' }])
  expect(receiver.trace('cc'.repeat(16))).toBeUndefined()
  receiver.clear()
  expect([receiver.traces(), receiver.requests, receiver.evicted]).toEqual([[], [], 0])
})

test('attributes cannot reach the prototype of anything', async () => {
  const attributes = ['__proto__', 'constructor', 'toString'].map((key) => ({ key, value: { stringValue: 'mine' } }))
  const nested = { key: 'nested', value: { kvlistValue: { values: attributes } } }
  const span = { name: 'hostile', attributes: [...attributes, nested] }
  await unaryCall(
    receiver.grpcUrl,
    encode('ExportTraceServiceRequest', { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
  )
  const received = receiver.spans[0]!.attributes
  expect(Object.getPrototypeOf(received)).toBeNull()
  expect(Object.keys(received)).toEqual(['__proto__', 'constructor', 'toString', 'nested'])
  expect(Object.keys(received['nested'] as object)).toHaveLength(3)
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  expect(({} as Record<string, unknown>)['mine']).toBeUndefined()
})

test('only what is asked for is served', async () => {
  const grpcOnly = await startReceiver({ http: false })
  const httpOnly = await startReceiver({ grpc: false, host: 'localhost' })
  expect([grpcOnly.httpUrl, httpOnly.grpcUrl]).toEqual(['', ''])
  expect(grpcOnly.grpcUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(httpOnly.httpUrl).toMatch(/^http:\/\/localhost:\d+$/)
  await Promise.all([grpcOnly.close(), httpOnly.close(), httpOnly.close()])
})

test('a port that is taken is an error, and nothing stays open', async () => {
  const taken = Number(new URL(receiver.grpcUrl).port)
  const free = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
  await expect(startReceiver({ httpPort: free, grpcPort: taken })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const again = await startReceiver({ httpPort: free })
  expect(new URL(again.httpUrl).port).toBe(String(free))
  await again.close()
})

test('a closed receiver lets its process end, whatever its clients hold open', async () => {
  const script = join(__dirname, 'fixtures/wait-and-exit.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 10_000 })
  expect(stdout.trim()).toBe('cut rejected')
})
