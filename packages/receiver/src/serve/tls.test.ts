import { readFileSync } from 'node:fs'
import { type RequestOptions, request } from 'node:https'
import { join } from 'node:path'
import { credentials } from '@grpc/grpc-js'
import { unaryCall } from '../fixtures/grpc-client'
import { spansNamed, tracesRequest } from '../fixtures/messages'
import { type Receiver, startReceiver } from '../index'

// Made for these tests only: an authority, and certificates that it signed for localhost.
const host = 'localhost'
const pem = (name: string) => readFileSync(join(__dirname, '../fixtures/tls', `${name}.pem`))
const ca = pem('ca')
const server = { cert: pem('server'), key: pem('server-key') }
const client = { cert: pem('client'), key: pem('client-key') }
const traces = tracesRequest(...spansNamed(1))

let receiver: Receiver
afterEach(() => receiver.close())

function post(options: RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-protobuf' }
    const sent = request(`${receiver.httpUrl}/v1/traces`, { method: 'POST', headers, ...options }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end(traces)
  })
}

test('both protocols are served over TLS', async () => {
  receiver = await startReceiver({ host, tls: server })
  expect([receiver.httpUrl, receiver.grpcUrl].every((url) => url.startsWith('https://localhost:'))).toBe(true)
  expect(await post({ ca })).toBe(200)
  expect(await unaryCall(receiver.grpcUrl, traces, { channel: credentials.createSsl(ca) })).toMatchObject({ code: 0 })
  expect(receiver.requests.map(({ protocol }) => protocol)).toEqual(['http/protobuf', 'grpc'])
  await expect(post({})).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
})

test('with an authority for clients, only those with its certificate are served', async () => {
  receiver = await startReceiver({ host, tls: { ...server, clientCa: ca } })
  expect(await post({ ca, ...client })).toBe(200)
  const channel = credentials.createSsl(ca, client.key, client.cert)
  expect(await unaryCall(receiver.grpcUrl, traces, { channel })).toMatchObject({ code: 0 })
  await expect(post({ ca })).rejects.toThrow()
  expect(await unaryCall(receiver.grpcUrl, traces, { channel: credentials.createSsl(ca) })).toMatchObject({ code: 14 })
  expect(receiver.spans).toHaveLength(2)
})

test('a certificate that cannot be used is an error at the start', async () => {
  receiver = await startReceiver()
  await expect(startReceiver({ tls: { cert: 'no certificate', key: server.key } })).rejects.toThrow(/PEM|no start line/)
})
