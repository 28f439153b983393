// Runs inside the measured process of a scenario that calls a library, and does the work when the
// harness asks.
const { setTimeout: sleep } = require('node:timers/promises')
const { trace } = require('@opentelemetry/api')
const { answer } = require('./measured-process.cjs')

const BURST_EVERY_MS = 100
const CALLERS = 16

/**
 * Offers work to the harness: `count` times, `rate` a second in bursts, or all at once.
 *
 * @param {(index: number) => unknown} work - runs inside an active span, if the contender has any;
 *   the harness gets the last number that it returns
 * @param {number} [itemsPerCall] - counted items that one call does
 */
function offerWork(work, itemsPerCall = 1) {
  let last
  const burst = (from, to) =>
    trace.getTracer('bench').startActiveSpan('work', () => {
      for (let index = from; index < to; index += itemsPerCall) last = work(index)
    })
  answer({
    async run({ count, rate }) {
      const size = rate === undefined ? count : rate / (1000 / BURST_EVERY_MS)
      const start = performance.now()
      for (let done = 0; done < count; done += size) {
        await sleep(Math.max(0, start + (done / size) * BURST_EVERY_MS - performance.now()))
        burst(done, Math.min(count, done + size))
      }
      return { seconds: (performance.now() - start) / 1000, last: typeof last === 'number' ? last : undefined }
    },
  })
}

/**
 * Offers calls to a server, of which sixteen are under way at the same time.
 *
 * @param {() => Promise<unknown>} call - runs inside an active span, if the contender has any
 */
function offerCalls(call) {
  const burst = (size) =>
    trace.getTracer('bench').startActiveSpan('work', async (span) => {
      let left = size
      const caller = async () => {
        while (left-- > 0) await call()
      }
      await Promise.all(Array.from({ length: CALLERS }, caller))
      span.end()
    })
  answer({
    async run({ count, rate }) {
      const size = rate === undefined ? count : rate / (1000 / BURST_EVERY_MS)
      const start = performance.now()
      for (let done = 0; done < count; done += size) {
        await sleep(Math.max(0, start + (done / size) * BURST_EVERY_MS - performance.now()))
        await burst(Math.min(size, count - done))
      }
      return { seconds: (performance.now() - start) / 1000 }
    },
  })
}

module.exports = { offerCalls, offerWork }
