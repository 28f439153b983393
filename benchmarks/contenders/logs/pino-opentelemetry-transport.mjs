// pino's own transport to OTLP, in a worker thread. The thread has no active span, so its records
// have no ids.
import pino from 'pino'
import { offerWork } from '../../harness/processes/work.cjs'

const logger = pino(pino.transport({ target: 'pino-opentelemetry-transport' }))
offerWork((index) => logger.info({ orderId: index, customer: 'acme', total: 12.5 }, 'order placed'))
