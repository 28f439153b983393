// Runs inside the measured process, and reports its usage over IPC. The harness asks before and
// after a load, never during one. CommonJS, as the apps are: stock OpenTelemetry hooks `require`
// without a loader hook.
const { once } = require('node:events')

/** The process's CPU since its start, in microseconds of user and system time together. */
function cpuMicros() {
  const { user, system } = process.cpuUsage()
  return user + system
}

let session

/** Profiles from here to `endProfile`, so that neither start-up nor warm-up is in it. */
async function startProfile() {
  // Loaded only here, as start-up is measured too.
  const { Session } = require('node:inspector/promises')
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

let delay

/** Watches how late timers are from here on: what holds the event loop, whoever does. */
function watchDelay() {
  const { monitorEventLoopDelay } = require('node:perf_hooks')
  delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
}

/** The delay since it was last asked, in milliseconds. A timer of 1 ms is in it. */
function takeDelay() {
  const at = (percentile) => delay.percentile(percentile) / 1e6
  const taken = { p50Ms: at(50), p99Ms: at(99), p999Ms: at(99.9), maxMs: delay.max / 1e6 }
  delay.reset()
  return taken
}

const usage = () => ({ cpuMicros: cpuMicros(), rssBytes: process.memoryUsage.rss() })

/** The commands of `clock.cjs`, if the scenario has preloaded it. */
const clock = require.cache[require.resolve('./clock.cjs')]?.exports

/** Answers each command with what its handler returns, and says that it is ready. */
function answer(handlers) {
  const commands = { usage, watchDelay, takeDelay, startProfile, endProfile, ...clock, ...handlers }
  process.on('message', async ({ id, command, ...argument }) => {
    process.send({ id, result: await commands[command](argument) })
  })
  // Stock swallows SIGTERM; this ends the process of an interrupted run all the same.
  process.on('disconnect', () => process.exit())
  process.send({ ready: true })
}

/** Answers the commands of a server, once it listens. */
async function listen(server) {
  if (!server.listening) await once(server, 'listening')
  answer({ port: () => server.address().port })
}

module.exports = { answer, listen }
