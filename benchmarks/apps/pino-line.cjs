// A service that writes through pino. Its standard output is /dev/null.
const pino = require('pino')
const { offerWork } = require('../harness/processes/work.cjs')

const logger = pino()
offerWork((index) => logger.info({ orderId: index, customer: 'acme', total: 12.5 }, 'order placed'))
