const { trace } = require('@opentelemetry/api')

const tracer = trace.getTracer('app')

/**
 * Spans of the app's around its calls of a library.
 *
 * @param shown - what is printed of an error
 */
module.exports = (shown) => {
  /** Within a span of the app's; what it returns has ended when the span has. */
  const within = (name, work) =>
    tracer.startActiveSpan(name, async (span) => {
      try {
        return await work()
      } catch (error) {
        console.log(`${name}: ${shown(error)}`)
      } finally {
        span.end()
      }
    })
  const callers = (work) => Promise.all(['a', 'b', 'c'].map((each) => within(`caller ${each}`, () => work(each))))
  return { tracer, within, callers }
}
