import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { resolved } from '../../fixtures/signal'
import { HttpSender } from './http-sender'

const REQUEST = Buffer.from('an export request')
const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n'

let server: Server
let sender: HttpSender
const sockets = new Set<Socket>()

async function sendTo(listening: Server): Promise<HttpSender> {
  server = listening
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs`
  sender = new HttpSender(resolved({ endpoint, protocol: 'http/protobuf' }), 'application/x-protobuf')
  return sender
}
afterEach(async () => {
  sender.close()
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await new Promise((resolve) => server.close(resolve))
})

/**
 * Answers the first request of a connection, closes its side, and takes, without an answer, what
 * comes in spite of that.
 */
function closingServer(headers: string, taken: string[]): Server {
  return createServer({ allowHalfOpen: true }, (socket) => {
    let isClosed = false
    socket.on('data', (chunk) => {
      if (!chunk.includes(REQUEST)) return
      taken.push(isClosed ? 'again' : 'first')
      if (!isClosed) socket.end(`${headers}\r\n`)
      isClosed = true
    })
  })
}

test('a connection that the server closes behind its answer is not used again, so that nothing arrives twice', async () => {
  const taken: string[] = []
  await sendTo(closingServer(ANSWER, taken))
  for (let i = 0; i < 200; i++) expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
  expect(taken).toEqual(Array(200).fill('first'))
})

test('a connection is not used in the last second before the end that the server has announced', async () => {
  let connections = 0
  const server = createHttpServer((request, response) => void request.resume().on('end', () => response.end()))
  server.keepAliveTimeout = 1_000
  server.on('connection', () => connections++)
  await sendTo(server)
  await sender.send(REQUEST)
  await sender.send(REQUEST)
  expect(connections).toBe(2)
})

test('a connection of which the server says nothing is used for half a minute', async () => {
  const times = jest.spyOn(performance, 'now')
  let connections = 0
  const server = createHttpServer((request, response) => void request.resume().on('end', () => response.end()))
  server.keepAliveTimeout = 0
  server.on('connection', () => connections++)
  await sendTo(server)
  for (const atMs of [0, 29_000, 58_000, 89_000]) {
    times.mockReturnValue(atMs)
    await sender.send(REQUEST)
  }
  times.mockRestore()
  expect(connections).toBe(2)
})

test('a connection that is used again and again gathers no listeners, which Node would warn of on the stderr of the app', async () => {
  await sendTo(createHttpServer((request, response) => void request.resume().on('end', () => response.end())))
  const ours: Socket[] = []
  const listen = (message: unknown) => void ours.push((message as { socket: Socket }).socket)
  subscribe('net.client.socket', listen)
  const listeners = () => ours.flatMap((socket) => socket.eventNames().map((name) => socket.listenerCount(name)))
  await sender.send(REQUEST)
  await sender.send(REQUEST)
  const before = listeners()
  for (let i = 0; i < 30; i++) expect(await sender.send(REQUEST)).toEqual({ kind: 'delivered' })
  unsubscribe('net.client.socket', listen)
  expect(ours).toHaveLength(1)
  expect(Math.max(...listeners())).toBeLessThanOrEqual(Math.max(...before) + 1)
})
