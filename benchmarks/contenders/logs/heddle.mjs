// Heddle's logger: message first, attributes second.
import { createRequire } from 'node:module'
import { offerWork } from '../../harness/processes/work.cjs'

const { start } = createRequire(`${process.env.BENCH_HEDDLE}/index.js`)('heddle')
const logger = start().logger('bench')

offerWork((index) => logger.info('order placed', { orderId: index, customer: 'acme', total: 12.5 }))
