// The load, in a process of its own: keep-alive connections over raw sockets, because the client
// takes its CPU from the machine that the server runs on.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const BURST_EVERY_MS = 100

process.on('message', async ({ id, ...load }) => {
  try {
    process.send({ id, result: await run(load) })
  } catch (error) {
    process.send({ id, error: error.message })
  }
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })

/**
 * Sends requests: `rate` of them a second, in bursts, or one by one if it `isEven`; or without a rate, each as soon as a
 * connection has its last answer.
 *
 * @param {{ port: number, path: string, requests: number, connections: number, rate?: number,
 *   isEven?: boolean, maxSeconds?: number }} load - `maxSeconds` is for a load without a rate
 * @returns {Promise<{ seconds: number, done: number, p99Ms?: number }>} fails when any answer is not
 *   200; the latency is that of a load without a rate
 */
async function run({ port, path, requests, connections, rate, isEven = false, maxSeconds = Infinity }) {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n`
  const connected = await Promise.all(Array.from({ length: connections }, () => open(port, request)))
  try {
    const start = performance.now()
    const until = start + maxSeconds * 1000
    const latencies = new Float64Array(requests)
    const done = await (rate === undefined
      ? saturate(connected, requests, until, latencies)
      : pace(connected, requests, rate, isEven ? 1 : rate / (1000 / BURST_EVERY_MS)))
    const seconds = (performance.now() - start) / 1000
    if (rate !== undefined) return { seconds, done }
    return { seconds, done, p99Ms: latencies.subarray(0, done).toSorted()[Math.floor(done * 0.99)] }
  } finally {
    for (const connection of connected) connection.close()
  }
}

/** @returns the number of requests sent: all, or those sent before `until` */
async function saturate(connections, requests, until = Infinity, latencies = undefined) {
  let done = 0
  await Promise.all(
    connections.map(async (connection) => {
      while (done < requests && performance.now() < until) {
        const index = done++
        const start = performance.now()
        await connection.ask()
        if (latencies !== undefined) latencies[index] = performance.now() - start
      }
    }),
  )
  return done
}

/**
 * Bursts, usually one every 100 ms, each as fast as the server answers: the exporters catch up
 * between two bursts.
 */
async function pace(connections, requests, rate, burst) {
  const start = performance.now()
  for (let sent = 0; sent < requests; sent += burst) {
    await sleep(Math.max(0, start + (sent / rate) * 1000 - performance.now()))
    await saturate(connections, Math.min(burst, requests - sent))
  }
  return requests
}

/** A connection that carries one request at a time. */
function open(port, request) {
  return new Promise((resolve, reject) => {
    let received = ''
    let waiting
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      received += chunk
      const length = lengthOf(received)
      if (length === undefined || received.length < length) return
      if (!received.startsWith('HTTP/1.1 200')) return socket.destroy(new Error(`answered ${received.slice(0, 60)}`))
      received = received.slice(length)
      waiting.resolve()
    })
    const fail = (error) => {
      reject(error)
      waiting?.reject(error)
    }
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the server closed a connection')))
    socket.on('connect', () => {
      const ask = () =>
        new Promise((resolve, reject) => {
          waiting = { resolve, reject }
          socket.write(request)
        })
      resolve({ ask, close: () => socket.destroy() })
    })
  })
}

/**
 * The length of the answer at the start of the text, head and body; undefined while its head is
 * incomplete.
 */
function lengthOf(text) {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const match = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, headEnd))
  if (match === null) throw new Error(`no content-length in ${text.slice(0, headEnd)}`)
  return headEnd + 4 + Number(match[1])
}
