// winston with OpenTelemetry's transport, which writes to the stock SDK.
import { OpenTelemetryTransportV3 } from '@opentelemetry/winston-transport'
import winston from 'winston'
import { offerWork } from '../../harness/processes/work.cjs'
import { startSdk } from '../sdk.mjs'
import { lineOfSdk2 } from '../stock-line.mjs'

// The transport writes to the Logs API of SDK 2.
startSdk(lineOfSdk2)
const logger = winston.createLogger({ transports: [new OpenTelemetryTransportV3()] })
offerWork((index) => logger.info('order placed', { orderId: index, customer: 'acme', total: 12.5 }))
