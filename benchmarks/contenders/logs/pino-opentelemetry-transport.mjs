// pino's own way to OTLP, in a worker thread. It knows no active span, so the ids are left out.
import pino from 'pino'
import { offerWork } from '../../harness/processes/work.cjs'

const logger = pino(pino.transport({ target: 'pino-opentelemetry-transport' }))
offerWork((index) => logger.info({ orderId: index, customer: 'acme', total: 12.5 }, 'order placed'))
