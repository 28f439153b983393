// Servers of databases that answer everything with the same row, at the least cost: what is measured
// is their client.
import { createServer } from 'node:net'

/** @returns {Promise<{ pgPort: number, redisPort: number }>} */
export async function listenAsDatabases() {
  const [pgPort, redisPort] = await Promise.all([listen(servePg), listen(serveRedis)])
  return { pgPort, redisPort }
}

function listen(serve) {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {})
    serve(socket)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)))
}

/** A message of PostgreSQL's protocol 3: its kind, its length, and what is in it. */
function pgMessage(kind, ...parts) {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(kind, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const int16 = (value) => Buffer.from([value >> 8, value & 255])
const int32 = (value) => Buffer.from([value >> 24, value >> 16, value >> 8, value].map((byte) => byte & 255))
const text = (value) => Buffer.from(`${value}\0`)

const READY = pgMessage('Z', Buffer.from('I'))
const INT4 = Buffer.concat([int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)])
const ROW_DESCRIPTION = pgMessage('T', int16(1), text('id'), INT4)
const ROW = Buffer.concat([pgMessage('D', int16(1), int32(1), Buffer.from('7')), pgMessage('C', text('SELECT 1'))])
const PG_ANSWERS = {
  Q: Buffer.concat([ROW_DESCRIPTION, ROW, READY]),
  P: pgMessage('1'),
  B: pgMessage('2'),
  D: ROW_DESCRIPTION,
  E: ROW,
  S: READY,
}
const STARTED = Buffer.concat([pgMessage('R', int32(0)), READY])

function servePg(socket) {
  let pending = Buffer.alloc(0)
  let hasStarted = false
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const answers = []
    for (;;) {
      // The first message has no kind.
      const at = hasStarted ? 1 : 0
      if (pending.length < at + 4) break
      const end = at + pending.readInt32BE(at)
      if (pending.length < end) break
      const answer = hasStarted ? PG_ANSWERS[String.fromCharCode(pending[0])] : STARTED
      if (answer !== undefined) answers.push(answer)
      hasStarted = true
      pending = pending.subarray(end)
    }
    if (answers.length > 0) socket.write(Buffer.concat(answers))
  })
}

/** An answer for each command that has come whole: a list of bulk strings. */
function serveRedis(socket) {
  let pending = ''
  socket.setEncoding('latin1')
  socket.on('data', (chunk) => {
    pending += chunk
    let answers = ''
    for (let end = endOfCommand(pending); end > 0; end = endOfCommand(pending)) {
      answers += answerTo(pending.slice(0, end))
      pending = pending.slice(end)
    }
    if (answers !== '') socket.write(answers, 'latin1')
  })
}

function endOfCommand(text) {
  let at = text.indexOf('\r\n') + 2
  if (at < 2) return -1
  const count = Number(text.slice(1, at - 2))
  for (let index = 0; index < count; index++) {
    const lineEnd = text.indexOf('\r\n', at)
    if (lineEnd < 0) return -1
    at = lineEnd + 2 + Number(text.slice(at + 1, lineEnd)) + 2
  }
  return text.length < at ? -1 : at
}

/** Without RESP 3 and a server's facts, both clients go on with what they need. */
function answerTo(command) {
  const name = command.split('\r\n', 3)[2].toLowerCase()
  if (name === 'get') return '$5\r\nvalue\r\n'
  if (name === 'info') return '$15\r\nredis_version:7\r\n'
  return name === 'hello' ? "-ERR unknown command 'hello'\r\n" : '+OK\r\n'
}
