// A service with the preload that logs through pino and makes spans by OpenTelemetry's API. It
// knows nothing of signals.
import { trace } from '@opentelemetry/api'
import { start } from 'heddle'
import pino from 'pino'
import { work } from './work.mjs'

const logger = pino()
const tracer = trace.getTracer('soak')

work(start(), {
  log: (number) => logger.info({ number }, 'work'),
  span: (number) => tracer.startActiveSpan('work', { attributes: { number } }, (span) => span.end()),
})
