import { EventEmitter, once } from 'node:events'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { SpanKind } from '@opentelemetry/api'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

/** TLS with a shared key needs no certificate. */
const KEY = Buffer.from('0123456789abcdef')
const TLS = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const
const CLIENT_TLS = {
  ...TLS,
  pskCallback: () => ({ psk: KEY, identity: 'test' }),
  checkServerIdentity: () => undefined,
} as const

type Emitting = { emit(...args: unknown[]): boolean }
type Handler = (request: object, response: { end(text: string): unknown }) => void

interface Protocol {
  readonly create: (handler: Handler) => net.Server
  /** Sends a request over its own connection, and waits for the response. */
  readonly send: (port: number) => Promise<unknown>
}

async function answered(request: http.ClientRequest): Promise<void> {
  const [response] = await once(request, 'response')
  await once(response.resume(), 'close')
}

async function answeredOver2(session: http2.ClientHttp2Session): Promise<void> {
  const stream = session.request({ ':path': '/' }).resume()
  await once(stream, 'close')
  session.close()
}

const PROTOCOLS: Record<string, Protocol> = {
  http: {
    create: (handler) => http.createServer(handler),
    send: (port) => answered(http.get({ host: '127.0.0.1', port, agent: false })),
  },
  https: {
    create: (handler) => https.createServer({ ...TLS, pskCallback: () => KEY } as https.ServerOptions, handler),
    send: (port) =>
      answered(https.get({ ...CLIENT_TLS, host: '127.0.0.1', port, agent: false } as unknown as https.RequestOptions)),
  },
  'http2 without TLS': {
    create: (handler) => http2.createServer(handler as never),
    send: (port) => answeredOver2(http2.connect(`http://127.0.0.1:${port}`)),
  },
  'http2 with TLS': {
    create: (handler) => http2.createSecureServer({ ...TLS, pskCallback: () => KEY } as never, handler as never),
    send: (port) => {
      const socket = tls.connect({ ...CLIENT_TLS, host: '127.0.0.1', port, ALPNProtocols: ['h2'] } as never)
      return answeredOver2(http2.connect(`https://127.0.0.1:${port}`, { createConnection: () => socket }))
    },
  },
}

/** The objects whose `emit` another package replaces. */
const PLACES: [string, (server: net.Server) => object][] = [
  ['the server', (server) => server],
  ['the prototype of the server', (server) => Object.getPrototypeOf(server)],
  ['net.Server.prototype', () => net.Server.prototype],
]

const tracing = startTracing()
let instrumentation: HttpInstrumentation
let server: net.Server

beforeEach(() => {
  tracing.reset()
  instrumentation = new HttpInstrumentation({ enabled: false, client: false })
})

afterEach(() => {
  instrumentation.disable()
  server.close()
})

afterAll(() => tracing.stop())

/**
 * Patches as APMs do: an own method that calls the previous one. Returns a function that removes
 * it, unless another patch is on top.
 */
function wrap(target: object, seen: unknown[]): () => void {
  const own = Object.getOwnPropertyDescriptor(target, 'emit')
  const original = (target as Emitting).emit
  const wrapper = function (this: unknown, ...args: unknown[]) {
    if (args[0] === 'request') seen.push(args[1])
    return original.apply(this, args)
  }
  Object.defineProperty(target, 'emit', { value: wrapper, configurable: true, writable: true })
  return () => {
    if ((target as Emitting).emit !== wrapper) return
    if (own === undefined) delete (target as Partial<Emitting>).emit
    else Object.defineProperty(target, 'emit', own)
  }
}

/** Every `emit` that a server has or inherits. */
function emits(of: object): unknown[] {
  const found: unknown[] = []
  for (let each: object | null = of; each !== null; each = Object.getPrototypeOf(each))
    found.push(Object.getOwnPropertyDescriptor(each, 'emit'))
  return found
}

describe.each(Object.entries(PROTOCOLS))('%s', (_, { create, send }) => {
  describe.each(PLACES)('with the emit of %s replaced', (_, placeOf) => {
    test.each(['theirs first', 'ours first', 'ours first and again', 'theirs while ours is off'])(
      '%s: each request is one server span, and taking both out leaves the app as it was',
      async (order) => {
        server = create((_request, response) => response.end('ok'))
        const port = await listen(server)
        const before = emits(server)
        const seen: unknown[] = []
        const undos: (() => void)[] = []
        const ours = () => {
          instrumentation.enable()
          undos.unshift(() => instrumentation.disable())
        }
        if (order !== 'theirs first') ours()
        if (order === 'theirs while ours is off') instrumentation.disable()
        undos.unshift(wrap(placeOf(server), seen))
        if (order !== 'ours first') ours()

        await send(port)
        await send(port)
        await tracing.ended(2)
        expect(tracing.spans.map(({ kind }) => kind)).toEqual([SpanKind.SERVER, SpanKind.SERVER])
        expect(seen).toHaveLength(2)

        instrumentation.disable()
        for (const undo of undos) undo()
        // A patch of ours below theirs is removed at the next event.
        await send(port)
        expect(tracing.spans).toHaveLength(2)
        expect(emits(server)).toEqual(before)
      },
    )
  })

  test('with an emit that somebody had from EventEmitter before, a server is traced from its next connection on', async () => {
    const { emit } = EventEmitter.prototype
    instrumentation.enable()
    server = create((_request, response) => response.end('ok'))
    server.emit = function (this: EventEmitter, ...args: [string, ...unknown[]]) {
      return emit.apply(this, args)
    } as never
    const port = await listen(server)
    await send(port)
    await send(port)
    await tracing.ended(2)
    expect(tracing.spans).toHaveLength(2)
  })

  test('whose emit cannot be replaced is left alone, and works', async () => {
    server = create((_request, response) => response.end('ok'))
    const { emit } = server
    Object.defineProperty(server, 'emit', { value: (...args: [never]) => emit.apply(server, args) })
    instrumentation.enable()
    const port = await listen(server)
    await send(port)
    await send(port)
    expect(tracing.spans).toHaveLength(0)
  })
})

test('whoever takes theirs out without a look takes ours with it for one connection at most', async () => {
  server = http.createServer((_request, response) => response.end('ok'))
  const port = await listen(server)
  const { send } = PROTOCOLS['http']!
  const original = server.emit
  server.emit = ((...args: [never]) => original.apply(server, args)) as never
  instrumentation.enable()
  await send(port)
  await tracing.ended(1)
  server.emit = original
  await send(port)
  await tracing.ended(2)
  Reflect.deleteProperty(server, 'emit')
  await send(port)
  await tracing.ended(3)
})

test('a request that the app itself emits is traced under a prototype that somebody has patched before', async () => {
  const undo = wrap(http.Server.prototype, [])
  instrumentation.enable()
  server = http.createServer((_request, response) => response.end('ok'))
  const request = Object.assign(new http.IncomingMessage(new net.Socket()), { method: 'GET', url: '/' })
  const response = new http.ServerResponse(request)
  server.emit('request', request, response)
  response.emit('close')
  expect(await tracing.ended(1)).toHaveLength(1)
  instrumentation.disable()
  undo()
  expect(Object.hasOwn(http.Server.prototype, 'emit')).toBe(false)
})

test.each<[string, EventEmitter]>([
  ['responses', http.ServerResponse.prototype],
  ['client requests', http.ClientRequest.prototype],
])('the events of %s are seen when somebody has replaced their emit before', async (_, prototype) => {
  const undo = wrap(prototype, [])
  instrumentation = new HttpInstrumentation()
  server = http.createServer((_request, response) => response.end('ok'))
  const port = await listen(server)
  await PROTOCOLS['http']!.send(port)
  const spans = await tracing.ended(2)
  expect(spans.map(({ kind }) => kind).sort()).toEqual([SpanKind.SERVER, SpanKind.CLIENT])
  instrumentation.disable()
  undo()
  expect(Object.hasOwn(prototype, 'emit')).toBe(false)
})
