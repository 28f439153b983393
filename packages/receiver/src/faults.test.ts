import { unaryCall } from './fixtures/grpc-client'
import { decode, spansNamed, tracesRequest } from './fixtures/messages'
import { type Receiver, type ReceiverAnswer, startReceiver } from './index'

const traces = tracesRequest(...spansNamed(5))

let receiver: Receiver
let next: () => ReceiverAnswer | undefined | Promise<ReceiverAnswer | undefined>
beforeAll(async () => {
  receiver = await startReceiver({ respond: () => next() })
})
afterEach(() => receiver.clear())
afterAll(() => receiver.close())

async function answerOverHttp(answer: ReceiverAnswer, signal?: AbortSignal) {
  next = () => answer
  const response = await fetch(`${receiver.httpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-protobuf' },
    body: traces,
    redirect: 'manual',
    ...(signal && { signal }),
  })
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
}

function answerOverGrpc(answer: ReceiverAnswer, deadlineMs?: number) {
  next = () => answer
  return unaryCall(receiver.grpcUrl, traces, deadlineMs === undefined ? {} : { deadlineMs })
}

test('a failing HTTP status is sent with its headers, and the items are not kept', async () => {
  const { status, headers, body } = await answerOverHttp({ httpStatus: 503, message: 'busy', retryAfterMs: 1_200 })
  expect([status, headers.get('retry-after')]).toEqual([503, '2'])
  expect(decode('Status', body)).toMatchObject({ code: 14, message: 'busy' })
  expect(receiver.spans).toHaveLength(0)
  expect(receiver.requests).toMatchObject([{ count: 5, error: undefined }])
})

test('a status, headers and a body are sent as they are', async () => {
  const headers = { 'content-type': 'text/html', location: 'http://127.0.0.1:1/' }
  const answer = await answerOverHttp({ httpStatus: 302, headers, body: '<h1>moved</h1>' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/'])
  expect([answer.headers.get('content-type'), answer.body.toString()]).toEqual(['text/html', '<h1>moved</h1>'])
})

test('a failing gRPC status is sent with its trailers, and the items are not kept', async () => {
  const grpcMetadata = { 'x-why': 'test', 'x-raw-bin': Uint8Array.of(0, 255) }
  const result = await answerOverGrpc({
    grpcStatus: 8,
    message: 'slow down: 100 % – ü',
    retryAfterMs: 1_500,
    grpcMetadata,
  })
  expect(result).toMatchObject({ code: 8, message: 'slow down: 100 % – ü' })
  expect(result.metadata.get('x-why')).toEqual(['test'])
  expect(result.metadata.get('x-raw-bin')).toEqual([Buffer.of(0, 255)])
  const status = decode('Status', result.metadata.get('grpc-status-details-bin')[0] as Buffer)
  const [detail] = status['details'] as { typeUrl: string; value: Buffer }[]
  expect(detail?.typeUrl).toBe('type.googleapis.com/google.rpc.RetryInfo')
  expect(decode('RetryInfo', detail!.value)).toEqual({ retryDelay: { seconds: '1', nanos: 500_000_000 } })
  expect(receiver.spans).toHaveLength(0)
})

test('a partial success says how many were rejected, and the others are kept', async () => {
  const partialSuccess = { rejected: 3, message: 'too old' }
  const expected = { partialSuccess: { rejectedSpans: '3', errorMessage: 'too old' } }
  const { status, body } = await answerOverHttp({ partialSuccess })
  expect([status, decode('ExportTraceServiceResponse', body)]).toEqual([200, expected])
  const { code, response } = await answerOverGrpc({ partialSuccess })
  expect([code, decode('ExportTraceServiceResponse', response!)]).toEqual([0, expected])
  expect(receiver.spans.map(({ name }) => name)).toEqual(['span 1', 'span 2', 'span 1', 'span 2'])
})

test('a hanging request is never answered', async () => {
  await expect(answerOverHttp({ hang: true }, AbortSignal.timeout(100))).rejects.toThrow(/timeout/)
  expect(await answerOverGrpc({ hang: true }, 100)).toMatchObject({ code: 4 })
  expect(receiver.requests).toHaveLength(2)
  expect(receiver.spans).toHaveLength(0)
})

test('a reset cuts the connection', async () => {
  await expect(answerOverHttp({ reset: true })).rejects.toMatchObject({ cause: { message: 'other side closed' } })
  expect(await answerOverGrpc({ reset: true })).toMatchObject({ code: 14 })
  expect(receiver.spans).toHaveLength(0)
})

test('an acknowledgement can get lost after the items were kept', async () => {
  await expect(answerOverHttp({ reset: true, keep: true })).rejects.toThrow()
  await answerOverGrpc({ grpcStatus: 14, keep: true })
  expect(receiver.spans).toHaveLength(10)
})

test('an answer can wait, and one for the other protocol is success', async () => {
  let release: (answer: ReceiverAnswer) => void = () => {}
  const answer = new Promise<ReceiverAnswer>((resolve) => {
    release = resolve
  })
  next = () => answer
  const pending = unaryCall(receiver.grpcUrl, traces)
  await receiver.waitFor(({ requests }) => requests.length === 1)
  expect(receiver.spans).toHaveLength(0)
  release({ httpStatus: 503 })
  expect(await pending).toMatchObject({ code: 0 })
  expect(receiver.spans).toHaveLength(5)
})

test('respond() that throws is an internal error, which says so', async () => {
  next = () => {
    throw new Error('oops')
  }
  expect(await unaryCall(receiver.grpcUrl, traces)).toMatchObject({ code: 13, message: 'respond() threw Error: oops' })
})
