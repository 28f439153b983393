import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import https from 'node:https'
import { listen, startTracing } from '../fixtures/span-collector'
import { HttpInstrumentation } from './index'

/** TLS with a shared key needs no certificate. */
const KEY = Buffer.from('0123456789abcdef')
const TLS = { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const

const tracing = startTracing()
const instrumentation = new HttpInstrumentation()
const server = https.createServer({ ...TLS, pskCallback: () => KEY }, (_request, response) => response.end('ok'))

afterAll(() => {
  instrumentation.disable()
  server.closeAllConnections()
  server.close()
  tracing.stop()
})

test('https is traced on both sides', async () => {
  const port = await listen(server)
  const request = https.get({
    ...TLS,
    host: '127.0.0.1',
    port,
    path: '/secure',
    // @ts-expect-error -- an option of tls.connect(), which the types of https.get() leave out
    pskCallback: () => ({ psk: KEY, identity: 'test' }),
    checkServerIdentity: () => undefined,
  })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  const client = await tracing.client(2)
  const served = await tracing.server(2)
  expect(served.parentSpanContext?.spanId).toBe(client.spanContext().spanId)
  expect(client.attributes).toMatchObject({ 'url.full': `https://127.0.0.1:${port}/secure`, 'server.port': port })
  expect(served.attributes).toMatchObject({ 'url.scheme': 'https', 'url.path': '/secure', 'server.port': port })
})

test('the port that https implies is named, but not in the URL', async () => {
  tracing.reset()
  const refused = https.get('https://127.0.0.1/', { lookup: () => {}, timeout: 1, signal: AbortSignal.abort() })
  await once(refused, 'error')
  expect((await tracing.client()).attributes).toMatchObject({ 'url.full': 'https://127.0.0.1/', 'server.port': 443 })
})
