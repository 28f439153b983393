// The SDK that a team has already, as its documentation sets it up; heddle/register joins it.
import { ExpressInstrumentation } from '@opentelemetry/instrumentation-express'
import { GenericPoolInstrumentation } from '@opentelemetry/instrumentation-generic-pool'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { NodeSDK } from '@opentelemetry/sdk-node'

const sdk = new NodeSDK({
  instrumentations: [
    new HttpInstrumentation(),
    new ExpressInstrumentation(),
    new PinoInstrumentation(),
    new GenericPoolInstrumentation(),
  ],
})
sdk.start()
process.once('beforeExit', () => sdk.shutdown())
