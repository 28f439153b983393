// A clock that can run faster, for the scenario of an hour. It is loaded before everything else, so
// that a module which keeps a reference to a clock or a timer keeps these; Node's own internals
// keep the real ones. All contenders of that scenario run under it, the bare app too.
const { performance } = require('node:perf_hooks')
const timers = require('node:timers')

let speed = 1

/**
 * A clock that goes on from its present time when the speed changes, so that it never runs
 * backwards.
 */
function faster(real, toNumber = (value) => value, ofNumber = (value) => value) {
  let realAt = real()
  let shownAt = toNumber(realAt)
  const now = () => shownAt + toNumber(real() - realAt) * speed
  return {
    now: () => ofNumber(now()),
    settle() {
      shownAt = now()
      realAt = real()
    },
  }
}

const date = faster(Date.now, undefined, Math.floor)
const monotonic = faster(performance.now.bind(performance))
const nanos = faster(process.hrtime.bigint, Number, (value) => BigInt(Math.round(value)))

Date.now = date.now
performance.now = monotonic.now
process.hrtime = Object.assign(hrtime, { bigint: nanos.now })

function hrtime(since) {
  const total = Number(nanos.now())
  const seconds = Math.floor(total / 1e9) - (since?.[0] ?? 0)
  const rest = (total % 1e9) - (since?.[1] ?? 0)
  return rest < 0 ? [seconds - 1, rest + 1e9] : [seconds, rest]
}

for (const name of ['setTimeout', 'setInterval']) {
  const real = timers[name]
  const scaled = (callback, delay, ...rest) => real(callback, (delay ?? 0) / speed, ...rest)
  // `util.promisify` reads a property of the timer.
  Object.defineProperties(scaled, Object.getOwnPropertyDescriptors(real))
  timers[name] = globalThis[name] = scaled
}

module.exports = {
  now: () => Date.now(),
  runClock({ speed: wanted }) {
    for (const clock of [date, monotonic, nanos]) clock.settle()
    speed = wanted
    return speed
  },
}
