// The load, in a process of its own: keep-alive connections that each send the next request when the last one is answered.
// Raw sockets, because what the client spends is taken from the machine that the server runs on.
import { connect } from 'node:net'

process.on('message', async ({ id, ...load }) => {
  try {
    process.send({ id, result: await run(load) })
  } catch (error) {
    process.send({ id, error: error.message })
  }
})
process.send({ ready: true })

/**
 * @param {{ port: number, path: string, requests: number, connections: number }} load
 * @returns {Promise<{ seconds: number }>} fails when any answer is not 200
 */
async function run({ port, path, requests, connections }) {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: bench\r\nAccept: */*\r\n\r\n`
  let left = requests
  const next = () => (left-- > 0 ? request : undefined)
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, () => converse(port, next)))
  return { seconds: (performance.now() - start) / 1000 }
}

function converse(port, next) {
  const first = next()
  if (first === undefined) return undefined
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(first))
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      received += chunk
      const length = lengthOf(received)
      if (length === undefined || received.length < length) return
      if (!received.startsWith('HTTP/1.1 200')) return socket.destroy(new Error(`answered ${received.slice(0, 60)}`))
      received = received.slice(length)
      const request = next()
      if (request === undefined) socket.end()
      else socket.write(request)
    })
    socket.on('error', reject)
    socket.on('close', resolve)
  })
}

/** How long the answer is that begins here, head and body; undefined while its head is incomplete. */
function lengthOf(text) {
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const match = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, headEnd))
  if (match === null) throw new Error(`no content-length in ${text.slice(0, headEnd)}`)
  return headEnd + 4 + Number(match[1])
}
