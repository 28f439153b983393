import winston from 'winston'
import { offerWork } from '../../harness/processes/work.cjs'

const logger = winston.createLogger({ level: 'info', transports: [new winston.transports.Console()] })
offerWork((index) => logger.debug('order read', { orderId: index }))
