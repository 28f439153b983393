import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { resolved } from '../../fixtures/signal'
import type { SignalOptions } from '../../options/options'
import { pem } from '../fixtures/http-collector'
import { Http2Collector, OK } from '../fixtures/http2-collector'
import { closeStrangeServers, startTcp } from '../fixtures/strange-servers'
import { GrpcChannels } from './grpc-channel'
import { GrpcSender } from './grpc-sender'

const TRACES = '/opentelemetry.proto.collector.trace.v1.TraceService/Export'
const LOGS = '/opentelemetry.proto.collector.logs.v1.LogsService/Export'
const REQUEST = Buffer.from('an export request')
/** More than the window of a stream. */
const LARGE = Buffer.alloc(1_000_000)
const DELIVERED = { kind: 'delivered' }
const tls = { ca: pem('ca.crt') }
/** Longer than any test. */
const NEVER_MS = 60_000

const noAnswer = () => {}

let collector: Http2Collector
let channels: GrpcChannels
let senders: GrpcSender[]

function sender(method: string, options: Partial<SignalOptions> = {}): GrpcSender {
  const endpoint = `http://127.0.0.1:${collector.port}`
  const made = new GrpcSender(
    resolved({ endpoint, protocol: 'grpc', timeoutMs: NEVER_MS, ...options }),
    method,
    channels,
  )
  senders.push(made)
  return made
}

/** A pair of senders, of traces and of logs. */
function pair(traces: Partial<SignalOptions> = {}, logs = traces): readonly [GrpcSender, GrpcSender] {
  return [sender(TRACES, traces), sender(LOGS, logs)]
}

async function restart(options: Parameters<typeof Http2Collector.start>[0]): Promise<void> {
  await collector.close()
  collector = await Http2Collector.start(options)
}

/** Resolves when the collector has seen the end of its connection of that number. */
async function ended(index: number): Promise<void> {
  const session = collector.sessions[index]!
  if (!session.destroyed) await once(session, 'close')
}

beforeEach(async () => {
  collector = await Http2Collector.start()
  channels = new GrpcChannels()
  senders = []
})
afterEach(async () => {
  for (const sender of senders) sender.close()
  await collector.close()
  await closeStrangeServers()
})

describe('signals that go to the same place', () => {
  test('share one connection, at first and later', async () => {
    const [traces, logs] = pair()
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.requests.map(({ sentHeaders }) => sentHeaders?.[':status'])).toEqual([200, 200, 200, 200])
    expect(collector.sessions).toHaveLength(1)
  })

  test('share it whatever their headers, compression and timeouts are', async () => {
    const [traces, logs] = pair({ headers: { tenant: 'a' } }, { headers: { tenant: 'b' }, compression: 'gzip' })
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect(collector.sessions).toHaveLength(1)
  })

  test('share it with TLS, by what the certificates are', async () => {
    await restart({ tls: true })
    const endpoint = `https://localhost:${collector.port}`
    const [traces, logs] = pair({ endpoint, tls }, { endpoint, tls: { ...tls } })
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect(collector.sessions).toHaveLength(1)
  })

  test('have connections of their own in pipelines of their own', async () => {
    const traces = sender(TRACES)
    channels = new GrpcChannels()
    const logs = sender(LOGS)
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect(collector.sessions).toHaveLength(2)
  })
})

describe('signals have connections of their own', () => {
  test('when their endpoints differ', async () => {
    const other = await Http2Collector.start()
    const [traces, logs] = pair({}, { endpoint: `http://127.0.0.1:${other.port}` })
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect([collector.sessions.length, other.sessions.length]).toEqual([1, 1])
    await other.close()
  })

  test('when their client certificates differ', async () => {
    await restart({ tls: true })
    const endpoint = `https://localhost:${collector.port}`
    const asClient = { ...tls, cert: pem('client.crt'), key: pem('client.key') }
    const [traces, logs] = pair({ endpoint, tls }, { endpoint, tls: asClient })
    expect(await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])).toEqual([DELIVERED, DELIVERED])
    expect(collector.sessions).toHaveLength(2)
  })

  test('when they trust other authorities, so that one is not sent where it would not go', async () => {
    await restart({ tls: true })
    const endpoint = `https://localhost:${collector.port}`
    const [traces, logs] = pair({ endpoint, tls }, { endpoint, tls: {} })
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    expect(await logs.send(REQUEST)).toMatchObject({ kind: 'retry' })
    expect(collector.calls).toBe(1)
  })
})

describe('a call in flight of one signal is answered, once,', () => {
  type Harm = (traces: GrpcSender) => void | Promise<void>
  const HARMS: Record<string, [what: Buffer, harm: Harm, timeoutMs?: number]> = {
    'when a call of another is not answered in time': [REQUEST, noAnswer, 100],
    'when a call of another is not read in time': [LARGE, noAnswer, 100],
    'when another lets go of what is not sent': [LARGE, (traces) => traces.unref()],
    'when another is closed with a call in flight': [REQUEST, (traces) => traces.close()],
    'when another is closed before the kernel has all of its call': [LARGE, (traces) => traces.close()],
  }

  test.each(Object.entries(HARMS))('%s, and the next call has a new connection', async (_, harmed) => {
    const [body, harm, timeoutMs = NEVER_MS] = harmed
    collector.unread = TRACES
    collector.treatments.push(noAnswer)
    const [traces, logs] = pair({ timeoutMs }, {})
    const answered = logs.send(REQUEST)
    await collector.arrived(1)
    const harming = traces.send(body)
    await collector.arrived(2)
    await harm(traces)
    expect(await harming).toMatchObject({ kind: 'retry' })

    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(2)
    OK(collector.requests[0]!)
    expect(await answered).toEqual(DELIVERED)
    await ended(0)
    expect(collector.calls).toBe(3)
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(2)
  })

  test('when the collector is about to close the connection; the next call has a new one', async () => {
    collector.treatments.push(noAnswer)
    const [traces, logs] = pair()
    const answered = logs.send(REQUEST)
    await collector.arrived(1)
    collector.sessions[0]!.close()
    // Its GOAWAY is on its way before the answer to what comes after it.
    await traces.send(REQUEST)
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(2)
    OK(collector.requests[0]!)
    expect(await answered).toEqual(DELIVERED)
    await ended(0)
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(2)
  })

  test('when another, which has nothing in flight, is closed; the connection stays', async () => {
    const [traces, logs] = pair()
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    collector.treatments.push(noAnswer)
    const answered = logs.send(REQUEST)
    await collector.arrived(2)
    traces.close()
    OK(collector.requests[1]!)
    expect(await answered).toEqual(DELIVERED)
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(1)
  })
})

describe('the end of the senders', () => {
  test('ends the connection with the last of them', async () => {
    const [traces, logs] = pair()
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    logs.close()
    expect(collector.sessions[0]!.destroyed).toBe(false)
    traces.close()
    await ended(0)
  })

  test('ends the connection with the last of them, and what is in flight on it', async () => {
    const [traces, logs] = pair()
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    collector.treatments.push(noAnswer)
    const outcome = logs.send(REQUEST)
    await collector.arrived(2)
    traces.close()
    expect(collector.sessions[0]!.destroyed).toBe(false)
    logs.close()
    expect(await outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('CANCELLED') })
    await ended(0)
  })

  test('counts each of them once, however often it is closed', async () => {
    const [traces, logs] = pair()
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    for (let i = 0; i < 3; i++) traces.close()
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(1)
  })

  test('is the end of their sending: what was still being compressed goes nowhere', async () => {
    const logs = sender(LOGS, { compression: 'gzip' })
    const outcome = logs.send(LARGE)
    logs.close()
    expect(await outcome).toMatchObject({ kind: 'retry', message: expect.stringContaining('CANCELLED') })
    expect(collector.sessions).toHaveLength(0)
  })
})

describe('while the connection is being opened', () => {
  let gates: (() => void)[]
  let sockets: Socket[]
  let waiters: { readonly count: number; readonly resolve: () => void }[]
  let endpoint: string

  /** Before the collector, which speaks TLS: lets the bytes of a connection through when told. */
  beforeEach(async () => {
    gates = []
    sockets = []
    waiters = []
    await restart({ tls: true })
    const { port } = collector
    const gate = await startTcp((socket) => {
      sockets.push(socket)
      gates.push(() => {
        const upstream = connect(port, '127.0.0.1').on('error', () => {})
        socket.on('close', () => upstream.destroy())
        socket.pipe(upstream).pipe(socket)
      })
      for (const { count, resolve } of waiters) if (sockets.length >= count) resolve()
    })
    endpoint = `https://localhost:${gate}`
  })

  function connections(count: number): Promise<void> {
    if (sockets.length >= count) return Promise.resolve()
    return new Promise((resolve) => void waiters.push({ count, resolve }))
  }

  test('a call that gives up leaves the others to wait for it', async () => {
    const [traces, logs] = pair({ endpoint, tls })
    const givenUp = traces.send(REQUEST)
    const waiting = logs.send(REQUEST)
    await connections(1)
    traces.unref()
    expect(await givenUp).toMatchObject({ kind: 'retry', givenUp: true })
    gates[0]!()
    expect(await waiting).toEqual(DELIVERED)
    expect([sockets.length, collector.calls]).toEqual([1, 1])
  })

  test.each<[string, (sender: GrpcSender) => void]>([
    ['have given up', (sender) => sender.unref()],
    ['are closed', (sender) => sender.close()],
  ])('it ends when all that wait for it %s', async (_, end) => {
    const [traces, logs] = pair({ endpoint, tls })
    const outcomes = Promise.all([traces.send(REQUEST), logs.send(REQUEST)])
    await connections(1)
    const closed = once(sockets[0]!.resume(), 'close')
    for (const sender of [traces, logs]) end(sender)
    expect(await outcomes).toMatchObject([{ kind: 'retry' }, { kind: 'retry' }])
    await closed
    expect(sockets).toHaveLength(1)
  })

  test('a call that waited for too long leaves the others to wait, and is tried again on a new one', async () => {
    const [traces, logs] = pair({ endpoint, tls, timeoutMs: 200 }, { endpoint, tls })
    const waiting = logs.send(REQUEST)
    expect(await traces.send(REQUEST)).toMatchObject({
      kind: 'retry',
      message: expect.stringContaining('DEADLINE_EXCEEDED'),
    })
    const again = sender(TRACES, { endpoint, tls }).send(REQUEST)
    await connections(2)
    gates[1]!()
    expect(await again).toEqual(DELIVERED)
    gates[0]!()
    expect(await waiting).toEqual(DELIVERED)
    expect([sockets.length, collector.calls]).toEqual([2, 2])
  })

  test('its failure is that of all that wait for it', async () => {
    const [traces, logs] = pair({ endpoint, tls })
    const outcomes = Promise.all([traces.send(REQUEST), logs.send(REQUEST)])
    await connections(1)
    sockets[0]!.end('220 mail.example ESMTP\r\n')
    const [first, second] = await outcomes
    expect(first).toMatchObject({ kind: 'retry', message: expect.stringContaining('No connection established') })
    expect(second).toEqual(first)
    expect(sockets).toHaveLength(1)
  })
})

test('a collector that refuses connections fails the calls of all signals, by name', async () => {
  const endpoint = 'http://127.0.0.1:1'
  const [traces, logs] = pair({ endpoint })
  const [first, second] = await Promise.all([traces.send(REQUEST), logs.send(REQUEST)])
  expect(first).toMatchObject({ kind: 'retry', unreached: true, message: expect.stringContaining('ECONNREFUSED') })
  expect(second).toEqual(first)
})

describe('a collector', () => {
  test('that does not read a large batch of one signal gets a small one of another', async () => {
    collector.unread = TRACES
    const [traces, logs] = pair()
    const stuck = traces.send(LARGE)
    await collector.arrived(1)
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(collector.sessions).toHaveLength(1)
    traces.close()
    expect(await stuck).toMatchObject({ kind: 'retry' })
  })

  test('that takes one call at a time gets the next when the one before has ended', async () => {
    await restart({ settings: { maxConcurrentStreams: 1 } })
    const [traces, logs] = pair()
    expect(await traces.send(REQUEST)).toEqual(DELIVERED)
    collector.treatments.push(noAnswer)
    const first = traces.send(REQUEST)
    await collector.arrived(2)
    const second = logs.send(REQUEST)
    OK(collector.requests[1]!)
    expect(await Promise.all([first, second])).toEqual([DELIVERED, DELIVERED])
    expect([collector.sessions.length, collector.calls]).toEqual([1, 3])
  })

  test('that takes one call at a time and does not answer it gets the next when that one times out', async () => {
    await restart({ settings: { maxConcurrentStreams: 1 } })
    const [traces, logs] = pair({ timeoutMs: 200 }, {})
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    collector.treatments.push(noAnswer)
    const swallowed = traces.send(REQUEST)
    await collector.arrived(2)
    expect(await logs.send(REQUEST)).toEqual(DELIVERED)
    expect(await swallowed).toMatchObject({ kind: 'retry' })
    await ended(0)
    expect([collector.sessions.length, collector.calls]).toEqual([1, 3])
  })
})

test('a sign of the connection is one for all that share it, the beginning of an answer for its own signal', async () => {
  const signs: string[] = []
  const [traces, logs] = pair()
  traces.onSign = () => signs.push('traces')
  logs.onSign = () => signs.push('logs')
  expect(await traces.send(REQUEST)).toEqual(DELIVERED)
  // The connection, the settings of the collector, and the answer.
  expect(signs).toEqual(['traces', 'logs', 'traces', 'logs', 'traces'])
  signs.length = 0
  expect(await logs.send(REQUEST)).toEqual(DELIVERED)
  expect(signs).toEqual(['logs'])
})
