// What a line below pino's level costs.
const pino = require('pino')
const { offerWork } = require('../harness/processes/work.cjs')

const logger = pino({ level: 'info' })
offerWork((index) => logger.debug({ orderId: index }, 'order read'))
