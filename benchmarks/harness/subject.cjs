// Inside the measured process: says where it listens and answers what it has used, over IPC. CommonJS, so that every contender can reach the app's
// libraries; the commands come outside the measured load.
const { once } = require('node:events')
const { Session } = require('node:inspector/promises')

/** The process's CPU since its start, in microseconds of user and system time together. */
function cpuMicros() {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Answers each command with what its handler returns. */
function answer(handlers) {
  process.on('message', async ({ id, command, argument }) => {
    const result = await handlers[command](argument)
    process.send({ id, result })
  })
  process.send({ ready: true })
}

let session

/** Profiles from here to `endProfile`, so that neither start-up nor warm-up is in it. */
async function startProfile() {
  session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
}

async function endProfile() {
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return profile
}

const usage = () => ({ cpuMicros: cpuMicros(), rssBytes: process.memoryUsage.rss() })

/** For a server: announces its port once it listens. */
async function listen(server) {
  if (!server.listening) await once(server, 'listening')
  answer({ usage, startProfile, endProfile, port: () => server.address().port })
}

/**
 * For a library: runs a piece of work, and waits until it is delivered.
 *
 * @param {(count: number) => Promise<void>} work
 */
function offer(work) {
  answer({ usage, startProfile, endProfile, run: work })
}

module.exports = { cpuMicros, listen, offer }
