// What the apps of queues have in common: the library by `require` or by `import`, and spans of the app
// around what they do and in what handles a message.
import { createRequire } from 'node:module'
import { trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')

export const library = async (path = '') => {
  const name = `${process.env.LIBRARY}${path}`
  if (process.env.BUILD === 'require') return createRequire(import.meta.url)(name)
  const imported = await import(name)
  return imported.default ?? imported
}

/** Runs with a span of the app. */
export const within = (name, run) =>
  tracer.startActiveSpan(name, async (span) => {
    try {
      return await run()
    } finally {
      span.end()
    }
  })

/** A span of the app that shows whose turn it is. */
export const mark = (name) => tracer.startSpan(name).end()

export const until = async (condition) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
