// What pino asks for a line that its level leaves out.
const pino = require('pino')
const { offerWork } = require('../harness/processes/work.cjs')

const logger = pino({ level: 'info' })
offerWork((index) => logger.debug({ orderId: index }, 'order read'))
