import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { io } from 'socket.io-client'
import { mark, within } from '../queues/messages.mjs'

const [, , library, build] = process.argv
const { Server } = build === 'require' ? createRequire(import.meta.url)(library) : await import(library)
const rejections = []
process.on('unhandledRejection', (error) => rejections.push(error.message))
const http = createServer()
const server = new Server(http)
await once(http.listen(0, '127.0.0.1'), 'listening')

let handled = 0
server.on('connection', (socket) => {
  socket.join('secret')
  socket.on('order', async (order, done) => {
    mark(`handles ${order}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
    mark(`still handles ${order}`)
    handled++
    done('thanks')
  })
  const never = () => mark('never')
  socket.on('order', never)
  socket.off('order', never)
  socket.on('fails', async (done) => {
    done()
    throw new Error('cannot handle')
  })
})
const connected = once(server, 'connection')
const client = io(`http://127.0.0.1:${http.address().port}`, { transports: ['websocket'] })
const [socket] = await connected

const ask = (event, ...args) => new Promise((resolve) => client.emit(event, ...args, resolve))
const answers = [await ask('order', 'secret one'), await ask('order', 'secret two')]
await ask('fails')
client.emit('nobody listens', 'secret')

const received = []
client.onAny((event, ...args) => received.push(event) && args.at(-1)?.call?.(undefined, 'got it'))
await within(
  'asks a client',
  () =>
    new Promise((resolve) => {
      socket.emit('question', 'secret', (answer) => {
        mark(`is answered ${answer}`)
        resolve()
      })
    }),
)
await within('tells all', () => server.emit('news', 'secret'))
await within('tells a room', () => server.of('/').to('secret').emit('whisper', 'secret'))
const errors = []
await within('reserved', () => {
  try {
    socket.emit('disconnect')
  } catch (error) {
    errors.push(error.message)
  }
})
// Comes behind the others.
await new Promise((resolve) => socket.emit('end', resolve))
const gone = once(socket, 'disconnect')
client.close()
await gone
server.close()
console.log(JSON.stringify({ answers, handled, received, errors, rejections }))
if (process.connected) process.disconnect()
