import { createSocket, type Socket } from 'node:dgram'
import dns from 'node:dns'
import { once } from 'node:events'
import { newLookup } from './lookup'

let server: Socket
let asked = 0
/** The code of an answer, in the lower four bits of its fourth byte; silent without one. */
let answer: number | undefined

beforeEach(async () => {
  asked = 0
  answer = undefined
  server = createSocket('udp4')
  server.on('message', (query, { port, address }) => {
    asked++
    if (answer === undefined) return
    query[2]! |= 0x80
    query[3]! = answer
    server.send(query, port, address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  jest.restoreAllMocks()
  server.close()
})

function begin(hostname: string, timeout = 100) {
  const { lookup, cancel } = newLookup({ timeout, tries: 1, servers: [`127.0.0.1:${server.address().port}`] })
  const found = new Promise<{ code: string | undefined; address: unknown }>((resolve) => {
    lookup(hostname, { all: true }, (error, address) => resolve({ code: error?.code, address }))
  })
  return { found, cancel }
}

const system = () =>
  jest
    .spyOn(dns, 'lookup')
    .mockImplementation(((_: string, __: object, callback: (...of: unknown[]) => void) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }])) as never)

test.each([
  ['answers that there is no such name', 3],
  ['fails', 2],
  ['refuses', 5],
])('when a name server %s, the system looks the name up in its own way', async (_, code) => {
  answer = code
  const lookup = system()
  expect((await begin('collector.example').found).code).toBeUndefined()
  expect(asked).toBeGreaterThan(0)
  expect(lookup).toHaveBeenCalledTimes(1)
})

test('when none answers, the system is not asked, which could not be called off', async () => {
  const lookup = system()
  expect((await begin('collector.example').found).code).toBe('EAI_AGAIN')
  expect(lookup).not.toHaveBeenCalled()
})

test('it ends at once when it is called off', async () => {
  const lookup = system()
  const { found, cancel } = begin('collector.example', 60_000)
  while (asked === 0) await new Promise((resolve) => setImmediate(resolve))
  cancel()
  expect((await found).code).toBe('EAI_AGAIN')
  expect(lookup).not.toHaveBeenCalled()
})

test('a name of this machine needs no name server', async () => {
  expect((await begin('localhost').found).code).toBeUndefined()
  expect(asked).toBe(0)
})
