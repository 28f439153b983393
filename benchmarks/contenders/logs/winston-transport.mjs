// winston with OpenTelemetry's transport, which writes to the stock SDK.
import { OpenTelemetryTransportV3 } from '@opentelemetry/winston-transport'
import winston from 'winston'
import { offerWork } from '../../harness/processes/work.cjs'
import { startSdk } from '../sdk.mjs'

await startSdk()
const logger = winston.createLogger({ transports: [new OpenTelemetryTransportV3()] })
offerWork((index) => logger.info('order placed', { orderId: index, customer: 'acme', total: 12.5 }))
