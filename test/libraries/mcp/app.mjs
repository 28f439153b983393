import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { context, propagation, trace } from '@opentelemetry/api'
import { createMcpServer } from './server.mjs'

const within = (name, run) =>
  trace.getTracer('app').startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))

/**
 * Runs cases, each in a span of its name, one after the other, against a server of its own.
 *
 * @param sdkFile - from which the server takes the SDK where it is a process of its own
 */
export async function run(sdk, sdkFile, transportName, names) {
  // Its `callTool` takes a schema before the options.
  const isFirst = sdkFile.includes('1')
  /** A transport to a server of its own, and what ends that. */
  const transports = {
    stdio: () => [
      new sdk.StdioClientTransport({
        command: process.execPath,
        args: ['--import', 'heddle/register', new URL('stdio-server.mjs', import.meta.url).pathname, sdkFile],
        env: process.env,
      }),
      () => {},
    ],
    async http() {
      const transport = new sdk.HttpServerTransport({ sessionIdGenerator: () => randomUUID() })
      await createMcpServer(sdk).connect(transport)
      const server = createServer((request, response) => transport.handleRequest(request, response))
      await once(server.listen(0, '127.0.0.1'), 'listening')
      const end = () => {
        server.close()
        server.closeAllConnections()
      }
      return [new sdk.HttpClientTransport(new URL(`http://127.0.0.1:${server.address().port}/mcp`)), end]
    },
    async memory() {
      const [one, other] = sdk.InMemoryTransport.createLinkedPair()
      await createMcpServer(sdk).connect(one)
      return [other, () => {}]
    },
  }

  const client = new sdk.Client({ name: 'app', version: '1.0.0' }, { capabilities: { roots: {} } })
  client.setRequestHandler(sdk.LIST_ROOTS, () => ({ roots: [{ uri: 'file:///home', name: 'home' }] }))
  const [transport, end] = await transports[transportName]()
  const call = async (name, city = 'secret', options) =>
    (await client.callTool({ name, arguments: { city } }, ...(isFirst ? [undefined, options] : [options]))).content[0]
      .text
  const failing = (promise) => promise.catch((error) => String(error.code))

  const cases = {
    connect: () => client.connect(transport),
    tool: () => call('get-weather'),
    toolError: () => call('broken'),
    prompt: async () => (await client.getPrompt({ name: 'greet' })).messages.length,
    resource: async () => (await client.readResource({ uri: 'notes://user@host/all?key=secret' })).contents.length,
    ask: () => call('ask'),
    unknown: () => failing(client.getPrompt({ name: 'nope', arguments: { city: 'secret' } })),
    concurrent: () => Promise.all(['a', 'b'].map((each) => within(each, () => call('slow', each)))),
    async aborted() {
      const controller = new AbortController()
      const promise = call('slow', 'a', { signal: controller.signal })
      controller.abort()
      return promise.catch(() => 'aborted')
    },
    async own() {
      const params = { name: 'get-weather', arguments: { city: 'Rome' }, _meta: { mine: 1 } }
      const progress = []
      await client.callTool(params, ...(isFirst ? [undefined] : []), { onprogress: () => progress.push(1) })
      return [params._meta, progress.length]
    },
    baggage: () =>
      context.with(
        propagation.setBaggage(context.active(), propagation.createBaggage({ user: { value: 'Tom' } })),
        () => call('get-weather'),
      ),
    suppressed: () =>
      context.with(context.active().setValue(Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING'), true), () =>
        call('get-weather'),
      ),
  }

  const results = {}
  for (const name of names.split(' ')) results[name] = (await within(name, cases[name])) ?? null
  await client.close()
  end()
  console.log(JSON.stringify(results))
}
