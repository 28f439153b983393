// Sends requests at once, in each way that undici has of making them wait, each in a span of the app
// and to a path of its own: `/way/caller`.
import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import { createRequire } from 'node:module'
import { context, trace } from '@opentelemetry/api'

const CALLERS = 8
const tracer = trace.getTracer('app')
const undici = createRequire(import.meta.url)(process.argv[2])
const { Agent, BalancedPool, Client, interceptors, MockAgent, Pool, ProxyAgent, RetryAgent } = undici

const failed = new Set()
const server = createServer((incoming, response) => {
  const { pathname } = new URL(incoming.url, 'http://any')
  const [, way] = pathname.split('/')
  const isFirst = !failed.has(pathname)
  failed.add(pathname)
  if (way.startsWith('again') && isFirst) response.writeHead(503, { 'retry-after': '0' })
  if (way === 'redirect' && !pathname.endsWith('/there')) response.writeHead(302, { location: `${pathname}/there` })
  if (way === 'cache') response.setHeader('cache-control', 'max-age=60')
  incoming.resume()
  setTimeout(() => response.end('x'), 2)
})
/** A proxy that forwards, and one that tunnels. */
const proxy = createServer((incoming, response) => {
  const forwarded = httpRequest(incoming.url, { headers: incoming.headers, method: incoming.method })
  forwarded.on('response', (answer) => answer.pipe(response.writeHead(answer.statusCode)))
  incoming.pipe(forwarded)
})
proxy.on('connect', async (_incoming, socket) => {
  const { connect } = await import('node:net')
  const upstream = connect(server.address().port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    upstream.pipe(socket).pipe(upstream)
  })
  for (const each of [socket, upstream]) each.on('error', () => {})
})
for (const each of [server, proxy]) await once(each.listen(0, '127.0.0.1'), 'listening')
const origin = `http://127.0.0.1:${server.address().port}`
const uri = `http://127.0.0.1:${proxy.address().port}`

const one = { connections: 1, pipelining: 1 }
const composed = (...given) => given.every(Boolean) && new Agent(one).compose(...given)
const mocks = new MockAgent()
mocks.disableNetConnect()
mocks
  .get(origin)
  .intercept({ path: () => true, method: 'GET' })
  .reply(200, 'x')
  .persist()

/** What asks, by its name; `false` where this undici has it not. */
const dispatchers = {
  pool: new Pool(origin, one),
  client: new Client(origin, { pipelining: 1 }),
  pipelined: new Client(origin, { pipelining: 4 }),
  agent: new Agent(one),
  balanced: new BalancedPool([origin], one),
  robin: undici.RoundRobinPool !== undefined && new undici.RoundRobinPool(origin, one),
  'again-agent': new RetryAgent(new Agent(one), { minTimeout: 1 }),
  again: composed(interceptors?.retry?.({ minTimeout: 1 })),
  redirect: composed(interceptors?.redirect?.({ maxRedirections: 1 })),
  dns: composed(interceptors?.dns?.()),
  dump: composed(interceptors?.dump?.()),
  several: composed(interceptors?.retry?.({ minTimeout: 1 }), interceptors?.dns?.()),
  cache: composed(interceptors?.cache?.()),
  deduplicate: composed(interceptors?.deduplicate?.()),
  decompress: composed(interceptors?.decompress?.()),
  tunnel: new ProxyAgent({ uri, ...one, proxyTunnel: true }),
  forward: new ProxyAgent({ uri, ...one, proxyTunnel: false }),
  mock: mocks,
}
/** What makes a request of it. */
const calls = {
  request: async (dispatcher, path) => {
    const { body } = await dispatcher.request({ origin, path, method: 'GET' })
    return body.text()
  },
  fetch: async (dispatcher, path) => (await undici.fetch(`${origin}${path}`, { dispatcher })).text(),
  // One handler for all callers, which are answered in their order.
  handler: (dispatcher, path) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      dispatcher.dispatch({ origin, path, method: 'GET' }, handler)
    }),
}
const waiting = []
const handler = {
  onConnect() {},
  onHeaders: () => true,
  onData: () => true,
  onComplete: () => waiting.shift().resolve(),
  onError: (error) => waiting.shift().reject(error),
}

const strangers = []
const ask = (name, call, dispatcher, caller) =>
  tracer.startActiveSpan(`${name} ${call} ${caller}`, async (span) => {
    try {
      await calls[call](dispatcher, `/${name}/${call}/${caller}`)
      if (trace.getSpan(context.active()) !== span) strangers.push(`${name} ${call}`)
    } catch (error) {
      strangers.push(`${name} ${call}: ${error.message} ${error.cause?.message ?? ''}`)
    } finally {
      span.end()
    }
  })
for (const [name, dispatcher] of Object.entries(dispatchers)) {
  if (!dispatcher) continue
  for (const call of Object.keys(calls))
    await Promise.all(Array.from({ length: CALLERS }, (_, caller) => ask(name, call, dispatcher, caller)))
}
console.log(JSON.stringify({ strangers, names: Object.keys(dispatchers).filter((name) => dispatchers[name]) }))
await Promise.all(Object.values(dispatchers).map((each) => (each ? each.close() : undefined)))
for (const each of [server, proxy]) {
  each.closeAllConnections()
  each.close()
}
if (process.connected) process.disconnect()
