// Inside the measured process of the scenarios that call a library: does a piece of work so many times, when it is asked.
const { setTimeout: sleep } = require('node:timers/promises')
const { trace } = require('@opentelemetry/api')
const { answer } = require('./measured-process.cjs')

const burstEveryMs = 100

/**
 * Offers work to the harness: `count` times, `rate` a second in bursts, or all at once.
 *
 * @param {(index: number) => unknown} work - done inside an active span, where the contender has any; what it returns comes back
 * @param {number} [itemsPerCall] - how many of the counted items one call does
 */
function offerWork(work, itemsPerCall = 1) {
  let last
  const burst = (from, to) =>
    trace.getTracer('bench').startActiveSpan('work', () => {
      for (let index = from; index < to; index += itemsPerCall) last = work(index)
    })
  answer({
    async run({ count, rate }) {
      const size = rate === undefined ? count : rate / (1000 / burstEveryMs)
      const start = performance.now()
      for (let done = 0; done < count; done += size) {
        await sleep(Math.max(0, start + (done / size) * burstEveryMs - performance.now()))
        burst(done, Math.min(count, done + size))
      }
      return { seconds: (performance.now() - start) / 1000, last: typeof last === 'number' ? last : undefined }
    },
  })
}

module.exports = { offerWork }
