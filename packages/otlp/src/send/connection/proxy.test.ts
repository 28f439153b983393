import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { resolved } from '../../fixtures/signal'
import type { SignalOptions } from '../../options/options'
import { GrpcCollector } from '../fixtures/grpc-collector'
import { HttpCollector, pem } from '../fixtures/http-collector'
import { closeStrangeServers, startTcp } from '../fixtures/strange-servers'
import { GrpcSender } from '../grpc/grpc-sender'
import { HttpSender } from '../http/http-sender'
import type { Sender } from '../sender'
import { proxyFor } from './proxy'

const REQUEST = Buffer.from('an export request')
const METHOD = '/opentelemetry.proto.collector.logs.v1.LogsService/Export'
const client = { ca: pem('ca.crt'), cert: pem('client.crt'), key: pem('client.key') }

/** A real proxy, which writes down what it was asked. */
class HttpProxy {
  readonly asked: { readonly what: string; readonly authorization: string | undefined }[] = []
  tunnels = true
  readonly #sockets = new Set<Socket>()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<HttpProxy> {
    const proxy = new HttpProxy(createServer())
    proxy.#server.on('connection', (socket: Socket) => proxy.#sockets.add(socket))
    proxy.#server.on('connect', (asked, socket: Socket) => proxy.#tunnel(asked, socket))
    proxy.#server.on('request', (asked, response) => proxy.#forward(asked, response))
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening')
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #note({ method, url, headers }: IncomingMessage): void {
    this.asked.push({ what: `${method} ${url}`, authorization: headers['proxy-authorization'] })
  }

  #tunnel(asked: IncomingMessage, socket: Socket): void {
    this.#note(asked)
    socket.on('error', () => {})
    if (!this.tunnels) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const { hostname, port } = new URL(`http://${asked.url}`)
    const target = connect(Number(port || 80), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    this.#sockets.add(target.on('error', () => socket.destroy()))
  }

  #forward(asked: IncomingMessage, response: ServerResponse): void {
    this.#note(asked)
    const { 'proxy-authorization': _, ...headers } = asked.headers
    asked.pipe(
      request(asked.url!, { method: asked.method, headers }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
      }),
    )
  }
}

const environment = { ...process.env }
let proxy: HttpProxy
let http: HttpCollector
let https: HttpCollector
let grpc: GrpcCollector
let grpcs: GrpcCollector
let sender: Sender

beforeAll(async () => {
  http = await HttpCollector.start()
  https = await HttpCollector.start({ tls: true })
  grpc = await GrpcCollector.start()
  grpcs = await GrpcCollector.start({ tls: true })
})
beforeEach(async () => {
  proxy = await HttpProxy.start()
  const address = `http://127.0.0.1:${proxy.port}`
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'NO_PROXY']) delete process.env[name]
  Object.assign(process.env, {
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: address,
    HTTPS_PROXY: address,
    grpc_proxy: address,
  })
})
afterEach(async () => {
  sender?.close()
  await proxy.close()
  await closeStrangeServers()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
afterAll(async () => {
  grpc.close()
  grpcs.close()
  await Promise.all([http.close(), https.close()])
})

const overHttp = (endpoint: string, options: Partial<SignalOptions> = {}) => {
  sender = new HttpSender(
    resolved({ endpoint, protocol: 'http/protobuf', tls: client, ...options }),
    'application/x-protobuf',
  )
  return sender
}
const overGrpc = (endpoint: string, options: Partial<SignalOptions> = {}) => {
  sender = new GrpcSender(resolved({ endpoint, protocol: 'grpc', tls: client, ...options }), METHOD)
  return sender
}

const WAYS: Record<string, () => readonly [Sender, host: string]> = {
  HTTP: () => [overHttp(http.url('/v1/logs')), new URL(http.url('/')).host],
  HTTPS: () => [overHttp(https.url('/v1/logs')), new URL(https.url('/')).host],
  gRPC: () => [overGrpc(`http://127.0.0.1:${grpc.port}`), `127.0.0.1:${grpc.port}`],
  'gRPC with TLS': () => [overGrpc(`https://localhost:${grpcs.port}`), `localhost:${grpcs.port}`],
}

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  test('goes through a tunnel of the proxy that Node was told of, over one connection for all requests', async () => {
    const [sender, host] = way()
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(proxy.asked).toEqual([{ what: `CONNECT ${host}`, authorization: undefined }])
  })

  test('says to the proxy who is there', async () => {
    process.env['HTTP_PROXY'] = process.env['HTTPS_PROXY'] = `http://me:s%C3%A9cret@127.0.0.1:${proxy.port}`
    const [sender] = way()
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from('me:sécret').toString('base64')}`)
  })

  test('goes directly where NO_PROXY says so', async () => {
    process.env['NO_PROXY'] = 'example.com, 127.0.0.1,localhost'
    const [sender] = way()
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(proxy.asked).toEqual([])
  })

  test('goes directly when Node itself has not been told to use the proxies of the environment', async () => {
    delete process.env['NODE_USE_ENV_PROXY']
    const [sender] = way()
    expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
    expect(proxy.asked).toEqual([])
  })

  test.each(['is not there', 'says nothing', 'is no proxy'])('may be tried again when the proxy %s', async (fault) => {
    const treat = (socket: Socket) => void (fault === 'is no proxy' && socket.end('220 mail.example ESMTP\r\n'))
    const port = fault === 'is not there' ? 1 : await startTcp(treat)
    process.env['HTTP_PROXY'] = process.env['HTTPS_PROXY'] = `http://127.0.0.1:${port}`
    const [sender] = way()
    const outcome = sender.send(REQUEST)
    if (fault === 'says nothing') setTimeout(() => sender.close(), 300)
    expect(await outcome).toMatchObject({ kind: 'retry' })
  })
})

test('a proxy that opens no tunnel to such a port, as Squid does not, forwards what is not secure', async () => {
  proxy.tunnels = false
  const { host } = new URL(http.url('/'))
  overHttp(http.url('/v1/logs?a=b'))
  for (let i = 0; i < 2; i++) expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
  expect(proxy.asked.map(({ what }) => what)).toEqual([
    `CONNECT ${host}`,
    `POST http://${host}/v1/logs?a=b`,
    `POST http://${host}/v1/logs?a=b`,
  ])
  expect(http.requests.at(-1)?.url).toBe('/v1/logs?a=b')
})

test.each<[string, () => Sender]>([
  ['HTTPS', () => overHttp(https.url('/'))],
  ['gRPC', () => overGrpc(`http://127.0.0.1:${grpc.port}`)],
])('over %s, a proxy that opens no tunnel is named in what an operator reads', async (_, open) => {
  proxy.tunnels = false
  expect(await open().send(REQUEST)).toMatchObject({
    kind: 'retry',
    message: expect.stringContaining('the proxy opens no tunnel: HTTP 403'),
  })
})

test.each([
  ['*', true],
  ['collector.example.com', true],
  ['COLLECTOR.example.com:4318', true],
  ['collector.example.com:4317', false],
  ['.example.com', true],
  ['*.example.com', true],
  ['example.com', false],
  ['.xample.com', false],
  ['', false],
])('NO_PROXY=%s: exempt is %p', (NO_PROXY, isExempt) => {
  const to = { host: 'collector.example.com', port: 4318, isSecure: false }
  expect(proxyFor(to, { HTTP_PROXY: 'http://proxy:3128', NO_PROXY }) === undefined).toBe(isExempt)
})

test.each([
  ['10.0.0.7', '10.0.0.1-10.0.0.9', true],
  ['10.0.0.10', '10.0.0.1-10.0.0.9', false],
  ['::1', '[::1]', true],
  ['::1', '::1', true],
  ['::1', '[::1]:4318', true],
  ['::1', '[::1]:1', false],
])('%s with NO_PROXY=%s: exempt is %p', (host, NO_PROXY, isExempt) => {
  const to = { host, port: 4318, isSecure: true }
  expect(proxyFor(to, { https_proxy: 'https://proxy', NO_PROXY }) === undefined).toBe(isExempt)
})
