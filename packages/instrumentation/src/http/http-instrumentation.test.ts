import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { version } from '../../package.json'
import { listen, SpanCollector } from '../fixtures/span-collector'
import { HttpInstrumentation, type HttpInstrumentationOptions } from './index'

const server = http.createServer((_request, response) => response.end('ok'))
const collector = new SpanCollector()
const tracerProvider = new NodeTracerProvider({ spanProcessors: [collector] })
let port: number

beforeAll(async () => {
  port = await listen(server)
})

beforeEach(() => collector.reset())

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function send(): Promise<void> {
  const [response] = (await once(http.get({ host: '127.0.0.1', port, agent: false }), 'response')) as [IncomingMessage]
  await once(response.resume(), 'close')
}

/** The current value of every method that the instrumentation replaces. */
function patchable(): unknown[] {
  const prototypes = [net.Server.prototype, http.IncomingMessage.prototype, http.OutgoingMessage.prototype]
  return [
    ...prototypes.map((prototype) => Object.getOwnPropertyDescriptor(prototype, 'emit')),
    http.request,
    http.get,
    https.request,
    https.get,
  ]
}

test('it is registered like any OpenTelemetry instrumentation', async () => {
  const instrumentation = new HttpInstrumentation({ enabled: false })
  const unregister = registerInstrumentations({ instrumentations: [instrumentation], tracerProvider })
  await send()
  const spans = await collector.ended(2)
  unregister()
  expect(spans.map((span) => span.instrumentationScope)).toEqual([
    expect.objectContaining({ name: '@heddle/instrumentation/http', version }),
    expect.objectContaining({ name: '@heddle/instrumentation/http', version }),
  ])
  await send()
  expect(collector.spans).toHaveLength(2)
})

test('it is on from its construction, unless told otherwise, and disable() takes every patch back', () => {
  const before = patchable()
  const off = new HttpInstrumentation({ enabled: false })
  expect([patchable(), off.getConfig().enabled]).toEqual([before, false])
  const instrumentation = new HttpInstrumentation()
  expect(patchable()).not.toEqual(before)
  expect(instrumentation.getConfig().enabled).toBe(true)
  instrumentation.disable()
  expect([patchable(), instrumentation.getConfig().enabled]).toEqual([before, false])
})

test('when someone has patched above it, disable() leaves theirs in place and traces nothing', async () => {
  const original = http.get
  const instrumentation = enabled()
  const ours = http.get
  const theirs = ((...args: Parameters<typeof http.get>) => ours(...args)) as typeof http.get
  http.get = theirs
  instrumentation.disable()
  await send()
  expect(http.get).toBe(theirs)
  expect(collector.spans).toHaveLength(0)
  instrumentation.enable()
  await send()
  expect(await collector.ended(2)).toHaveLength(2)
  instrumentation.disable()
  http.get = original
})

test('the server and the client are traced apart', async () => {
  const onlyServer = enabled({ client: false })
  await send()
  onlyServer.disable()
  const onlyClient = enabled({ server: false })
  await send()
  onlyClient.disable()
  const spans = await collector.ended(2)
  expect(spans.map((span) => 'url.path' in span.attributes)).toEqual([true, false])
})

test('a second instance does not trace a request again', async () => {
  const [first, second] = [enabled(), enabled()]
  await send()
  await collector.ended(2)
  second.disable()
  first.disable()
  expect(collector.spans).toHaveLength(2)
})

function enabled(options: HttpInstrumentationOptions = {}): HttpInstrumentation {
  const instrumentation = new HttpInstrumentation(options)
  instrumentation.setTracerProvider(tracerProvider)
  return instrumentation
}
