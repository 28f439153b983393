// The leanest stock configuration that we know of which sends one server span and one log record a
// request: the SDK by hand and two instrumentations. Its spans have no routes: stock reads a route
// in the framework's own instrumentation.
import { startSdk } from './sdk.mjs'
import { ownLine } from './stock-line.mjs'

const { registerInstrumentations } = ownLine.require('@opentelemetry/instrumentation')
const { HttpInstrumentation } = ownLine.require('@opentelemetry/instrumentation-http')
const { PinoInstrumentation } = ownLine.require('@opentelemetry/instrumentation-pino')

startSdk()
registerInstrumentations({ instrumentations: [new HttpInstrumentation(), new PinoInstrumentation()] })
